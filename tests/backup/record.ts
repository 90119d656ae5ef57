import { createHash } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AttemptLog } from '@anjuan/attempt-log';
import { backUp, intoFilesFolder, restore, type BackedUp, type Restored } from '@anjuan/backup';
import { DocumentStore, FilesInFolder, migrateDocuments } from '@anjuan/documents';
import { limits } from '../documents/limits.js';
import { commit, migrate, openPool, PostgresEventStore } from '@anjuan/event-store';
import { migrate as migrateIdentity } from '@anjuan/identity';
import canonicalize from 'canonicalize';
import pg from 'pg';
import { temporaryFolder } from '../support/postgres.js';
import { command, event } from '../event-store/appending.js';
import { removeFolder } from '../support/folder.js';

const folders: string[] = [];
/** Gone when the spec file has ended. */
export const folder = async (): Promise<string> => {
  const made = await temporaryFolder();
  folders.push(made);
  return made;
};
afterAll(async () => {
  for (const one of folders) await removeFolder(one);
});

export const paper = Buffer.from('现场笔录'.repeat(30_000));
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const placeOfPaper = (files: string): string => {
  const hash = sha256(paper);
  return join(files, hash.slice(0, 2), hash.slice(2, 4), hash);
};
export const exists = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

/** The tables that the program has at its start. */
export const prepared = async (database: pg.PoolConfig): Promise<void> => {
  const pool = openPool(database);
  await migrate(pool);
  await migrateDocuments(pool);
  await migrateIdentity(pool);
  await new AttemptLog(pool).migrate();
  await pool.end();
};

/** Seven events in two streams, one value beside them, one paper. */
export const filled = async (database: pg.PoolConfig, files: string): Promise<void> => {
  await prepared(database);
  const pool = openPool(database);
  const at = new Date('2026-03-01T01:00:00Z');
  const store = new PostgresEventStore(pool, { clock: () => at });
  const withName = commit({ party: '张三' }, [{ pointer: '/party', kind: 'party' }]);
  await store.append('case-a', 'none', [event(withName), event()], command());
  await store.append('case-b', 'none', [event()], command());
  await store.append('case-a', 1, [event(), event(), event()], command());
  await store.append('case-b', 0, [event()], command());
  await store.close();
  await mkdir(files, { recursive: true });
  const upload = { agency: 'agency', name: '笔录.txt', mediaType: 'text/plain', by: 'p1', at };
  await new DocumentStore(pool, files, limits).store(Readable.from([paper]), upload);
  await pool.end();
};

/** Another database with the same content; nobody may be connected to the first. */
export const copyOf = async (database: pg.PoolConfig, name: string): Promise<pg.PoolConfig> => {
  await reported(
    { ...database, database: 'postgres' },
    `CREATE DATABASE ${name} TEMPLATE ${database.database ?? ''}`,
  );
  return { ...database, database: name };
};

export const reported = async (database: pg.PoolConfig, ...statements: string[]): Promise<unknown[]> => {
  const client = new pg.Client(database);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const one of statements) ({ rows } = await client.query(one));
    return rows;
  } finally {
    await client.end();
  }
};

export const recorded = (database: pg.PoolConfig) =>
  reported(database, "SELECT position, id, encode(bytes, 'hex') AS bytes FROM ledger.log ORDER BY position");

export const backedUp = async (database: pg.PoolConfig, files: string, to: string): Promise<BackedUp> => {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const now = new Date('2026-03-02T01:00:00Z');
    const place = new FilesInFolder(files);
    return await backUp({ client, files: place, to, program: '0.1.0', now, report: () => undefined });
  } finally {
    await client.end();
  }
};

export const restored = async (from: string, database: pg.PoolConfig, files: string): Promise<Restored> => {
  const pool = openPool(database);
  try {
    return await restore({ from, pool, files: intoFilesFolder(files), report: () => undefined });
  } finally {
    await pool.end();
  }
};

type Forgeable = { format: number; program: string; tables: Record<string, { columns: string[] }> };

/** Changes the manifest and seals it rightly, as a forger who knows the form would. */
export const forged = async (backup: string, change: (manifest: Forgeable) => void): Promise<void> => {
  const place = join(backup, 'manifest.json');
  const manifest = JSON.parse(await readFile(place, 'utf8'));
  delete manifest.seal;
  change(manifest);
  await writeFile(place, JSON.stringify({ ...manifest, seal: sha256(canonicalize(manifest) ?? '') }));
};

export const urlOf = ({ host = '', database = '' }: pg.PoolConfig): string =>
  `postgresql://anjuan@/${database}?host=${encodeURIComponent(host)}`;
