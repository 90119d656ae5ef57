import { readCommandLine, UsageWrong } from './command-line.js';
import { answer } from './count/answer.js';
import { demo, NothingToPlay } from './demo/demo.js';
import { ActRefused } from './play/answers.js';
import { ServerUnusable } from './play/client.js';
import { CaseFileUnreadable } from './play/form/unreadable.js';
import { NotFoundInSources } from './provisions/sources.js';
import { provisions } from './provisions/written.js';
import { DataFolderInUse, FolderClosed } from '@anjuan/embedded-postgres';
import { StoreUnavailable } from '@anjuan/event-store';
import { RuleDataRefused } from '@anjuan/rule-data';
import { RebuildStopped, ViewUnknown } from '@anjuan/views';
import { answerViews } from './views/commands.js';
import { NoStore } from './views/open-store.js';

const wronglyCalled = 2;
const failed = 1;

const ofViews = [NoStore, RebuildStopped, StoreUnavailable, DataFolderInUse, FolderClosed, RuleDataRefused];

/** Says what went wrong; anything unforeseen with its stack. */
const explained = (error: unknown): number => {
  const asAsked = [UsageWrong, CaseFileUnreadable, NothingToPlay, ViewUnknown].some(
    (kind) => error instanceof kind,
  );
  const foreseen =
    asAsked ||
    [ServerUnusable, ActRefused, NotFoundInSources, ...ofViews].some((kind) => error instanceof kind);
  console.error(foreseen && error instanceof Error ? error.message : error);
  return asAsked ? wronglyCalled : failed;
};

const run = async (words: readonly string[]): Promise<number> => {
  const asked = readCommandLine(words);
  if (asked.command === 'demo') return demo(asked.options);
  if (asked.command === 'provisions') return provisions(asked);
  if (asked.command !== 'count') return answerViews(asked, process.env);
  console.log(answer(asked.words));
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explained(error);
}
