import type pg from 'pg';

/** The rows of the last statement in `text`. */
export type Ask = <Row extends pg.QueryResultRow>(
  text: string,
  values?: unknown[],
  /** of a statement the server keeps parsed for the connection */
  name?: string,
) => Promise<readonly Row[]>;

/** @param left how long an answer is waited for, in ms */
export function asking(connection: pg.Pool | pg.ClientBase, left: () => number): Ask {
  return async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = [], name?: string) => {
    const timed = { text, values, query_timeout: left(), ...(name !== undefined && { name }) };
    // For several statements at once the driver gives an array of results.
    const results = [await connection.query<Row>(timed)].flat();
    return results.at(-1)?.rows ?? [];
  };
}
