import { both, unknownArgument, UsageWrong } from '@anjuan/program';
import type { ResetCommand } from './admin/reset.js';
import type { FilesCommand } from './files/files.js';
import { backingUp, resetting, viewsText } from './messages.js';
import { settlingText } from './eventstoredb/messages.js';
import type { SettleCommand } from './eventstoredb/settle.js';
import { commandNames, usageOf, type CommandName } from './usage.js';
import type { ViewsCommand } from './views/commands.js';

/** The command to run; the arguments of `count` are parsed where it is answered. */
export type Command =
  | Readonly<{ command: 'count'; words: readonly string[] }>
  | Readonly<{ command: 'rules' | 'verify' | 'doctor'; json: boolean }>
  | SettleCommand
  | Readonly<{ command: 'backup'; folder: string; json: boolean }>
  | Readonly<{ command: 'restore'; folder: string; json: boolean }>
  | ResetCommand
  | FilesCommand
  | ViewsCommand;

export const wrongUsage = (command: CommandName, why: string): UsageWrong =>
  new UsageWrong(`${why}\n\n${usageOf(command)}`);
export const unknown = (command: CommandName, word: string, ...known: readonly string[]): UsageWrong =>
  unknownArgument(word, usageOf(command), known);

const isFlag = (word: string): boolean => word.startsWith('-');

/** The arguments without `--json`; no other flag is known. */
const withoutJson = (command: CommandName, words: readonly string[]) => {
  const rest = words.filter((word) => word !== '--json');
  const wrong = rest.find(isFlag);
  if (wrong !== undefined) throw unknown(command, wrong, '--json');
  return { rest, json: rest.length < words.length };
};

const readViews = (command: 'views' | 'rebuild', words: readonly string[]): ViewsCommand => {
  const { rest, json } = withoutJson(command, words);
  if (command === 'views' && rest.length === 0) return { command, json };
  const [view, ...more] = command === 'rebuild' ? rest : rest.slice(1);
  if (command === 'views' && rest[0] !== 'retry') throw unknown(command, rest[0] ?? '', 'retry');
  if (view === undefined || more.length > 0) throw wrongUsage(command, both(viewsText.oneView));
  return { command: command === 'views' ? 'retry' : command, view, json };
};

const readAlone = (command: 'rules' | 'verify' | 'doctor', words: readonly string[]): Command => {
  const { rest, json } = withoutJson(command, words);
  const [surplus] = rest;
  if (surplus !== undefined) throw unknown(command, surplus);
  return { command, json };
};

const readFolder = (command: 'backup' | 'restore', words: readonly string[]) => {
  const { rest, json } = withoutJson(command, words);
  const [folder, surplus] = rest;
  if (surplus !== undefined) throw unknown(command, surplus);
  if (folder === undefined) throw wrongUsage(command, both(backingUp.noFolder));
  return { folder, json };
};

/** The word after a flag, and the words without both. */
const valueOf = (flag: string, words: readonly string[], missing: () => UsageWrong) => {
  const at = words.indexOf(flag);
  if (at < 0) return { value: undefined, others: words };
  const value = words[at + 1];
  if (value === undefined || isFlag(value)) throw missing();
  return { value, others: words.toSpliced(at, 2) };
};

const readSettle = (words: readonly string[]): SettleCommand => {
  const { value: accept, others } = valueOf('--accept', words, () =>
    wrongUsage('settle', both(settlingText.acceptMissing)),
  );
  const { rest, json } = withoutJson('settle', others);
  const [surplus] = rest;
  if (surplus !== undefined) throw unknown('settle', surplus, '--accept', '--json');
  return { command: 'settle', accept, json };
};

const readFiles = ([what, ...words]: readonly string[]): FilesCommand => {
  if (what === undefined) throw new UsageWrong(usageOf('files'));
  if (what !== 'check' && what !== 'move') throw unknown('files', what, 'check', 'move');
  const { rest, json } = withoutJson('files', words);
  const [surplus] = rest;
  if (surplus !== undefined) throw unknown('files', surplus);
  return { command: `files ${what}`, json };
};

const readAdmin = ([what, ...words]: readonly string[]): ResetCommand => {
  if (what === undefined) throw new UsageWrong(usageOf('admin'));
  if (what !== 'reset') throw unknown('admin', what, 'reset');
  const { value: subject, others } = valueOf('--subject', words, () =>
    wrongUsage('admin', both(resetting.subjectMissing)),
  );
  const second = others.includes('--second');
  if (second && subject === undefined) throw wrongUsage('admin', both(resetting.secondWithout));
  const { rest, json } = withoutJson(
    'admin',
    others.filter((word) => word !== '--second'),
  );
  if (rest.length > 1) throw wrongUsage('admin', both(resetting.oneLogin));
  return { command: 'admin reset', login: rest[0], subject, second, json };
};

const wordsOfTheirOwn: ReadonlyMap<string, (words: readonly string[]) => Command> = new Map<
  string,
  (words: readonly string[]) => Command
>([
  ['settle', readSettle],
  ['files', readFiles],
  ['admin', readAdmin],
]);

const unknownCommand = (command: string) => (): never => {
  throw unknownArgument(command, usageOf(), commandNames);
};

/** `count …`, `rules …`, `verify …`, `doctor …`, `settle …`, `views …`, `rebuild …`, `backup …`, `restore …`, `files …` or `admin reset …`. Throws UsageWrong. */
export const readCommandLine = (words: readonly string[]): Command => {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
      throw new UsageWrong(usageOf());
    case 'count':
      return { command, words: rest };
    case 'rules':
    case 'verify':
    case 'doctor':
      return readAlone(command, rest);
    case 'views':
    case 'rebuild':
      return readViews(command, rest);
    case 'backup':
    case 'restore':
      return { command, ...readFolder(command, rest) };
    default:
      return (wordsOfTheirOwn.get(command) ?? unknownCommand(command))(rest);
  }
};
