/** One account a person, with a secret of their own: opened, activated, changed and closed over HTTP. */
import { signIn, SignInRefused } from '../../libs/identity/src/sign-in.js';
import {
  as,
  enter,
  firstPassword,
  openAccount,
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
let local: Person;
let lin: Person;
let made = 0;
beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api, admin, agency } = bureau);
  second = await secondAdministrator(api);
  local = await engage('local', 'administrator');
  lin = await engage('lin', 'officer');
});
afterAll(() => api.close());

const someone = async (): Promise<string> => {
  const facts = { agency, staffNumber: `京-${String((made += 1))}`, name: '高明' };
  const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
  const granted = { capacity: 'officer', from: '2024-01-01' };
  await enter(api, admin, `/v1/people/${person}/capacities`, granted);
  return person;
};
const login = () => `desk-${String((made += 1))}`;
const post = (person: string, path: string, body: object, by = admin) =>
  as(api, by).post(`/v1/people/${person}/${path}`, body);
const open = (person: string, name: string, by = admin) =>
  post(person, 'account', { login: name, password: firstPassword }, by);
const close = (person: string, by = admin) => post(person, 'account/close', {}, by);
const signedIn = async (name: string, password: string, newPassword?: string): Promise<string> =>
  (await signIn({ baseUrl: api.url, login: name, password, newPassword })).accessToken;
const me = (token: string) => as(api, { ...lin, token }).get('/v1/me');
const events = async (person: string) => api.parts.store.read(`person-${person}`);

describe('the password that an administrator gives', () => {
  it('signs in nobody but with a new one, which the record tells of and does not hold', async () => {
    const [person, name] = [await someone(), login()];
    await open(person, name).expect(204);
    await expect(signedIn(name, firstPassword)).rejects.toMatchObject({ status: 403 });
    expect((await events(person)).map(({ type }) => type)).not.toContain('AccountActivated');
    const token = await signedIn(name, firstPassword, ownPassword);
    expect((await me(token).expect(200)).body.person).toBe(person);
    const [entered, ...more] = (await events(person)).filter(({ type }) => type === 'AccountActivated');
    expect(more).toEqual([]);
    expect(entered).toMatchObject({ recordedBy: person, data: { issuer: expect.any(String) } });
    for (const secret of [firstPassword, ownPassword, name])
      expect(JSON.stringify(await events(person))).not.toContain(secret);
  });

  it('is refused where anybody would guess it, for all reasons at once', async () => {
    const person = await someone();
    const refused = await post(person, 'account', { login: 'gaoming', password: 'gaominggaoming' });
    expect(refused.body).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/不得包含账号或工号.+must not contain the login/),
    });
    const numbered = { agency, staffNumber: '京监-0117', name: '林' };
    const { person: other } = (await as(api, admin).post('/v1/people', numbered).expect(201)).body;
    const ofStaff = { login: login(), password: '我的工号是京监-0117吗' };
    await post(other, 'account', ofStaff).expect(409);
    await open(person, login()).expect(204);
  });
});

describe('a change of password', () => {
  it('ends the tokens there were at once; the sign-in that made it goes on', async () => {
    const [person, name] = [await someone(), login()];
    const before = await openAccount(api, admin, person, name);
    await me(before).expect(200);
    const after = await signedIn(name, ownPassword, 'quite another one now');
    const refused = await me(before).expect(401);
    expect(refused.body.detail).toMatch(/密码已更改.+sign in again/);
    await me(after).expect(200);
    await expect(signedIn(name, ownPassword)).rejects.toThrow(SignInRefused);
    await me(await signedIn(name, 'quite another one now')).expect(200);
    expect((await events(person)).at(-1)).toMatchObject({ type: 'PasswordChanged', recordedBy: person });
  });
});

