import pg from 'pg';

/**
 * A pool that survives a restart of the database and gives up connecting after 5 s and waiting for an answer after
 * 15 s, unless `config` says otherwise.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return surviving(
    new pg.Pool({
      max: 10,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      query_timeout: 15_000,
      ...config,
    }),
  );
}

/**
 * Without listeners the end of a connection would end the program: of an idle one, and of one just given out. The pool
 * replaces it; whoever uses it gets the error as the result of the query.
 */
export function surviving(pool: pg.Pool): pg.Pool {
  return pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
}

export function ignore(): void {
  // see surviving
}
