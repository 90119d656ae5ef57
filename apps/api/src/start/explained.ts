import { ConnectionStringRefused, DataNewer, NoDatabase, noDatabase } from '@anjuan/database';
import { DataFolderInUse, DiskFull, FolderClosed, ServerFailed } from '@anjuan/embedded-postgres';
import { FilePlaceRefused, FilesElsewhere } from '@anjuan/documents';
import { HalvesDiffer, NoEventStore, StoreUnavailable } from '@anjuan/event-store';
import { AccountRefused } from '@anjuan/identity';
import { FolderUnusable } from '@anjuan/program';
import { RuleDataRefused } from '@anjuan/rule-data';
import { isDatabaseGone } from '../http/to-problem.js';
import { ConfigurationRefused } from '../parts/config.js';
import { AddressUnusable } from './address.js';

const cures = [
  AccountRefused,
  AddressUnusable,
  ConfigurationRefused,
  ConnectionStringRefused,
  DataFolderInUse,
  DataNewer,
  DiskFull,
  FilePlaceRefused,
  FilesElsewhere,
  FolderClosed,
  FolderUnusable,
  HalvesDiffer,
  NoDatabase,
  NoEventStore,
  RuleDataRefused,
  ServerFailed,
];

const storeSilent =
  '启动时记录存储没有及时应答，请检查数据库（和 EventStoreDB）是否运行、是否过载、是否有未结束的事务占用表，然后重新启动。The store of the record did not answer in time during the start: check that the database (and EventStoreDB) runs, is not overloaded, and that no open transaction holds its tables, then start again.';

/** What the operator can cure, in a sentence; undefined for what only its stack explains. */
export const explained = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (cures.some((cure) => error instanceof cure)) return error.message;
  // Its own message is for the sender of a request.
  if (error instanceof StoreUnavailable) return storeSilent;
  return isDatabaseGone(error) ? noDatabase(error).message : undefined;
};
