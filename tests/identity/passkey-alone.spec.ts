/** A passkey in place of login and password: two factors where the device has checked who uses it; and the ways round. */
import { type Holders } from '@anjuan/identity';
import { decodeJwt } from 'jose';
import { aloneBegun, askedOn, signInBegun, signInWith } from '../support/passkey-page.js';
import { type PasskeyStandIn } from '../support/passkey-stand-in.js';
import { holders, issuerDatabase, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';
import { withPasskey as somebodyWithPasskey } from './somebody.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let nobodys = '';
const some: Holders = { ...holders, belongs: (account) => Promise.resolve(account !== nobodys) };
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool, 0, some, 'localhost');
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
afterEach(() => {
  expect(issuer.errors).toEqual([]);
  nobodys = '';
});

const withPasskey = async () => {
  const { person, passkey } = await somebodyWithPasskey(issuer);
  return { ...person, passkey };
};
type Wrongly = Parameters<PasskeyStandIn['getAlone']>[1];
const alone = async (passkey: PasskeyStandIn, wrongly: Wrongly = {}) => {
  const begun = await aloneBegun(issuer.issuerUrl);
  return { ...begun, answer: await begun.send(passkey.getAlone(askedOn(begun.first.text), wrongly)) };
};
const outcome = () => issuer.tries.at(-1);

describe('A passkey alone', () => {
  it('whose device has checked who uses it is two factors, and the token says so', async () => {
    const { passkey, account, login } = await withPasskey();
    const { answer, tokens } = await alone(passkey);
    expect(answer.status).toBe(303);
    const claims = decodeJwt((await tokens(answer.location)).access_token);
    expect(claims).toMatchObject({ sub: account, amr: ['hwk', 'user', 'mfa'] });
    expect(claims['auth_time']).toBeGreaterThan(Date.now() / 1000 - 60);
    expect(outcome()).toMatchObject({ outcome: 'accepted', account });
    // The browser is one that the login knows from then on.
    expect(answer.headers.getSetCookie().join()).toContain('anjuan-known-');
    expect(await issuer.accounts.login(account)).toBe(login);
  });

  it('whose device has not is one factor: the password is asked for, and then it is the other', async () => {
    const { passkey, login, account } = await withPasskey();
    const { answer, browser, action } = await alone(passkey, { unseen: true });
    expect([answer.status, answer.location]).toEqual([403, '']);
    expect(answer.text).toMatch(/只算一个要素.+one factor alone/);
    expect(answer.text).not.toContain(login);
    expect(outcome()).toMatchObject({ outcome: 'password-wanted', account });
    const asking = await browser.open(action, { login, password, code: '' });
    const response = passkey.get(askedOn(asking.text), { flags: 0x01 });
    const { status } = await browser.open(action, { login, password, code: '', passkey: response });
    expect(status).toBe(303);
  });

  it('is asked for with a check of its person, of whoever comes, in the same words for everybody', async () => {
    const { passkey } = await withPasskey();
    const { first } = await aloneBegun(issuer.issuerUrl, { login_hint: 'lin-1' });
    const other = await aloneBegun(issuer.issuerUrl, { login_hint: 'nobody' });
    for (const page of [first, other.first])
      expect(askedOn(page.text)).toEqual({
        ...{ challenge: expect.stringMatching(/^[\w-]{43}$/), rpId: 'localhost', timeout: 300_000 },
        ...{ allowCredentials: [], userVerification: 'required' },
      });
    expect(passkey.id).toHaveLength(16);
  });

  it('is a fresh sign-in also for a browser that is signed in, as decisions and grants ask for', async () => {
    const { passkey } = await withPasskey();
    const { answer, tokens, browser } = await alone(passkey);
    await tokens(answer.location);
    const fresh = { prompt: 'login', max_age: '0', acr_values: 'urn:anjuan:mfa' };
    const before = await aloneBegun(issuer.issuerUrl, fresh);
    expect(before.first.text).toContain('data-passkey');
    expect(browser.cookies.size).toBeGreaterThan(0);
    const again = await before.send(passkey.getAlone(askedOn(before.first.text)));
    const claims = decodeJwt((await before.tokens(again.location)).access_token);
    expect(claims['amr']).toEqual(['hwk', 'user', 'mfa']);
  });
});

