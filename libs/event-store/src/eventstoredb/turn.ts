import pg from 'pg';
import { ignore } from './patience.js';
import { asking, type Ask } from '../postgres/ask.js';

const lockMs = 2_000;
const lockUnavailable = '55P03';

/** Whether this process has the turn, on a connection of its own; it may begin and end with other statements. */
export type Turn = { readonly ask: Ask; held: boolean };

/**
 * Processes that write to one record take turns, so that they do not send each other's appends a second time. The turn
 * is advisory: when its holder hangs, the next process goes on without it.
 */
export async function inTurn<T>(
  pool: pg.Pool,
  patienceMs: number,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const turn: Turn = { ask: asking(client, () => patienceMs), held: false };
  let broken = true;
  try {
    const result = await work(turn);
    if (turn.held) await turn.ask(`SELECT pg_advisory_unlock(hashtext('eventstoredb turn'))`);
    broken = false;
    return result;
  } finally {
    // The end of the session ends what it holds.
    client.release(broken);
  }
}

export async function beginTurn(turn: Turn): Promise<void> {
  try {
    await turn.ask(
      `BEGIN; SET LOCAL lock_timeout = ${lockMs}; SELECT pg_advisory_lock(hashtext('eventstoredb turn')); COMMIT`,
    );
    turn.held = true;
  } catch (error) {
    await turn.ask('ROLLBACK').catch(ignore);
    if (!(error instanceof pg.DatabaseError && error.code === lockUnavailable)) throw error;
  }
}
