import path from 'node:path';
import { AttemptLog, attemptWalls } from '@anjuan/attempt-log';
import {
  byOwner,
  checkFormats,
  connectionOf,
  onDatabase,
  reachDatabase,
  walledParts,
  writeFormats,
} from '@anjuan/database';
import { documentWalls, migrateDocuments } from '@anjuan/documents';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@anjuan/embedded-postgres';
import { migrate as migrateLedger, migrateEventStoreDb, openPool } from '@anjuan/event-store';
import { migrate as migrateIdentity } from '@anjuan/identity';
import { versionLine } from '@anjuan/program';
import { listWalls, migrate as migrateViews } from '@anjuan/views';
import type pg from 'pg';
import type { Log } from '../log/log.js';
import type { Config } from '../parts/config.js';
import { Trouble } from '../parts/trouble.js';
import { weakSettings } from '../parts/weak-settings.js';

type Closers = (() => Promise<unknown>)[];
type OpenDatabase = Readonly<{
  pool: pg.Pool;
  /** Of the issuer: strangers who sign in wait for each other, and nobody else for them. */
  issuersPool: pg.Pool;
  trouble: Trouble;
}>;

const issuersConnections = 2;

/**
 * The database with every table in it, as the program's role; the owner's connections end before it is given back.
 * @throws NoDatabase, DataNewer, DataFolderInUse, DiskFull, ServerFailed
 */
export const openDatabase = async (config: Config, log: Log, closers: Closers): Promise<OpenDatabase> => {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = config;
  const server = url === undefined ? await embedded(config, log) : undefined;
  if (server) closers.push(() => server.stop());
  const connection = server ? server.program : connectionOf(url ?? '');
  // A read of lists or files is sent with the beginning of its transaction.
  const program = openPool({ ...connection, pipeline: true });
  closers.push(() => program.end());
  await reachDatabase(program);
  const owner = server?.connection ?? (ownerUrl === undefined ? undefined : connectionOf(ownerUrl));
  const warning = await onDatabase(
    byOwner({ program, owner, open: openPool, walls: wallsIn }, (pool) => migrated(config, pool)),
  );
  if (warning !== undefined) log.warn({ from: 'database' }, warning);
  const weak = weakSettings(config);
  for (const one of weak) log.warn({ from: 'configuration' }, one);
  const issuersPool = openPool({ ...connection, max: issuersConnections });
  closers.push(() => issuersPool.end());
  return {
    pool: program,
    issuersPool,
    trouble: new Trouble(
      () => server?.trouble(),
      () => server?.sizes(),
      [...(warning === undefined ? [] : [warning]), ...weak],
    ),
  };
};

const wallsIn = async (pool: pg.Pool) => [...documentWalls, ...attemptWalls, ...(await listWalls(pool))];

/** Creates what is missing; refuses what a newer program has made. @throws DataNewer */
const migrated = async (config: Config, pool: pg.Pool): Promise<void> => {
  await checkFormats(pool);
  const migrateStore = config.EVENT_STORE === 'postgres' ? migrateLedger : migrateEventStoreDb;
  const attempts = new AttemptLog(pool);
  // A program of 0.1.0 knows no formats: it is kept out by the form of the record.
  await migrateStore(pool);
  await writeFormats(pool, versionLine(), walledParts);
  await Promise.all([migrateDocuments(pool), migrateIdentity(pool), migrateViews(pool), attempts.migrate()]);
  await writeFormats(pool, versionLine());
};

const embedded = (config: Config, log: Log): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataDir: path.resolve(config.DATA_DIR),
    sharedBuffers: config.EMBEDDED_SHARED_BUFFERS,
    report: (line) => {
      log.warn({ from: 'database' }, line);
    },
  });
