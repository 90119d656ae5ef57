import { both, unknownWord, usage } from './messages.js';

export type Options = Readonly<{ json: boolean; exit: boolean; files: readonly string[] }>;

/** Words that are no command of ours; carries the usage. */
export class UsageWrong extends Error {
  override readonly name = 'UsageWrong';
}

const unknown = (word: string): UsageWrong => new UsageWrong(`${both(unknownWord(word))}\n\n${usage}`);

/** `demo [--json] [--exit] [FILE…]`. Throws UsageWrong. */
export const readCommandLine = (words: readonly string[]): Options => {
  const [command, ...rest] = words;
  if (command === undefined) throw new UsageWrong(usage);
  if (command !== 'demo') throw unknown(command);
  const flags = rest.filter((word) => word.startsWith('-'));
  const wrong = flags.find((word) => word !== '--json' && word !== '--exit');
  if (wrong !== undefined) throw unknown(wrong);
  return {
    json: flags.includes('--json'),
    exit: flags.includes('--exit'),
    files: rest.filter((word) => !word.startsWith('-')),
  };
};
