import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { attemptWalls } from '@anjuan/attempt-log';
import { declared, mustStand, wallsUp } from '@anjuan/database';
import { documentWalls, keptIn, FilesElsewhere, placeOf, type FilePlace } from '@anjuan/documents';
import { isOlder } from '@anjuan/event-store';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupFailed, BackupRefused, said } from './errors.js';
import { asText, format, manifestName, type Manifest, type TableEntry } from './manifest.js';
import { flushed, folderFor, measure, write, type Report } from './streams.js';
import { columnsOf, listed, tablesOf } from './tables.js';

export type BackUpOptions = Readonly<{
  /** connected; its session is used for one read-only transaction */
  client: pg.Client;
  /** where the stored documents lie */
  files: FilePlace;
  /** not there yet, or empty */
  to: string;
  program: string;
  now: Date;
  report: Report;
}>;
export type BackedUp = Manifest;

/**
 * Everything of one moment, while others go on writing. It appears complete or not at all.
 * @throws BackupRefused, BackupFailed, FilesUnavailable, FilesElsewhere
 */
export const backUp = async (options: BackUpOptions): Promise<BackedUp> => {
  const to = path.resolve(options.to);
  if ((await readdir(to).catch(() => [])).length > 0)
    throw new BackupRefused(
      `${to} 不是空目录，请另选目录。${to} is not empty: choose another folder, so that no backup is mixed with another.`,
    );
  await mkdir(path.dirname(to), { recursive: true });
  const growing = `${to}.unfinished-${randomUUID()}`;
  try {
    await mkdir(growing, { mode: 0o700 });
    const manifest = await copied(options, growing);
    await writeFile(path.join(growing, manifestName), asText(manifest), { mode: 0o600 });
    await flushed(path.join(growing, manifestName));
    await flushed(growing);
    await rename(growing, to);
    await flushed(path.dirname(to));
    return manifest;
  } catch (error) {
    throw said(error);
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
};

const copied = async (options: BackUpOptions, into: string): Promise<Manifest> => {
  const { client, program, now } = options;
  await refuseWhileMoved(client);
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${declared('every-agency')}`);
  // Where a wall between agencies was altered it might hide rows. A record of an earlier program has none.
  await mustStand(client, await wallsUp(client, [...documentWalls, ...attemptWalls]));
  const older = await isOlder(client);
  const found: Record<string, TableEntry> = {};
  for (const table of tablesOf(older)) {
    const columns = await columnsOf(client, table);
    if (columns.length > 0) found[table] = await copiedTable(options, { table, columns, into });
  }
  if ((found['ledger.log'] ?? found['ledger.events']) === undefined)
    throw new BackupRefused(
      '此数据库没有案卷记录。This database holds no record: check DATA_DIR or DATABASE_URL.',
    );
  await demandPlace(options);
  const head = await headOf(client, older);
  const incarnation = found['ledger.incarnations'] && (await newest(client));
  const files = await copiedFiles(options, into);
  await client.query('COMMIT');
  return {
    format,
    program,
    takenAt: now.toISOString(),
    incarnation: incarnation ?? null,
    ...head,
    tables: found,
    files,
  };
};

/** A record from before there was another place has its files in the folder. */
const demandPlace = async ({ client, files }: BackUpOptions): Promise<void> => {
  const kept = (await columnsOf(client, 'documents.kept_in')).length > 0 ? await keptIn(client) : 'folder';
  if (kept !== files.name) throw new FilesElsewhere(kept, files.name);
};

/** The lock is kept until the session ends: the record stays in the form in which it was found. */
const refuseWhileMoved = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ alone: boolean }>(
    `SELECT pg_try_advisory_lock_shared(hashtext('ledger move')) AS alone`,
  );
  if (rows[0]?.alone !== true)
    throw new BackupRefused(
      '案卷正在转为新格式，请在转换完成后再备份。The record is being moved to its new form: back it up when that is done.',
    );
};

const headOf = async (
  client: pg.Client,
  older: boolean,
): Promise<Pick<Manifest, 'head' | 'lastRecordedAt'>> => {
  const { rows } = await client.query<{ position: string; recorded_at: Date | null }>(
    `SELECT position, recorded_at FROM ${older ? 'ledger.head' : 'ledger.log_head'}`,
  );
  const [head] = rows;
  return { head: Number(head?.position ?? 0), lastRecordedAt: head?.recorded_at?.toISOString() ?? null };
};

const newest = async (client: pg.Client): Promise<string | undefined> =>
  (await client.query<{ id: string }>('SELECT id FROM ledger.incarnations ORDER BY number DESC LIMIT 1'))
    .rows[0]?.id;

type TableCopy = Readonly<{ table: string; columns: readonly string[]; into: string }>;

const copiedTable = async (
  { client, report }: BackUpOptions,
  { table, columns, into }: TableCopy,
): Promise<TableEntry> => {
  const rows = client.query(copyTo(`COPY ${table} (${listed(columns)}) TO STDOUT`));
  const { sha256 } = await write(rows, path.join(into, `${table}.copy`), table, report);
  return { columns, rows: rows.rowCount, sha256 };
};

/** The files named in the snapshot: they lie under their hash and never change, so they are copied after it. */
const copiedFiles = async (options: BackUpOptions, into: string): Promise<Manifest['files']> => {
  const list = path.join(into, 'files.jsonl');
  const lines = await open(list, 'wx', 0o600);
  let count = 0;
  let bytes = 0;
  try {
    await options.client.query(
      'DECLARE named NO SCROLL CURSOR FOR SELECT DISTINCT sha256 FROM documents.file ORDER BY sha256',
    );
    for (;;) {
      const { rows } = await options.client.query<{ sha256: string }>('FETCH 500 FROM named');
      if (rows.length === 0) break;
      count += rows.length;
      for (const { sha256 } of rows) bytes += await copiedFile(options, { sha256, into, lines });
    }
    await lines.sync();
  } finally {
    await lines.close();
  }
  const { sha256 } = await measure(list, 'files.jsonl', () => undefined);
  return { count, bytes, sha256 };
};

type FileCopy = Readonly<{ sha256: string; into: string; lines: FileHandle }>;

const copiedFile = async (
  { files, report }: BackUpOptions,
  { sha256, into, lines }: FileCopy,
): Promise<number> => {
  const to = placeOf(path.join(into, 'files'), sha256);
  await folderFor(to);
  const kept = await files.read(sha256);
  const was = kept && (await write(kept.content, to, 'files', report));
  await flushed(path.dirname(to));
  if (was?.sha256 !== sha256)
    throw new BackupFailed(
      `文件 ${sha256} 缺失或者已损坏，请先从旧备份中取回，再作备份。File ${sha256} is missing or damaged: bring it back from an earlier backup, then back up again.`,
    );
  await lines.write(`${JSON.stringify(was)}\n`);
  return was.bytes;
};
