import { both } from '@anjuan/program';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BackupRefused } from '@anjuan/backup';
import { connectionOf } from '@anjuan/database';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import type pg from 'pg';
import { given } from '../environment.js';
import { backingUp } from '../messages.js';

export const dataDir = (): string => path.resolve(given(process.env, 'DATA_DIR') ?? './data');
/** Of the files in the folder. */
export const filesFolder = (): string => path.join(dataDir(), 'files');
/** Of the owner, where it is given: what is backed up may be older than the program's role. */
export const databaseUrl = (): string | undefined =>
  given(process.env, 'DATABASE_OWNER_URL') ?? given(process.env, 'DATABASE_URL');

type Reached = Readonly<{ connection: pg.PoolConfig; stop: () => Promise<void> }>;

/** The database of the record, whether the program runs or not. @throws BackupRefused where there is none */
export const reachRecord = async (): Promise<Reached> => {
  const url = databaseUrl();
  if (url !== undefined) return { connection: connectionOf(url), stop: () => Promise.resolve() };
  const folder = dataDir();
  if (!existsSync(path.join(folder, 'postgres'))) throw new BackupRefused(both(backingUp.nothing(folder)));
  const server = await joinEmbeddedPostgres({ dataDir: folder });
  return { connection: server.connection, stop: () => server.stop() };
};
