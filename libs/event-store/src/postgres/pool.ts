import { clientOf } from '@anjuan/database';
import pg from 'pg';

// The pool ends connections idle for 10 s, so a session idle for longer has lost its client: the network has dropped it
// unnoticed by the server, which would keep it for hours, until no connections are left.
const endsOrphans = {
  text: `SELECT set_config('idle_session_timeout', '60s', false)
    WHERE current_setting('idle_session_timeout') = '0'`,
  query_timeout: 5_000,
};

const onServer = {
  onConnect: async (client: pg.ClientBase): Promise<void> => {
    await client.query(endsOrphans);
  },
};

/**
 * A pool that survives a restart of the database and gives up connecting after 5 s and waiting for an answer after
 * 15 s, unless `config` says otherwise. A session that is lost on the way ends on the server within a minute, or
 * within the `idle_session_timeout` of the server, of the user or of `options`.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return surviving(
    new pg.Pool({
      max: 10,
      connectionTimeoutMillis: 5_000,
      // Detects within half a minute that the peer is gone, also on an idle connection.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      query_timeout: 15_000,
      ...onServer,
      ...config,
    }),
  );
}

/**
 * Without an 'error' listener, the loss of an idle connection or of one just handed out would end the program. The
 * pool replaces the connection; its user gets the error as the result of the query.
 */
export function surviving(pool: pg.Pool): pg.Pool {
  return pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
}

/** A connection outside the pool, with the pool's settings, if it opens in time; its queries are pipelined. */
export async function ownConnection(pool: pg.Pool, withinMs: number): Promise<pg.Client> {
  const { connectionTimeoutMillis: most = withinMs } = pool.options;
  const connectionTimeoutMillis = Math.min(withinMs, most);
  const client = clientOf(pool.options, { connectionTimeoutMillis, pipeline: true });
  client.on('error', ignore);
  try {
    await client.connect();
    await onServer.onConnect(client);
    return client;
  } catch (error) {
    client.end().catch(ignore);
    throw error;
  }
}

export function ignore(): void {
  // see surviving
}
