/** An organisation that the agency entrusts, and an office that a province charges: over HTTP, from the entry to what is refused and when. */
import {
  as,
  enter,
  openAccount,
  register,
  registerAgency,
  secondAdministrator,
  type Api,
  type Person,
} from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { creditCode } from '../support/credit-code.js';
import { filingBy, receiveLead } from '../support/filed-case.js';
import { inspect } from '../support/inspection.js';
import { onTheSpot } from '../support/on-the-spot.js';

let api: Api;
let admin: Person;
let second: Person;
let agency: string;
let gao: Person;
let tang: Person;
let wen: Person;
let file: string;
let entrustment: string;

const uscc = creditCode();
const prices = { title: '对不明码标价的处罚', law: '中华人民共和国价格法', articles: ['第十三条'] };
const entrusted = (more: object = {}) => ({
  organisation: { uscc, title: '朝阳区市场监管综合服务中心' },
  basis: '《市场监督管理行政处罚程序规定》第九条',
  qualified: { publicAffairs: true, staff: true },
  document: '朝市监委〔2026〕1号',
  publishedOn: '2026-02-20',
  publishedAt: 'https://scjg.example.gov.cn/wt/1',
  matters: [prices],
  powers: ['investigate'],
  from: '2026-02-20',
  to: '2026-04-30',
  ...more,
});
const delegated = {
  decision: { by: '北京市人民政府', title: '关于下放部分行政执法职权的决定', number: '京政发〔2020〕9号' },
  department: '朝阳区市场监督管理局',
  decidedOn: '2026-01-10',
  publishedOn: '2026-01-15',
  publishedAt: 'https://www.example.gov.cn/xzcf/1',
  matters: [prices],
  measures: false,
  from: '2026-02-01',
};
type Refusal = Readonly<{ body: Readonly<{ provisions: readonly { id: string; ended?: object }[] }> }>;
const refused = ({ body }: Refusal) => body.provisions.map(({ id, ended }) => [id, ended]);
const entrustments = () => `/v1/agencies/${agency}/entrustments`;
const act = (by: Person, name: string, revision: number, entry: object) =>
  as(api, by)
    .post(`/v1/cases/${file}/${name}`, entry)
    .set('if-match', `"${String(revision)}"`);

/** Of an organisation of that code, an officer with a credential. */
const staff = async (login: string): Promise<Person> => {
  const facts = { agency, staffNumber: login, name: `人员${login}` };
  const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
  const granted = { capacity: 'officer', organisation: uscc, from: '2026-03-01' };
  await enter(api, admin, `/v1/people/${person}/capacities`, granted);
  const credential = { number: `执-${login}`, validFrom: '2024-01-01', validTo: '2028-12-31' };
  await enter(api, admin, `/v1/people/${person}/credentials`, credential);
  return { person, login, token: await openAccount(api, admin, person, login), capacity: 'officer' };
};

beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api, admin, agency } = bureau);
  second = await secondAdministrator(api);
  [gao, tang] = [await engage('gao', 'officer'), await engage('tang', 'leader')];
});
afterAll(() => api.close());

it('an entrustment takes two, and nobody is granted as its staff before', async () => {
  const { body } = await as(api, admin).post(entrustments(), entrusted()).expect(202);
  const facts = { agency, staffNumber: 'early', name: '人员' };
  const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
  const early = { capacity: 'officer', organisation: uscc, from: '2026-03-01' };
  const unknown = await as(api, admin).post(`/v1/people/${person}/capacities`, early).expect(409);
  expect(unknown.body.reason).toBe('not-entrusted');
  const approve = (by: Person) =>
    as(api, by).post(`/v1/agencies/${agency}/proposals/approve`, { proposals: [body.proposal] });
  expect((await approve(admin).expect(409)).body.reason).toBe('own-proposal');
  await approve(second).expect(204);
  ({ entrustment } = body);
  wen = await staff('wen');
});

it('colleagues read it, with who proposed and approved it', async () => {
  const { body } = await as(api, gao).get(entrustments()).expect(200);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    ...entrusted(),
    entrustment,
    proposed: { on: '2026-03-01' },
    approved: { on: '2026-03-01' },
  });
  expect(body.items[0].proposed.by).not.toBe(body.items[0].approved.by);
  expect((await as(api, gao).get(`${entrustments()}?on=2026-05-01`).expect(200)).body.items).toEqual([]);
});

it('its staff check and file a case of its matters in the name of the agency, whose leader decides', async () => {
  file = await receiveLead(api, wen);
  await inspect(api, file, [wen, gao]);
  const handlers = [wen, gao];
  const beyond = { ...filingBy(handlers), basis: [{ law: '价格法', article: '42' }] };
  expect(refused(await act(wen, 'initiation/request-filing', 1, beyond).expect(409))).toEqual([
    ['entrustment/within-its-matters', undefined],
  ]);
  await act(wen, 'initiation/request-filing', 1, filingBy(handlers)).expect(200);
  await act(tang, 'initiation/approve-filing', 2, { approval: 2 }).expect(200);
});

