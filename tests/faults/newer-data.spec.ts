/** A program that finds what a newer one has written touches nothing of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFolder, checkFormats, DataNewer, formats, markFolder, writeFormats } from '@anjuan/database';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { migrate, openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { anjuan } from '../backup/command.js';
import { answering, running } from '../support/built.js';
import { folderWithCluster } from '../support/cluster.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

describe('The forms of what is stored', () => {
  let pool: pg.Pool;
  beforeEach(async () => {
    pool = openPool(await testDatabase());
  });
  afterEach(() => pool.end());

  const found = async () =>
    (await pool.query('SELECT part, version, program FROM anjuan.format ORDER BY part')).rows;

  it('are noted once, and again only when they rise; an older program is refused by name', async () => {
    await checkFormats(pool);
    await writeFormats(pool, '0.1.0 (a)');
    await writeFormats(pool, '0.1.1 (b)');
    await checkFormats(pool);
    expect((await found()).map(({ part }) => part)).toEqual(Object.keys(formats).sort());
    expect(new Set((await found()).map(({ program }) => program))).toEqual(new Set(['0.1.0 (a)']));
    await pool.query(
      `UPDATE anjuan.format SET version = version + 1, program = '9.0.0 (c)' WHERE part = 'ledger'`,
    );
    const refused = checkFormats(pool);
    await expect(refused).rejects.toThrow(DataNewer);
    await expect(refused).rejects.toThrow(/9\.0\.0 \(c\).*ledger.*restore a backup/);
    // What the newer one noted is not lowered.
    await writeFormats(pool, '0.1.1 (b)');
    expect((await found()).find(({ part }) => part === 'ledger').version).toBe(formats.ledger + 1);
  });

  it('rise with the tables of the record', async () => {
    await migrate(pool);
    const { rows } = await pool.query('SELECT number::int FROM ledger.form');
    expect(rows).toEqual([{ number: formats.ledger }]);
  });

  it('are refused where a part is not known at all', async () => {
    await writeFormats(pool, '0.1.0 (a)');
    await pool.query(`INSERT INTO anjuan.format VALUES ('seals', 1, '9.0.0 (c)')`);
    await expect(checkFormats(pool)).rejects.toThrow(/9\.0\.0.*seals/);
  });

  it('are noted by programs that start at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => writeFormats(pool, '0.1.0 (a)')));
    expect(await found()).toHaveLength(Object.keys(formats).length);
  });

  it('are noted in the data folder too; a note cut short says nothing', async () => {
    const folder = await temporaryFolder();
    await checkFolder(folder);
    await markFolder(folder, '0.1.0 (a)');
    await checkFolder(folder);
    const file = join(folder, 'format.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, 20));
    await checkFolder(folder);
    writeFileSync(file, text.replaceAll('"version": 1', '"version": 1000'));
    await expect(checkFolder(folder)).rejects.toThrow(DataNewer);
    await rm(folder, { recursive: true });
  });
});

describe('A folder that a newer program has touched', () => {
  it('is refused by program and commands in one sentence, and is whole for the newer one', async () => {
    const folder = await folderWithCluster();
    await (await answering({ DATA_DIR: folder })).stop();
    const server = await joinEmbeddedPostgres({ dataDir: folder });
    const pool = openPool(server.connection);
    await pool.query(`UPDATE anjuan.format SET version = 1000, program = '9.0.0 (c)' WHERE part = 'ledger'`);
    await pool.end();
    await server.stop();
    const said = /^数据已由更新的程序 9\.0\.0[^\n]+。A newer program, 9\.0\.0 \(c\)[^\n]+\n$/;
    expect(await running({ DATA_DIR: folder }).ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(said),
    });
    for (const words of [['views'], ['admin', 'reset'], ['backup', join(folder, 'copy')]])
      expect(await anjuan({ DATA_DIR: folder }, ...words)).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(said),
      });
    await removeFolder(folder);
  }, 240_000);
});

describe('A folder on which an earlier program has started last', () => {
  const changed = async (folder: string, sql: string): Promise<void> => {
    const server = await joinEmbeddedPostgres({ dataDir: folder });
    const pool = openPool(server.connection);
    await pool.query(sql);
    await pool.end();
    await server.stop();
  };

  it('is taken by no command before this program has started: the earlier one may still run', async () => {
    const folder = await folderWithCluster();
    const DATA_DIR = folder;
    await (await answering({ DATA_DIR })).stop();
    await changed(folder, `UPDATE anjuan.format SET version = 1 WHERE part = 'views'`);
    for (const words of [['views'], ['verify'], ['rebuild', 'docket']])
      expect(await anjuan({ DATA_DIR }, ...words)).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(/no program of this version has started on these data yet/),
      });
    await (await answering({ DATA_DIR })).stop();
    expect(await anjuan({ DATA_DIR }, 'views')).toMatchObject({ code: 0 });

    await changed(folder, `ALTER POLICY rows_read ON documents.hidden USING (false)`);
    expect(await anjuan({ DATA_DIR }, 'backup', join(folder, 'copy'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/rows_read on documents\.hidden/),
    });
    await removeFolder(folder);
  }, 240_000);
});
