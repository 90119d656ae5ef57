import { BackupFailed, BackupRefused } from '@anjuan/backup';
import { ConnectionStringRefused, DataNewer, NoDatabase } from '@anjuan/database';
import { FilePlaceRefused, FilesElsewhere, FilesUnavailable, NoRoomForFiles } from '@anjuan/documents';
import { DataFolderInUse, DiskFull, FolderClosed, ServerFailed } from '@anjuan/embedded-postgres';
import { AddressRefused, HalvesDiffer, NoEventStore, StoreUnavailable } from '@anjuan/event-store';
import { answerToFirstWords, FolderUnusable, secretsFromFiles, UsageWrong } from '@anjuan/program';
import { RuleDataRefused } from '@anjuan/rule-data';
import { RebuildStopped, ViewUnknown } from '@anjuan/views';
import { ResetRefused } from './admin/reset-refused.js';
import { resetAdministrator } from './admin/reset.js';
import { backupTo, restoreFrom } from './backup/backup.js';
import { readCommandLine } from './command-line.js';
import { answer } from './count/answer.js';
import { doctor } from './eventstoredb/doctor.js';
import { settle } from './eventstoredb/settle.js';
import { answerFiles } from './files/files.js';
import { rulesOf, rulesSaid } from './rules/rules.js';
import { verify } from './verify/verify.js';
import { usageOf } from './usage.js';
import { answerViews, type ViewsCommand } from './views/commands.js';
import { NoStore } from './views/open-store.js';

const wronglyCalled = 2;
const failed = 1;

const wrongWords = [UsageWrong, ViewUnknown];
const ofDatabase = [
  AddressRefused,
  NoDatabase,
  ConnectionStringRefused,
  DataNewer,
  NoEventStore,
  HalvesDiffer,
];
const ofData = [
  DiskFull,
  DataFolderInUse,
  FolderUnusable,
  FolderClosed,
  ServerFailed,
  StoreUnavailable,
  RuleDataRefused,
];
const ofViews = [NoStore, RebuildStopped, ResetRefused];
const ofBackup = [BackupRefused, BackupFailed];
const ofFiles = [FilePlaceRefused, FilesElsewhere, FilesUnavailable, NoRoomForFiles];
const foreseen = [...wrongWords, ...ofDatabase, ...ofData, ...ofViews, ...ofBackup, ...ofFiles];

/** Says what went wrong; anything unforeseen with its stack. */
const explained = (error: unknown): number => {
  const known = error instanceof Error && foreseen.some((kind) => error instanceof kind);
  console.error(known ? error.message : error);
  return wrongWords.some((kind) => error instanceof kind) ? wronglyCalled : failed;
};

const run = async (words: readonly string[]): Promise<number> => {
  const help = answerToFirstWords(words, usageOf);
  if (help !== undefined) {
    console.log(help);
    return 0;
  }
  return carriedOut(readCommandLine(words));
};

type Command = ReturnType<typeof readCommandLine>;

const isOfViews = (command: Command): command is ViewsCommand =>
  ['views', 'rebuild', 'retry'].includes(command.command);

const carriedOut = async (command: Command): Promise<number> => {
  if (isOfViews(command)) return answerViews(command, process.env);
  switch (command.command) {
    case 'admin reset':
      return resetAdministrator(command, process.env);
    case 'backup':
      return backupTo(command);
    case 'restore':
      return restoreFrom(command);
    case 'files check':
    case 'files move':
      return answerFiles(command);
    case 'count':
      console.log(answer(command.words, () => rulesOf(process.env).calendar));
      return 0;
    case 'rules':
      console.log(rulesSaid(process.env, command.json));
      return 0;
    case 'doctor':
      return doctor(command.json, process.env);
    case 'settle':
      return settle(command, process.env);
    case 'verify':
      return verify(command.json, process.env);
  }
};

/** As the server reads them. */
const takeSecrets = (): void => {
  const { values, wrong } = secretsFromFiles(process.env);
  if (wrong.length > 0) throw new UsageWrong(wrong.join('\n'));
  Object.assign(process.env, values);
};

try {
  takeSecrets();
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explained(error);
}
