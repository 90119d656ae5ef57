import {
  migrate,
  migrateBeside,
  openEventStoreDb,
  PostgresEventStore,
  StoreUnavailable,
  type EventStore,
} from '@anjuan/event-store';
import type pg from 'pg';
import type { Config } from './config.js';

/** EventStoreDB does not answer, or does not let us in. The address may hold a password and is not repeated. */
export class NoEventStore extends Error {
  override readonly name = 'NoEventStore';
}

/** The store that the configuration names, with what it needs in PostgreSQL. */
export const openStore = async (config: Config, pool: pg.Pool, clock: () => Date): Promise<EventStore> => {
  if (config.EVENT_STORE === 'postgres') {
    await migrate(pool);
    return new PostgresEventStore(pool, { clock });
  }
  await migrateBeside(pool);
  const store = await openEventStoreDb(pool, { address: config.EVENTSTOREDB_URL ?? '', clock });
  try {
    await store.head();
    return store;
  } catch (error) {
    await store.close();
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new NoEventStore(
      '无法使用 EventStoreDB，请检查 EVENTSTOREDB_URL、服务器、账号、证书与网络。EventStoreDB cannot be used: check EVENTSTOREDB_URL, the server, the account, the certificates and the network.',
      { cause: error },
    );
  }
};
