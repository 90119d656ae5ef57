/**
 * Which records name a file: one row a record that names any, with the hashes of all that it names, withdrawn entries
 * too. What is hidden from every reader leads to no file: `hidden_files` are those that were recorded before such values
 * were kept apart from the permanent bytes.
 */
import type { AnyProcedure } from '@anjuan/procedure';
import { hashesIn, hiddenOf, procedures, shownOf } from '@anjuan/record';
import type { Pool } from 'pg';
import { ViewNotServed } from '../../served.js';
import { keyOf, servedAs, type View, type ViewRecord } from '../../view.js';

/** Events in a side stream of another record name no files. */
const naming = procedures.filter(({ sideStream }) => sideStream === undefined);

const namedFilesOf = (procedure: AnyProcedure): View => ({
  name: `${procedure.name}-files`,
  of: procedure,
  version: '3',
  columns: `
    ${keyOf({ of: procedure })} text COLLATE "C" PRIMARY KEY,
    agency text NOT NULL,
    files text[] NOT NULL,
    hidden_files text[] NOT NULL`,
  indexes: ['USING gin (files)', 'USING gin (hidden_files)'],
  rows: ({ id, agency, history }: ViewRecord) => {
    const each = (part: typeof shownOf) => [
      ...new Set(history.flatMap(({ event }) => hashesIn(part(procedure, event)))),
    ];
    const [files, hiddenFiles] = [each(shownOf), each(hiddenOf)];
    return files.length + hiddenFiles.length === 0
      ? []
      : [{ [`${procedure.name}Id`]: id, agency, files, hiddenFiles }];
  },
});

export const namedFiles: readonly View[] = naming.map(namedFilesOf);

export type Naming = Readonly<{ procedure: AnyProcedure; id: string }>;

const namedIn = (column: string): string =>
  namedFiles
    .map(
      (view, nth) =>
        `SELECT ${String(nth)} AS nth, ${keyOf(view)} AS id FROM ${servedAs(view)} WHERE ${column} @> ARRAY[$2::text] AND agency = $1`,
    )
    .join(' UNION ALL ');
const shown = namedIn('files');
const hidden = namedIn('hidden_files');

/** The number of records naming a file that are searched for one in which the person takes part. */
const most = 100;

/** Nor the column, while an older version is served. */
const noSuchTable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '42703');

const answered = async <Answer>(query: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await query();
  } catch (error) {
    if (noSuchTable(error))
      throw new ViewNotServed('files', 'it was never filled. Start the program that fills it.');
    throw error;
  }
};

/**
 * The agency's records that name the file to their readers, as far as the lists have come.
 * @throws ViewNotServed
 */
export const recordsNaming = (pool: Pool, agency: string, sha256: string): Promise<readonly Naming[]> =>
  answered(async () => {
    const { rows } = await pool.query<{ nth: number; id: string }>(
      `SELECT * FROM (${shown}) AS named ORDER BY nth, id LIMIT ${String(most)}`,
      [agency, sha256],
    );
    return rows.flatMap(({ nth, id }) => {
      const procedure = naming[nth];
      return procedure ? [{ procedure, id }] : [];
    });
  });

/**
 * Whether a record of the agency holds the file, in its permanent bytes, where no reader is shown it.
 * @throws ViewNotServed
 */
export const isHiddenFile = (pool: Pool, agency: string, sha256: string): Promise<boolean> =>
  answered(async () => {
    const { rowCount } = await pool.query(`${hidden} LIMIT 1`, [agency, sha256]);
    return (rowCount ?? 0) > 0;
  });
