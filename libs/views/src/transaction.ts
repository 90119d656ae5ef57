import type pg from 'pg';

const ignore = (): void => {
  // the query under way, or the next one, fails with the same error
};

// A process that stands still in the midst gives way, so that another can fold. What a crash takes back of a view is
// folded again, rows and checkpoint together: nobody waits for the disk.
const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = '30s'; SET LOCAL synchronous_commit = off`;

/** Lends a connection; one that `work` has left broken is not given back to the pool. */
export async function connected<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken = true;
  try {
    const result = await work(client);
    broken = false;
    return result;
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** Runs `work` in one transaction on this connection: all of it or nothing. */
export async function transacted<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(ignore);
    throw error;
  }
}

/** Runs `work` in one transaction on a connection of its own. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return connected(pool, (client) => transacted(client, () => work(client)));
}

/** Runs `work` within the transaction; when it fails, what came before it stays. */
export async function attempted(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('SAVEPOINT attempt');
  try {
    await work();
    await client.query('RELEASE SAVEPOINT attempt');
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT attempt');
    throw error;
  }
}
