import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BackupFailed } from '@anjuan/backup';
import type pg from 'pg';
import { Network } from '../support/network.js';
import { testDatabase } from '../support/postgres.js';
import { anjuan, begun, copied, killed, namesIn, until, withPipe } from './command.js';
import {
  backedUp,
  exists,
  filled,
  folder,
  paper,
  placeOfPaper,
  prepared,
  recorded,
  restored,
  reported,
  urlOf,
} from './record.js';

let source: pg.PoolConfig;
let data: string;
let place: string;
const files = () => join(data, 'files');
const whole = () => join(place, 'whole');
let copies = 0;

beforeAll(async () => {
  [data, place, source] = await Promise.all([folder(), folder(), testDatabase()]);
  await filled(source, files());
  await backedUp(source, files(), whole());
});

const fresh = async () => {
  const [database, into] = await Promise.all([testDatabase(), folder()]);
  return { database, into, env: { DATABASE_URL: urlOf(database), DATA_DIR: into } };
};

it('A backup killed in the midst leaves nothing that looks whole, and the next one is whole', async () => {
  const others = await copied(data, join(await folder(), 'data'));
  const env = { DATABASE_URL: urlOf(source), DATA_DIR: others };
  const pipe = await withPipe(join(others, 'files'));
  const to = join(place, 'killed');
  const child = begun(env, 'backup', to);
  const growing = async () =>
    (await namesIn(place)).find((name) => name.startsWith('killed.unfinished-')) ?? '-';
  await until(async () => (await namesIn(join(place, await growing()))).includes('files.jsonl'));
  await killed(child);

  expect(await exists(to)).toBe(false);
  const left = join(place, await growing());
  expect(await namesIn(left)).toContain('ledger.log.copy');
  const { database, into, env: target } = await fresh();
  expect(await anjuan(target, 'restore', left)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/不是完整的备份.*is not a whole backup/),
  });
  await pipe.mend();
  expect(await anjuan(env, 'backup', to)).toMatchObject({ code: 0 });
  expect(await restored(to, database, join(into, 'files'))).toMatchObject({ events: 7, files: 1 });
});

it('A restore killed in the midst is done again, into the database and the folder it was begun in', async () => {
  const backup = await copied(whole(), join(place, `copy-${++copies}`));
  const pipe = await withPipe(join(backup, 'files'));
  const { database, into, env } = await fresh();
  const child = begun(env, 'restore', backup);
  await pipe.give();
  // Looked through once; now all rows are put and the paper is being copied.
  await until(async () => (await namesIn(join(into, 'files.unfinished'))).length > 0);
  await killed(child);
  expect(await exists(join(into, 'files'))).toBe(false);

  await pipe.mend();
  expect(await anjuan(env, 'restore', backup)).toMatchObject({ code: 0 });
  expect(await recorded(database)).toEqual(await recorded(source));
  expect(await namesIn(into)).toEqual(['files']);
  expect(await readFile(placeOfPaper(join(into, 'files')))).toEqual(paper);
});

/** Something happens at every commit of a restore. */
const atCommit = async (database: pg.PoolConfig, what: string): Promise<void> => {
  await prepared(database);
  await reported(
    database,
    `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${what}; RETURN NULL; END $$`,
    `CREATE CONSTRAINT TRIGGER fault AFTER INSERT ON ledger.incarnations
     DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fault()`,
  );
};
const cured = 'DROP FUNCTION fault CASCADE';

it('Killed while it commits, with its files in place: papers stored there since are kept, another backup is refused', async () => {
  const { database, into, env } = await fresh();
  await atCommit(database, 'PERFORM pg_sleep(600)');
  const child = begun(env, 'restore', whole());
  await until(async () => (await namesIn(join(into, 'files'))).includes('restoring.json'));
  const sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
  await until(async () => (await reported(database, `SELECT pid ${sleeping}`)).length === 1);
  await killed(child);
  await reported(database, `SELECT pg_terminate_backend(pid, 10000) ${sleeping}`, cured);
  expect(await recorded(database)).toEqual([]);
  await writeFile(join(into, 'files', 'stored since'), 'a paper');

  const another = join(place, 'another');
  expect((await anjuan({ DATABASE_URL: urlOf(source), DATA_DIR: data }, 'backup', another)).code).toBe(0);
  expect(await anjuan(env, 'restore', another)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/unfinished restore of another backup/),
  });

  expect(await anjuan(env, 'restore', whole())).toMatchObject({ code: 0 });
  expect(await recorded(database)).toEqual(await recorded(source));
  const there = await namesIn(join(into, 'files'));
  expect(there).toContain('stored since');
  expect(there).not.toContain('restoring.json');
});

