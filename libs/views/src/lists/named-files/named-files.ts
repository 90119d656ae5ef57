/** Which records name a file: one row for each file that a record names, in withdrawn entries too. */
import { readingUnder } from '@anjuan/database';
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
  version: '3',
  columns: `
    ${keyOf({ of: procedure })} text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    file text COLLATE "C" NOT NULL,
    PRIMARY KEY (${keyOf({ of: procedure })}, file)`,
  indexes: ['(agency, file)'],
  rows: ({ id, agency, history }: ViewRecord) => {
    const files = [...new Set(history.flatMap(({ event }) => hashesIn(shownIn(procedure, event))))];
    return files.map((file) => ({ [`${procedure.name}Id`]: id, agency, file }));
  },
});

export const namedFiles: readonly View[] = naming.map(namedFilesOf);

export type Naming = Readonly<{ procedure: AnyProcedure; id: string }>;

/** The number of records naming a file that are searched for one in which the person takes part. */
const most = 100;

type Row = Readonly<{ nth: number; id: string }>;
type Sought = Readonly<{ pool: Pool; agency: string; sha256: string }>;
/** SQL: the rows of a list that name the file `$2`. */
type Condition = 'file = $2' | 'files @> ARRAY[$2::text]';

const among = (view: View, condition: Condition): string =>
  `SELECT ${String(namedFiles.indexOf(view))} AS nth, ${keyOf(view)} AS id FROM ${servedAs(view)}
   WHERE ${condition} AND agency = $1`;

const found = async (
  { pool, agency, sha256 }: Sought,
  selections: readonly string[],
): Promise<readonly Row[]> => {
  const { rows } = await readingUnder({ pool, scope: { agency } }, (client) =>
    client.query<Row>(
      `SELECT * FROM (${selections.join(' UNION ALL ')}) AS named ORDER BY nth, id LIMIT ${String(most)}`,
      [agency, sha256],
    ),
  );
  return rows;
};

const codeIn = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
const [noSuchTable, noSuchColumn] = ['42P01', '42703'];

/** Until its successor is filled, a list of a program before this one is read: a row a record, with all its files. */
const foundInEither = async (sought: Sought): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const view of namedFiles)
    try {
      rows.push(...(await found(sought, [among(view, 'file = $2')])));
    } catch (error) {
      if (codeIn(error) !== noSuchColumn) throw error;
      rows.push(...(await found(sought, [among(view, 'files @> ARRAY[$2::text]')])));
    }
  return rows.slice(0, most);
};

/**
 * The agency's records that name the file, as far as the lists have come.
 * @throws ViewNotServed
 */
export async function recordsNaming(pool: Pool, agency: string, sha256: string): Promise<readonly Naming[]> {
  const sought = { pool, agency, sha256 };
  const all = namedFiles.map((view) => among(view, 'file = $2'));
  try {
    const rows = await found(sought, all).catch((error: unknown) => {
      if (codeIn(error) === noSuchColumn) return foundInEither(sought);
      throw error;
    });
    return rows.flatMap(({ nth, id }) => {
      const procedure = naming[nth];
      return procedure ? [{ procedure, id }] : [];
    });
  } catch (error) {
    if (codeIn(error) === noSuchTable)
      throw new ViewNotServed('files', 'it was never filled. Start the program that fills it.');
    throw error;
  }
}
