/** Who knows the password alone does not set another one before the second factor is registered. */
import { type Holders } from '@anjuan/identity';
import { authenticator } from '../support/authenticator.js';
import { shownOn } from '../support/first-factor.js';
import { signInBegun } from '../support/passkey-page.js';
import { holders, issuerDatabase, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';
import { someone, withPasskey, type Somebody } from './somebody.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let demanded = true;
let set: string[] = [];
const demanding: Holders = {
  ...holders,
  demandsFactor: () => Promise.resolve(demanded),
  passwordSet: (account) => {
    set.push(account);
    return Promise.resolve('recorded');
  },
};
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool, 0, demanding, 'localhost');
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
beforeEach(() => {
  demanded = true;
  set = [];
});

const newPassword = 'another of their own since';
const anew = { newPassword, newPasswordAgain: newPassword };
const kept = /新密码尚未设置.+The new password is not set/s;
const begin = ({ login }: Somebody, given = password) =>
  signInBegun(issuer.issuerUrl, { login, password: given });

describe('A new password', () => {
  it('waits where a second factor is demanded and none is registered, and the page says so', async () => {
    const person = await someone(issuer);
    const { browser, action, send } = await begin(person);
    const answer = await browser.open(action, { login: person.login, password, code: '', ...anew });
    expect([answer.status, answer.location]).toEqual([403, '']);
    expect(answer.text).toMatch(kept);
    expect(set).toEqual([]);
    expect((await begin(person, newPassword)).asking.text).toContain('账号或密码不正确');
    const { uri } = shownOn((await send({})).text);
    expect((await send({ code: authenticator(uri)() })).status).toBe(303);
  });

  it('is set with the form that registers the factor, and after it', async () => {
    const person = await someone(issuer);
    const { asking, send } = await begin(person);
    const { uri } = shownOn(asking.text);
    expect((await send({ code: authenticator(uri)(9), ...anew })).text).toMatch(kept);
    expect(set).toEqual([]);
    expect((await send({ code: authenticator(uri)(), ...anew })).status).toBe(303);
    expect(set).toEqual([person.account]);
    expect((await begin(person)).asking.text).toContain('账号或密码不正确');
  });

  it('that is unfit comes to nothing also with that form', async () => {
    const person = await someone(issuer);
    const { asking, send } = await begin(person);
    const code = authenticator(shownOn(asking.text).uri)();
    const answer = await send({ code, newPassword: 'short', newPasswordAgain: 'short' });
    expect([answer.status, answer.location]).toEqual([422, '']);
    expect(set).toEqual([]);
  });

  it('waits after a reset of the factors until the next one is registered, also where the one-time code was right', async () => {
    demanded = false;
    const { person } = await withPasskey(issuer);
    const { code = '' } = (await issuer.resets.reset(person.account, 'p/1')) ?? {};
    const thief = await begin(person);
    const refused = await thief.send(anew);
    expect([refused.status, refused.location]).toEqual([403, '']);
    expect(refused.text).toMatch(kept);
    const { send } = await begin(person);
    expect((await send({ code, ...anew })).text).toMatch(kept);
    expect((await thief.send(anew)).text).toMatch(kept);
    const still = await send(anew);
    expect(still.text).toMatch(kept);
    expect(set).toEqual([]);
    const { uri } = shownOn(still.text);
    expect((await send({ code: authenticator(uri)(), ...anew })).status).toBe(303);
    expect(set).toEqual([person.account]);
  });

  it('in place of a first one is set at once: that signs nobody in', async () => {
    const login = 'first-of-all';
    const account = await issuer.accounts.open(login, 'given away at the desk');
    const { browser, action } = await begin({ login, password, account });
    const given = { login, password: 'given away at the desk', code: '', ...anew };
    const answer = await browser.open(action, given);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toMatch(kept);
    expect(set).toEqual([account]);
  });

  it('is set by the password alone where no factor is demanded and there is none', async () => {
    demanded = false;
    const person = await someone(issuer);
    const { browser, action } = await begin(person, 'not this one at all');
    const answer = await browser.open(action, { login: person.login, password, code: '', ...anew });
    expect(answer.status).toBe(303);
    expect(set).toEqual([person.account]);
  });
});
