import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { backUp, BackupRefused, restore, type Restored } from '@anjuan/backup';
import { startEmbeddedPostgres, visitEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { openPool } from '@anjuan/event-store';
import pg from 'pg';
import { backingUp, both } from '../messages.js';
import { projectRoot } from '../project-root.js';
import { progress } from './progress.js';

type Asked = Readonly<{ folder: string; json: boolean }>;

const dataDir = (): string => path.resolve(process.env['DATA_DIR'] ?? './data');
/** A relative folder is meant from where the command was typed; npm itself goes to the project's folder. */
const typed = (folder: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', folder);

/** The exit code. Throws BackupRefused, BackupFailed. */
export const backupTo = async ({ folder, json }: Asked): Promise<number> => {
  const url = process.env['DATABASE_URL'];
  const server = url === undefined ? await visitEmbeddedPostgres(dataDir()) : undefined;
  const client = new pg.Client(server?.connection ?? { connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const files = path.join(dataDir(), 'files');
    const to = typed(folder);
    const manifest = await backUp({
      client,
      files,
      to,
      program: version(),
      now: new Date(),
      report: progress(),
    });
    console.log(
      json
        ? JSON.stringify({ folder: to, ...manifest }, null, 2)
        : backingUp.done(to, manifest.head, manifest.files.count),
    );
    return 0;
  } finally {
    await client.end().catch(() => undefined);
    await server?.stop();
  }
};

/** The exit code. Throws BackupRefused, BackupFailed. */
export const restoreFrom = async ({ folder, json }: Asked): Promise<number> => {
  const from = typed(folder);
  const url = process.env['DATABASE_URL'];
  const restored = url === undefined ? await intoFolder(from, dataDir()) : await into(from, dataDir(), url);
  const { manifest, events, files, incarnation } = restored;
  console.log(
    json
      ? JSON.stringify(
          { takenAt: manifest.takenAt, program: manifest.program, events, files, incarnation },
          null,
          2,
        )
      : backingUp.restored(events, files, manifest.takenAt),
  );
  return 0;
};

const into = async (from: string, folder: string, database: string | pg.PoolConfig): Promise<Restored> => {
  const pool = openPool(typeof database === 'string' ? { connectionString: database } : database);
  try {
    await mkdir(folder, { recursive: true });
    return await restore({ from, pool, files: path.join(folder, 'files'), report: progress() });
  } finally {
    await pool.end();
  }
};

const unfinished = 'restoring';

/** Grows in a folder of its own within the data folder; the database is moved last, and with it all of it is there. */
const intoFolder = async (from: string, folder: string): Promise<Restored> => {
  const found = await readdir(folder).catch((): string[] => []);
  const leftOver = found.includes(unfinished) && !found.includes('postgres');
  if (found.length > 0 && !leftOver) throw new BackupRefused(both(backingUp.occupied(folder)));
  if (leftOver) await rm(path.join(folder, 'files'), { recursive: true, force: true });
  const growing = path.join(folder, unfinished);
  await rm(growing, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({ dataDir: growing });
    let restored: Restored;
    try {
      restored = await into(from, growing, server.connection);
    } finally {
      await server.stop();
    }
    await rename(path.join(growing, 'files'), path.join(folder, 'files'));
    await rename(path.join(growing, 'postgres'), path.join(folder, 'postgres'));
    return restored;
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
};

const version = (): string => {
  const { version: number } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return number;
};
