import pg from 'pg';

/**
 * What a transaction is for: to work for one agency, to read what every agency has, or to keep up the lists. Tables
 * behind a wall (`wall.ts`) show no row and take none where nothing was declared.
 */
export type Scope = Readonly<{ agency: string }> | 'every-agency' | 'lists';

/**
 * SQL for the beginning of a transaction. Both settings are made, so that nothing counts which somebody has left on the
 * connection, and both end with the transaction: whoever gets the connection next, also from a pooler, has none.
 */
export const declared = (scope: Scope): string => {
  const [agency, task] = typeof scope === 'string' ? ['', scope] : [scope.agency, ''];
  return `SET LOCAL anjuan.agency = ${pg.escapeLiteral(agency)}; SET LOCAL anjuan.scope = '${task}'`;
};

type Opened = Promise<readonly pg.QueryResult[]>;
type Work<T> = (client: pg.PoolClient, opened: Opened) => Promise<T>;
type Under = Readonly<{
  pool: pg.Pool;
  scope: Scope;
  /** Statements without parameters that are sent with the beginning; `work` is given their results. */
  opening?: string;
}>;

// The server ends the transaction of a process that hangs: it would keep others from changing the tables.
const longestIdle = `SET LOCAL idle_in_transaction_session_timeout = '30s'`;

/**
 * Reads in one transaction, each statement what is there when it begins. What `work` asks first goes out with the
 * beginning, without waiting for its answer, where the pool's connections are pipelined. When it fails, the connection
 * is closed.
 */
export const readingUnder = async <T>({ pool, ...under }: Under, work: Work<T>): Promise<T> => {
  const lent = await Lent.from(pool);
  const result = await lent.orClosed(async (client) => {
    const opened = begun(client, 'BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY', under);
    const [beginning, read] = await Promise.allSettled([opened, work(client, opened)]);
    // Where the transaction did not begin, nothing counts that was answered outside of it.
    if (beginning.status === 'rejected') throw beginning.reason;
    if (read.status === 'rejected') throw read.reason;
    return read.value;
  });
  // Nothing of what was read depends on how the transaction ends: its reader does not wait for that.
  lent.commit().catch(ignore);
  return result;
};

/** All of it or nothing, once it has begun. When `work` fails, the connection is closed, which takes back what it did. */
export const writingUnder = async <T>({ pool, ...under }: Under, work: Work<T>): Promise<T> => {
  const lent = await Lent.from(pool);
  const result = await lent.orClosed(async (client) => {
    const opened = begun(client, 'BEGIN', under);
    await opened;
    return work(client, opened);
  });
  await lent.commit();
  return result;
};

const begun = async (
  client: pg.PoolClient,
  begin: string,
  { scope, opening = '' }: Omit<Under, 'pool'>,
): Opened => {
  const beginning = [begin, longestIdle, declared(scope)].join('; ');
  const answers = (await client.query(`${beginning}; ${opening}`)) as unknown as readonly pg.QueryResult[];
  return answers.slice(statementsOfBeginning);
};
/** The beginning, the bound, and the two settings. */
const statementsOfBeginning = 4;

const ignore = (): void => {
  // the query under way, or the next one, fails with the same error
};

/** A connection of the pool, which gets it back at the end of one transaction. */
class Lent {
  private constructor(private readonly client: pg.PoolClient) {
    client.on('error', ignore);
  }

  static async from(pool: pg.Pool): Promise<Lent> {
    return new Lent(await pool.connect());
  }

  async orClosed<T>(does: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    try {
      return await does(this.client);
    } catch (error) {
      this.#release(true);
      throw error;
    }
  }

  async commit(): Promise<void> {
    await this.orClosed((client) => client.query('COMMIT'));
    this.#release(false);
  }

  #release(broken: boolean): void {
    this.client.off('error', ignore);
    this.client.release(broken);
  }
}
