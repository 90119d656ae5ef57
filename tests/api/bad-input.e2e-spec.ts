import { provisions } from '@anjuan/record';
import { Registry } from '@anjuan/registry';
import request from 'supertest';
import { lastEntry } from '../support/last-entry.js';
import { changed } from '../support/registry.js';
import { administrator, as, register, type Api, type Person } from '../support/api.js';
import { anotherBureau, startBureau } from '../support/bureau.js';
import { inspect } from '../support/inspection.js';

let api: Api;
let lin: Person;
let gao: Person;
let tang: Person;
let stranger: Person;
let luo: Person;

beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  api = bureau.api;
  const other = await anotherBureau(api);
  lin = await engage('lin', 'officer');
  gao = await engage('gao', 'officer');
  tang = await engage('tang', 'leader');
  luo = await engage('luo', 'auditor');
  stranger = await other.engage('yu', 'officer');
});
afterAll(() => api.close());

const lead = { source: '投诉', summary: '未明码标价' };
const openCase = async (): Promise<string> => {
  const { body } = await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201);
  return body.case;
};
const inspectedCase = async (): Promise<string> => {
  const id = await openCase();
  await inspect(api, id, [lin, gao]);
  return id;
};
const head = () => lastEntry(api.parts.store);
const filing = (overrides: object = {}) => ({
  cause: '未按规定明码标价',
  party: { kind: 'entity', name: '禾木花店', uscc: '91110105MA7KQ2R152' },
  basis: [{ law: '价格法', article: '13' }],
  handlers: [lin.person, gao.person],
  act: { from: '2026-02-01', to: '2026-02-20' },
  discoveredOn: '2026-02-25',
  conditions: Object.fromEntries(
    ['breach-evidenced', 'penalty-due', 'our-jurisdiction', 'within-limitation'].map((condition) => [
      condition,
      { affirmed: true, evidence: [1] },
    ]),
  ),
  ...overrides,
});
const requestFiling = (id: string) => `/v1/cases/${id}/initiation/request-filing`;

/** The problem, and nothing written. */
const refused = async (sent: request.Test, status: number, type: string) => {
  const before = await head();
  const answer = await sent.expect(status).expect('content-type', /^application\/problem\+json/);
  expect(answer.body).toMatchObject({ status });
  expect(answer.body.type).toMatch(new RegExp(`/problems/${type}$`));
  expect(await head()).toBe(before);
  return answer.body;
};

