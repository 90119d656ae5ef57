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
export const readingUnder = <T>(under: Under, work: Work<T>): Promise<T> =>
  between('BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY', under, work);

/** All of it or nothing. When `work` fails, the connection is closed, which takes back what it did. */
export const writingUnder = <T>(under: Under, work: Work<T>): Promise<T> => between('BEGIN', under, work);

const ignore = (): void => {
  // the query under way, or the next one, fails with the same error
};

const between = async <T>(begin: string, { pool, scope, opening = '' }: Under, work: Work<T>): Promise<T> => {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken = true;
  try {
    const begins = [begin, longestIdle, declared(scope)].join('; ');
    const answers = (await client.query(`${begins}; ${opening}`)) as unknown as readonly pg.QueryResult[];
    const result = await work(client, answers.slice(statementsOfBeginning));
    await client.query('COMMIT');
    broken = false;
    return result;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
};

/** Of `begins`: the beginning, the bound, and the two settings. */
const statementsOfBeginning = 4;
