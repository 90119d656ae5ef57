import pg from 'pg';

/** A pool that survives a restart of the database and gives up connecting after 5 s, unless `config` says otherwise. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return surviving(new pg.Pool({ max: 10, connectionTimeoutMillis: 5_000, keepAlive: true, ...config }));
}

/** Without a listener an idle connection's end would end the program; the pool itself replaces the connection. */
export function surviving(pool: pg.Pool): pg.Pool {
  return pool.on('error', ignore);
}

export function ignore(): void {
  // whoever uses the connection next gets the error as the result of the query
}