it('but neither with a power nor with a measure that it was not given', async () => {
  const { sha256 } = (await as(api, wen).upload('决定书.txt', '决定书').expect(201)).body;
  const spot = { ...onTheSpot([wen, gao], sha256), basis: [{ law: '价格法', article: '13' }] };
  expect(refused(await as(api, wen).post('/v1/cases/summary-procedure/decide', spot).expect(409))).toEqual([
    ['entrustment/within-its-powers', undefined],
  ]);
  const terms = { items: '价签', basis: { law: '价格法', article: '34' }, days: 30, reason: '调查需要' };
  const { body } = await act(wen, 'seizure/request', 4, terms).expect(409);
  expect(refused({ body }).map(([id]) => id)).toContain('entrustment/measures-not-entrusted');
});

it('nor are they leaders, or of the agency at the same time', async () => {
  for (const granted of [
    { capacity: 'leader', organisation: uscc, from: '2026-03-01' },
    { capacity: 'unit-head', from: '2026-03-01' },
  ]) {
    const { body } = await as(api, admin).post(`/v1/people/${wen.person}/capacities`, granted).expect(409);
    expect(body.reason).toBe('officers-alone');
  }
});

it('after its term they do nothing and read nothing, the refusal says since when, and the case waits for others', async () => {
  api.clock.moveTo(new Date('2026-05-06T01:00:00Z'));
  const { sha256 } = (await as(api, gao).upload('价签.txt', '价签').expect(201)).body;
  const paper = { sha256, name: '价签.txt' };
  const evidence = (by: Person) => ({
    officers: [by.person, (by === wen ? gao : wen).person],
    signedPaper: paper,
    kind: '书证',
    what: '价签',
    provider: '店主',
    papers: [paper],
  });
  const ended = { on: '2026-04-30' };
  expect(refused(await act(wen, 'evidence/add', 4, evidence(wen)).expect(409))).toEqual(
    expect.arrayContaining([
      ['capacity/held-on-the-day', ended],
      ['entrustment/in-force', ended],
    ]),
  );
  expect(refused(await act(gao, 'evidence/add', 4, evidence(gao)).expect(409)).map(([id]) => id)).toEqual(
    expect.arrayContaining(['entrustment/in-force', 'officers/credentials-valid-on-the-day']),
  );
  await as(api, wen).get(`/v1/cases/${file}`).expect(403);
  const { body } = await as(api, tang).get('/v1/lists/orphaned-cases').expect(200);
  expect(body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ person: wen.person, left: expect.objectContaining(ended) }),
    ]),
  );
});

it('an end from today on takes one, and lets nobody in from the next day', async () => {
  const { body } = await as(api, admin)
    .post(entrustments(), entrusted({ document: '2号', from: '2026-05-06', to: '2026-12-31' }))
    .expect(202);
  await as(api, second)
    .post(`/v1/agencies/${agency}/proposals/approve`, { proposals: [body.proposal] })
    .expect(204);
  await as(api, wen).get(`/v1/cases/${file}`).expect(200);
  const end = { to: '2026-05-06', reason: '改由本机关办理' };
  await as(api, admin).post(`${entrustments()}/${body.entrustment}/end`, end).expect(204);
  api.clock.moveTo(new Date('2026-05-07T01:00:00Z'));
  await as(api, wen).get(`/v1/cases/${file}`).expect(403);
});

