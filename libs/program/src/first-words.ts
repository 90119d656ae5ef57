import { versionLine } from './about.js';

const helps = ['--help', '-h'];
const versions = ['--version', '-V', 'version'];

/**
 * What people type first: `--help`, `-h` and `help` anywhere a command may stand, `--version`. The answer, for
 * standard output; undefined for anything else.
 * @param usageOf of a command, by its first word; of all without one, or for a word that is no command
 */
export const answerToFirstWords = (
  words: readonly string[],
  usageOf: (command?: string) => string,
): string | undefined => {
  const [first, second] = words;
  if (first === undefined) return undefined;
  if (versions.includes(first)) return `Anjuan ${versionLine()}`;
  if (first === 'help') return usageOf(second);
  return words.some((word) => helps.includes(word)) ? usageOf(first) : undefined;
};
