import { both, makeFolder } from '@anjuan/program';
import { existsSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BackupRefused, restore, type FilesTarget, type Restored } from '@anjuan/backup';
import { connectionOf, onDatabase, reachDatabase } from '@anjuan/database';
import { DataFolderInUse, startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { openPool } from '@anjuan/event-store';
import { backingUp } from '../messages.js';
import { progress } from './progress.js';

type Into = Readonly<{ from: string; folder: string; files: FilesTarget }>;

/** Into the database at the address. */
export const intoDatabase = async ({ from, folder, files }: Into, url: string): Promise<Restored> => {
  const pool = openPool(connectionOf(url));
  try {
    await reachDatabase(pool);
    await makeFolder(folder);
    const restored = await onDatabase(restore({ from, pool, files, report: progress() }));
    await files.settle();
    return restored;
  } finally {
    await pool.end();
  }
};

/** Where the database grows; nothing else in the data folder is ever removed. */
const growingIn = (folder: string): string => path.join(folder, 'restoring');
/** What an interrupted restore may have left; their mark says whose the files are. */
const ours: readonly string[] = ['restoring', 'files', 'files.unfinished', 'lost+found'];

/** The database is moved in as the last thing: a folder with `postgres` is restored whole. */
export const intoFolder = async ({ from, folder, files }: Into): Promise<Restored> => {
  const found = await readdir(folder).catch((): string[] => []);
  if (found.some((name) => !ours.includes(name))) throw occupied(folder);
  const growing = growingIn(folder);
  await cleared(growing);
  try {
    const restored = await grown({ from, folder, files });
    await rename(path.join(growing, 'postgres'), path.join(folder, 'postgres')).catch((error: unknown) => {
      throw existsSync(path.join(folder, 'postgres')) ? occupied(folder) : error;
    });
    await flushed(folder);
    await files.settle();
    return restored;
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
};

const grown = async ({ from, folder, files }: Into): Promise<Restored> => {
  const server = await startEmbeddedPostgres({ dataDir: growingIn(folder) });
  const pool = openPool(server.connection);
  try {
    return await restore({ from, pool, files, report: progress() });
  } finally {
    await pool.end();
    await server.stop();
  }
};

/** @throws DataFolderInUse while another restore is at work there */
const cleared = async (growing: string): Promise<void> => {
  if (existsSync(path.join(growing, 'postgres'))) await ended(growing);
  await rm(growing, { recursive: true, force: true });
};

const ended = async (growing: string): Promise<void> => {
  try {
    await (await startEmbeddedPostgres({ dataDir: growing })).stop();
  } catch (error) {
    if (error instanceof DataFolderInUse) throw error;
    // a database that does not start is removed as it is
  }
};

const occupied = (folder: string): BackupRefused => new BackupRefused(both(backingUp.occupied(folder)));

const flushed = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};
