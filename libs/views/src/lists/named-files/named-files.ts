/**
 * Which records name a file: one row for each file that a record names, in withdrawn entries too. What is hidden from
 * every reader leads to no file: `hidden` are those that were recorded before such values were kept apart from the
 * permanent bytes.
 */
import { readingUnder } from '@anjuan/database';
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
  version: '4',
  columns: `
    ${keyOf({ of: procedure })} text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    file text COLLATE "C" NOT NULL,
    hidden boolean NOT NULL,
    PRIMARY KEY (${keyOf({ of: procedure })}, file, hidden)`,
  indexes: ['(agency, file)'],
  rows: ({ id, agency, history }: ViewRecord) => {
    const each = (part: typeof shownOf, hidden: boolean) =>
      [...new Set(history.flatMap(({ event }) => hashesIn(part(procedure, event))))].map((file) => ({
        ...{ [`${procedure.name}Id`]: id, agency, file, hidden },
      }));
    return [...each(shownOf, false), ...each(hiddenOf, true)];
  },
});

export const namedFiles: readonly View[] = naming.map(namedFilesOf);

export type Naming = Readonly<{ procedure: AnyProcedure; id: string }>;

/** The number of records naming a file that are searched for one in which the person takes part. */
const most = 100;

type Row = Readonly<{ nth: number; id: string }>;
type Sought = Readonly<{ pool: Pool; agency: string; sha256: string }>;
/** SQL: the rows that name the file `$2`; in a list of a program before this one: a row a record, with all its files. */
type Condition = Readonly<{ now: string; before: string }>;

const shown: Condition = { now: 'file = $2 AND NOT hidden', before: 'files @> ARRAY[$2::text]' };
const hidden: Condition = { now: 'file = $2 AND hidden', before: 'hidden_files @> ARRAY[$2::text]' };

const among = (view: View, condition: string): string =>
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

/** Until its successor is filled, a list of a program before this one is read. */
const foundInEither = async (sought: Sought, { now, before }: Condition): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const view of namedFiles)
    try {
      rows.push(...(await found(sought, [among(view, now)])));
    } catch (error) {
      if (codeIn(error) !== noSuchColumn) throw error;
      rows.push(...(await found(sought, [among(view, before)])));
    }
  return rows.slice(0, most);
};

/** One that does not say which files are hidden is as good as none. */
const notServed = (error: unknown): boolean => [noSuchTable, noSuchColumn].includes(String(codeIn(error)));

const rowsOf = async (sought: Sought, condition: Condition): Promise<readonly Row[]> => {
  const all = namedFiles.map((view) => among(view, condition.now));
  try {
    return await found(sought, all).catch((error: unknown) => {
      if (codeIn(error) === noSuchColumn) return foundInEither(sought, condition);
      throw error;
    });
  } catch (error) {
    if (notServed(error))
      throw new ViewNotServed('files', 'it was never filled. Start the program that fills it.');
    throw error;
  }
};

/**
 * The agency's records that name the file to their readers, as far as the lists have come.
 * @throws ViewNotServed
 */
export const recordsNaming = async (
  pool: Pool,
  agency: string,
  sha256: string,
): Promise<readonly Naming[]> => {
  const rows = await rowsOf({ pool, agency, sha256 }, shown);
  return rows.flatMap(({ nth, id }) => {
    const procedure = naming[nth];
    return procedure ? [{ procedure, id }] : [];
  });
};

/**
 * Whether a record of the agency holds the file, in its permanent bytes, where no reader is shown it.
 * @throws ViewNotServed
 */
export const isHiddenFile = async (pool: Pool, agency: string, sha256: string): Promise<boolean> =>
  (await rowsOf({ pool, agency, sha256 }, hidden)).length > 0;
