/** What opens a gate is entered by one person and approved by another: no administrator alone makes a reviewer. */
import { signIn } from '../../libs/identity/src/sign-in.js';
import {
  as,
  enter,
  register,
  registerAgency,
  secondAdministrator,
  type Api,
  type Person,
} from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { lastEntry } from '../support/last-entry.js';

let api: Api;
let admin: Person;
let second: Person;
let agency: string;
let lin: Person;
let he: Person;
beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api, admin, agency } = bureau);
  second = await secondAdministrator(api);
  lin = await engage('lin', 'officer');
  // Whose account the proposer has opened approves nothing of theirs.
  he = await register(api, second, agency, { login: 'he', capacity: 'principal' });
});
afterAll(() => api.close());

const today = '2026-03-01';
const someone = async (): Promise<string> =>
  (
    await as(api, admin)
      .post('/v1/people', { agency, staffNumber: crypto.randomUUID(), name: '高明' })
      .expect(201)
  ).body.person;
const capacities = (of: string) => `/v1/people/${of}/capacities`;
const seen = async (of: string) => (await as(api, second).get(`/v1/people/${of}`).expect(200)).body;
const head = () => lastEntry(api.parts.store);
const approve = (by: Person, of: string, ...proposals: readonly number[]) =>
  as(api, { ...by, capacity: by.capacity }).post(`/v1/people/${of}/proposals/approve`, { proposals });

