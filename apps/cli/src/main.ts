import { DataFolderInUse, FolderClosed, ServerFailed } from '@anjuan/embedded-postgres';
import { BackupFailed, BackupRefused } from '@anjuan/backup';
import { backupTo, restoreFrom } from './backup/backup.js';
import { readCommandLine, UsageWrong } from './command-line.js';
import { answer } from './count/answer.js';
import { demo, NothingToPlay } from './demo/demo.js';
import { ActRefused } from './play/answers.js';
import { ServerUnusable } from './play/client.js';
import { CaseFileUnreadable } from './play/form/unreadable.js';
import { NotFoundInSources } from './provisions/sources.js';
import { provisions } from './provisions/written.js';

const wronglyCalled = 2;
const failed = 1;
const ofBackup = [BackupRefused, BackupFailed, DataFolderInUse, FolderClosed, ServerFailed];

/** Says what went wrong; anything unforeseen with its stack. */
const explained = (error: unknown): number => {
  const asAsked = [UsageWrong, CaseFileUnreadable, NothingToPlay].some((kind) => error instanceof kind);
  const foreseen =
    asAsked ||
    [ServerUnusable, ActRefused, NotFoundInSources, ...ofBackup].some((kind) => error instanceof kind);
  console.error(foreseen && error instanceof Error ? error.message : error);
  return asAsked ? wronglyCalled : failed;
};

const run = async (words: readonly string[]): Promise<number> => {
  const asked = readCommandLine(words);
  if (asked.command === 'demo') return demo(asked.options);
  if (asked.command === 'provisions') return provisions(asked);
  if (asked.command !== 'count') return asked.command === 'backup' ? backupTo(asked) : restoreFrom(asked);
  console.log(answer(asked.words));
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explained(error);
}