describe('An office of a township', () => {
  let office: string;
  let lin: Person;
  let zhao: Person;
  let paper: string;
  beforeAll(async () => {
    office = (
      await as(api, admin)
        .post('/v1/agencies', {
          name: '管庄乡人民政府',
          uscc: creditCode(),
          level: 'township',
          domain: 'market-supervision',
          region: '110105',
          shortName: '管政',
        })
        .expect(201)
    ).body.agency;
    lin = await register(api, admin, office, { login: 'lin-of-office', capacity: 'officer' });
    zhao = await register(api, admin, office, { login: 'zhao-of-office', capacity: 'officer' });
    paper = (await as(api, lin).upload('决定书.txt', '决定书').expect(201)).body.sha256;
  });
  const decide = async (basis: object) => {
    return as(api, lin).post('/v1/cases/summary-procedure/decide', {
      ...onTheSpot([lin, zhao], paper),
      basis: [basis],
    });
  };
  const delegations = () => `/v1/agencies/${office}/delegations`;

  it('punishes nothing before a decision of the province is entered, by two and not by itself', async () => {
    const { status, body } = await decide({ law: '价格法', article: '13' });
    expect([status, refused({ body })]).toEqual([409, [['delegation/in-force', undefined]]]);
    const own = await register(api, admin, office, { login: 'admin-of-office', capacity: 'administrator' });
    await as(api, own).post(delegations(), delegated).expect(403);
    await as(api, admin).post(`/v1/agencies/${agency}/delegations`, delegated).expect(409);
    // Neither approves it, nor keeps it.
    const { proposal } = (await as(api, admin).post(delegations(), delegated).expect(202)).body;
    const answers = `/v1/agencies/${office}/proposals`;
    const principal = await register(api, admin, office, { login: 'he-of-office', capacity: 'principal' });
    for (const one of [own, principal]) {
      await as(api, one)
        .post(`${answers}/approve`, { proposals: [proposal] })
        .expect(403);
      await as(api, one)
        .post(`${answers}/decline`, { proposals: [proposal], reason: '不同意' })
        .expect(403);
    }
    await as(api, admin)
      .post(`${answers}/decline`, { proposals: [proposal], reason: '重新提出' })
      .expect(204);
    await enter(api, admin, delegations(), delegated);
  });

  it('punishes within the list in its own name, and nothing beyond', async () => {
    expect((await decide({ law: '价格法', article: '第十三条第一款' })).status).toBe(201);
    const { status, body } = await decide({ law: '电子商务法', article: '76(1)(1)' });
    expect([status, refused({ body })]).toEqual([409, [['delegation/within-the-list', undefined]]]);
  });

  it('is evaluated, and nothing any more once the decision has ended', async () => {
    const { items } = (await as(api, lin).get(delegations()).expect(200)).body;
    const of = `${delegations()}/${items[0].delegation}`;
    const evaluation = { on: '2026-05-07', by: '北京市司法局', result: '能够有效承接' };
    await enter(api, admin, `${of}/evaluations`, evaluation);
    await as(api, admin).post(`${of}/end`, { to: '2026-05-07', reason: '省级决定调整' }).expect(204);
    const known = (await as(api, lin).get(`${delegations()}?on=2026-05-07`).expect(200)).body.items;
    expect(known).toMatchObject([{ ...delegated, to: '2026-05-07', evaluations: [evaluation] }]);
    api.clock.moveTo(new Date('2026-05-08T01:00:00Z'));
    const { body } = await decide({ law: '价格法', article: '13' });
    expect(refused({ body })).toEqual([['delegation/in-force', undefined]]);
  });

  it('entrusts nobody with what it is charged with', async () => {
    const { body } = await as(api, admin)
      .post(`/v1/agencies/${office}/entrustments`, entrusted({ to: '2026-12-31' }))
      .expect(409);
    expect(body.reason).toBe('entrusted-again');
  });

  it('that was entered at another level is corrected by two of the system, and not by itself', async () => {
    const other = await registerAgency(api, admin, '三间房乡人民政府');
    const own = await register(api, admin, other, { login: 'admin-of-other', capacity: 'administrator' });
    const of = `/v1/agencies/${other}`;
    await as(api, admin).post(`${of}/delegations`, delegated).expect(409);
    const level = { level: 'township', reason: '误录为县级' };
    await as(api, own).post(`${of}/level`, level).expect(403);
    await as(api, admin)
      .post(`${of}/level`, { ...level, level: 'village' })
      .expect(422);
    const { proposal } = (await as(api, admin).post(`${of}/level`, level).expect(202)).body;
    await as(api, own)
      .post(`${of}/proposals/approve`, { proposals: [proposal] })
      .expect(403);
    expect((await as(api, own).get(of).expect(200)).body.level).toBe('district');
    await as(api, second)
      .post(`${of}/proposals/approve`, { proposals: [proposal] })
      .expect(204);
    expect((await as(api, own).get(of).expect(200)).body.level).toBe('township');
    await enter(api, admin, `${of}/delegations`, delegated);
  });

  it('is not made of an agency whose entrustments go on', async () => {
    const entering = await registerAgency(api, admin, '常营乡人民政府');
    await enter(api, admin, `/v1/agencies/${entering}/entrustments`, {
      ...entrusted({ to: '2026-12-31' }),
      organisation: { uscc: creditCode(), title: '常营市场服务中心' },
    });
    const level = { level: 'township', reason: '误录为县级' };
    const { body } = await as(api, admin).post(`/v1/agencies/${entering}/level`, level).expect(409);
    expect(body.reason).toBe('entrusted-again');
  });

  it('and its colleagues elsewhere read none of it', async () => {
    await as(api, gao).get(delegations()).expect(404);
    await as(api, lin).get(entrustments()).expect(404);
  });
});

it('an agency of a county needs no decision of a province', async () => {
  const elsewhere = await registerAgency(api, admin, '海淀区市场监督管理局');
  expect((await as(api, admin).get(`/v1/agencies/${elsewhere}/delegations`).expect(200)).body.items).toEqual(
    [],
  );
});
