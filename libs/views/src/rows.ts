import type pg from 'pg';
import { streamOf } from '@anjuan/record';
import { EventNotTaken } from './not-taken.js';
import { keyOf, tableOfBuild, type Build, type View, type ViewRecord, type ViewRow } from './view.js';

/** The rows of one record; none: it is not on the list. */
export type RowsOfRecord = Readonly<{ id: string; rows: readonly ViewRow[] }>;

/** @throws EventNotTaken */
export const rowsOf = (view: View, of: ViewRecord): RowsOfRecord => {
  try {
    return { id: of.id, rows: view.rows(of) };
  } catch (cause) {
    const { type, v, revision } = of.history.at(-1)?.event ?? { type: 'nothing', v: 0, revision: -1 };
    const where = { stream: streamOf(of.procedure, of.id), revision, type, v };
    throw new EventNotTaken(where, `view ${view.name} has no rows for it (${String(cause)})`, { cause });
  }
};

/**
 * Puts these rows in place of those the records had; records in `unseen` had none.
 * @throws pg.DatabaseError
 */
export async function replaceRows(
  client: pg.PoolClient,
  build: Build,
  records: readonly RowsOfRecord[],
  unseen: ReadonlySet<string> = new Set(),
): Promise<void> {
  const table = tableOfBuild(build);
  const seen = records.filter(({ id }) => !unseen.has(id)).map(({ id }) => id);
  if (seen.length > 0)
    await client.query(`DELETE FROM ${table} WHERE ${keyOf(build.view)} = ANY($1)`, [seen]);
  const rows = records.flatMap((one) => one.rows.map(asColumns));
  if (rows.length > 0)
    await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
}

const columns = new Map<string, string>();
const columnOf = (field: string): string => {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
};

const asColumns = (row: ViewRow): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]: [string, unknown]) => [columnOf(field), value]),
  );
