/** Who has left office may sign in, and enters nothing any more: not what they did while they held it either. */
import { as, enter, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';

let api: Api;
let lin: Person;
let gao: Person;
let luo: Person;

beforeAll(async () => {
  const { admin, engage, ...bureau } = await startBureau({}, '2026-03-10');
  api = bureau.api;
  lin = await engage('lin', 'officer');
  gao = await engage('gao', 'officer');
  luo = await engage('luo', 'auditor');
  const of = `/v1/people/${lin.person}/capacities`;
  await enter(api, admin, of, { capacity: 'unit-head', from: '2026-01-01', to: '2026-03-10' });
  await enter(api, admin, `${of}/end`, { capacity: 'officer', to: '2026-03-09' });
});
afterAll(() => api.close());

const lead = { source: '举报', summary: '未明码标价' };
const reported = (more: object) =>
  as(api, lin).post('/v1/cases/initiation/receive-lead', { ...lead, ...more });
const ids = ({ body }: { body: { provisions: readonly { id: string }[] } }): readonly string[] =>
  body.provisions.map(({ id }) => id);

it('is refused an entry of today', async () => {
  expect(ids(await reported({}).expect(409))).toStrictEqual(['capacity/held-on-the-day']);
});

it('is refused an entry dated back to the last day in office', async () => {
  const back = { occurredAt: '2026-03-09T02:00:00Z', lateReason: '补录' };
  expect(ids(await reported(back).expect(409))).toStrictEqual(['capacity/held-today']);
});

it('is not shown a reporter again by the request that once showed one', async () => {
  const reporter = { name: '郑晓岚', phone: '13800000000' };
  const opened = await as(api, gao)
    .post('/v1/cases/initiation/receive-lead', { ...lead, reporter })
    .expect(201);
  const asHead = as(api, { ...lin, capacity: 'unit-head' });
  const key = crypto.randomUUID();
  const look = () =>
    asHead
      .post(`/v1/cases/${opened.body.case}/reporter-identity/look`, { purpose: '督办' }, key)
      .set('if-match', '"0"');
  const { reporter: shown, ...first } = (await look().expect(200)).body;
  expect(shown).toEqual(reporter);
  for (const now of ['2026-03-10T01:00:00Z', '2026-03-10T18:00:00Z']) {
    api.clock.moveTo(new Date(now));
    const sentAgain = (await look().expect(200)).body;
    expect(sentAgain).toEqual({ ...first, again: expect.stringMatching(/不重复显示.+new Idempotency-Key/) });
  }
  const recorded = await api.parts.store.read(`case-${opened.body.case}`);
  expect(recorded.map(({ type }) => type)).toEqual(['LeadReceived', 'ReporterIdentityLookedAt']);
});

it('is answered nothing but who they are, once the last capacity has ended', async () => {
  api.clock.moveTo(new Date('2026-03-10T18:00:00Z'));
  const by = as(api, lin);
  for (const path of ['/v1/cases/whatever', '/v1/lists/my-cases', `/v1/people/${lin.person}`, '/v1/files/x'])
    expect((await by.get(path).expect(403)).body).toMatchObject({ status: 403, cure: expect.anything() });
  await by.upload('笔录.txt', '笔录').expect(403);
  expect(ids(await reported({}).expect(409))).toStrictEqual(['capacity/held-on-the-day']);
  expect((await by.get('/v1/me').expect(200)).body).toMatchObject({ person: lin.person, capacities: [] });
});

it('is refused the order of an erasure by the law too, and the log of access keeps it', async () => {
  api.clock.moveTo(new Date('2026-03-10T18:00:00Z'));
  const reported = { ...lead, reporter: { name: '郑晓岚', phone: '13800000000' } };
  const opened = await as(api, gao).post('/v1/cases/initiation/receive-lead', reported).expect(201);
  const erasures = `/v1/cases/${opened.body.case}/erasures`;
  const asking = { kinds: ['reporter'], ground: '本人申请删除' };
  const { erasure } = (await as(api, gao).post(erasures, asking).expect(201)).body;
  const asLeader = as(api, { ...lin, capacity: 'leader' });
  const order = await asLeader.post(`${erasures}/${String(erasure)}/order`, {}).expect(409);
  expect(ids(order)).toStrictEqual(['capacity/held-on-the-day']);
  const { items } = (await as(api, luo).get('/v1/lists/attempts').expect(200)).body;
  expect(items).toContainEqual(
    expect.objectContaining({ case: opened.body.case, person: lin.person, act: 'erasure/order' }),
  );
});
