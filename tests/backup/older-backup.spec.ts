import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupRefused } from '@anjuan/backup';
import { migrate, openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { unpacked } from '../support/fixtures.js';
import { testDatabase } from '../support/postgres.js';
import { backedUp, copyOf, folder, forged, recorded, restored, reported } from './record.js';

const events = 513;
const papers = 177;
const digestOfEvents = (table: string) =>
  `SELECT count(*)::int AS count, md5(string_agg(position || ' ' || md5(bytes), ',' ORDER BY position)) AS digest FROM ${table}`;

/** Its table of commands loses one, and the manifest is sealed for what is left. */
const withoutLastCommand = async (backup: string): Promise<void> => {
  const table = join(backup, 'ledger.commands.copy');
  const lines = (await readFile(table, 'utf8')).split('\n');
  const text = [...lines.slice(0, -2), ''].join('\n');
  await writeFile(table, text);
  await forged(backup, (manifest) => {
    const { columns } = manifest.tables['ledger.commands']!;
    const sha256 = createHash('sha256').update(text).digest('hex');
    manifest.tables['ledger.commands'] = Object.assign({ columns }, { rows: lines.length - 2, sha256 });
  });
};

describe('a backup that the program 0.1.0 made', () => {
  it('is restored into the new form, and a backup of that is restored again', async () => {
    const backup = await unpacked('0.1.0/backup');
    const place = await folder();
    const [target, next] = [await testDatabase(), await testDatabase()];
    const first = await restored(backup, target, join(place, 'files'));
    expect(first).toMatchObject({ events, files: papers, manifest: { program: '0.1.0', head: events } });
    expect(await reported(target, 'SELECT position::int, streams FROM ledger.log_head')).toEqual([
      { position: events, streams: expect.any(Number) },
    ]);

    const to = join(place, 'again');
    const manifest = await backedUp(target, join(place, 'files'), to);
    expect(Object.keys(manifest.tables)).toEqual(expect.arrayContaining(['ledger.log', 'ledger.streams']));
    expect(Object.keys(manifest.tables)).not.toContain('ledger.events');
    await restored(to, next, join(place, 'more-files'));
    expect(await recorded(next)).toEqual(await recorded(target));
  });

  it('is refused where its rows do not make a record, and nothing is left', async () => {
    const backup = await unpacked('0.1.0/backup');
    const target = await testDatabase();
    const place = await folder();
    await withoutLastCommand(backup);
    const restoring = restored(backup, target, join(place, 'files'));
    await expect(restoring).rejects.toThrow(BackupRefused);
    await expect(restoring).rejects.toThrow(/not known|not by its last event/);
    expect(await recorded(target)).toEqual([]);
  });
});

describe('a data folder of 0.1.0 that no newer program has started on', () => {
  let older: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  let data: string;
  beforeAll(async () => {
    data = await unpacked('0.1.0/data-folder');
    older = await startEmbeddedPostgres({ dataDir: data });
  });
  afterAll(() => older.stop());

  it('is backed up as it is, before, amid and after the move, and each backup is restored', async () => {
    const place = await folder();
    const [was] = await reported(older.connection, digestOfEvents('ledger.events'));
    const back = async (database: pg.PoolConfig, name: string) => {
      const manifest = await backedUp(database, join(data, 'files'), join(place, name));
      expect(manifest.head).toBe(events);
      const target = await testDatabase();
      await restored(join(place, name), target, join(place, `files-${name}`));
      expect(await reported(target, digestOfEvents('ledger.log'))).toEqual([was]);
    };
    await back(older.connection, 'before');

    // Copies a database, which neither the owner nor the program may.
    const moved = await copyOf({ ...older.connection, user: 'anjuan' }, 'moved');
    const pool = openPool(moved);
    await expect(
      migrate(pool, () => {
        throw new Error('Stopped by the test.');
      }),
    ).rejects.toThrow('Stopped by the test.');
    await back(moved, 'amid');

    const mover = await pool.connect();
    await mover.query(`SELECT pg_advisory_lock(hashtext('ledger move'))`);
    await expect(back(moved, 'refused')).rejects.toThrow(/being moved to its new form/);
    mover.release(true);

    await migrate(pool, () => undefined);
    await pool.end();
    await back(moved, 'after');
  }, 180_000);
});
