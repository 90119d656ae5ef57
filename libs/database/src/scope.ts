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

type Work<T> = (client: pg.PoolClient, opened: readonly pg.QueryResult[]) => Promise<T>;
type Under = Readonly<{
  pool: pg.Pool;
  scope: Scope;
  /** Statements without parameters that are sent with the beginning; `work` is given their results. */
  opening?: string;
}>;

// The server ends the transaction of a process that hangs: it would keep others from changing the tables.
const longestIdle = `SET LOCAL idle_in_transaction_session_timeout = '30s'`;

/** Reads in one transaction, each statement what is there when it begins. When `work` fails, the connection is closed. */
export const readingUnder = async <T>(under: Under, work: Work<T>): Promise<T> => {
  const lent = await Lent.from(under.pool);
  const result = await lent.does(under, 'BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY', work);
  // Nothing of what was read depends on how the transaction ends: its reader does not wait for that.
  lent.commit().catch(ignore);
  return result;
};

/** All of it or nothing. When `work` fails, the connection is closed, which takes back what it did. */
export const writingUnder = async <T>(under: Under, work: Work<T>): Promise<T> => {
  const lent = await Lent.from(under.pool);
  const result = await lent.does(under, 'BEGIN', work);
  await lent.commit();
  return result;
};

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

  async does<T>({ scope, opening = '' }: Under, begin: string, work: Work<T>): Promise<T> {
    return this.#orClosed(async () => {
      const begins = [begin, longestIdle, declared(scope)].join('; ');
      const answers = (await this.client.query(
        `${begins}; ${opening}`,
      )) as unknown as readonly pg.QueryResult[];
      return work(this.client, answers.slice(statementsOfBeginning));
    });
  }

  async commit(): Promise<void> {
    await this.#orClosed(() => this.client.query('COMMIT'));
    this.#release(false);
  }

  async #orClosed<T>(does: () => Promise<T>): Promise<T> {
    try {
      return await does();
    } catch (error) {
      this.#release(true);
      throw error;
    }
  }

  #release(broken: boolean): void {
    this.client.off('error', ignore);
    this.client.release(broken);
  }
}

/** Of `begins`: the beginning, the bound, and the two settings. */
const statementsOfBeginning = 4;
