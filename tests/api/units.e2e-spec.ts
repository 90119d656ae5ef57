/** Units of an agency with their heads and members; the head of a case's unit, or of one above, hands it over: no other. */
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { as, enter, register, registerAgency, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { fileCase, receiveLead } from '../support/filed-case.js';

let api: Api;
let admin: Person;
let agency: string;
let lin: Person;
let gao: Person;
let shen: Person;
let wen: Person;
let tang: Person;
let zhou: Person;
let wu: Person;
let he: Person;
let units: Readonly<Record<'bureau' | 'food' | 'drugs', string>>;
let file: string;

const act = (by: Person, path: string, revision: number, body: object) =>
  as(api, by)
    .post(`/v1/cases/${path}`, body)
    .set('if-match', `"${String(revision)}"`);
let revision = 1;
const name = (by: Person, ...handlers: readonly Person[]) => {
  const body = { handlers: handlers.map(({ person }) => person), reason: '调整分工' };
  return act(by, `${file}/initiation/name-handlers`, revision, body);
};
const named = async (by: Person, ...handlers: readonly Person[]) => {
  ({ revision } = (await name(by, ...handlers).expect(200)).body);
};
type Refusal = Readonly<{ body: Readonly<{ provisions: readonly { id: string; ended?: unknown }[] }> }>;
const ids = ({ body }: Refusal) => body.provisions.map(({ id }) => id);
const enterUnit = async (body: object): Promise<string> =>
  (await enter(api, admin, `/v1/agencies/${agency}/units`, body)).body.unit;
const join = (one: Person, unit: string, from: string) =>
  enter(api, admin, `/v1/people/${one.person}/unit`, { unit, from });
const list = async (on = '') =>
  (await as(api, lin).get(`/v1/agencies/${agency}/units${on}`).expect(200)).body.items;

beforeAll(async () => {
  const { engage: here, ...bureau } = await startBureau();
  ({ api, admin, agency } = bureau);
  [lin, gao, shen] = [
    await here('lin', 'officer'),
    await here('gao', 'officer'),
    await here('shen', 'officer'),
  ];
  [wen, tang] = [await here('wen', 'officer'), await here('tang', 'leader')];
  [zhou, wu, he] = [
    await here('zhou', 'unit-head'),
    await here('wu', 'unit-head'),
    await here('he', 'unit-head'),
  ];
  file = await receiveLead(api, lin);
  await fileCase(api, file, { handlers: [lin, gao], leader: tang });
  ({ revision } = (await as(api, lin).get(`/v1/cases/${file}`).expect(200)).body);
});
afterAll(() => api.close());

it('where an agency has entered no units, any unit head names handlers; one that is proposed changes nothing', async () => {
  await named(wu, lin, shen);
  const one = { title: '食品科', from: '2026-03-01' };
  const { body } = await as(api, admin).post(`/v1/agencies/${agency}/units`, one).expect(202);
  await named(wu, lin, gao);
  await as(api, admin)
    .post(`/v1/agencies/${agency}/proposals/decline`, { proposals: [body.proposal], reason: '名称有误' })
    .expect(204);
});

it('units are entered by two, one below the other; people join them, and heads head one', async () => {
  const bureau = await enterUnit({ title: '朝阳区局', from: '2026-03-01' });
  const food = await enterUnit({ title: '食品科', parent: bureau, from: '2026-03-01' });
  const drugs = await enterUnit({ title: '药品科', parent: bureau, from: '2026-03-01' });
  units = { bureau, food, drugs };
  for (const one of [lin, gao, shen, zhou]) await join(one, food, '2026-03-01');
  for (const one of [wen, wu]) await join(one, drugs, '2026-03-01');
  await join(he, bureau, '2026-03-01');
  const items = await list('?on=2026-03-01');
  expect(items.map((one: { title: string }) => one.title)).toEqual(['朝阳区局', '食品科', '药品科']);
  expect(items[1]).toMatchObject({ unit: food, parent: bureau, heads: [{ person: zhou.person }] });
  expect(items[1].members).toHaveLength(4);
  expect(await list('?on=2026-02-28')).toEqual([]);
  const { body } = await as(api, lin).get(`/v1/agencies/${agency}/people`).expect(200);
  const found = body.items.find(({ person }: Person) => person === wen.person);
  expect(found.unit).toBe(drugs);
});

it('the head of another unit names nobody in the case and hands nothing of it over; that of the unit does', async () => {
  const refused = await name(wu, lin, shen).expect(409);
  expect(ids(refused)).toEqual(['initiation/head-of-the-handling-unit', 'initiation/handlers-of-the-unit']);
  const over = { cases: [file], to: [wen.person], reason: '林岚调离' };
  const { body } = await as(api, wu).post(`/v1/people/${lin.person}/hand-over`, over).expect(200);
  expect(ids({ body: body.items[0].refused })).toContain('initiation/head-of-the-handling-unit');
  await named(zhou, lin, shen);
});

it('officers of another unit are named by the head of a unit above both', async () => {
  expect(ids(await name(zhou, lin, wen).expect(409))).toEqual(['initiation/handlers-of-the-unit']);
  await named(he, lin, wen);
  // It is a case of both units then.
  expect(ids(await name(wu, wen, gao).expect(409))).toEqual(['initiation/handlers-of-the-unit']);
});

it('under the written order of a leader a head hands a case over to an officer of a unit beside', async () => {
  await named(he, lin, gao);
  const over = { cases: [file], to: [wen.person], reason: '林岚调离' };
  const hand = (papers: object) =>
    as(api, zhou).post(`/v1/people/${lin.person}/hand-over`, { ...over, ...papers });
  const { sha256 } = (await as(api, zhou).upload('决定.txt', '跨机构调整人员的决定').expect(201)).body;
  const letter = { sha256, name: '决定.txt' };
  const { body } = await hand({ paper: letter }).expect(200);
  expect(ids({ body: body.items[0].refused })).toEqual(['initiation/handlers-of-the-unit']);
  const { done } = (await hand({ order: letter }).expect(200)).body.items[0];
  ({ revision } = done);
  const { entries } = (await as(api, he).get(`/v1/cases/${file}/history`).expect(200)).body;
  expect(entries.at(-1).data).toMatchObject({ order: letter });
  await named(he, lin, wen);
});

it('whose term ended yesterday names nobody, and the refusal says so', async () => {
  await enter(api, admin, `/v1/people/${zhou.person}/capacities/end`, {
    capacity: 'unit-head',
    to: '2026-03-01',
  });
  api.clock.moveTo(new Date('2026-03-02T01:00:00Z'));
  const { body } = await name(zhou, lin, gao).expect(409);
  expect(ids({ body })).toContain('capacity/held-on-the-day');
  expect(JSON.stringify(body.provisions[0])).toContain('2026-03-01');
});

it('a head by a grant that names the unit heads that one, wherever they belong, from its day on', async () => {
  const granted = { capacity: 'unit-head', from: '2026-03-02', unit: units.food };
  await enter(api, admin, `/v1/people/${gao.person}/capacities`, granted);
  const items = await list('?on=2026-03-02');
  expect(items[1].heads).toEqual([expect.objectContaining({ person: gao.person, from: '2026-03-02' })]);
  expect((await list())[1].heads).toHaveLength(2);
});

it.each([
  ['an unknown unit', () => join(lin, '00000000-0000-4000-8000-000000000000', '2026-03-02'), /unknown-unit/],
  ['a unit that has not begun', () => join(lin, units.food, '2026-02-01'), /unknown-unit/],
  ['a name that there is', () => enterUnit({ title: '食品科', from: '2026-03-02' }), /unit-named-already/],
  [
    'an unknown unit above',
    () => enterUnit({ title: '器械科', parent: lin.person, from: '2026-03-02' }),
    /unknown-unit/,
  ],
  [
    'a head of no unit by name',
    () =>
      enter(api, admin, `/v1/people/${shen.person}/capacities`, {
        capacity: 'unit-head',
        from: '2026-03-02',
      }),
    /unit-not-named/,
  ],
  [
    'an officer as head of a unit',
    () =>
      enter(api, admin, `/v1/people/${wen.person}/capacities`, {
        capacity: 'officer',
        from: '2027-01-01',
        unit: units.food,
      }),
    /仅办案机构负责人/,
  ],
])('%s is refused', async (_, work, why) => {
  await expect(work()).rejects.toThrow(why);
});

it('a unit is not ended while there are units below, and is another agency’s to nobody', async () => {
  const end = (unit: string) =>
    as(api, admin).post(`/v1/agencies/${agency}/units/${unit}/end`, { to: '2026-04-01' });
  expect((await end(units.bureau).expect(409)).body.reason).toBe('units-below');
  const other = await registerAgency(api, admin, '海淀区市场监督管理局');
  const stranger = await register(api, admin, other, { login: 'yu', capacity: 'administrator' });
  await as(api, stranger).get(`/v1/agencies/${agency}/units`).expect(404);
  await as(api, stranger)
    .post(`/v1/agencies/${agency}/units`, { title: '药械科', from: '2026-04-01' })
    .expect(403);
  await as(api, stranger)
    .post(`/v1/people/${lin.person}/unit`, { unit: units.food, from: '2026-04-01' })
    .expect(404);
});

describe('A file of people with their units', () => {
  const send = (...rows: readonly string[]) =>
    request(api.url)
      .post(`/v1/agencies/${agency}/imports`)
      .set('authorization', `Bearer ${admin.token}`)
      .set('idempotency-key', randomUUID())
      .set('content-type', 'text/csv')
      .send(
        Buffer.from(
          ['工号,姓名,身份,任职起始日,负责的内设机构,所在内设机构,所在机构起始日', ...rows].join('\r\n'),
        ),
      );

  it('is entered: members at once, heads proposed', async () => {
    const { body } = await send(
      'U1,孔某,执法人员,2026-03-02,,食品科,2026-03-02',
      'U2,曹某,办案机构负责人,2026-03-02,药品科,药品科,2026/3/2',
    ).expect(202);
    expect(body.items).toMatchObject([
      { entered: ['CapacityGranted', 'UnitJoined'], proposed: [] },
      { entered: ['UnitJoined'], proposed: ['CapacityGranted'] },
    ]);
    const [, food, drugs] = await list('?on=2026-03-02');
    const ids = (of: readonly Readonly<{ person: string }>[]) => of.map(({ person }) => person);
    expect(ids(food.members)).toContain(body.items[0].person);
    expect(ids(drugs.members)).toContain(body.items[1].person);
    expect(ids(drugs.heads)).not.toContain(body.items[1].person);
  });

  it('with one that is wrong enters nothing, and names line and column', async () => {
    const { body } = await send(
      'U3,严某,执法人员,2026-03-02,,器械科,2026-03-02',
      'U4,华某,执法人员,2026-03-02,食品科,,',
      'U5,金某,,,食品科,食品科,',
    ).expect(422);
    expect(body.errors.map((one: { line: number; column: string }) => [one.line, one.column])).toEqual([
      [2, 'unit'],
      [3, 'heads'],
      [4, 'capacity'],
      [4, 'from'],
      [4, 'unitFrom'],
    ]);
  });
});
