import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { takeParked } from './apart.js';
import { streamOf } from './case-events.js';
import { CaseReading } from './case-source.js';
import { checkpointsOf, holdPatiently } from './checkpoint.js';
import { heldParked, parkedIn } from './parking.js';
import { inTransaction } from './transaction.js';
import type { Build, View } from './view.js';

export type Retried = Readonly<{ taken: number; stillParked: number }>;

/**
 * Tries the parked cases again, the one parked first first, each in a transaction of its own: all its events that wait
 * are taken at once, or it stays parked.
 * @throws StoreUnavailable, pg.DatabaseError: what was taken before stays taken
 */
export async function retryParked(pool: pg.Pool, store: EventStore, build: Build): Promise<Retried> {
  const parked = await parkedIn(pool, build);
  const reading = new CaseReading(store);
  let taken = 0;
  for (const { caseId } of parked)
    if (await inTransaction(pool, (client) => retryOne(client, { store, reading, build, caseId }))) taken++;
  return { taken, stillParked: parked.length - taken };
}

/** Tries the parked cases of every build of the view. @throws StoreUnavailable, pg.DatabaseError */
export async function retry(
  view: View,
  { pool, store }: Readonly<{ pool: pg.Pool; store: EventStore }>,
): Promise<Retried> {
  const tries: Retried[] = [];
  for (const { build } of await checkpointsOf(pool, view))
    tries.push(await retryParked(pool, store, { view, build }));
  const sum = (of: keyof Retried): number => tries.reduce((total, one) => total + one[of], 0);
  return { taken: sum('taken'), stillParked: sum('stillParked') };
}

type Retry = Readonly<{ store: EventStore; reading: CaseReading; build: Build; caseId: string }>;

async function retryOne(client: pg.PoolClient, { store, reading, build, caseId }: Retry): Promise<boolean> {
  // No batch is under way meanwhile: what waits is all there is up to the checkpoint.
  if (!(await holdPatiently(client, build))) return false;
  const parked = await heldParked(client, build, caseId);
  if (!parked) return false;
  const events = await store.read(streamOf(caseId), parked.lastRevision, parked.revision);
  const last = events.at(-1);
  return last !== undefined && takeParked(client, build, { caseId, events, last }, reading);
}