describe('Bad input: a clear problem, nothing written, nothing lost', () => {
  it('unknown field: 422 with its pointer', async () => {
    const sent = as(api, lin).post('/v1/cases/initiation/receive-lead', { ...lead, urgent: true });
    const { errors } = await refused(sent, 422, 'invalid-request');
    expect(errors).toEqual([expect.objectContaining({ pointer: '#/urgent' })]);
  });

  it('wrong type: 422 with its pointer', async () => {
    const sent = as(api, lin).post('/v1/cases/initiation/receive-lead', { ...lead, summary: 7 });
    const { errors } = await refused(sent, 422, 'invalid-request');
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('#/summary');
  });

  it('no If-Match: 428', async () => {
    const id = await openCase();
    await refused(as(api, lin).post(requestFiling(id), filing()), 428, 'revision-required');
  });

  it('stale revision: 412 with the true one', async () => {
    const id = await openCase();
    const sent = as(api, lin).post(requestFiling(id), filing()).set('if-match', '"7"');
    expect(await refused(sent, 412, 'stale-case')).toMatchObject({ currentRevision: 0 });
  });

  it('a body of 10 MB: 413', async () => {
    const sent = as(api, lin).post('/v1/cases/initiation/receive-lead', {
      ...lead,
      summary: 'x'.repeat(10 * 1024 * 1024),
    });
    await refused(sent, 413, 'body-too-large');
  });

  it('a body that is no JSON: 400', async () => {
    const sent = request(api.url)
      .post('/v1/cases/initiation/receive-lead')
      .set('authorization', `Bearer ${lin.token}`)
      .set('content-type', 'application/json')
      .send('{"source":');
    await refused(sent, 400, 'malformed-body');
  });

  it('a date that does not exist: 422', async () => {
    const id = await openCase();
    const sent = as(api, lin)
      .post(requestFiling(id), filing({ discoveredOn: '2026-02-30' }))
      .set('if-match', '"0"');
    const { errors } = await refused(sent, 422, 'invalid-request');
    expect(errors).toEqual([expect.objectContaining({ pointer: '#/discoveredOn' })]);
  });

  it('a credit code with a wrong check digit: refused, kept when a reason is given', async () => {
    const id = await inspectedCase();
    const party = { kind: 'entity', name: '禾木花店', uscc: '91110105MA7KQ2R153' };
    const sent = as(api, lin).post(requestFiling(id), filing({ party })).set('if-match', '"1"');
    const { provisions } = await refused(sent, 409, 'not-lawful-yet');
    expect(provisions).toHaveLength(1);
    const override = { field: 'uscc', reason: '执照原件如此' };
    await as(api, lin)
      .post(requestFiling(id), filing({ party: { ...party, override } }))
      .set('if-match', '"1"')
      .expect(200);
    const { body } = await as(api, lin).get(`/v1/cases/${id}`).expect(200);
    expect(body.file.approvals[0].terms.party.override).toEqual(override);
  });

  it('an unknown case and another agency’s case: 404 alike', async () => {
    const id = await openCase();
    const nowhere = '00000000-0000-8000-8000-000000000000';
    const unknown = as(api, lin).post(requestFiling(nowhere), filing()).set('if-match', '"0"');
    const foreign = as(api, stranger).post(requestFiling(id), filing()).set('if-match', '"0"');
    const [first, second] = [
      await refused(unknown, 404, 'no-such-case'),
      await refused(foreign, 404, 'no-such-case'),
    ];
    expect(first.detail).toBe(second.detail);
    await as(api, stranger).get(`/v1/cases/${id}`).expect(404);
    await as(api, stranger).get(`/v1/cases/${id}/history`).expect(404);
  });

  it('a paper that was never uploaded: 422 with its hash', async () => {
    const id = await openCase();
    const record = { sha256: 'a'.repeat(64), name: '现场笔录' };
    const scene = {
      officers: [lin.person, gao.person],
      kind: '现场笔录',
      what: '检查',
      place: '店内',
      credentialShown: true,
      recordSigned: true,
      record,
    };
    const sent = as(api, lin).post(`/v1/cases/${id}/evidence/record-scene`, scene).set('if-match', '"0"');
    expect(await refused(sent, 422, 'file-missing')).toMatchObject({ files: [record.sha256] });
  });

  it('no idempotency key, no capacity, a capacity not held', async () => {
    const bare = request(api.url)
      .post('/v1/cases/initiation/receive-lead')
      .set('authorization', `Bearer ${lin.token}`);
    await refused(bare.send(lead), 400, 'header-missing');
    const leader = as(api, { ...lin, capacity: 'leader' }).post('/v1/cases/initiation/receive-lead', lead);
    const { provisions } = await refused(leader, 409, 'not-lawful-yet');
    expect(provisions.map(({ id }: { id: string }) => id)).toContain('capacity/held-on-the-day');
  });

  it('without a token, or with a wrong one: 401 everywhere but health and problem pages', async () => {
    for (const path of ['/v1/me', '/v1/lists/my-cases', '/v1/cases/x', '/v1/files/x', '/v1/people/x']) {
      await request(api.url).get(path).expect(401);
      await request(api.url).get(path).set('authorization', 'Bearer forged').expect(401);
    }
    await request(api.url).post('/v1/cases/initiation/receive-lead').send(lead).expect(401);
    await request(api.url).get('/docs').expect(302);
    await request(api.url).get('/docs/openapi.json').expect(302);
    await request(api.url).get('/health').expect(200);
    const page = await request(api.url).get('/problems/not-lawful-yet').expect(200);
    expect(page.text).toContain('未经法制审核或者审核未通过的，不得作出决定');
    expect(page.text).toContain('<code>capacity/held-today</code>');
    for (const { provision } of provisions) expect(page.text).toContain(`<code>${provision.id}</code>`);
  });
});

