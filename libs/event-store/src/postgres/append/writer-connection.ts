import type pg from 'pg';
import { ignore, ownConnection } from '../pool.js';

/**
 * The one connection that appends go through, beside the pool: readers who have taken all of that keep no append
 * waiting. What is asked while the server works is sent at once, and answered in the order of asking.
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

  /** Asked for by one at a time. @throws when it does not come within so many ms */
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

  /** Whatever was asked through it stays without an answer. */
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
