/** Which records name a file: one row a record that names any, with the hashes of all that it names, withdrawn entries too. */
import type { AnyProcedure, Event } from '@anjuan/procedure';
import { hashesIn, procedures } from '@anjuan/record';
import type { Pool } from 'pg';
import { ViewNotServed } from '../../served.js';
import { keyOf, servedAs, type View, type ViewRecord } from '../../view.js';

/** Events in a side stream of another record name no files. */
const naming = procedures.filter(({ sideStream }) => sideStream === undefined);

/** What is hidden from every reader leads to no file; what was recorded before it was kept apart has it in its bytes. */
const shownIn = ({ personal, hidden }: AnyProcedure, { type, data }: Event<string, unknown>): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  const apart = (personal[type] ?? []).filter(({ kind }) => hidden.includes(kind));
  const fields = Object.entries(data);
  return Object.fromEntries(
    fields.filter(([field]) => !apart.some(({ pointer }) => pointer === `/${field}`)),
  );
};

const namedFilesOf = (procedure: AnyProcedure): View => ({
  name: `${procedure.name}-files`,
  of: procedure,
  version: '2',
  columns: `
    ${keyOf({ of: procedure })} text COLLATE "C" PRIMARY KEY,
    agency text NOT NULL,
    files text[] NOT NULL`,
  indexes: ['USING gin (files)'],
  rows: ({ id, agency, history }: ViewRecord) => {
    const files = [...new Set(history.flatMap(({ event }) => hashesIn(shownIn(procedure, event))))];
    return files.length === 0 ? [] : [{ [`${procedure.name}Id`]: id, agency, files }];
  },
});

export const namedFiles: readonly View[] = naming.map(namedFilesOf);

export type Naming = Readonly<{ procedure: AnyProcedure; id: string }>;

/** The number of records naming a file that are searched for one in which the person takes part. */
const most = 100;

const each = namedFiles
  .map(
    (view, nth) =>
      `SELECT ${String(nth)} AS nth, ${keyOf(view)} AS id FROM ${servedAs(view)} WHERE files @> ARRAY[$2::text] AND agency = $1`,
  )
  .join(' UNION ALL ');

const noSuchTable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42P01';

/**
 * The agency's records that name the file, as far as the lists have come.
 * @throws ViewNotServed
 */
export async function recordsNaming(pool: Pool, agency: string, sha256: string): Promise<readonly Naming[]> {
  try {
    const { rows } = await pool.query<{ nth: number; id: string }>(
      `SELECT * FROM (${each}) AS named ORDER BY nth, id LIMIT ${String(most)}`,
      [agency, sha256],
    );
    return rows.flatMap(({ nth, id }) => {
      const procedure = naming[nth];
      return procedure ? [{ procedure, id }] : [];
    });
  } catch (error) {
    if (noSuchTable(error))
      throw new ViewNotServed('files', 'it was never filled. Start the program that fills it.');
    throw error;
  }
}
