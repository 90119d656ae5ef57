import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DataFolderInUse,
  FolderClosed,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@anjuan/embedded-postgres';
import pg from 'pg';
import { findBinaries } from '../../libs/embedded-postgres/src/binaries.js';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { launch, postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { serverUser } from '../../libs/embedded-postgres/src/server-user.js';
import { temporaryFolder } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

async function ask(connection: pg.PoolConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

describe('the embedded database', () => {
  let dataDir: string;
  let running: EmbeddedPostgres[] = [];
  const start = async (folder: string, report?: (line: string) => void): Promise<EmbeddedPostgres> => {
    const started = await startEmbeddedPostgres({ dataDir: folder, ...(report && { report }) });
    running.push(started);
    return started;
  };
  beforeEach(async () => {
    dataDir = await temporaryFolder();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await removeFolder(dataDir);
  });

  it('starts on an empty folder, and keeps its data through a restart', async () => {
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    await ask(first.connection, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(await ask(first.connection, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
    expect(await ask(first.connection, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await ask(first.connection, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    await first.stop();
    expect(postmasterPid(placeIn(dataDir))).toBeUndefined();

    const second = await start(dataDir);
    expect(await ask(second.connection, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('refuses a second program on the same folder, and the first goes on', async () => {
    const first = await start(dataDir);
    const refusal = start(dataDir);
    await expect(refusal).rejects.toThrow(DataFolderInUse);
    await expect(refusal).rejects.toThrow('Another program uses this data folder');
    expect(await ask(first.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('gives the folder to exactly one of two programs that start for the first time at once', async () => {
    const both = await Promise.allSettled([start(dataDir), start(dataDir)]);
    const started = both.filter((one) => one.status === 'fulfilled');
    expect(started).toHaveLength(1);
    expect(both.filter((one) => one.status === 'rejected').map(({ reason }) => reason)).toEqual([
      expect.any(DataFolderInUse),
    ]);
    expect(await ask(started[0]!.value.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await readdir(dataDir)).filter((name) => name.includes('new'))).toEqual([]);
  });

  it('adopts a server that was left over', async () => {
    await (await start(dataDir)).stop();
    const orphan = launch(placeIn(dataDir), await findBinaries(), serverUser());
    while (postmasterPid(placeIn(dataDir)) !== orphan.pid) await new Promise(setImmediate);
    // Until it answers, a start would launch a second one, which is refused by the first: also fine, but no adoption.
    for (let answers = false; !answers;)
      answers = await ask({ ...connectionTo(dataDir), database: 'postgres' }, 'SELECT 1').then(
        () => true,
        () => false,
      );
    const adopting = await start(dataDir);
    expect(adopting.adopted).toBe(true);
    expect(postmasterPid(placeIn(dataDir))).toBe(orphan.pid);
    await adopting.stop();
    expect(postmasterPid(placeIn(dataDir))).toBeUndefined();
  });

  it('starts again a database that was killed, and says so', async () => {
    const reports: string[] = [];
    const server = await start(dataDir, (line) => reports.push(line));
    await ask(server.connection, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(postmasterPid(placeIn(dataDir))!, 'SIGKILL');
    while (reports.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reports).toEqual([expect.stringContaining('died'), expect.stringContaining('is back')]);
    expect(await ask(server.connection, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('lets go of the folder when a restart fails, so that the next one succeeds', async () => {
    const reports: string[] = [];
    const server = await start(dataDir, (line) => reports.push(line));
    const maintenance = { ...server.connection, user: 'anjuan', database: 'postgres' };
    // Without its template the database, which is gone too, cannot be made anew.
    await ask(maintenance, 'ALTER DATABASE template1 RENAME TO template_away');
    await ask(maintenance, 'DROP DATABASE anjuan');
    process.kill(postmasterPid(placeIn(dataDir))!, 'SIGKILL');
    const reported = (what: string) => reports.some((line) => line.includes(what));
    while (!reported('template1')) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.trouble()).toContain('template1');
    await ask(maintenance, 'ALTER DATABASE template_away RENAME TO template1');
    while (!reported('is back')) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.trouble()).toBeUndefined();
    expect(await ask(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const long = join(dataDir, '案'.repeat(40));
    const server = await start(long);
    expect(await ask(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    await rm(placeIn(long).socketDir, { recursive: true });
  });

  it('names the folder closed to its user, and one that is open', async () => {
    const closed = join(dataDir, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o700);
    const user = serverUser();
    const started = start(join(closed, 'data'));
    if (user === undefined) {
      // An ordinary user is the server's user, and may enter what is closed to others.
      expect((await started).adopted).toBe(false);
      return;
    }
    await expect(started).rejects.toThrow(FolderClosed);
    await expect(started).rejects.toMatchObject({ folder: closed });
    const message = await started.then(() => '', String);
    const suggested = /use a folder such as (\S+),/.exec(message)?.[1];
    const asUser = { uid: user.uid, gid: user.gid, cwd: '/' };
    expect(spawnSync('test', ['-x', join(suggested!, '..')], asUser).status).toBe(0);
  });
});

function connectionTo(dataDir: string): pg.PoolConfig {
  return { host: placeIn(dataDir).socketDir, port: 5432, user: 'anjuan', ssl: false };
}
