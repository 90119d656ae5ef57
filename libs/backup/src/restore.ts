import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AttemptLog } from '@anjuan/attempt-log';
import { migrateDocuments, placeOf } from '@anjuan/documents';
import { migrate as migrateLedger, RecordDamaged, verifyRecord } from '@anjuan/event-store';
import { migrate as migrateIdentity } from '@anjuan/identity';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { checked, filesIn, newer } from './checked.js';
import { BackupRefused, said } from './errors.js';
import { damaged, type Manifest } from './manifest.js';
import { flushed, folderFor, meter, write, type Report } from './streams.js';
import { columnsOf, listed, ownRows, tables } from './tables.js';

export type RestoreOptions = Readonly<{
  from: string;
  /** of an empty database */
  pool: pg.Pool;
  /** folder of the stored documents: not there yet, or empty */
  files: string;
  report: Report;
}>;
export type Restored = Readonly<{ manifest: Manifest; incarnation: string; events: number; files: number }>;

/**
 * Checks the whole backup, puts it back in one transaction, and looks at every event before that is committed. The
 * record begins a new incarnation: positions given out after the backup will be given again.
 * @throws BackupRefused, BackupFailed; the database is then as empty as before
 */
export const restore = async (options: RestoreOptions): Promise<Restored> => {
  const { from, pool, files, report } = options;
  const manifest = await checked(from, report);
  if ((await readdir(files).catch(() => [])).length > 0) throw occupied(files);
  await migrateLedger(pool);
  await migrateDocuments(pool);
  await migrateIdentity(pool);
  await new AttemptLog(pool).migrate();
  const growing = `${files}.unfinished`;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await putBack(client, manifest, options);
    const events = await verified(client, manifest, report);
    const incarnation = await begun(client);
    await rm(growing, { recursive: true, force: true });
    const count = await copiedFiles(from, growing, report);
    await flushed(growing);
    await rename(growing, files);
    await flushed(path.dirname(files));
    // Should the connection be lost in this moment, the record may be there: the files must then be there too.
    await client.query('COMMIT');
    return { manifest, incarnation, events, files: count };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw said(error);
  } finally {
    client.release();
    await rm(growing, { recursive: true, force: true });
  }
};

const occupied = (place: string): BackupRefused =>
  new BackupRefused(
    `${place} 已有数据，只能恢复到空的数据目录和空的数据库。${place} holds data: restore into an empty data folder and an empty database.`,
  );

const putBack = async (
  client: pg.PoolClient,
  manifest: Manifest,
  { from, report }: RestoreOptions,
): Promise<void> => {
  // Nobody writes while it is looked whether the tables are empty, until the end.
  await client.query(`LOCK TABLE ${tables.join(', ')} IN EXCLUSIVE MODE`);
  for (const table of tables) await refuseRows(client, table);
  for (const table of tables) {
    const entry = manifest.tables[table];
    if (entry === undefined) continue;
    const known = await columnsOf(client, table);
    const unknown = entry.columns.find((column) => !known.includes(column));
    if (unknown !== undefined) throw newer(manifest, `${table}.${unknown}`);
    if (ownRows.includes(table)) await client.query(`DELETE FROM ${table}`);
    const rows = client.query(copyFrom(`COPY ${table} (${listed(entry.columns)}) FROM STDIN`));
    const { stream, measured } = meter(table, report);
    await pipeline(createReadStream(path.join(from, `${table}.copy`)), stream, rows);
    if (rows.rowCount !== entry.rows || measured().sha256 !== entry.sha256) throw damaged(table);
  }
  await client.query(
    "SELECT setval(pg_get_serial_sequence('audit.attempt', 'id'), coalesce(max(id), 0) + 1, false) FROM audit.attempt",
  );
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

const copiedFiles = async (from: string, to: string, report: Report): Promise<number> => {
  await mkdir(to, { recursive: true, mode: 0o700 });
  let count = 0;
  for await (const { sha256 } of filesIn(from)) {
    const place = placeOf(to, sha256);
    await folderFor(place);
    const source = createReadStream(placeOf(path.join(from, 'files'), sha256));
    if ((await write(source, place, 'files', report)).sha256 !== sha256) throw damaged(sha256);
    await flushed(path.dirname(place));
    count += 1;
  }
  return count;
};
