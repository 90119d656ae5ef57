import { existsSync } from 'node:fs';
import path from 'node:path';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import {
  migrate as migrateLedger,
  migrateBeside,
  openEventStoreDb,
  openPool,
  PostgresEventStore,
  type EventStore,
} from '@anjuan/event-store';
import { readRuleData } from '@anjuan/rule-data';
import { migrate as migrateViews, viewsBy, type View } from '@anjuan/views';
import type pg from 'pg';
import { both, viewsText } from '../messages.js';

export type OpenStore = Readonly<{
  pool: pg.Pool;
  store: EventStore;
  /** counted with the same data files as the API's */
  views: readonly View[];
  clock: () => Date;
  close: () => Promise<void>;
}>;

/** There is no database where DATABASE_URL or DATA_DIR says, or it does not answer. */
export class NoStore extends Error {
  override readonly name = 'NoStore';
}

const clock = (): Date => new Date();

/** The record and its views, found as the API finds them: DATABASE_URL, else DATA_DIR, also while the API runs on it. */
export async function openStore(env: NodeJS.ProcessEnv): Promise<OpenStore> {
  const url = env['DATABASE_URL'];
  const dataDir = path.resolve(env['DATA_DIR'] ?? './data');
  if (!url && !existsSync(path.join(dataDir, 'postgres'))) throw new NoStore(both(viewsText.noData(dataDir)));
  const views = viewsBy(await readRuleData(path.resolve(env['RULES_DIR'] ?? './rules')));
  const server = url ? undefined : await joinEmbeddedPostgres({ dataDir });
  const pool = openPool(server ? server.connection : { connectionString: url });
  const beside = env['EVENT_STORE'] === 'eventstoredb';
  const store = beside
    ? await openEventStoreDb(pool, { address: env['EVENTSTOREDB_URL'] ?? '', clock })
    : new PostgresEventStore(pool, { clock });
  const close = async (): Promise<void> => {
    await store.close();
    await pool.end();
    await server?.stop();
  };
  try {
    await (beside ? migrateBeside(pool) : migrateLedger(pool));
    await migrateViews(pool);
  } catch (cause) {
    await close();
    throw new NoStore(both(viewsText.noAnswer(cause instanceof Error ? cause.message : String(cause))), {
      cause,
    });
  }
  return { pool, store, views, clock, close };
}
