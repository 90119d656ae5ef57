import { both, unknownWord, usage, viewsText } from './messages.js';
import type { ViewsAsked } from './views/commands.js';

export type Options = Readonly<{ json: boolean; exit: boolean; files: readonly string[] }>;

/** What is to be done; the words of `count` are read where it is answered. */
export type Command =
  | Readonly<{ command: 'demo'; options: Options }>
  | Readonly<{ command: 'count'; words: readonly string[] }>
  | Readonly<{ command: 'provisions'; check: boolean }>
  | ViewsAsked;

/** Words that are no command of ours; carries the usage. */
export class UsageWrong extends Error {
  override readonly name = 'UsageWrong';
}

export const wrongUsage = (why: string): UsageWrong => new UsageWrong(`${why}\n\n${usage}`);
export const unknown = (word: string): UsageWrong => wrongUsage(both(unknownWord(word)));

const readDemo = (words: readonly string[]): Options => {
  const flags = words.filter((word) => word.startsWith('-'));
  const wrong = flags.find((word) => word !== '--json' && word !== '--exit');
  if (wrong !== undefined) throw unknown(wrong);
  return {
    json: flags.includes('--json'),
    exit: flags.includes('--exit'),
    files: words.filter((word) => !word.startsWith('-')),
  };
};

const readCheck = (words: readonly string[]): boolean => {
  const wrong = words.find((word) => word !== '--check');
  if (wrong !== undefined) throw unknown(wrong);
  return words.length > 0;
};

const readViews = (command: 'views' | 'rebuild', words: readonly string[]): ViewsAsked => {
  const json = words.includes('--json');
  const rest = words.filter((word) => word !== '--json');
  const wrong = rest.find((word) => word.startsWith('-'));
  if (wrong !== undefined) throw unknown(wrong);
  if (command === 'views' && rest.length === 0) return { command, json };
  const [view, ...more] = command === 'rebuild' ? rest : rest.slice(1);
  if (command === 'views' && rest[0] !== 'retry') throw unknown(rest[0] ?? '');
  if (view === undefined || more.length > 0) throw wrongUsage(both(viewsText.oneView));
  return { command: command === 'views' ? 'retry' : command, view, json };
};

/** `demo …`, `count …`, `provisions …`, `views …` or `rebuild …`. Throws UsageWrong. */
export const readCommandLine = (words: readonly string[]): Command => {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
      throw new UsageWrong(usage);
    case 'demo':
      return { command, options: readDemo(rest) };
    case 'count':
      return { command, words: rest };
    case 'provisions':
      return { command, check: readCheck(rest) };
    case 'views':
    case 'rebuild':
      return readViews(command, rest);
    default:
      throw unknown(command);
  }
};
