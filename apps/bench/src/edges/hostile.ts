/** Bodies that cost the most work that a sender can cause: they are refused, and the question is how fast. */
const wide = (keys: number) => `{${Array.from({ length: keys }, (_, at) => `"k${String(at)}":1`).join()}}`;
const lead = (reporter: string) => `{"source":"投诉","summary":"未明码标价","reporter":${reporter}}`;

export const hostileBodies: readonly string[] = [
  wide(80_000),
  wide(6_000),
  wide(32),
  lead(`[${'{},'.repeat(250_000)}{}]`),
  lead(`[${'{},'.repeat(499)}{}]`),
  lead(`[${`${wide(31)},`.repeat(79)}{}]`),
  lead(`${'['.repeat(30_000)}${']'.repeat(30_000)}`),
  lead(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  lead(`"${'\\"'.repeat(30_000)}"`),
  `{"source":"${'长'.repeat(20_000)}"}`,
  `{"source":"${'\\"'.repeat(300_000)}`,
  `{"constructor":${wide(30)}}`,
];
