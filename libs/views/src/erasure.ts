import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import type { Checkpoint } from './checkpoint.js';
import { alone } from './schema.js';
import { nextBuild } from './tables.js';
import { inTransaction } from './transaction.js';
import { tableOf, type View } from './view.js';

type Erasing = Readonly<{ pool: pg.Pool; store: EventStore; views: readonly View[]; clock: () => Date }>;

/**
 * Erases disclosures from the record and from the views: a build that is being filled starts again; for an active build
 * the process that runs the views fills a new one, and the old one is read until it is ready. Gives the number erased
 * from the record. After a failure it is called again with the same digests.
 * @throws StoreUnavailable, pg.DatabaseError
 */
export async function erase(
  digests: readonly string[],
  { pool, store, views, clock }: Erasing,
): Promise<number> {
  const erased = await store.erase(digests);
  await inTransaction(pool, beginAgain);
  for (const view of views) await nextBuild(pool, view, clock());
  return erased;
}

/** Of another program's versions too. A fill under way meets its checkpoint where it did not leave it, and ends. */
async function beginAgain(client: pg.PoolClient): Promise<void> {
  await client.query(alone);
  const { rows } = await client.query<Checkpoint>(
    'SELECT * FROM views.checkpoint WHERE NOT served FOR UPDATE',
  );
  for (const one of rows) {
    const key = [one.name, one.version, one.build];
    await client.query(`DELETE FROM ${tableOf(one)}`);
    await client.query('DELETE FROM views.parked WHERE name = $1 AND version = $2 AND build = $3', key);
    await client.query(
      `UPDATE views.checkpoint
       SET position = NULL, stream = NULL, revision = NULL, event_id = NULL, taken = 0, state = 'filling', error = NULL
       WHERE name = $1 AND version = $2 AND build = $3`,
      key,
    );
  }
}