describe('The same key', () => {
  it('answers with the first result, also when the case has moved on', async () => {
    const id = await inspectedCase();
    const send = () =>
      as(api, lin).post(requestFiling(id), filing(), 'one-key-for-filing').set('if-match', '"1"');
    const first = await send().expect(200);
    await as(api, tang)
      .post(`/v1/cases/${id}/initiation/approve-filing`, { approval: 2 })
      .set('if-match', '"2"')
      .expect(200);
    const again = await send().expect(200);
    expect(again.body).toEqual(first.body);
  });

  it('answers with the number first given, and an attempt that was no refusal is not logged', async () => {
    const id = await inspectedCase();
    await as(api, lin).post(requestFiling(id), filing()).set('if-match', '"1"').expect(200);
    const approve = () =>
      as(api, tang)
        .post(`/v1/cases/${id}/initiation/approve-filing`, { approval: 2 }, 'one-key-for-approval')
        .set('if-match', '"2"');
    const first = await approve().expect(200);
    expect(first.body.number).toMatch(/^朝市监案〔/);
    const before = await head();
    const [again, andAgain] = await Promise.all([approve().expect(200), approve().expect(200)]);
    expect([again.body, andAgain.body]).toEqual([first.body, first.body]);
    expect(await head()).toBe(before);
    const { body } = await as(api, luo).get('/v1/lists/attempts?limit=200').expect(200);
    expect(body.items.filter((attempt: { case: string | null }) => attempt.case === id)).toEqual([]);
  });

  it('answers the same after the capacity was ended by another process, while a new command is refused and logged', async () => {
    const { agency } = (await as(api, lin).get('/v1/me').expect(200)).body;
    const su = await register(api, await administrator(api), agency, { login: 'su', capacity: 'officer' });
    const send = (key: string) => as(api, su).post('/v1/cases/initiation/receive-lead', lead, key);
    const first = await send('su-opens-a-case').expect(201);
    await changed(
      new Registry(api.parts.store),
      su.person,
      { type: 'CapacityEnded', data: { capacity: 'officer', to: '2026-02-28' } },
      {
        person: 'system',
        capacity: 'administrator',
        at: '2026-03-01T01:00:00.000Z',
        command: { id: 'another process ends it', digest: 'd' },
      },
    );
    await send('su-opens-another').expect(409);
    expect((await send('su-opens-a-case').expect(201)).body).toEqual(first.body);
    const { body } = await as(api, luo).get('/v1/lists/attempts?limit=200').expect(200);
    const mine = body.items.filter((attempt: { person: string }) => attempt.person === su.person);
    expect(mine).toEqual([expect.objectContaining({ act: 'initiation/receive-lead' })]);
  });

  it('with another request is refused', async () => {
    const key = 'a-key-of-its-own';
    await as(api, lin).post('/v1/cases/initiation/receive-lead', lead, key).expect(201);
    const other = as(api, lin).post('/v1/cases/initiation/receive-lead', { ...lead, source: '举报' }, key);
    await refused(other, 422, 'key-reused');
  });

  it('opens one case when sent ten times at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 10 }, () =>
        as(api, lin).post('/v1/cases/initiation/receive-lead', lead, 'ten-at-once').expect(201),
      ),
    );
    expect(new Set(sent.map(({ body }) => body.case)).size).toBe(1);
  });
});

describe('Refused attempts', () => {
  it('are in the log that the auditor reads, not in the case', async () => {
    const id = await openCase();
    await as(api, lin)
      .post(`/v1/cases/${id}/initiation/request-filing`, filing({ handlers: [lin.person, lin.person] }))
      .set('if-match', '"0"')
      .expect(409);
    const { body } = await as(api, luo).get('/v1/lists/attempts?limit=200').expect(200);
    const mine = body.items.filter((attempt: { case: string | null }) => attempt.case === id);
    expect(mine).toEqual([expect.objectContaining({ act: 'initiation/request-filing', person: lin.person })]);
    await as(api, lin).get('/v1/lists/attempts').expect(403);
  });
});

describe('Administrators', () => {
  it('enter nobody’s capacities but others’, and read no case', async () => {
    const admin = await administrator(api);
    const me = (await as(api, admin).get('/v1/me').expect(200)).body;
    await as(api, admin)
      .post(`/v1/people/${me.person}/capacities`, { capacity: 'leader', from: '2026-01-01' })
      .expect(403);
    await as(api, lin)
      .post(`/v1/people/${gao.person}/capacities`, { capacity: 'leader', from: '2026-01-01' })
      .expect(403);
    const id = await openCase();
    await as(api, admin).get(`/v1/cases/${id}`).expect(403);
  });
});
