import { RecordDamaged, type EventStore, type RecordedEvent } from '@anjuan/event-store';
import { streamOf } from '@anjuan/record';
import type pg from 'pg';
import { takeParked } from './apart.js';
import { RecordReading } from './record-source.js';
import { checkpointsOf, holdPatiently } from './checkpoint.js';
import { damaged, heldParked, parkedIn, type ParkedRecord } from './parking.js';
import { inTransaction } from './transaction.js';
import type { Build, View } from './view.js';

export type Retried = Readonly<{ taken: number; stillParked: number }>;

/**
 * Tries the parked records again, the one parked first first, each in a transaction of its own: all its events that wait
 * are taken at once, or it stays parked.
 * @throws StoreUnavailable, pg.DatabaseError: what was taken before stays taken
 */
export async function retryParked(pool: pg.Pool, store: EventStore, build: Build): Promise<Retried> {
  const parked = await parkedIn(pool, build);
  const reading = new RecordReading(store);
  let taken = 0;
  for (const { id } of parked)
    if (await inTransaction(pool, (client) => retryOne(client, { store, reading, build, id }))) taken++;
  return { taken, stillParked: parked.length - taken };
}

/** Tries the parked records of every build of the view. @throws StoreUnavailable, pg.DatabaseError */
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

type Retry = Readonly<{ store: EventStore; reading: RecordReading; build: Build; id: string }>;

async function retryOne(client: pg.PoolClient, { store, reading, build, id }: Retry): Promise<boolean> {
  // No batch is under way meanwhile: what waits is all there is up to the checkpoint.
  const checkpoint = await holdPatiently(client, build);
  if (!checkpoint) return false;
  const parked = await heldParked(client, build, id);
  if (!parked) return false;
  const events = await readParked(store, build, parked);
  if (events === undefined) return false;
  const upTo = checkpoint.position ?? '';
  const waiting = events.filter(({ position }) => position <= upTo);
  const last = waiting.at(-1);
  return (
    last !== undefined &&
    takeParked(client, build, { procedure: build.view.of, id, events: waiting, last }, reading)
  );
}

/** Undefined: the stream is damaged. If it was damaged before and is whole again, all of it is read anew. */
async function readParked(
  store: EventStore,
  { view }: Build,
  { id, lastRevision, revision, type }: ParkedRecord,
): Promise<readonly RecordedEvent[] | undefined> {
  try {
    if (type === damaged) return await store.read(streamOf(view.of, id));
    return await store.read(streamOf(view.of, id), lastRevision, revision);
  } catch (error) {
    if (error instanceof RecordDamaged) return undefined;
    throw error;
  }
}
