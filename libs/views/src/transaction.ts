import type pg from 'pg';
import { isOfRecord } from './not-taken.js';

const ignore = (): void => {
  // the query under way, or the next one, fails with the same error
};

// A process that stands still in the midst gives way, so that another can act.
const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = '30s'`;
// What a crash takes back of a view is folded again, rows and checkpoint together: nobody waits for the disk.
const beginFolding = `${begin}; SET LOCAL synchronous_commit = off`;

/**
 * Lends a connection. One on which `work` failed is not given back: its end takes back what was begun, and a question
 * that was never answered is not left on it to the next who asks.
 */
export async function connected<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken = true;
  try {
    const result = await work(client);
    broken = false;
    return result;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** Folds in one transaction on this connection: all of it or nothing. A crash of the database may take it back. */
export async function transacted<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  return between(beginFolding, client, work);
}

/** Runs `work` in one transaction on a connection of its own. No crash takes it back: a table that was made is there. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return connected(pool, (client) => between(begin, client, () => work(client)));
}

/** When `work` fails, the connection is to be given up with what was begun on it. */
async function between<T>(begins: string, client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query(begins);
  const result = await work();
  await client.query('COMMIT');
  return result;
}

/** Runs `work` within the transaction; when it fails because of a record, what came before it stays. */
export async function attempted(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('SAVEPOINT attempt');
  try {
    await work();
    await client.query('RELEASE SAVEPOINT attempt');
  } catch (error) {
    if (isOfRecord(error)) await client.query('ROLLBACK TO SAVEPOINT attempt');
    throw error;
  }
}
