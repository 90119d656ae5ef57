import type pg from 'pg';
import { NoDatabase } from './no-database.js';
import type { Scope } from './scope.js';

type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
type Policy = Readonly<{ command: Command; rows: string }>;
/** Row-level security of a table: which rows are there for whom (`Scope`). */
export type Wall = Readonly<{ table: string; policies: Readonly<Record<string, Policy>> }>;

/**
 * SQL: the agency that the transaction works for; null where it has declared none. In a SELECT of its own, since a setting
 * is then looked up once a query and not once a row.
 */
const agency = `(SELECT NULLIF(current_setting('anjuan.agency', true), '') AS agency)`;
/** Not in a SELECT of its own: of the rows of the agency it is not looked at, and planning one costs every query. */
const tasked = (...tasks: readonly Exclude<Scope, object>[]): string =>
  `current_setting('anjuan.scope', true) = ANY (ARRAY[${tasks.map((one) => `'${one}'`).join(', ')}])`;

/** SQL: rows of the agency itself, and those of `others` that every agency is shown. */
export const rowsOfAgency = (others?: string): string =>
  `agency = ${agency}${others === undefined ? '' : ` OR (${others} AND ${agency} IS NOT NULL)`}`;

/** One policy a command: the server plans, in each query, every one that the command has. */
const policies = (read: string, written: string): Wall['policies'] => ({
  rows_read: { command: 'SELECT', rows: read },
  rows_added: { command: 'INSERT', rows: written },
  rows_changed: { command: 'UPDATE', rows: written },
  rows_removed: { command: 'DELETE', rows: written },
});

/** A table of the record: rows of an agency are read, and added, under that agency. */
export const wallOfRecord = (table: string): Wall => ({
  table,
  policies: policies(`${rowsOfAgency()} OR ${tasked('every-agency')}`, rowsOfAgency()),
});

/**
 * A table derived from the record: rows of an agency are read under that agency; all are written by whoever keeps up the
 * lists.
 * @param rows SQL: which of them an agency's readers are shown
 */
export const wallOfList = (table: string, rows = rowsOfAgency()): Wall => ({
  table,
  policies: policies(`${rows} OR ${tasked('every-agency', 'lists')}`, tasked('lists')),
});

/**
 * Statements that make what is missing of the wall; by the owner of the table. FORCE binds the owner too: where one
 * account does both, it is the program.
 */
export const walled = ({ table, policies }: Wall): string => `
  DO $wall$ BEGIN
    IF to_regclass('${table}') IS NULL THEN RETURN; END IF;
    ${Object.entries(policies)
      .map(
        ([name, { command, rows }]) =>
          `IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = '${table}'::regclass AND polname = '${name}') THEN
             CREATE POLICY ${name} ON ${table} FOR ${command} ${command === 'INSERT' ? 'WITH CHECK' : 'USING'} (${rows});
           END IF;`,
      )
      .join('\n')}
    IF NOT (SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = '${table}'::regclass) THEN
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    END IF;
  END $wall$;`;

type Found = Readonly<{
  table: string;
  on: boolean;
  name: string | null;
  command: string | null;
  permissive: boolean | null;
  rows: string | null;
  added: string | null;
}>;

type Database = Pick<pg.Pool | pg.ClientBase, 'query'>;

/** What differs from these walls in the database; a table that is not there shows nothing. */
export const breachesIn = async (database: Database, walls: readonly Wall[]): Promise<readonly string[]> => {
  const { rows } = await database.query<Found>(
    `SELECT w.name AS "table", c.relrowsecurity AND c.relforcerowsecurity AS "on", p.polname AS name,
       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' END AS command,
       p.polpermissive AND p.polroles = '{0}' AS permissive,
       pg_get_expr(p.polqual, p.polrelid) AS "rows", pg_get_expr(p.polwithcheck, p.polrelid) AS added
     FROM unnest($1::text[]) AS w (name) JOIN pg_class c ON c.oid = to_regclass(w.name)
     LEFT JOIN pg_policy p ON p.polrelid = c.oid ORDER BY 1, 3`,
    [walls.map(({ table }) => table)],
  );
  return walls.flatMap((wall) =>
    breachesOf(
      wall,
      rows.filter(({ table }) => table === wall.table),
    ),
  );
};

const breachesOf = ({ table, policies }: Wall, found: readonly Found[]): readonly string[] => {
  if (found.length === 0) return [];
  const off = found[0]?.on === true ? [] : [`ROW LEVEL SECURITY on ${table}`];
  const missing = Object.keys(policies).filter((name) => !found.some((one) => one.name === name));
  const other = found.filter((one) => one.name !== null && !isAs(policies[one.name], one));
  return [...off, ...[...missing, ...other.map(({ name }) => name)].map((name) => `${name} on ${table}`)];
};

const isAs = (policy: Policy | undefined, { command, permissive, rows, added }: Found): boolean =>
  policy !== undefined &&
  command === policy.command &&
  permissive === true &&
  (command === 'INSERT' ? rows : added) === null &&
  plain((command === 'INSERT' ? added : rows) ?? '') === plain(policy.rows);

/** The server writes conditions with more brackets, and with the types of constants. */
const plain = (condition: string): string => condition.replaceAll('::text', '').replaceAll(/[()\s]/g, '');

/** Those of tables that show anybody less than all: where row-level security is off, nothing is hidden. */
export const wallsUp = async (database: Database, walls: readonly Wall[]): Promise<readonly Wall[]> => {
  const { rows } = await database.query<{ name: string }>(
    `SELECT w.name FROM unnest($1::text[]) AS w (name)
     JOIN pg_class c ON c.oid = to_regclass(w.name) WHERE c.relrowsecurity`,
    [walls.map(({ table }) => table)],
  );
  return walls.filter(({ table }) => rows.some(({ name }) => name === table));
};

/** @throws NoDatabase where a wall is not as it was made */
export const mustStand = async (database: Database, walls: readonly Wall[]): Promise<void> => {
  const breaches = await breachesIn(database, walls);
  if (breaches.length === 0) return;
  const named = breaches.join(', ');
  throw new NoDatabase(
    `数据库无法使用：各机关数据的行级安全策略缺失或者被改动（${named}），请由表的所有者以 DROP POLICY 删去被改动的各项后重新启动，程序即予重建。The database cannot be used: row-level security between agencies is missing or was altered (${named}). Let the owner of the tables drop what was altered (DROP POLICY) and start again: the start makes it anew.`,
  );
};
