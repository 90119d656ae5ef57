import { randomUUID } from 'node:crypto';
import { signIn, SignInRefused } from '@anjuan/identity';
import request from 'supertest';
import {
  administrator,
  administrators,
  adminPassword,
  as,
  firstPassword,
  ownPassword,
  register,
  registerAgency,
} from '../support/api.js';
import { answering, type Answering } from '../support/built.js';
import { folderWithCluster } from '../support/cluster.js';
import { removeFolder } from '../support/folder.js';

type Line = Readonly<Record<string, unknown>>;
const linesOf = (text: string): readonly Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

describe('The log', () => {
  let folder: string;
  let program: Answering;
  let lines: readonly Line[];
  let text: string;
  let out: string;
  let secrets: readonly string[];
  let known: string;
  const given = 'from-the-proxy-1';
  beforeAll(async () => {
    folder = await folderWithCluster();
    program = await answering({
      DATA_DIR: folder,
      ...administrators,
      OIDC_AUDIENCE: 'anjuan-api',
    });
    const admin = await administrator(program);
    const agency = await registerAgency(program, admin, '朝阳区市场监督管理局');
    const lin = await register(program, admin, agency, { login: 'lin', capacity: 'officer' });
    const wrong = { baseUrl: program.url, login: 'no such login', password: 'no such password' };
    await expect(signIn(wrong)).rejects.toThrow(SignInRefused);
    const key = randomUUID();
    const summary = '张三丰未明码标价';
    known = (
      await as(program, lin)
        .post('/v1/cases/initiation/receive-lead', { source: '投诉', summary }, key)
        .expect(201)
    ).body.case;
    await as(program, lin).get(`/v1/cases/${known}?asOf=2026-02-30T00:00:00Z`);
    await request(program.url)
      .get('/nothing?name=张三丰')
      .set('x-request-id', given)
      .expect('x-request-id', given);
    await request(program.url)
      .get('/nothing')
      .set('x-request-id', 'a b"}{')
      .expect('x-request-id', /^[0-9a-f-]{36}$/);
    secrets = [
      adminPassword,
      firstPassword,
      ownPassword,
      lin.token,
      '张三丰',
      '人员lin',
      'no such login',
      'no such password',
      summary,
      '投诉',
      '2026-02-30',
    ];
    const end = await program.stop();
    expect(end.code).toBe(0);
    ({ err: text, out } = end);
    lines = linesOf(text);
  }, 180_000);
  afterAll(() => removeFolder(folder));

  it('begins with what runs and how it is set, and ends with why it stopped', () => {
    const [weak, first] = lines;
    expect(weak).toMatchObject({ level: 'warn', msg: expect.stringMatching(/^SECOND_FACTOR 为 optional/) });
    expect(first).toMatchObject({
      level: 'info',
      msg: 'started',
      version: expect.any(String),
      commit: expect.any(String),
    });
    expect(first).toMatchObject({ config: { DATA_DIR: folder, EVENT_STORE: 'postgres' } });
    expect(lines.at(-1)).toMatchObject({ level: 'info', msg: 'stopped', why: 'SIGTERM' });
    // Sentences for people are not among the lines.
    expect(out).toMatch(/answers at http/);
  });

  it('has a line for each request: who, which route, what came of it', () => {
    const requests = lines.filter(({ msg }) => msg === 'request');
    for (const line of requests)
      expect(line).toMatchObject({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        level: 'info',
        requestId: expect.stringMatching(/^[\w.-]{8,64}$/),
        method: expect.stringMatching(/^[A-Z]+$/),
        route: expect.any(String),
        status: expect.any(Number),
        ms: expect.any(Number),
        ip: '127.0.0.1',
      });
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(requests.length);
    expect(requests.find(({ requestId }) => requestId === given)).toMatchObject({
      route: 'none',
      status: 404,
    });
    const read = requests.find(({ route, status }) => route === '/v1/cases/:caseId' && status !== 200);
    expect(read).toMatchObject({ case: known, person: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(requests.some(({ route }) => route === '/oidc/*')).toBe(true);
  });

  it('has a line for each sign-in: what came of it, for which account, from where', () => {
    const tried = lines.filter(({ msg }) => msg === 'sign-in');
    const outcomes = new Set(tried.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['accepted', 'refused']));
    for (const { outcome, login, account, ip } of tried) {
      expect({ login, ip }).toEqual({ login: expect.stringMatching(/^[\w-]{22}$/), ip: '127.0.0.1' });
      if (outcome === 'accepted') expect(account).toMatch(/^[0-9a-f-]{36}$/);
      else expect(account).toBeUndefined();
    }
  });

  it('holds no content, no name, no password and no token', () => {
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toContain(encodeURIComponent('张三丰'));
  });
});

it('A text log is for people, and a quieter one says less', async () => {
  const folder = await folderWithCluster();
  const strict = { SECOND_FACTOR: 'required-for-gates' };
  const program = await answering({ DATA_DIR: folder, LOG_FORMAT: 'text', LOG_LEVEL: 'warn', ...strict });
  await request(program.url).get('/nothing');
  const { err } = await program.stop();
  expect(err).toBe('');
  await removeFolder(folder);
});
