import { openEventStoreDb, PostgresEventStore, type EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import type { Config } from '../parts/config.js';

/** The store that the configuration names. What it needs in PostgreSQL is there. @throws NoEventStore, HalvesDiffer */
export const openStore = async (config: Config, pool: pg.Pool, clock: () => Date): Promise<EventStore> => {
  if (config.EVENT_STORE === 'postgres') return new PostgresEventStore(pool, { clock });
  const { EVENTSTOREDB_URL: address = '', EVENTSTOREDB_PREFIX: prefix } = config;
  return openEventStoreDb(pool, { address, prefix, clock });
};
