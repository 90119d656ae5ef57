import { rowsOfAgency, walled, wallOfList, type Wall } from '@anjuan/database';
import type pg from 'pg';
import { tableOf, tableOfBuild, type Build } from './view.js';

/** Of lists by their name, rows that every agency's readers are shown. */
const shownToAll: Readonly<Record<string, string>> = {
  // Tries to sign in, and refusals, of those whom nobody knows.
  accesses: 'person IS NULL',
};

const wallOf = (table: string, list: string): Wall => wallOfList(table, rowsOfAgency(shownToAll[list]));

/** Statements that make the wall of a build: every list has a column `agency`. */
export const walledBuild = (build: Build): string => walled(wallOf(tableOfBuild(build), build.view.name));

type Row = Readonly<{ name: string; version: string; build: number }>;

/** Of every build of every list in the database, also those of another program's version, and of what is parked. */
export const listWalls = async (database: Pick<pg.Pool, 'query'>): Promise<readonly Wall[]> => {
  const { rows } = await database.query<Row>('SELECT name, version, build FROM views.checkpoint');
  const tables = rows.map((row) => ({ ...row, table: tableOf(row) }));
  const own = await database.query<{ table: string }>(
    `SELECT t AS "table" FROM unnest($1::text[]) AS t JOIN pg_attribute a ON a.attrelid = to_regclass(t)
     WHERE a.attname = 'agency' AND NOT a.attisdropped`,
    [tables.map(({ table }) => table)],
  );
  const withAgency = new Set(own.rows.map(({ table }) => table));
  // A list of a program before this one whose rows do not say whose they are is shown to no agency.
  const walls = tables.map(({ table, name }) =>
    withAgency.has(table) ? wallOf(table, name) : wallOfList(table, 'false'),
  );
  return [wallOfList('views.parked'), ...walls];
};