it('When the answer to its commit is lost, the database is asked, and what is restored is told as restored', async () => {
  const { database, into } = await fresh();
  const network = new Network(await folder(), join(database.host!, '.s.PGSQL.5432'));
  await network.listen();
  // The commit as a message of its own; those of the migrations end a longer one.
  network.fail({ words: ['Q\0\0\0\u000bCOMMIT\0'], phase: 'before its answer', failure: 'cut' });
  const through = { ...database, host: network.folder };
  expect(await restored(whole(), through, join(into, 'files'))).toMatchObject({ events: 7, files: 1 });
  expect(network.strikes).toBe(1);
  expect(await recorded(database)).toEqual(await recorded(source));
  await network.close();
});

it.each([
  [
    'refuses to commit',
    "RAISE EXCEPTION 'no room for it'",
    /did not commit \(no room for it\).*are in place: cure the cause/,
  ],
  [
    'ends the connection while it commits',
    'PERFORM pg_terminate_backend(pg_backend_pid())',
    /did not commit \(terminating connection.*are in place/,
  ],
])(
  'When the database %s, the message says what stays, and the same backup is restored again',
  async (_, what, words) => {
    const { database, into } = await fresh();
    await atCommit(database, what);
    const target = join(into, 'files');
    const restoring = restored(whole(), database, target);
    await expect(restoring).rejects.toThrow(BackupFailed);
    await expect(restoring).rejects.toThrow(words);
    expect(await recorded(database)).toEqual([]);
    await reported(database, cured);
    expect(await restored(whole(), database, target)).toMatchObject({ events: 7, files: 1 });
    expect(await recorded(database)).toEqual(await recorded(source));
  },
);

it('Files of unknown origin are refused and stay', async () => {
  const { database, into } = await fresh();
  const target = join(into, 'files');
  await copied(files(), target);
  await expect(restored(whole(), database, target)).rejects.toThrow(/files holds data/);
  expect(await readFile(placeOfPaper(target))).toEqual(paper);
});

describe('On a disk that is full', () => {
  let small: string;
  let limited: readonly string[];
  beforeAll(async () => {
    small = await folder();
    // Where no disk can be mounted, the size of a file is limited instead.
    limited = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small]).then(
      () => [],
      () => ['ulimit -f 200;'],
    );
  });
  afterAll(async () => {
    if (limited.length === 0) await promisify(execFile)('umount', [small]);
  });
  const there = async (env: Readonly<Record<string, string>>, ...words: string[]) =>
    promisify(execFile)(
      '/bin/sh',
      ['-c', `${limited.join('')} exec "$@"`, 'sh', process.execPath, 'dist/apps/cli/src/main.js', ...words],
      { env: { ...process.env, INIT_CWD: '/', ...env } },
    ).then(
      () => ({ code: 0, said: '' }),
      (error: unknown) => {
        const { code, stderr } = error as { code: number; stderr: string };
        return { code, said: stderr };
      },
    );
  const full = {
    code: 1,
    said: expect.stringMatching(/磁盘已满.*The disk is full.*Nothing was left behind/),
  };

  it('a backup says so and leaves nothing', async () => {
    const env = { DATABASE_URL: urlOf(source), DATA_DIR: data };
    expect(await there(env, 'backup', join(small, 'backup'))).toEqual(full);
    expect(await namesIn(small)).toEqual([]);
  });

  it('a restore says so and leaves nothing, and succeeds elsewhere', async () => {
    const { database, into, env } = await fresh();
    expect(await there({ ...env, DATA_DIR: small }, 'restore', whole())).toEqual(full);
    expect(await namesIn(small)).toEqual([]);
    expect(await recorded(database)).toEqual([]);
    expect(await anjuan(env, 'restore', whole())).toMatchObject({ code: 0 });
    expect(await namesIn(into)).toEqual(['files']);
  });
});
