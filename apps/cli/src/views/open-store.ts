import { existsSync } from 'node:fs';
import path from 'node:path';
import { AttemptLog } from '@anjuan/attempt-log';
import {
  byOwner,
  checkFolder,
  checkFormats,
  connectionOf,
  isOfEarlier,
  onDatabase,
  reachDatabase,
  walledParts,
  writeFormats,
} from '@anjuan/database';
import { migrateDocuments } from '@anjuan/documents';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import {
  eventStoreDbDefaults,
  isPrefix,
  migrate as migrateLedger,
  migrateEventStoreDb,
  openEventStoreDb,
  openPool,
  PostgresEventStore,
  type EventStore,
} from '@anjuan/event-store';
import { migrate as migrateIdentity } from '@anjuan/identity';
import { both, versionLine } from '@anjuan/program';
import { listWalls, migrate as migrateViews, viewsBy, type View } from '@anjuan/views';
import type pg from 'pg';
import { given } from '../environment.js';
import { viewsText } from '../messages.js';
import { rulesOf } from '../rules/rules.js';

type OpenDatabase = Readonly<{ pool: pg.Pool; store: EventStore; close: () => Promise<void> }>;
export type OpenStore = OpenDatabase &
  Readonly<{
    /** counted with the same data files as the API's */
    views: readonly View[];
    clock: () => Date;
  }>;

export type EventStoreDbTables = Readonly<{
  pool: pg.Pool;
  options: ReturnType<typeof addressOf>;
  close: () => Promise<void>;
}>;

/** There is no record where the environment says. */
export class NoStore extends Error {
  override readonly name = 'NoStore';
}

const clock = (): Date => new Date();

/** The record, found as the API finds it: DATABASE_URL, else DATA_DIR, also while the API runs on it. @throws NoStore, NoDatabase, DataNewer */
export async function openDatabase(env: NodeJS.ProcessEnv): Promise<OpenDatabase> {
  const onEventStoreDb = isEventStoreDb(given(env, 'EVENT_STORE'));
  return onServer(env, onEventStoreDb, async ({ pool, close }) => {
    const store = onEventStoreDb
      ? await openEventStoreDb(pool, addressOf(env))
      : new PostgresEventStore(pool, { clock });
    return { pool, store, close: () => store.close().finally(close) };
  });
}

/**
 * The side records in PostgreSQL of a log on EventStoreDB, whether the two agree or not; opened by the owner of the
 * tables, because the program's role could not take anything back. @throws as openDatabase
 */
export async function openEventStoreDbTables(env: NodeJS.ProcessEnv): Promise<EventStoreDbTables> {
  if (!isEventStoreDb(given(env, 'EVENT_STORE'))) throw new NoStore(both(viewsText.onlyEventStoreDb));
  return onServer(env, true, ({ owner, close }) => {
    const pool = openPool(owner);
    return Promise.resolve({ pool, options: addressOf(env), close: () => pool.end().finally(close) });
  });
}

const addressOf = (env: NodeJS.ProcessEnv) => {
  const prefix = given(env, 'EVENTSTOREDB_PREFIX') ?? eventStoreDbDefaults.prefix;
  if (!isPrefix(prefix)) throw new NoStore(both(viewsText.wrongPrefix));
  return { address: given(env, 'EVENTSTOREDB_URL') ?? '', prefix, clock };
};

type OnServer = Readonly<{ pool: pg.Pool; owner: pg.PoolConfig; close: () => Promise<void> }>;

/** The program's pool, after the migrations; closed again where `open` fails. */
const onServer = async <T>(
  env: NodeJS.ProcessEnv,
  onEventStoreDb: boolean,
  open: (on: OnServer) => Promise<T>,
): Promise<T> => {
  const { program, owner, stop } = await serverOf(env);
  const pool = openPool(program);
  const close = async (): Promise<void> => {
    await pool.end();
    await stop();
  };
  try {
    await reachDatabase(pool);
    await onDatabase(
      byOwner({ program: pool, owner, open: openPool, walls: listWalls }, (asOwner) =>
        migrated(asOwner, onEventStoreDb),
      ),
    );
    return await open({ pool, owner: owner ?? program, close });
  } catch (error) {
    await close();
    throw error;
  }
};

const migrated = async (pool: pg.Pool, onEventStoreDb: boolean): Promise<void> => {
  await checkFormats(pool);
  // It may still run, and would find the lists empty behind the walls that are made here.
  if (await isOfEarlier(pool)) throw new NoStore(both(viewsText.notStarted));
  await writeFormats(pool, versionLine(), walledParts);
  await (onEventStoreDb ? migrateEventStoreDb(pool) : migrateLedger(pool));
  await Promise.all([
    migrateDocuments(pool),
    migrateIdentity(pool),
    migrateViews(pool),
    new AttemptLog(pool).migrate(),
  ]);
};

/** The record and its views. @throws as openDatabase, RuleDataRefused */
export async function openStore(env: NodeJS.ProcessEnv): Promise<OpenStore> {
  const views = viewsBy(rulesOf(env));
  return { ...(await openDatabase(env)), views, clock };
}

/** A misspelt store would be taken for the other one. */
const isEventStoreDb = (store = 'postgres'): boolean => {
  if (store !== 'postgres' && store !== 'eventstoredb') throw new NoStore(both(viewsText.wrongStore));
  return store === 'eventstoredb';
};

type Served = Readonly<{
  program: pg.PoolConfig;
  /** of the tables; undefined where the program's role is that too */
  owner: pg.PoolConfig | undefined;
  stop: () => Promise<void>;
}>;

const serverOf = async (env: NodeJS.ProcessEnv): Promise<Served> => {
  const url = given(env, 'DATABASE_URL');
  const ownerUrl = given(env, 'DATABASE_OWNER_URL');
  if (url) {
    const owner = ownerUrl === undefined ? undefined : connectionOf(ownerUrl);
    return { program: connectionOf(url), owner, stop: () => Promise.resolve() };
  }
  const dataDir = path.resolve(given(env, 'DATA_DIR') ?? './data');
  if (!existsSync(path.join(dataDir, 'postgres'))) throw new NoStore(both(viewsText.noData(dataDir)));
  await checkFolder(dataDir);
  const { program, connection: owner, stop } = await joinEmbeddedPostgres({ dataDir });
  return { program, owner, stop };
};
