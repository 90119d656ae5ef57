import { declared } from '@anjuan/database';
import type pg from 'pg';
import { isOfRecord } from './not-taken.js';

const ignore = (): void => {
  // the query under way, or the next one, fails with the same error
};

// The server ends the transaction of a process that hangs, so that another can work. Lists have a wall between agencies,
// and whoever keeps them up works for all of them.
const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = '30s'; ${declared('lists')}`;
// After a crash lost rows are folded again from the checkpoint lost with them: no commit waits for the disk.
const beginFolding = `${begin}; SET LOCAL synchronous_commit = off`;

/**
 * Lends a connection. When `work` fails, the connection is closed: that rolls its transaction back, and the next user
 * does not get a connection with an unanswered query.
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

/** When `work` fails, the caller must close the connection, which rolls the transaction back. */
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