describe('a second account', () => {
  it('is refused while one is open, activated or not', async () => {
    const [person, name] = [await someone(), login()];
    await open(person, name).expect(204);
    for (const activated of [false, true]) {
      if (activated) await signedIn(name, firstPassword, ownPassword);
      const second = await open(person, `${name}-again`).expect(409);
      expect(second.body).toMatchObject({
        reason: 'account-exists',
        detail: expect.stringContaining('close'),
      });
      await expect(signedIn(`${name}-again`, firstPassword, ownPassword)).rejects.toMatchObject({
        status: 403,
      });
    }
  });

  it('raced for is refused all but once, and signs nobody in', async () => {
    const person = await someone();
    const names = Array.from({ length: 5 }, login);
    const answers = await Promise.all(names.map((name) => open(person, name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    const entered = await Promise.allSettled(names.map((name) => signedIn(name, firstPassword, ownPassword)));
    expect(entered.map(({ status }) => status)).toEqual(
      answers.map(({ status }) => (status === 204 ? 'fulfilled' : 'rejected')),
    );
  });
});

describe('an account that is closed', () => {
  it('is out at once: its tokens, its password, its first password; its login is free', async () => {
    const [person, name] = [await someone(), login()];
    const token = await openAccount(api, admin, person, name);
    await me(token).expect(200);
    await close(person).expect(204);
    const refused = await me(token).expect(401);
    expect(refused.body.detail).toMatch(/已销户.+was closed/);
    for (const password of [firstPassword, ownPassword])
      await expect(signedIn(name, password)).rejects.toMatchObject({ status: 403 });
    const another = await someone();
    const theirs = await openAccount(api, admin, another, name);
    expect((await me(theirs).expect(200)).body.person).toBe(another);
    await me(token).expect(401);
    const again = await openAccount(api, second, person, `${name}-again`);
    expect((await me(again).expect(200)).body.person).toBe(person);
  });

  it('is followed by one that another administrator opens than closed it', async () => {
    const [person, name] = [await someone(), login()];
    await open(person, name).expect(204);
    await close(person).expect(204);
    const alone = await open(person, `${name}-again`).expect(409);
    expect(alone.body).toMatchObject({
      reason: 'closed-by-yourself',
      detail: expect.stringMatching(/另一名管理员开通.+another administrator/),
    });
    await expect(signedIn(`${name}-again`, firstPassword, ownPassword)).rejects.toMatchObject({
      status: 403,
    });
    await open(person, `${name}-again`, second).expect(204);
  });

  it('is closed once, with the same answer to the same request', async () => {
    const person = await someone();
    expect((await close(person).expect(409)).body.reason).toBe('no-account-open');
    await open(person, login()).expect(204);
    const key = crypto.randomUUID();
    const send = () => as(api, admin).post(`/v1/people/${person}/account/close`, {}, key);
    await send().expect(204);
    await send().expect(204);
    await open(person, login(), second).expect(204);
    // The request that was answered before closes nothing that came after it.
    await send().expect(204);
    expect((await close(person).expect(204)).status).toBe(204);
    expect((await events(person)).filter(({ type }) => type === 'AccountClosed')).toHaveLength(2);
  });

  it('is closed by an administrator of the agency or the system, and by nobody for themselves', async () => {
    const person = await someone();
    await open(person, login()).expect(204);
    await close(person, lin).expect(403);
    await close(local.person, local).expect(403);
    await close(crypto.randomUUID()).expect(404);
    await close(person, local).expect(204);
    await me(local.token).expect(200);
  });
});

it('who has which account is shown to administrators, auditors and the person, without a secret', async () => {
  const [person, name] = [await someone(), login()];
  const token = await openAccount(api, admin, person, name);
  await close(person).expect(204);
  await open(person, `${name}-again`, second).expect(204);
  const path = `/v1/people/${person}`;
  const { accounts } = (await as(api, admin).get(path).expect(200)).body;
  expect(accounts).toEqual([
    {
      issuer: 'urn:anjuan:built-in-issuer',
      subject: expect.any(String),
      openedAt: expect.stringMatching(/^2026-/),
      activatedAt: expect.any(String),
      confirmedAt: expect.any(String),
      closedAt: expect.any(String),
    },
    { issuer: expect.any(String), subject: expect.any(String), openedAt: expect.any(String) },
  ]);
  expect((await as(api, lin).get(path).expect(200)).body).not.toHaveProperty('accounts');
  expect((await as(api, lin).get(`/v1/people/${lin.person}`).expect(200)).body.accounts).toHaveLength(1);
  const auditor = await register(api, admin, agency, { login: 'auditor', capacity: 'auditor' });
  expect((await as(api, auditor).get(path).expect(200)).body.accounts).toEqual(accounts);
  await me(token).expect(401);
});
