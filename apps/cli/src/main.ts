import { demo, interrupted, NothingToPlay, type Options } from './demo/demo.js';
import { both, unknownWord, usage } from './messages.js';
import { ActRefused } from './play/answers.js';
import { ServerUnusable } from './play/client.js';
import { CaseFileUnreadable } from './play/form/unreadable.js';

const wronglyCalled = 2;
const failed = 1;

class UsageWrong extends Error {
  override readonly name = 'UsageWrong';
}

const unknown = (word: string): UsageWrong => new UsageWrong(`${both(unknownWord(word))}\n\n${usage}`);

const optionsOf = (words: readonly string[]): Options => {
  const flags = words.filter((word) => word.startsWith('-'));
  const wrong = flags.find((word) => word !== '--json' && word !== '--exit');
  if (wrong !== undefined) throw unknown(wrong);
  return {
    json: flags.includes('--json'),
    exit: flags.includes('--exit'),
    files: words.filter((word) => !word.startsWith('-')),
  };
};

const run = (words: readonly string[]): Promise<number> => {
  const [command, ...rest] = words;
  if (command === undefined) throw new UsageWrong(usage);
  if (command !== 'demo') throw unknown(command);
  return demo(optionsOf(rest));
};

/** Says what went wrong; anything unforeseen with its stack. */
const explained = (error: unknown): number => {
  const ours =
    error instanceof UsageWrong ||
    error instanceof NothingToPlay ||
    error instanceof CaseFileUnreadable ||
    error instanceof ServerUnusable ||
    error instanceof ActRefused;
  console.error(ours ? error.message : error);
  const called = [UsageWrong, CaseFileUnreadable, NothingToPlay].some((kind) => error instanceof kind);
  return called ? wronglyCalled : failed;
};

const main = async (): Promise<void> => {
  try {
    process.exitCode = await run(process.argv.slice(2));
    // The play that was interrupted is still waiting for a server that has gone.
    if (process.exitCode === interrupted) process.exit();
  } catch (error) {
    process.exitCode = explained(error);
  }
};

await main();
