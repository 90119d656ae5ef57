/** Rules that cannot be used: every reason, each with its file, its place and what to do. */
export class RuleDataRefused extends Error {
  override readonly name = 'RuleDataRefused';
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
  }
}

/** One reason: a line (from 1) and a key of a file. */
export const refusedAt = (file: string, line: number, key: string, why: string): RuleDataRefused =>
  new RuleDataRefused([`${file}:${String(line)}: ${key}: ${why}`]);

/** Does all of them and throws once, with everything that was wrong. Throws RuleDataRefused. */
export const gather = <T>(readings: readonly (() => T)[]): readonly T[] => {
  const reasons: string[] = [];
  const read: T[] = [];
  for (const reading of readings) {
    try {
      read.push(reading());
    } catch (error) {
      if (!(error instanceof RuleDataRefused)) throw error;
      reasons.push(...error.reasons);
    }
  }
  if (reasons.length > 0) throw new RuleDataRefused(reasons);
  return read;
};
