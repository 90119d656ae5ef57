import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AttemptLog, attemptWalls } from '@anjuan/attempt-log';
import { checkFormats, readingUnder, walledParts, writeFormats } from '@anjuan/database';
import { documentWalls, migrateDocuments, notePlace } from '@anjuan/documents';
import {
  isOlder,
  makeOlderTables,
  migrate as migrateLedger,
  moveRestored,
  olderTables,
  RecordDamaged,
  verifyRecord,
} from '@anjuan/event-store';
import { migrate as migrateIdentity } from '@anjuan/identity';
import { versionLine } from '@anjuan/program';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { lookThrough, newer } from './checked.js';
import { BackupFailed, said } from './errors.js';
import { damaged, readManifest, type Manifest } from './manifest.js';
import type { FilesTarget } from './files-target.js';
import { occupied } from './restored-files.js';
import { meter, type Report } from './streams.js';
import { columnsOf, listed, ownRows, tables, tablesOf } from './tables.js';

export type RestoreOptions = Readonly<{
  from: string;
  /** of an empty database; as openPool gives it */
  pool: pg.Pool;
  /** where the stored documents go */
  files: FilesTarget;
  report: Report;
}>;
export type Restored = Readonly<{ manifest: Manifest; incarnation: string; events: number; files: number }>;

/**
 * Checks the whole backup, puts it back in one transaction, and looks at every event before that is committed. The
 * record begins a new incarnation: positions given out after the backup will be given again. An interrupted restore is
 * finished by another of the same backup. Call `files.settle()` once the database is where it will stay.
 * @throws BackupRefused, BackupFailed; the database is then as empty as before
 */
export const restore = async (options: RestoreOptions): Promise<Restored> => {
  const { from, pool, files, report } = options;
  const manifest = await readManifest(from);
  const there = await files.alreadyThere(manifest);
  await lookThrough(from, manifest, report);
  await refuseRecord(pool);
  await writeFormats(pool, versionLine(), walledParts);
  await migrateLedger(pool);
  await migrateDocuments(pool);
  await migrateIdentity(pool);
  await new AttemptLog(pool).migrate();
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; ${wallsFor('NO FORCE')}`);
    await putBack(client, manifest, options);
    await notePlace(client, files.name);
    const events = await verified(client, manifest, report);
    const incarnation = await begun(client);
    const backup = { from, manifest, report };
    await (there ? files.verifyThere(backup) : files.put(backup));
    await client.query(wallsFor('FORCE'));
    // Before the commit: once the record is visible, so are its files.
    await commit(client, incarnation, options);
    return { manifest, incarnation, events, files: manifest.files.count };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw said(error);
  } finally {
    client.release(true);
  }
};

/** What goes back is of every agency, and is put there by the owner of the tables. */
const wallsFor = (how: 'FORCE' | 'NO FORCE'): string =>
  [...documentWalls, ...attemptWalls]
    .map(({ table }) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY`)
    .join('; ');

/** If its answer is lost, the database is queried for the outcome. */
const commit = async (
  client: pg.PoolClient,
  incarnation: string,
  { pool, files }: RestoreOptions,
): Promise<void> => {
  try {
    await client.query('COMMIT');
  } catch (error) {
    if (await isCommitted(pool, incarnation).catch(() => false)) return;
    const why = error instanceof Error ? error.message : '';
    // The files stay: by now somebody may have stored a paper among them.
    throw new BackupFailed(
      `数据库未能提交（${why}）。文件（${files.says}）已经放好，排除原因后以同一备份再恢复一次即可。The database did not commit (${why}). The files (${files.says}) are in place: cure the cause and restore the same backup again.`,
      { cause: error },
    );
  }
};

