import type pg from 'pg';

const ignore = (): void => {
  // the query under way, or the next one, fails with the same error
};

/** Runs `work` in one transaction: all of it or nothing. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken = true;
  try {
    // A process that stands still in the midst gives way, so that another can fold.
    await client.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = '30s'`);
    const result = await work(client);
    await client.query('COMMIT');
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
