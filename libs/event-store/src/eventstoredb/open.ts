import type pg from 'pg';
import type { EventStore } from '../event-store.js';
import type { EventStoreDbOptions } from './eventstoredb.js';
import type { Settled, Settling } from './start/settling-halves.js';

// The client, some sixty megabytes of memory with gRPC, is loaded only where it is used.
const start = () => import('./start/opened.js');

/**
 * The record on EventStoreDB, once the server was found fit and the log and PostgreSQL to belong together.
 * @throws AddressRefused, NoEventStore, HalvesDiffer
 */
export async function openEventStoreDb(pool: pg.Pool, options: EventStoreDbOptions): Promise<EventStore> {
  return (await start()).opened(pool, options);
}

/** What `openEventStoreDb` looks at, each part for itself. Writes nothing. @throws AddressRefused */
export async function examineEventStoreDb(pool: pg.Pool, options: EventStoreDbOptions) {
  return (await start()).examined(pool, options);
}

/** Derives again from the log what PostgreSQL remembers of it. @throws AddressRefused, NoEventStore, HalvesDiffer */
export async function settleEventStoreDb(
  pool: pg.Pool,
  options: EventStoreDbOptions,
  settling: Settling,
): Promise<Settled> {
  return (await start()).settled(pool, options, settling);
}