describe('It signs nobody in', () => {
  const wrong: Readonly<Record<string, Wrongly>> = {
    'of another host': { rpId: 'example.org' },
    'of another page': { origin: 'https://example.org' },
    'in a frame': { crossOrigin: true },
    'of another challenge': { challenge: 'AAAA' },
    'of a registration': { type: 'webauthn.create' },
    'of nobody, who would be anybody': { userHandle: '' },
    'of somebody else, by the handle': { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' },
    'that is not known': { id: 'AAAA' },
    'without a touch': { flags: 0x00 },
  };
  it.each(Object.entries(wrong))('%s', async (_, wrongly) => {
    const { passkey, login } = await withPasskey();
    const { answer } = await alone(passkey, wrongly);
    expect([answer.status, answer.location]).toEqual([403, '']);
    expect(answer.text).not.toContain(login);
    expect(outcome()).toMatchObject({ outcome: 'passkey-wrong' });
    expect(outcome()).not.toHaveProperty('account');
  });

  it('twice with one answer, nor in another sign-in than asked', async () => {
    const { passkey } = await withPasskey();
    const one = await aloneBegun(issuer.issuerUrl);
    const other = await aloneBegun(issuer.issuerUrl);
    const response = passkey.getAlone(askedOn(one.first.text));
    expect((await other.send(response)).status).toBe(403);
    expect((await one.send(response)).status).toBe(303);
    expect((await one.send(response)).status).not.toBe(303);
  });

  it('with what was asked of one account besides its password, nor the other way round', async () => {
    const { passkey, login } = await withPasskey();
    const besides = await signInBegun(issuer.issuerUrl, { login, password });
    const response = passkey.getAlone(askedOn(besides.asking.text));
    expect((await besides.browser.open(besides.action, { passkey: response })).status).toBe(403);
    const begun = await aloneBegun(issuer.issuerUrl);
    const ofAlone = passkey.getAlone(askedOn(begun.first.text));
    const { status } = await begun.browser.open(begun.action, {
      login,
      password,
      code: '',
      passkey: ofAlone,
    });
    expect(status).toBe(403);
  });

  it('where it was removed, copied, or its account is nobody’s or has a first password', async () => {
    const { passkey, account } = await withPasskey();
    nobodys = account;
    expect((await alone(passkey)).answer.status).toBe(403);
    nobodys = '';
    await database.pool.query('update issuer.passkeys set counter = 1000 where account = $1::uuid', [
      account,
    ]);
    expect((await alone(passkey)).answer.status).toBe(403);
    expect(outcome()).toMatchObject({ outcome: 'passkey-cloned', account });
    await database.pool.query('update issuer.passkeys set counter = 0 where account = $1::uuid', [account]);
    await database.pool.query(
      `update issuer.accounts set first_until = now() + interval '1 day' where id = $1::uuid`,
      [account],
    );
    expect((await alone(passkey)).answer.status).toBe(403);
    await issuer.accounts.reset(account, 'given away at the desk');
    expect((await alone(passkey)).answer.status).toBe(403);
  });

  it('where fields of the password come with it in part', async () => {
    const { passkey } = await withPasskey();
    const begun = await aloneBegun(issuer.issuerUrl);
    const response = passkey.getAlone(askedOn(begun.first.text));
    const { status } = await begun.browser.open(begun.action, { login: 'lin', passkey: response });
    expect(status).toBe(400);
  });
});

it('besides the password it counts as before', async () => {
  const { passkey, login } = await withPasskey();
  expect((await signInWith(issuer.issuerUrl, { login, password }, passkey)).answer.status).toBe(303);
});
