/** What the registry takes down, and what it refuses: an entry is there for good. */
import {
  administrator,
  as,
  enter,
  firstPassword,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { lastEntry } from '../support/last-entry.js';
import { creditCode } from '../support/credit-code.js';

let api: Api;
let admin: Person;
let lin: Person;
let agency: string;
beforeAll(async () => {
  api = await startApi();
  admin = await administrator(api);
  agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
});
afterAll(() => api.close());

const facts = {
  name: '海淀区市场监督管理局',
  uscc: creditCode(),
  level: 'district',
  domain: 'market-supervision',
  region: '110108',
};
const of = (path: string) => `/v1/people/${lin.person}/${path}`;
const pointersOf = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer);
const head = () => lastEntry(api.parts.store);
const someone = async (): Promise<string> =>
  (
    await as(api, admin)
      .post('/v1/people', { agency, staffNumber: crypto.randomUUID(), name: '高明' })
      .expect(201)
  ).body.person;

it.each(['林\n岚', '林\u2028岚', '林\t岚', '\r林岚'])(
  'nobody is registered under the name %j, of two lines',
  async (name) => {
    const { body } = await as(api, admin)
      .post('/v1/people', { agency, staffNumber: crypto.randomUUID(), name })
      .expect(422);
    expect(pointersOf(body)).toEqual(['#/name']);
  },
);

it.each([
  ['a field that no pack of rules names', { domain: 'market-supervison' }, '#/domain'],
  ['a credit code with a wrong check character', { uscc: '11110105000067897J' }, '#/uscc'],
  ['a region of no province', { region: '990000' }, '#/region'],
  ['a county of no city', { region: '110005' }, '#/region'],
])('no agency is registered with %s', async (_, wrong, pointer) => {
  const before = await head();
  const { body } = await as(api, admin)
    .post('/v1/agencies', { ...facts, ...wrong })
    .expect(422);
  expect(pointersOf(body)).toEqual([pointer]);
  expect(await head()).toBe(before);
});

it.each(['110108', '110000', '100000', '469021', '659001', '820000'])(
  'the region %s is one',
  async (region) => {
    await as(api, admin)
      .post('/v1/agencies', { ...facts, uscc: creditCode(), region })
      .expect(201);
  },
);

it('a field typed in another letter case or width is that of the pack', async () => {
  await as(api, admin)
    .post('/v1/agencies', { ...facts, uscc: creditCode(), domain: 'Ｍarket-Supervision' })
    .expect(201);
});

it('a credit code is one agency’s: of those who race for it one wins, the others are told whose it is', async () => {
  const code = { ...facts, uscc: creditCode() };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      as(api, admin).post('/v1/agencies', { ...code, name: `第${String(n)}局` }),
    ),
  );
  const taken = answers.filter(({ status }) => status === 409);
  const [won] = answers.filter(({ status }) => status === 201);
  expect(taken).toHaveLength(7);
  for (const { body } of taken) {
    expect(body.reason).toBe('credit-code-taken');
    expect(body.detail).toContain(won?.body.agency);
    expect(body.detail).toMatch(/第\d局/);
  }
  await as(api, admin)
    .post('/v1/agencies', { ...code, uscc: creditCode() })
    .expect(201);
});

it.each([
  ['capacities', { capacity: 'leader', from: '2026-02-01', to: '2026-01-31' }, '#/to'],
  ['credentials', { number: '执-9', validFrom: '2026-02-01', validTo: '2026-01-31' }, '#/validTo'],
  ['qualification', { legalQualification: ' ' }, '#/legalQualification'],
  ['qualification', { legalQualification: '' }, '#/legalQualification'],
  ['qualification', {}, '#'],
])('%s: %j is refused', async (path, wrong, pointer) => {
  const before = await head();
  const { body } = await as(api, admin).post(of(path), wrong).expect(422);
  expect(pointersOf(body)).toEqual([pointer]);
  expect(await head()).toBe(before);
});

it('a capacity is held once at a time, and ended where it is held', async () => {
  const path = `/v1/people/${await someone()}/capacities`;
  const by = as(api, admin);
  const held = async (to: string) => by.post(`${path}/end`, { capacity: 'leader', to });
  expect((await held('2026-03-31')).body).toMatchObject({ status: 409, reason: 'capacity-not-held' });
  await enter(api, admin, path, { capacity: 'leader', from: '2026-01-01' });
  for (const again of [
    { from: '2026-01-01' },
    { from: '2025-01-01' },
    { from: '2027-01-01', to: '2027-02-01' },
  ])
    expect((await by.post(path, { capacity: 'leader', ...again })).body).toMatchObject({
      status: 409,
      reason: 'dates-overlap',
    });
  await enter(api, admin, path, { capacity: 'officer', from: '2026-01-01' });
  expect((await held('2025-12-31')).status).toBe(409);
  expect((await held('2026-03-31')).status).toBe(204);
  expect((await held('2026-04-01')).status).toBe(409);
  await by.post(path, { capacity: 'leader', from: '2026-03-31' }).expect(409);
  await by.post(path, { capacity: 'leader', from: '2026-04-01' }).expect(202);
});

it('an account is opened by login and password or by its subject, never by both', async () => {
  const path = `/v1/people/${await someone()}/account`;
  const account = { login: 'gao', password: firstPassword };
  for (const wrong of [{ ...account, subject: 'x' }, { subject: 'x' }, { login: 'gao' }, {}])
    await as(api, admin).post(path, wrong).expect(422);
  await as(api, admin).post(path, account).expect(204);
});

it('an unknown capacity to act in is refused as everywhere', async () => {
  const { body } = await as(api, { ...admin, capacity: 'emperor' })
    .post('/v1/agencies', facts)
    .expect(400);
  expect(body.header).toBe('Acting-Capacity');
});

it('nothing is entered under another capacity than the administrator’s', async () => {
  const before = await head();
  const { body } = await as(api, { ...admin, capacity: 'officer' })
    .post('/v1/agencies', { ...facts, uscc: creditCode() })
    .expect(403);
  expect(body.detail).toContain('Acting-Capacity');
  expect(await head()).toBe(before);
});
