import { randomUUID } from 'node:crypto';
import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { lastEntry } from '../support/last-entry.js';

const declared = {
  enterprise: '北京童行用品有限公司',
  uscc: '91110105MA7KQ2R152',
  product: '折叠童车QS-2',
  standards: [{ number: 'Q/TX 001-2026', name: '折叠童车', kind: 'enterprise' }],
  figures: '承重25千克，按所附方法试验',
  channel: 'https://www.qybz.org.cn',
  publishedOn: '2026-02-26',
  offeredFrom: '2026-03-05',
};
const reason = { reason: '所执行标准已更新' };

describe('A declaration', () => {
  let api: Api;
  let admin: Person;
  let lin: Person;
  let leader: Person;
  let auditor: Person;
  let reviewer: Person;
  let elsewhere: Person;
  beforeAll(async () => {
    api = await startApi();
    admin = await administrator(api);
    const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
    const other = await registerAgency(api, admin, '海淀区市场监督管理局');
    const engaged = (of: string, login: string, capacity: string) =>
      register(api, admin, of, { login, capacity });
    lin = await engaged(agency, 'lin', 'officer');
    leader = await engaged(agency, 'tang', 'leader');
    auditor = await engaged(agency, 'luo', 'auditor');
    reviewer = await engaged(agency, 'shi', 'legal-reviewer');
    elsewhere = await engaged(other, 'wei', 'officer');
  });
  afterAll(() => api.close());

  const publish = (entry: object = declared, by = lin, key: string = randomUUID()) =>
    as(api, by).post('/v1/declarations/declaration/publish', entry, key);
  const published = async (): Promise<string> => (await publish().expect(201)).body.declaration;
  const withdraw = (id: string, revision: number | undefined = 0, by = lin, key: string = randomUUID()) =>
    as(api, by)
      .post(`/v1/declarations/${id}/declaration/withdraw`, reason, key)
      .set('if-match', `"${String(revision)}"`);
  const recorded = (id: string) => api.parts.store.read(`declaration-${id}`);
  const refusedIn = ({ provisions }: { provisions: readonly { id: string }[] }) =>
    provisions.map(({ id }) => id);
  const typeOf = ({ body }: { body: { type: string } }): string => body.type.split('/').at(-1) ?? '';

  it('is taken down, read, withdrawn and listed', async () => {
    const opened = (await publish().expect(201)).body;
    const id: string = opened.declaration;
    expect(opened).toMatchObject({ revision: 0, recorded: [{ entry: 0, type: 'StandardDeclared' }] });
    const read = await as(api, auditor).get(`/v1/declarations/${id}`).expect(200);
    expect(read.headers['etag']).toBe('"0"');
    expect(read.body).toEqual({ declaration: id, revision: 0, file: { revision: 0, declared } });
    const { actions } = (await as(api, lin).get(`/v1/declarations/${id}/actions`).expect(200)).body;
    expect(actions).toMatchObject([{ act: 'declaration/withdraw', state: 'open-subject-to-entry' }]);
    const { deadlines } = (await as(api, lin).get(`/v1/declarations/${id}/deadlines`).expect(200)).body;
    expect(deadlines).toMatchObject([{ id: 'declared-before-offered', due: '2026-03-04', state: 'met' }]);
    const withdrawn = (await withdraw(id).expect(200)).body;
    expect(withdrawn).toMatchObject({ revision: 1, recorded: [{ entry: 1, type: 'DeclarationWithdrawn' }] });
    const { entries } = (await as(api, lin).get(`/v1/declarations/${id}/history`).expect(200)).body;
    expect(entries).toMatchObject([
      { entry: 0, type: 'StandardDeclared', recordedBy: lin.person, data: declared },
      { entry: 1, type: 'DeclarationWithdrawn', data: reason },
    ]);
    const list = `/v1/lists/declarations?limit=200&waitFor=${withdrawn.position}`;
    const { items } = (await as(api, auditor).get(list).expect(200)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ declaration: id, enterprise: declared.enterprise, withdrawn: 'yes' }),
    );
    expect((await as(api, elsewhere).get(list).expect(200)).body.items).toEqual([]);
    await as(api, reviewer).get(list).expect(403);
    await as(api, admin).get(list).expect(403);
  });

  it('is as if it were not there for another agency, and as a record of another procedure', async () => {
    const id = await published();
    const lead = { source: '举报', summary: '未明码标价' };
    const caseId = (await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body.case;
    const reads = ['', '/history', '/actions', '/deadlines'];
    for (const read of reads) {
      await as(api, elsewhere).get(`/v1/declarations/${id}${read}`).expect(404);
      await as(api, lin).get(`/v1/declarations/${caseId}${read}`).expect(404);
      await as(api, lin).get(`/v1/declarations/no-such${read}`).expect(404);
      await as(api, lin).get(`/v1/cases/${id}${read}`).expect(404);
      await as(api, admin).get(`/v1/declarations/${id}${read}`).expect(403);
    }
    await withdraw(id, 0, elsewhere).expect(404);
    await withdraw(caseId).expect(404);
    await as(api, lin)
      .post(`/v1/cases/${id}/initiation/file`, {})
      .set('if-match', '"0"')
      .expect(({ status }) => {
        expect([404, 422]).toContain(status);
      });
    await as(api, lin).get(`/v1/cases/${id}/erasures`).expect(404);
    await as(api, lin)
      .post(`/v1/cases/${id}/erasures`, { kinds: ['person'], ground: '本人申请' })
      .expect(404);
    await as(api, leader).post(`/v1/cases/${id}/erasures/0/order`, {}).expect(404);
    await as(api, auditor).get(`/v1/cases/${id}/compliance`).expect(404);
    expect(await recorded(id)).toHaveLength(1);
    expect(await api.parts.store.read(`erasure-${id}`)).toEqual([]);
    expect(await api.parts.store.read(`case-${id}`)).toEqual([]);
  });

  it('is an officer’s to take down and to withdraw', async () => {
    const id = await published();
    expect(refusedIn((await publish(declared, leader).expect(409)).body)).toEqual([
      'declaration/by-an-officer',
    ]);
    expect(refusedIn((await withdraw(id, 0, auditor).expect(409)).body)).toEqual([
      'declaration/by-an-officer',
    ]);
    const notHeld = (await publish(declared, { ...leader, capacity: 'officer' }).expect(409)).body;
    expect(refusedIn(notHeld)).toHaveLength(1);
    await publish(declared, { ...lin, capacity: 'mayor' }).expect(400);
    await publish(declared, admin).expect(403);
    await publish(declared, { ...lin, token: 'none' }).expect(401);
    const { items } = (await as(api, auditor).get('/v1/lists/attempts?limit=200').expect(200)).body;
    expect(items).toContainEqual(expect.objectContaining({ case: id, act: 'declaration/withdraw' }));
    expect(await recorded(id)).toHaveLength(1);
  });

  it('goes by the revision that was read', async () => {
    const id = await published();
    const without = as(api, lin).post(`/v1/declarations/${id}/declaration/withdraw`, reason);
    expect(typeOf(await without.expect(428))).toBe('revision-required');
    await withdraw(id, 7).expect(412);
    await withdraw(id, -1).expect(428);
    await withdraw(id).expect(200);
    await withdraw(id).expect(412);
    expect(refusedIn((await withdraw(id, 1).expect(409)).body)).toEqual(['declaration/not-withdrawn-yet']);
    expect(await recorded(id)).toHaveLength(2);
  });

  it('happens once for a key, also when it is sent twice at once', async () => {
    const key = randomUUID();
    const both = await Promise.all([publish(declared, lin, key), publish(declared, lin, key)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0].body).toEqual(both[1].body);
    const id: string = both[0].body.declaration;
    expect(await recorded(id)).toHaveLength(1);
    const other = await publish({ ...declared, product: '婴儿床' }, lin, key).expect(422);
    expect(typeOf(other)).toBe('key-reused');
    const withdrawal = randomUUID();
    const first = (await withdraw(id, 0, lin, withdrawal).expect(200)).body;
    expect((await withdraw(id, 0, lin, withdrawal).expect(200)).body).toEqual(first);
    expect((await publish(declared, lin, key).expect(201)).body).toEqual(both[0].body);
    expect(await recorded(id)).toHaveLength(2);
  });

  it('is withdrawn by one of two at once', async () => {
    const id = await published();
    const both = await Promise.all([withdraw(id), withdraw(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await recorded(id)).toHaveLength(2);
  });

  it('is another record when the same is published again under another key', async () => {
    expect(await published()).not.toBe(await published());
  });

  it('is published by the day on which it is taken down, and late is told by its deadline', async () => {
    const tomorrow = { ...declared, publishedOn: '2026-03-02' };
    expect(refusedIn((await publish(tomorrow).expect(409)).body)).toEqual(['declaration/published-by-now']);
    const late = { ...declared, offeredFrom: '1949-10-01' };
    const id: string = (await publish(late).expect(201)).body.declaration;
    const { deadlines } = (await as(api, lin).get(`/v1/declarations/${id}/deadlines`).expect(200)).body;
    expect(deadlines).toMatchObject([{ due: '1949-09-30', state: 'missed' }]);
  });

  it.each<[string, object]>([
    ['a code whose check character is wrong', { uscc: '91110105MA7KQ2R153' }],
    ['a day before 1949', { offeredFrom: '1948-12-31' }],
    ['a day after 2200', { offeredFrom: '2201-01-01' }],
    ['a day that there is not', { publishedOn: '2026-02-30' }],
    ['null for what may be left out', { figures: null }],
    ['a name of somebody at the enterprise', { contact: '苏明' }],
    ['standards as one object', { standards: declared.standards[0] }],
    ['null among the standards', { standards: [null] }],
    ['a list among the standards', { standards: [declared.standards] }],
    ['too many standards', { standards: Array.from({ length: 51 }, () => declared.standards[0]) }],
    ['a kind that the prototype has', { standards: [{ ...declared.standards[0], kind: 'constructor' }] }],
    ['a field of the prototype', { constructor: '甲' }],
    ['a field that a standard has not', { standards: [{ ...declared.standards[0], says: '甲' }] }],
    ['a blank product', { product: ' 　' }],
  ])('is not taken with %s', async (_, wrong) => {
    const before = await lastEntry(api.parts.store);
    expect(typeOf(await publish({ ...declared, ...wrong }).expect(422))).toBe('invalid-request');
    expect(await lastEntry(api.parts.store)).toBe(before);
  });

  it('is not taken with a field called __proto__', async () => {
    const own = JSON.parse(`{"__proto__": {"contact": "苏明"}}`) as object;
    const entry = Object.defineProperty({ ...declared }, '__proto__', {
      value: own,
      enumerable: true,
    });
    await publish(entry).expect(({ status }) => {
      expect([400, 422]).toContain(status);
    });
  });

  it('is not read as of another day or entry, nor in silence as of now', async () => {
    const id = await published();
    for (const query of ['asOf=2026-02-01', 'upTo=0'])
      await as(api, lin).get(`/v1/declarations/${id}?${query}`).expect(422);
  });

  it.each([
    ['StandardDeclared', 2],
    ['DeclarationAnnulled', 1],
    ['constructor', 1],
  ])('is neither read nor withdrawn where a newer program wrote %s in version %i', async (type, v) => {
    const id = await published();
    const [first] = await recorded(id);
    const { occurredAt, actors, recordedBy, agency } = first!;
    const newer = { type, v, occurredAt, actors, recordedBy, agency, rules: {}, data: {} };
    await api.parts.store.append(`declaration-${id}`, 0, [newer], { id: randomUUID(), digest: 'newer' });
    expect((await as(api, lin).get(`/v1/declarations/${id}`).expect(503)).body.detail).toContain(type);
    await withdraw(id, 1).expect(503);
    expect(await recorded(id)).toHaveLength(2);
  });
});