describe('A grant that opens a gate', () => {
  it.each([
    ...['case-reviewer', 'legal-reviewer', 'unit-head', 'leader'],
    ...['principal', 'hearing-host', 'auditor', 'administrator'],
  ])('%s: is in force once another person has approved it', async (capacity) => {
    const of = await someone();
    const { body } = await as(api, admin).post(capacities(of), { capacity, from: today }).expect(202);
    expect(body).toEqual({ proposal: 1 });
    expect(await seen(of)).toMatchObject({
      capacities: [],
      proposals: [{ proposal: 1, type: 'CapacityGranted', data: { capacity, from: today } }],
    });
    await approve(second, of, 1).expect(204);
    expect(await seen(of)).toMatchObject({ capacities: [capacity], proposals: [] });
  });

  it('is approved neither by who proposed it, under whatever key, nor by who is meant', async () => {
    const of = await someone();
    await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
    const before = await head();
    for (const _ of [1, 2])
      expect((await approve(admin, of, 1).expect(409)).body).toMatchObject({ reason: 'own-proposal' });
    await approve(lin, of, 1).expect(403);
    await as(api, admin).post(capacities(he.person), { capacity: 'leader', from: '2027-01-01' }).expect(202);
    expect((await approve(he, he.person, 1).expect(409)).body.reason).toBe('no-open-proposal');
    const [{ proposal }] = (await seen(he.person)).proposals;
    expect((await approve(he, he.person, proposal).expect(409)).body.reason).toBe('own-proposal');
    expect((await seen(of)).capacities).toEqual([]);
    expect(await head()).not.toBe(before);
  });

  it('is approved by the principal of the agency, and not by that of another', async () => {
    const other = await registerAgency(api, admin, '海淀区市场监督管理局');
    const theirs = await register(api, second, other, { login: 'theirs', capacity: 'principal' });
    const of = await someone();
    await as(api, admin).post(capacities(of), { capacity: 'case-reviewer', from: today }).expect(202);
    // Not even whether there is such a person.
    await approve(theirs, of, 1).expect(404);
    await approve(he, of, 1).expect(204);
    expect((await seen(of)).capacities).toEqual(['case-reviewer']);
  });

  it('approved twice, or at once by two, is granted once', async () => {
    const of = await someone();
    await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
    const answers = await Promise.all([approve(second, of, 1), approve(he, of, 1), approve(he, of, 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await seen(of)).granted).toHaveLength(1);
  });

  it('proposed twice is granted once: it is looked at again when it is approved', async () => {
    const of = await someone();
    for (const _ of [1, 2])
      await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
    await approve(second, of, 1, 2).expect(409);
    expect((await seen(of)).capacities).toEqual([]);
    await approve(second, of, 2).expect(204);
    expect((await approve(second, of, 1).expect(409)).body.reason).toBe('dates-overlap');
  });

  it('is not approved by who signs in through an account that the proposer opened', async () => {
    const puppet = await register(api, admin, agency, { login: 'puppet', capacity: 'principal' });
    const of = await someone();
    await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
    expect((await approve(puppet, of, 1).expect(409)).body).toMatchObject({
      reason: 'own-proposal',
      detail: expect.stringMatching(/账号由提出人开通.+opened your account/),
    });
    await approve(he, of, 1).expect(204);
  });

  it('is not declined by who is meant, but taken back by who proposed it', async () => {
    const back = { capacity: 'principal', to: '2026-02-01' };
    const { body } = await as(api, admin)
      .post(`${capacities(he.person)}/end`, back)
      .expect(202);
    const decline = (by: Person) =>
      as(api, by).post(`/v1/people/${he.person}/proposals/decline`, {
        proposals: [body.proposal],
        reason: '填错',
      });
    expect((await decline(he).expect(409)).body.reason).toBe('own-proposal');
    await decline(admin).expect(204);
  });

  it('is not approved once it is a month old', async () => {
    const of = await someone();
    await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
    api.clock.moveTo(new Date('2026-03-31T01:00:00Z'));
    await approve(second, of, 1).expect(204);
    const later = await someone();
    await as(api, admin).post(capacities(later), { capacity: 'leader', from: '2026-04-01' }).expect(202);
    api.clock.moveTo(new Date('2026-05-01T01:00:00Z'));
    expect((await approve(second, later, 1).expect(409)).body.reason).toBe('proposal-too-old');
    api.clock.moveTo(new Date(`${today}T02:00:00Z`));
  });

  it('declined, or taken back, is not approved any more', async () => {
    const of = await someone();
    for (const by of [admin, second]) {
      await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
      const [{ proposal }] = (await seen(of)).proposals;
      await as(api, by)
        .post(`/v1/people/${of}/proposals/decline`, { proposals: [proposal], reason: '填错' })
        .expect(204);
      expect((await approve(second, of, proposal).expect(409)).body.reason).toBe('no-open-proposal');
    }
    expect((await seen(of)).capacities).toEqual([]);
  });

  it('sent again under the same key has the same answer, once', async () => {
    const of = await someone();
    const send = () =>
      as(api, admin).post(capacities(of), { capacity: 'leader', from: today }, 'one-and-only');
    expect((await send().expect(202)).body).toEqual((await send().expect(202)).body);
    expect((await seen(of)).proposals).toHaveLength(1);
  });
});

describe('What takes two', () => {
  it.each([
    ['a capacity dated back', 'capacities', { capacity: 'officer', from: '2026-02-28' }],
    [
      'a credential dated back',
      'credentials',
      { number: '执-9', validFrom: '2026-02-28', validTo: '2027-01-01' },
    ],
    ['a qualification', 'qualification', { legalQualification: 'A2019' }],
  ])('%s', async (_, path, body) => {
    await as(api, admin)
      .post(`/v1/people/${await someone()}/${path}`, body)
      .expect(202);
  });

  it.each([
    ['an officer’s capacity from today', 'capacities', { capacity: 'officer', from: today }],
    ['a credential from today', 'credentials', { number: '执-9', validFrom: today, validTo: '2027-01-01' }],
  ])('not %s', async (_, path, body) => {
    await as(api, admin)
      .post(`/v1/people/${await someone()}/${path}`, body)
      .expect(204);
  });

  it('an end dated back, for it takes away what was done since; not one from today', async () => {
    const of = await someone();
    await enter(api, admin, capacities(of), { capacity: 'officer', from: '2026-01-01' });
    await as(api, admin)
      .post(`${capacities(of)}/end`, { capacity: 'officer', to: '2026-02-01' })
      .expect(202);
    await as(api, admin)
      .post(`${capacities(of)}/end`, { capacity: 'officer', to: today })
      .expect(204);
  });
});

it('lists of an agency are in force once another has approved them, and readable, with who entered them', async () => {
  const before = (await as(api, lin).get(`/v1/agencies/${agency}`).expect(200)).body;
  const [{ version: _, ...known }] = before.lists;
  const lists = { ...known, validFrom: '2026-06-01', validTo: undefined };
  const path = `/v1/agencies/${agency}`;
  const { body } = await as(api, admin).post(`${path}/lists`, lists).expect(202);
  expect(body).toEqual({ version: '2026-06-01/2', proposal: 2 });
  const decide = (by: Person) => as(api, by).post(`${path}/proposals/approve`, { proposals: [2] });
  expect((await as(api, lin).get(path).expect(200)).body).toMatchObject({
    lists: before.lists,
    proposals: [{ proposal: 2, type: 'AgencyListsSet', data: { version: '2026-06-01/2' } }],
  });
  await decide(lin).expect(403);
  await decide(admin).expect(409);
  await decide(he).expect(204);
  expect((await as(api, lin).get(path).expect(200)).body.lists).toHaveLength(2);
  const { items } = (await as(api, lin).get(`${path}/history`).expect(200)).body;
  expect(items.map(({ type, by }: { type: string; by: object }) => [type, by])).toEqual([
    ['AgencyRegistered', expect.objectContaining({ capacity: 'administrator' })],
    ['ChangeProposed', expect.anything()],
    ['ChangesApproved', expect.anything()],
    ['ChangeProposed', expect.anything()],
    ['ChangesApproved', expect.objectContaining({ person: he.person, capacity: 'principal' })],
  ]);
});

it('several approved at once come into force in the order in which they were proposed, whatever the order given', async () => {
  const other = await registerAgency(api, admin, '丰台区市场监督管理局');
  const path = `/v1/agencies/${other}`;
  const [{ version: _, ...known }] = (await as(api, admin).get(path).expect(200)).body.lists;
  for (const validFrom of ['2026-03-01', '2026-02-28'])
    await as(api, admin)
      .post(`${path}/lists`, { ...known, validFrom, validTo: undefined })
      .expect(202);
  await as(api, second)
    .post(`${path}/proposals/approve`, { proposals: [3, 2] })
    .expect(409);
  expect((await as(api, admin).get(path).expect(200)).body.lists).toHaveLength(1);
});

it('all that waits in an agency is one list, for who approves it and who audits them', async () => {
  const of = await someone();
  await as(api, admin).post(capacities(of), { capacity: 'leader', from: today }).expect(202);
  const mo = await register(api, admin, agency, { login: 'mo', capacity: 'auditor' });
  const waits = {
    person: of,
    name: '高明',
    agency,
    proposal: 1,
    type: 'CapacityGranted',
    goodUntil: '2026-03-31',
  };
  for (const by of [admin, second, he, mo])
    for (const path of ['/v1/proposals', `/v1/agencies/${agency}/proposals`]) {
      const { items } = (await as(api, by).get(path).expect(200)).body;
      expect(items.find((one: { person?: string }) => one.person === of)).toMatchObject(waits);
    }
  await as(api, lin).get('/v1/proposals').expect(403);
  await as(api, lin).get(`/v1/agencies/${agency}/proposals`).expect(403);
  const elsewhere = await registerAgency(api, admin, '通州区市场监督管理局');
  const theirs = await register(api, admin, elsewhere, { login: 'theirs-too', capacity: 'auditor' });
  expect((await as(api, theirs).get('/v1/proposals').expect(200)).body.items).toEqual([]);
  await as(api, theirs).get(`/v1/agencies/${agency}/proposals`).expect(404);
  await approve(he, of, 1).expect(204);
  const { items } = (await as(api, second).get('/v1/proposals').expect(200)).body;
  expect(items.filter((one: { person?: string }) => one.person === of)).toEqual([]);
});

it('one administrator does not end the other', async () => {
  const { person } = (await as(api, second).get('/v1/me').expect(200)).body;
  await as(api, admin)
    .post(`${capacities(person)}/end`, { capacity: 'administrator', to: today })
    .expect(202);
  expect((await as(api, second).get('/v1/me').expect(200)).body.capacities).toEqual(['administrator']);
});

it('a third administrator of the system is registered by two', async () => {
  const facts = { staffNumber: 'third', name: '第三管理员' };
  const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
  await enter(api, admin, capacities(person), { capacity: 'administrator', from: today });
  expect(await seen(person)).toMatchObject({ capacities: ['administrator'] });
  await as(api, he).post('/v1/people', facts).expect(403);
});

it('an end does not cut what begins later, which is ended by name first', async () => {
  const of = await someone();
  const officer = { capacity: 'officer' };
  await as(api, admin)
    .post(capacities(of), { ...officer, from: today, to: '2026-12-31' })
    .expect(204);
  await as(api, admin)
    .post(capacities(of), { ...officer, from: '2027-01-01' })
    .expect(204);
  const end = (to: string) => as(api, admin).post(`${capacities(of)}/end`, { ...officer, to });
  expect((await end('2026-11-29').expect(409)).body.reason).toBe('dates-overlap');
  await end('2026-12-31').expect(204);
  await end('2026-11-29').expect(204);
  expect((await seen(of)).granted).toEqual([
    { ...officer, from: today, to: '2026-11-29' },
    // It never was.
    { ...officer, from: '2027-01-01', to: '2026-11-29' },
  ]);
  const credential = (validFrom: string, validTo: string) =>
    as(api, admin).post(`/v1/people/${of}/credentials`, { number: '执-7', validFrom, validTo });
  await credential(today, '2026-12-31').expect(204);
  await credential('2027-01-01', '2029-12-31').expect(204);
  const endOf = (to: string) =>
    as(api, admin).post(`/v1/people/${of}/credentials/end`, { number: '执-7', to });
  expect((await endOf('2026-12-30').expect(409)).body.reason).toBe('dates-overlap');
  await endOf('2026-12-31').expect(204);
  await endOf('2026-12-30').expect(204);
});

it('administrators and auditors hold no other capacity at the same time', async () => {
  const of = await someone();
  await enter(api, admin, capacities(of), { capacity: 'officer', from: today });
  for (const capacity of ['administrator', 'auditor'])
    expect(
      (await as(api, admin).post(capacities(of), { capacity, from: today }).expect(409)).body.reason,
    ).toBe('capacities-exclude-each-other');
  const auditor = await someone();
  await enter(api, admin, capacities(auditor), { capacity: 'auditor', from: today });
  await as(api, admin).post(capacities(auditor), { capacity: 'officer', from: today }).expect(409);
});

it('the entries of a person are read by themselves, administrators, auditors and the principal, nobody else', async () => {
  const luo = await register(api, admin, agency, { login: 'luo', capacity: 'auditor' });
  const path = `/v1/people/${lin.person}/history`;
  for (const by of [lin, admin, luo, he]) {
    const { items } = (await as(api, by).get(path).expect(200)).body;
    expect(items[0]).toMatchObject({ entry: 0, type: 'PersonRegistered', data: { name: '人员lin' } });
  }
  const gao = await register(api, admin, agency, { login: 'gao', capacity: 'officer' });
  await as(api, gao).get(path).expect(404);
  await as(api, gao).get(`/v1/people/${crypto.randomUUID()}/history`).expect(404);
  const elsewhere = await registerAgency(api, admin, '海淀区市场监督管理局');
  const other = await register(api, admin, elsewhere, { login: 'other', capacity: 'auditor' });
  await as(api, other).get(path).expect(404);
  await as(api, other).get(`/v1/agencies/${agency}`).expect(404);
});

it('the two administrators of the first start are two people', async () => {
  const [one, other] = [admin, second].map((who) => as(api, who).get('/v1/me').expect(200));
  expect((await one)!.body.person).not.toBe((await other)!.body.person);
  await expect(
    signIn({ baseUrl: api.url, login: 'admin2', password: 'a wrong one altogether' }),
  ).rejects.toThrow();
});
