import { openPool, PostgresEventStore } from '@anjuan/event-store';
import { signIn } from '../../libs/identity/src/sign-in.js';
import type pg from 'pg';
import { administrator, as, ownPassword, register, registerAgency, type Person } from '../support/api.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { launch, type Program, type Shared } from './programs.js';
import { somePort } from '../support/ports.js';
import { removeFolder } from '../support/folder.js';

const day = 24 * 60 * 60 * 1000;
/** Has been in office since before any clock here says. */
const clerk = { login: 'clerk', password: ownPassword };
const years = 73 * 365 * day;

describe('A program whose clock is wrong', () => {
  let files: string;
  let pool: pg.Pool;
  let shared: Shared;
  let port: number;
  let program: Program;
  let agency: string;
  let entered = 0;
  beforeAll(async () => {
    files = await temporaryFolder();
    const database = await testDatabase();
    pool = openPool({ ...database, max: 2 });
    port = somePort();
    const preload = new URL('./other-clock.ts', import.meta.url).href;
    const publicUrl = `http://127.0.0.1:${String(port)}`;
    shared = { database, files, publicUrl, preload, env: { CLOCK: 'system' } };
    program = await launch(port, shared);
    const admin = await administrator(program);
    agency = await registerAgency(program, admin, '朝阳区市场监督管理局');
    await register(program, admin, agency, { login: clerk.login, capacity: 'administrator' });
  });
  afterAll(async () => {
    await program.kill();
    await pool.end();
    await removeFolder(files);
  });

  const shift = (ms: number) =>
    new Promise<void>((resolve) => {
      program.process.once('message', () => {
        resolve();
      });
      program.process.send({ shift: ms });
    });
  /** Signed in by the clock as it is: tokens expire by it. */
  const enter = async () => {
    const { accessToken: token } = await signIn({ baseUrl: program.url, ...clerk });
    const by: Person = { person: '', login: clerk.login, token, capacity: 'administrator' };
    const facts = { agency, staffNumber: String((entered += 1)), name: '某人' };
    const { status, body } = await as(program, by).post('/v1/people', facts);
    return { status, type: String(body.type).split('/').at(-1), detail: String(body.detail) };
  };
  const probe = async (path: string) => (await fetch(`${program.url}${path}`)).status;
  const stamps = async () => {
    const store = new PostgresEventStore(pool, { clock: () => new Date() });
    const all: string[] = [];
    // The log of access is written a moment after the answer.
    for await (const { recordedAt, stream } of store.readAll())
      if (!stream.startsWith('access-')) all.push(recordedAt);
    await store.close();
    return all;
  };

  it.each([
    ['in 2099', years],
    ['a day behind', -day],
  ])('%s writes nothing, says so, and goes on when it is right', async (_, off) => {
    expect((await enter()).status).toBe(201);
    const before = (await stamps()).length;
    await shift(off);
    expect(await enter()).toMatchObject({
      status: 503,
      type: 'clock-wrong',
      detail: expect.stringMatching(/时钟.*the clock/),
    });
    expect(await stamps()).toHaveLength(before);
    expect(await Promise.all(['/health/live', '/health/ready', '/health'].map(probe))).toEqual([
      200, 503, 503,
    ]);
    await shift(0);
    expect((await enter()).status).toBe(201);
    expect(await Promise.all(['/health/ready', '/health'].map(probe))).toEqual([200, 200]);
    expect(program.said()).toMatch(/"from":"clock".*"msg":"wrong"/);
    expect(program.said()).toMatch(/"from":"clock".*"msg":"right again"/);
  });

  it('behind a last entry of 2099 writes on when the operator accepts that entry, and not before', async () => {
    const future = new Date(Date.now() + years).toISOString();
    const store = new PostgresEventStore(pool, { clock: () => new Date(future) });
    const rest = { actors: [], recordedBy: 'lin', agency: 'a', rules: {}, data: {} };
    const event = { type: 'Opened', v: 1, occurredAt: future, ...rest };
    await store.append('other-1', 'none', [event], { id: 'future', digest: 'future' });
    await store.close();
    await program.kill();
    program = await launch(port, shared);
    expect(await enter()).toMatchObject({
      status: 503,
      detail: expect.stringContaining('ACCEPT_FUTURE_HEAD'),
    });
    await program.kill();
    program = await launch(port, { ...shared, env: { CLOCK: 'system', ACCEPT_FUTURE_HEAD: future } });
    expect((await enter()).status).toBe(201);
    expect((await stamps()).at(-1)).toBe(future);
  });
});
