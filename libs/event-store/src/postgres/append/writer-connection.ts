import type pg from 'pg';
import { ignore, ownConnection } from '../pool.js';

/**
 * The one connection of all appends, outside the pool, so that readers who use up the pool delay no append. Queries are
 * pipelined: sent at once and answered in order.
 */
export class WriterConnection {
  readonly #pool: pg.Pool;
  #client: pg.Client | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  get current(): pg.Client | undefined {
    return this.#client;
  }

  /** Called by one caller at a time. @throws when the connection does not open within so many ms */
  async open(withinMs: number): Promise<pg.Client> {
    const client = await ownConnection(this.#pool, withinMs);
    // Whatever an append looks for has an index. A plan made while the record was small would read whole tables of a
    // large one until the server analyses them.
    client
      .query('SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off')
      .catch(ignore);
    client.once('end', () => {
      if (this.#client === client) this.#client = undefined;
    });
    this.#client = client;
    return client;
  }

  /** Pending queries on it get no answer. */
  drop(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
    client.end().catch(ignore);
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(ignore);
  }
}
