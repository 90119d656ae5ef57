import pg from 'pg';
import { ignore } from './patience.js';
import { asking, type Ask } from '../postgres/ask.js';

const lockMs = 2_000;
const lockUnavailable = '55P03';

/**
 * Processes that write to one record take turns, so that they do not send each other's appends a second time. It is a
 * matter of manners: when whoever has the turn stands still, the next goes on without it.
 */
export async function inTurn<T>(
  pool: pg.Pool,
  patienceMs: number,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const ask = asking(client, () => patienceMs);
  let broken = true;
  try {
    const locked = await lock(ask);
    const result = await work(ask);
    if (locked) await ask(`SELECT pg_advisory_unlock(hashtext('eventstoredb turn'))`);
    broken = false;
    return result;
  } finally {
    // The end of the session ends what it holds.
    client.release(broken);
  }
}

async function lock(ask: Ask): Promise<boolean> {
  try {
    await ask(
      `BEGIN; SET LOCAL lock_timeout = ${lockMs}; SELECT pg_advisory_lock(hashtext('eventstoredb turn')); COMMIT`,
    );
    return true;
  } catch (error) {
    await ask('ROLLBACK').catch(ignore);
    if (error instanceof pg.DatabaseError && error.code === lockUnavailable) return false;
    throw error;
  }
}
