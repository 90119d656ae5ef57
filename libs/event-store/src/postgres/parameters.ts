/** The rows' values as a statement takes them that unnests them: a column each. */
export function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

/**
 * The place (from 1) and the size of each, and all of it, which the driver sends as it is: an array of bytes would go
 * as text of twice the size.
 */
export function inOnePiece(
  all: readonly Uint8Array[],
): readonly [starts: number[], sizes: number[], whole: Buffer] {
  let next = 1;
  const sizes = all.map(({ length }) => length);
  return [sizes.map((size) => (next += size) - size), sizes, Buffer.concat(all)];
}
