import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FolderUnusable } from '@anjuan/program';
import type pg from 'pg';
import { inTurn } from './in-turn.js';

/**
 * What lies in the database and in the data folder, with the version of each form that this program writes. Raise a
 * number when a program that does not know the new form must not work on it any more; a form that older programs can
 * read and write as before keeps its number.
 */
export const formats = {
  ledger: 2,
  eventstoredb: 1,
  issuer: 5,
  views: 2,
  documents: 5,
  audit: 2,
  files: 1,
} as const;

type Found = Readonly<{ part: string; version: number; program: string }>;

/** A newer program has written here. */
export class DataNewer extends Error {
  override readonly name = 'DataNewer';
  constructor({ part, version, program }: Found, known: number | undefined) {
    const here = known === undefined ? '0' : String(known);
    super(
      `数据已由更新的程序 ${program} 写过（${part} 第 ${String(version)} 版，本程序只识到第 ${here} 版）：请用该版本或更新的程序，或恢复升级前的备份。A newer program, ${program}, has written this data (${part} in version ${String(version)}, this program knows it up to ${here}): run that one or a later one, or restore a backup from before the upgrade.`,
    );
  }
}

const refuseNewer = (found: readonly Found[]): void => {
  for (const one of found) {
    const known = new Map<string, number>(Object.entries(formats)).get(one.part);
    if (known === undefined || one.version > known) throw new DataNewer(one, known);
  }
};

/** Before anything is migrated. @throws DataNewer */
export const checkFormats = async (database: pg.Pool | pg.ClientBase): Promise<void> => {
  const { rows } = await database.query<{ kept: string | null }>(
    "SELECT to_regclass('anjuan.format') AS kept",
  );
  if (rows[0]?.kept == null) return;
  refuseNewer((await database.query<Found>('SELECT part, version, program FROM anjuan.format')).rows);
};

/** Whether a program of this version, or a later one, has started here: earlier ones do not start any more. */
export const isStartedAs = async (
  database: pg.Pool | pg.ClientBase,
  ...parts: readonly (keyof typeof formats)[]
): Promise<boolean> => {
  const found = await formatsIn(database);
  return parts.every((part) => (found.get(part) ?? 0) >= formats[part]);
};

/** Whether the last program that started here is an earlier one, which may still run. */
export const isOfEarlier = async (database: pg.Pool | pg.ClientBase): Promise<boolean> => {
  const found = await formatsIn(database);
  return found.size > 0 && walledParts.some((part) => (found.get(part) ?? 0) < formats[part]);
};

/** None where no program has started yet. */
const formatsIn = async (database: pg.Pool | pg.ClientBase): Promise<ReadonlyMap<string, number>> => {
  const [kept] = (
    await database.query<{ kept: string | null }>("SELECT to_regclass('anjuan.format') AS kept")
  ).rows;
  if (kept?.kept == null) return new Map();
  const { rows } = await database.query<{ part: string; version: number }>(
    'SELECT part, version FROM anjuan.format',
  );
  return new Map(rows.map(({ part, version }) => [part, version]));
};

type Part = keyof typeof formats;

/** What lies behind a wall between agencies: an earlier program would find nothing there. */
export const walledParts = ['views', 'documents', 'audit'] as const satisfies readonly Part[];

/**
 * After everything is migrated; of `walledParts` before, since an earlier program may start meanwhile.
 * @param program its version, for the operator of an older one
 */
export const writeFormats = async (
  pool: pg.Pool,
  program: string,
  parts: readonly Part[] = Object.keys(formats) as Part[],
): Promise<void> => {
  await pool.query(`
    ${inTurn('anjuan format')}
    CREATE SCHEMA IF NOT EXISTS anjuan;
    CREATE TABLE IF NOT EXISTS anjuan.format (
      part text PRIMARY KEY, version integer NOT NULL, program text NOT NULL,
      since timestamptz NOT NULL DEFAULT now())`);
  await pool.query(
    `INSERT INTO anjuan.format AS f (part, version, program)
     SELECT part, version, $3 FROM unnest($1::text[], $2::integer[]) AS known (part, version)
     ON CONFLICT (part) DO UPDATE SET version = excluded.version, program = excluded.program, since = now()
       WHERE f.version < excluded.version`,
    [parts, parts.map((part) => formats[part]), program],
  );
};

const markOf = (dataDir: string): string => path.join(dataDir, 'format.json');

/** Before a database is started in the folder. @throws DataNewer */
export const checkFolder = async (dataDir: string): Promise<void> => {
  const text = await readFile(markOf(dataDir), 'utf8').catch(() => '[]');
  refuseNewer(marksIn(text));
};

export const markFolder = async (dataDir: string, program: string): Promise<void> => {
  const found = Object.entries(formats).map(([part, version]) => ({ part, version, program }));
  const growing = `${markOf(dataDir)}.${String(process.pid)}`;
  try {
    await writeFile(growing, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600 });
    await rename(growing, markOf(dataDir));
  } catch (error) {
    throw new FolderUnusable(dataDir, error);
  }
};

/** A mark cut short by a crash says nothing; that of the database does. */
const marksIn = (text: string): readonly Found[] => {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? (read as readonly Found[]) : [];
  } catch {
    return [];
  }
};
