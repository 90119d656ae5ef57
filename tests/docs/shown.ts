/**
 * Compares an answer with the one a page shows. White space does not count, `…` stands for anything left out, and
 * what is another at each run may differ: ids, hashes, times of day, positions, and figures before a unit.
 */
const varying: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'],
  [/\b[0-9a-f]{64}\b/g, '[0-9a-f]{64}'],
  [/\b\d{16}\b/g, '\\d{16}'],
  [/\b\d\d:\d\d\b/g, '\\d\\d:\\d\\d'],
  [/\b[\d.]+(?= ?(?:s|ms|MB)\b)/g, '[\\d.]+'],
  [/\b\d+\/\d+\b/g, '\\d+/\\d+'],
];

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

const patternOf = (shown: string): RegExp => {
  const held: string[] = [];
  const hold = (pattern: string): string => `\u{E000}${String(held.push(pattern) - 1)}\u{E001}`;
  let text = shown.replaceAll('…', () => hold('.*?'));
  for (const [found, pattern] of varying) text = text.replaceAll(found, () => hold(pattern));
  const literal = bare(text).replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(
    literal.replaceAll(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => held[Number(index)] ?? ''),
    's',
  );
};

export const isShown = (shown: string, answer: string): boolean => patternOf(shown).test(bare(answer));
