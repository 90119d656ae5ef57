/** A table that somebody filled in: rows of cells, as they were typed. */

/** What stood in a cell. `number`: of a sheet, where a day is one too; a text file has texts alone. */
export type Cell = Readonly<{ kind: 'text' | 'number' | 'formula' | 'yes-or-no' | 'error'; text: string }>;

/** `line`: as the program that shows the file numbers it, from 1. Empty rows are left out. */
export type Row = Readonly<{ line: number; cells: readonly Cell[] }>;

export type TableLimits = Readonly<{
  rows: number;
  columns: number;
  /** characters of a cell */
  text: number;
  /** bytes of all that is unpacked of a file */
  unpacked: number;
}>;

/** What a file says of itself is shown in part: it may be of any length. */
export const longestShown = 40;

/** The file is not one, or holds more than it may. `line`: where, if it is one line. */
export class TableUnreadable extends Error {
  override readonly name = 'TableUnreadable';
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

export const isEmpty = ({ text }: Cell): boolean => text.trim() === '';

export const tooManyRows = ({ rows }: TableLimits): TableUnreadable =>
  new TableUnreadable(
    `至多 ${String(rows)} 行，请拆分后分次导入；At most ${String(rows)} rows: divide the file and import one part after the other`,
  );

/** @throws TableUnreadable */
export const withinLimits = (row: Row, limits: TableLimits): void => {
  const { line, cells } = row;
  const last = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  if (last > limits.columns)
    throw new TableUnreadable(
      `第 ${String(line)} 行超过 ${String(limits.columns)} 列；Line ${String(line)} has more than ${String(limits.columns)} columns`,
      line,
    );
  const long = cells.findIndex(({ text }) => text.length > limits.text);
  if (long >= 0)
    throw new TableUnreadable(
      `第 ${String(line)} 行第 ${String(long + 1)} 列超过 ${String(limits.text)} 个字符；Line ${String(line)}, column ${String(long + 1)}: more than ${String(limits.text)} characters`,
      line,
    );
};
