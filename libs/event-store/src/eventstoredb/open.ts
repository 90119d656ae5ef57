import type pg from 'pg';
import type { EventStore } from '../event-store.js';
import type { EventStoreDbOptions } from './eventstoredb.js';

/**
 * The record on EventStoreDB. The client, some sixty megabytes of memory with gRPC, is loaded only where it is used.
 * @throws AddressRefused
 */
export async function openEventStoreDb(pool: pg.Pool, options: EventStoreDbOptions): Promise<EventStore> {
  const { EventStoreDbStore } = await import('./eventstoredb.js');
  return new EventStoreDbStore(pool, options);
}
