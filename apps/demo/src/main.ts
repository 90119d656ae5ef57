import { DataFolderInUse, FolderClosed, ServerFailed } from '@anjuan/embedded-postgres';
import { answerToFirstWords, UsageWrong } from '@anjuan/program';
import { readCommandLine } from './command-line.js';
import { demo, NothingToPlay } from './demo/demo.js';
import { ActRefused } from './play/answers.js';
import { ServerUnusable } from './play/client.js';
import { usage } from './messages.js';
import { CaseFileUnreadable } from './play/form/unreadable.js';

const wronglyCalled = 2;
const failed = 1;
const wrongWords = [UsageWrong, CaseFileUnreadable, NothingToPlay];
const foreseen = [...wrongWords, ServerUnusable, ActRefused, DataFolderInUse, FolderClosed, ServerFailed];

/** Says what went wrong; anything unforeseen with its stack. */
const explained = (error: unknown): number => {
  const known = error instanceof Error && foreseen.some((kind) => error instanceof kind);
  console.error(known ? error.message : error);
  return wrongWords.some((kind) => error instanceof kind) ? wronglyCalled : failed;
};

const run = async (words: readonly string[]): Promise<number> => {
  const help = answerToFirstWords(words, () => usage);
  if (help === undefined) return demo(readCommandLine(words));
  console.log(help);
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explained(error);
}
