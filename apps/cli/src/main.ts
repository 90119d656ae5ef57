import { BackupFailed, BackupRefused } from '@anjuan/backup';
import { DataFolderInUse, FolderClosed, ServerFailed } from '@anjuan/embedded-postgres';
import { StoreUnavailable } from '@anjuan/event-store';
import { RuleDataRefused } from '@anjuan/rule-data';
import { RebuildStopped, ViewUnknown } from '@anjuan/views';
import { backupTo, restoreFrom } from './backup/backup.js';
import { readCommandLine, UsageWrong } from './command-line.js';
import { answer } from './count/answer.js';
import { demo, NothingToPlay } from './demo/demo.js';
import { ActRefused } from './play/answers.js';
import { ServerUnusable } from './play/client.js';
import { CaseFileUnreadable } from './play/form/unreadable.js';
import { NotFoundInSources } from './provisions/sources.js';
import { provisions } from './provisions/written.js';
import { answerViews } from './views/commands.js';
import { NoStore } from './views/open-store.js';

const wronglyCalled = 2;
const failed = 1;

const wrongWords = [UsageWrong, CaseFileUnreadable, NothingToPlay, ViewUnknown];
const ofPlaying = [ServerUnusable, ActRefused, NotFoundInSources];
const ofData = [DataFolderInUse, FolderClosed, ServerFailed, StoreUnavailable, RuleDataRefused];
const ofViews = [NoStore, RebuildStopped];
const ofBackup = [BackupRefused, BackupFailed];
const foreseen = [...wrongWords, ...ofPlaying, ...ofData, ...ofViews, ...ofBackup];

/** Says what went wrong; anything unforeseen with its stack. */
const explained = (error: unknown): number => {
  const known = error instanceof Error && foreseen.some((kind) => error instanceof kind);
  console.error(known ? error.message : error);
  return wrongWords.some((kind) => error instanceof kind) ? wronglyCalled : failed;
};

const run = async (words: readonly string[]): Promise<number> => {
  const asked = readCommandLine(words);
  switch (asked.command) {
    case 'demo':
      return demo(asked.options);
    case 'provisions':
      return provisions(asked);
    case 'backup':
      return backupTo(asked);
    case 'restore':
      return restoreFrom(asked);
    case 'count':
      console.log(answer(asked.words));
      return 0;
    case 'views':
    case 'rebuild':
    case 'retry':
      return answerViews(asked, process.env);
  }
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explained(error);
}
