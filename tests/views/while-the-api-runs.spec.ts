import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { agencyCases } from '@anjuan/views';
import { filed, lead } from '../../libs/views/src/testing.js';
import { folderWithCluster } from '../support/cluster.js';
import { Desk } from './desk.js';
import { removeFolder } from '../support/folder.js';
import { somePort } from '../support/ports.js';

const api = 'dist/apps/api/src/main.js';
const cli = 'dist/apps/cli/src/main.js';

type Said = Readonly<{ code: number | null; out: string }>;

describe('the commands for views, while the program runs', () => {
  let folder: string;
  let program: ChildProcess;
  let url = '';
  let metrics = 0;
  let desk: Desk;

  beforeAll(async () => {
    folder = await folderWithCluster();
    metrics = somePort();
    const env = {
      ...process.env,
      PORT: '0',
      METRICS_PORT: String(metrics),
      DATA_DIR: folder,
      ADMIN_PASSWORD: 'correct horse battery staple',
    };
    program = fork(api, [], { env, execArgv: [], silent: true });
    url = await new Promise<string>((resolve, reject) => {
      program.once('exit', () => {
        reject(new Error('the program ended'));
      });
      program.on('message', (message: { ready?: { url: string } }) => {
        if (message.ready) resolve(message.ready.url);
      });
    });
    desk = await Desk.open({ database: (await joinEmbeddedPostgres({ dataDir: folder })).connection });
  });
  afterAll(async () => {
    await desk.close();
    program.removeAllListeners('exit');
    program.kill('SIGTERM');
    await once(program, 'exit');
    await removeFolder(folder);
  });

  const command = (...words: string[]): ChildProcess =>
    spawn(process.execPath, [cli, ...words], { env: { ...process.env, DATA_DIR: folder } });
  const said = async (child: ChildProcess): Promise<Said> => {
    let out = '';
    child.stdout?.on('data', (text: Buffer) => {
      out += text.toString();
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, out };
  };
  const text = async (address: string): Promise<string> => (await fetch(address)).text();
  const health = async () => JSON.parse(await text(`${url}/health`));

  it('tell of a parked case, and try it again', async () => {
    await desk.enter('a', filed);
    await desk.enterUnknown('a', 3);
    await desk.until(async () => (await health()).status === 'degraded');
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(200);
    const { views } = await health();
    expect(views.find((view: { name: string }) => view.name === 'docket')).toMatchObject({ parked: 1 });
    expect(JSON.stringify(views)).not.toContain('CaseSentToTheMoon');
    const measured = await text(`http://127.0.0.1:${metrics}/metrics`);
    expect(measured).toMatch(/^anjuan_\w*parked\w*\{[^}]*view="docket"[^}]*\} 1$/m);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const retried = await said(command('views', 'retry', 'docket', '--json'));
    expect(JSON.parse(retried.out)).toStrictEqual({ view: 'docket', taken: 0, stillParked: 1 });
    expect(retried.code).toBe(1);
    const listed = await said(command('views', '--json'));
    expect(JSON.parse(listed.out).views).toContainEqual(
      expect.objectContaining({ name: 'docket', served: true, parked: 1 }),
    );
  });

  it('rebuild: one that is killed is gone on with, and the new table is read in the end', async () => {
    for (let number = 0; number < 20; number++) await desk.enter(`c${number}`, [lead]);
    const held = await desk.pool.connect();
    // The fill of the command waits here, in the midst of its transaction, until it is killed.
    await held.query('BEGIN; LOCK TABLE views.parked IN SHARE MODE');
    const blocked = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%views.parked%'`;
    const killed = command('rebuild', 'docket', '--json');
    const waiting = `SELECT FROM views.checkpoint WHERE name = 'docket' AND build = 2`;
    await desk.until(async () => (await desk.ask(waiting)).length > 0);
    await desk.until(async () => (await desk.ask(blocked)).length > 0);
    killed.kill('SIGKILL');
    await once(killed, 'close');
    await held.query('ROLLBACK');
    held.release();
    const builds = () =>
      desk.ask<{ build: number }>(`SELECT build FROM views.checkpoint WHERE name = 'docket' AND served`);
    await desk.until(async () => (await builds())[0]?.build === 2);
    const again = await said(command('rebuild', 'docket', '--json'));
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ view: 'docket', done: true, served: { build: 3 } });
    const { items, parked } = await agencyCases(
      desk.pool,
      { person: 'luo', agency: 'bureau' },
      { limit: 50 },
    );
    expect([items.length, parked]).toStrictEqual([21, 1]);
  });
});
