/** The ways by which one administrator alone would act as somebody else, or be two people. Walked over HTTP. */
import { signIn } from '../../libs/identity/src/sign-in.js';
import {
  as,
  confirmAccount,
  enter,
  firstPassword,
  ownPassword,
  register,
  secondAdministrator,
  type Api,
  type Person,
} from '../support/api.js';
import { startBureau } from '../support/bureau.js';

let api: Api;
let admin: Person;
let second: Person;
let agency: string;
let he: Person;
beforeAll(async () => {
  ({ api, admin, agency } = await startBureau());
  second = await secondAdministrator(api);
  he = await register(api, second, agency, { login: 'he', capacity: 'principal' });
});
afterAll(() => api.close());

const today = '2026-03-01';
let made = 0;
const someone = async (): Promise<string> => {
  const facts = { agency, staffNumber: `工号${String((made += 1))}`, name: '孟晓' };
  return (await as(api, admin).post('/v1/people', facts).expect(201)).body.person;
};
/** Granted by two, as a real reviewer or administrator is. */
const granted = (of: string, capacity: string, from = today) =>
  enter(api, admin, `/v1/people/${of}/capacities`, { capacity, from });
/** The account opened, and activated, by the same hand: whoever gave the first password uses it. */
const takenBy = async (by: Person, of: string, capacity: string): Promise<Person> => {
  const login = `login${String((made += 1))}`;
  await as(api, by).post(`/v1/people/${of}/account`, { login, password: firstPassword }).expect(204);
  const { accessToken } = await signIn({
    baseUrl: api.url,
    login,
    password: firstPassword,
    newPassword: ownPassword,
  });
  return { person: of, login, token: accessToken, capacity };
};
const confirm = (by: Person, of: string) => as(api, by).post(`/v1/people/${of}/account/confirm`, {});
const lead = { source: '投诉', summary: '未明码标价' };

describe('Whoever opened an account and gave its first password', () => {
  it('does nothing in the name of its person: it is used once another has confirmed that the person has it', async () => {
    const of = await someone();
    await granted(of, 'officer');
    const puppet = await takenBy(admin, of, 'officer');
    const commanded = await as(api, puppet).post('/v1/cases/initiation/receive-lead', lead).expect(403);
    expect(commanded.body.detail).toMatch(/尚未确认.+let them confirm it/);
    for (const path of ['/v1/lists/my-cases', `/v1/people/${of}`, `/v1/agencies/${agency}`])
      await as(api, puppet).get(path).expect(403);
    expect((await as(api, puppet).get('/v1/me').expect(200)).body).toMatchObject({
      person: of,
      unconfirmed: true,
    });
    await confirm(second, of).expect(204);
    await as(api, puppet).get('/v1/lists/my-cases').expect(200);
    expect((await as(api, puppet).get('/v1/me').expect(200)).body.unconfirmed).toBeUndefined();
  });

  it('does not confirm it, nor does its person, nor anybody whose account they opened and nobody confirmed', async () => {
    const of = await someone();
    await granted(of, 'officer');
    const puppet = await takenBy(admin, of, 'officer');
    expect((await confirm(admin, of).expect(409)).body.reason).toBe('opened-by-yourself');
    await confirm(puppet, of).expect(403);
    await confirm(he, of).expect(204);
  });

  it('has it confirmed only once it is activated, and while it is open', async () => {
    const of = await someone();
    expect((await confirm(second, of).expect(409)).body.reason).toBe('no-account-open');
    const login = `login${String((made += 1))}`;
    await as(api, admin).post(`/v1/people/${of}/account`, { login, password: firstPassword }).expect(204);
    expect((await confirm(second, of).expect(409)).body.reason).toBe('account-not-activated');
    await signIn({ baseUrl: api.url, login, password: firstPassword, newPassword: ownPassword });
    for (const _ of [1, 2]) await confirm(second, of).expect(204);
    const { accounts } = (await as(api, admin).get(`/v1/people/${of}`).expect(200)).body;
    expect(accounts).toMatchObject([{ confirmedAt: expect.stringMatching(/^2026-/) }]);
  });

  it('does not propose through it what they approve themselves', async () => {
    const clerk = await someone();
    await granted(clerk, 'administrator');
    const puppet = await takenBy(admin, clerk, 'administrator');
    const of = await someone();
    await as(api, puppet)
      .post(`/v1/people/${of}/capacities`, { capacity: 'legal-reviewer', from: today })
      .expect(403);
  });
});

describe('One administrator', () => {
  it('does not put out the other by closing their account', async () => {
    const { person } = (await as(api, second).get('/v1/me').expect(200)).body;
    const { body } = await as(api, admin).post(`/v1/people/${person}/account/close`, {}).expect(409);
    expect(body).toMatchObject({
      reason: 'administrator-in-office',
      detail: expect.stringMatching(/anjuan admin reset/),
    });
    await as(api, second).get('/v1/me').expect(200);
  });

  it('closes the account of whoever is no administrator any more', async () => {
    const clerk = await someone();
    await granted(clerk, 'administrator', '2026-01-01');
    const theirs = await takenBy(admin, clerk, 'administrator');
    await confirmAccount(api, admin, clerk);
    const close = () => as(api, admin).post(`/v1/people/${clerk}/account/close`, {});
    await close().expect(409);
    await enter(api, admin, `/v1/people/${clerk}/capacities/end`, {
      capacity: 'administrator',
      to: '2026-02-28',
    });
    await close().expect(204);
    await as(api, theirs).get('/v1/me').expect(401);
  });

  it.each(['auditor', 'principal'])(
    'does not end the capacity of the %s, who looks at or approves what they enter',
    async (capacity) => {
      const of = await someone();
      await granted(of, capacity);
      const path = `/v1/people/${of}/capacities/end`;
      await as(api, admin).post(path, { capacity, to: today }).expect(202);
      const { proposal } = (await as(api, second).get(`/v1/people/${of}`).expect(200)).body.proposals[0];
      await as(api, second)
        .post(`/v1/people/${of}/proposals/approve`, { proposals: [proposal] })
        .expect(204);
    },
  );

  it('makes nobody everybody’s colleague: who belongs to no agency is an administrator or an auditor', async () => {
    const { person } = (
      await as(api, admin)
        .post('/v1/people', { staffNumber: `工号${String((made += 1))}`, name: '孟晓' })
        .expect(201)
    ).body;
    for (const capacity of ['officer', 'leader'])
      expect(
        (await as(api, admin).post(`/v1/people/${person}/capacities`, { capacity, from: today }).expect(409))
          .body,
      ).toMatchObject({ reason: 'of-no-agency' });
    await granted(person, 'auditor');
  });
});

it('whoever sends a file for review, or decides on it, is granted no capacity to review it for legality', async () => {
  for (const [held, further] of [
    ['unit-head', 'legal-reviewer'],
    ['leader', 'legal-reviewer'],
    ['principal', 'case-reviewer'],
    ['legal-reviewer', 'leader'],
  ] as const) {
    const of = await someone();
    await granted(of, held);
    const { body } = await as(api, admin)
      .post(`/v1/people/${of}/capacities`, { capacity: further, from: '2026-06-01' })
      .expect(409);
    expect(body).toMatchObject({
      reason: 'capacities-exclude-each-other',
      detail: expect.stringContaining(held),
    });
  }
  const of = await someone();
  await granted(of, 'officer');
  for (const capacity of ['case-reviewer', 'legal-reviewer', 'hearing-host']) await granted(of, capacity);
});
