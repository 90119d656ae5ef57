/** One person has one account at a time, and is one person through all that they ever had: over HTTP. */
import { as, enter, openAccount, secondAdministrator, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';

let api: Api;
let admin: Person;
let second: Person;
let lin: Person;
let gao: Person;
let tang: Person;
let zhou: Person;
let meng: Person;

/** The same person through another account: the one before is closed. */
const anotherAccount = async (of: Person, login: string, capacity = of.capacity): Promise<Person> => {
  await as(api, admin).post(`/v1/people/${of.person}/account/close`, {}).expect(204);
  await as(api, of).get('/v1/me').expect(401);
  return { person: of.person, login, token: await openAccount(api, second, of.person, login), capacity };
};

beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api, admin } = bureau);
  second = await secondAdministrator(api);
  lin = await engage('lin', 'officer');
  gao = await engage('gao', 'officer');
  tang = await engage('tang', 'leader');
  zhou = await engage('zhou', 'unit-head');
  meng = await engage('meng', 'case-reviewer');
  const granted = { capacity: 'case-reviewer', from: '2024-01-01' };
  await enter(api, admin, `/v1/people/${lin.person}/capacities`, granted);
});
afterAll(() => api.close());

type Case = { id: string; revision: number };

const act = async (it: Case, by: Person, name: string, entry: object): Promise<void> => {
  const { body } = await as(api, by)
    .post(`/v1/cases/${it.id}/${name}`, entry)
    .set('if-match', `"${String(it.revision)}"`)
    .expect(200);
  it.revision = body.revision;
};

const refusedUnder = async (it: Case, by: Person, name: string, entry: object): Promise<string[]> => {
  const { body } = await as(api, by)
    .post(`/v1/cases/${it.id}/${name}`, entry)
    .set('if-match', `"${String(it.revision)}"`)
    .expect(409);
  return body.provisions.map(({ id }: { id: string }) => id);
};

let papers = 0;
const paper = async (name: string): Promise<object> => {
  papers += 1;
  const { body } = await as(api, lin)
    .upload(`${name}.txt`, `${name} ${String(papers)}`)
    .expect(201);
  return { sha256: body.sha256, name };
};

const scene = async (officers: readonly Person[]) => ({
  officers: officers.map(({ person }) => person),
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: await paper('scene'),
});

const filedCase = async (): Promise<Case> => {
  const lead = { source: '投诉', summary: '未明码标价' };
  const { body } = await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201);
  const it: Case = { id: body.case, revision: body.revision };
  await act(it, lin, 'evidence/record-scene', await scene([lin, gao]));
  await act(it, gao, 'entry/confirm', { entry: it.revision });
  const conditions = ['breach-evidenced', 'penalty-due', 'our-jurisdiction', 'within-limitation'];
  await act(it, lin, 'initiation/request-filing', {
    cause: '未按规定明码标价',
    party: { kind: 'entity', name: '禾木花店', uscc: '91110105MA7KQ2R152' },
    basis: [{ law: '价格法', article: '13' }],
    handlers: [lin.person, gao.person],
    act: { from: '2026-02-01', to: '2026-02-20' },
    discoveredOn: '2026-02-25',
    conditions: Object.fromEntries(
      conditions.map((condition) => [condition, { affirmed: true, evidence: [1] }]),
    ),
  });
  await act(it, tang, 'initiation/approve-filing', { approval: it.revision });
  return it;
};

describe('one person with one account after the other', () => {
  it('does not review through the second what they handle through the first', async () => {
    const it = await filedCase();
    await act(it, lin, 'evidence/record-scene', await scene([lin, gao]));
    await act(it, gao, 'entry/confirm', { entry: it.revision });
    await act(it, lin, 'investigation/conclude', {
      officers: [lin.person, gao.person],
      facts: '未明码标价',
      basis: [{ law: '价格法', article: '42' }],
      proposal: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 50_000 }] },
      discretion: '从轻',
      benchmark: '裁量基准',
      report: await paper('report'),
    });
    await act(it, gao, 'entry/confirm', { entry: it.revision });
    await act(it, zhou, 'case-review/send', {});
    const opinion = { opinion: 'agree' };
    const throughFirst = { ...lin, capacity: 'case-reviewer' };
    expect(await refusedUnder(it, throughFirst, 'case-review/give-opinion', opinion)).toStrictEqual([
      'review/handler-may-not-review',
    ]);
    const linReviewing = await anotherAccount(lin, 'lin-reviewer', 'case-reviewer');
    expect(await refusedUnder(it, linReviewing, 'case-review/give-opinion', opinion)).toStrictEqual([
      'review/handler-may-not-review',
    ]);
    lin = { ...linReviewing, capacity: 'officer' };
    await act(it, meng, 'case-review/give-opinion', opinion);
  });

  it('is one officer of two, and confirms nothing that they recorded themselves', async () => {
    const it = await filedCase();
    expect(await refusedUnder(it, lin, 'evidence/record-scene', await scene([lin, lin]))).toStrictEqual([
      'officers/two-act-together',
    ]);
    await act(it, lin, 'evidence/record-scene', await scene([lin, gao]));
    const awaited = { entry: it.revision };
    const linAgain = await anotherAccount(lin, 'lin-again');
    expect(await refusedUnder(it, linAgain, 'entry/confirm', awaited)).toStrictEqual([
      'entry/confirmation-awaited',
    ]);
    await act(it, gao, 'entry/confirm', awaited);
  });
});