const isCommitted = async (pool: pg.Pool, incarnation: string): Promise<boolean> => {
  const client = await pool.connect();
  try {
    // Waits for the transaction in question, which holds this table, to end.
    await client.query("BEGIN; SET LOCAL lock_timeout = '30s'; LOCK TABLE ledger.incarnations IN SHARE MODE");
    const { rowCount } = await client.query('SELECT FROM ledger.incarnations WHERE id = $1', [incarnation]);
    return rowCount === 1;
  } finally {
    client.release(true);
  }
};

const putBack = async (
  client: pg.PoolClient,
  manifest: Manifest,
  { from, report }: RestoreOptions,
): Promise<void> => {
  // Nobody writes while it is looked whether the tables are empty, until the end.
  await client.query(`LOCK TABLE ${tables.join(', ')} IN EXCLUSIVE MODE`);
  for (const table of tables) await refuseRows(client, table);
  if (manifest.tables['ledger.events'] !== undefined) await putBackOlder(client, manifest, { from, report });
  for (const table of tables) {
    if (manifest.tables[table] === undefined) continue;
    if (ownRows.includes(table)) await client.query(`DELETE FROM ${table}`);
    await putTable(client, manifest, { table, into: table, from, report });
  }
  await client.query(
    "SELECT setval(pg_get_serial_sequence('audit.attempt', 'id'), coalesce(max(id), 0) + 1, false) FROM audit.attempt",
  );
};

/** A record in the older form goes into tables of that form, and from there into its own. */
const putBackOlder = async (
  client: pg.PoolClient,
  manifest: Manifest,
  { from, report }: Pick<RestoreOptions, 'from' | 'report'>,
): Promise<void> => {
  await makeOlderTables(client);
  for (const [table, into] of Object.entries(olderTables))
    if (manifest.tables[table] !== undefined) await putTable(client, manifest, { table, into, from, report });
  await moveRestored(client).catch((error: unknown) => {
    throw error instanceof RecordDamaged ? damaged(error.message) : error;
  });
};

type Put = Readonly<{ table: string; into: string; from: string; report: Report }>;

const putTable = async (
  client: pg.PoolClient,
  manifest: Manifest,
  { table, into, from, report }: Put,
): Promise<void> => {
  const { columns = [], rows: expected, sha256 } = manifest.tables[table] ?? {};
  const known = await columnsOf(client, into);
  const unknown = columns.find((column) => !known.includes(column));
  if (unknown !== undefined) throw newer(manifest, `${table}.${unknown}`);
  const rows = client.query(copyFrom(`COPY ${into} (${listed(columns)}) FROM STDIN`));
  const { stream, measured } = meter(table, report);
  await pipeline(createReadStream(path.join(from, `${table}.copy`)), stream, rows);
  if (rows.rowCount !== expected || measured().sha256 !== sha256) throw damaged(table);
};

/** Before anything is made: behind the walls a program before this one would find its record no more. */
const refuseRecord = async (pool: pg.Pool): Promise<void> => {
  await checkFormats(pool);
  await readingUnder({ pool, scope: 'every-agency' }, async (client) => {
    for (const table of tablesOf(await isOlder(client)))
      if ((await columnsOf(client, table)).length > 0) await refuseRows(client, table);
  });
};

const refuseRows = async (client: pg.PoolClient, table: string): Promise<void> => {
  if (ownRows.includes(table)) return;
  const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
  if (rowCount !== 0) throw occupied(table);
};

const verified = async (client: pg.PoolClient, { head }: Manifest, report: Report): Promise<number> => {
  try {
    const events = await verifyRecord(client, (count) => {
      report(`verify ${count}`, 0);
    });
    if (events !== head) throw new RecordDamaged(`the head is ${events}, the manifest says ${head}`);
    return events;
  } catch (error) {
    throw error instanceof RecordDamaged ? damaged(error.message) : error;
  }
};

const begun = async (client: pg.PoolClient): Promise<string> => {
  const { rows } = await client.query<{ id: string }>('SELECT ledger.begin_incarnation() AS id');
  return rows[0]?.id ?? '';
};
