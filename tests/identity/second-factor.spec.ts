/** A second factor: enrolled, asked for, good once; the ways round it. */
import { hash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { signIn, SignInRefused } from '@anjuan/identity';
import { sealsUnder } from '../../libs/identity/src/sealed-secret.js';
import { authenticator } from '../support/authenticator.js';
import { authorization, formAction, newBrowser, newVerifier } from './browser.js';
import { issuerDatabase, own, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool);
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
afterEach(async () => {
  expect(issuer.errors).toEqual([]);
  await database.pool.query('delete from issuer.tries');
});

let made = 0;
const nothing = () => Promise.resolve();
const begin = async (id: string, login: string) =>
  issuer.factors.begin(id, login, { since: (await issuer.accounts.since(id))! });
/** An account with a second factor, confirmed by the code before. */
const enrolled = async () => {
  const login = `desk-${String((made += 1))}`;
  const id = await issuer.accounts.open(login, password, own);
  const begun = await begin(id, login);
  if (typeof begun === 'string') throw new Error('a new account has no second factor');
  const code = authenticator(begun.uri);
  expect(await issuer.factors.confirm(id, code(0), nothing)).toBe(true);
  await timeGoesOn(id);
  return { login, id, code, ...begun };
};
/** As if the codes used so far were long over. */
const timeGoesOn = (id: string) =>
  database.pool.query('update issuer.second_factors set last_step = 0 where account = $1::uuid', [id]);
const enter = (login: string, code?: string, secret = password) =>
  signIn({ baseUrl: issuer.baseUrl, login, password: secret, code });
const refused = async (work: Promise<unknown>): Promise<SignInRefused> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SignInRefused) return error;
  throw new Error('it was not refused; look at what signs in here');
};

describe('an account with a second factor', () => {
  it('signs in with a code, and its token says so', async () => {
    const { login, code } = await enrolled();
    const claims = decodeJwt((await enter(login, code())).accessToken);
    expect(claims['amr']).toEqual(['pwd', 'otp', 'mfa']);
  });

  it('signs nobody in by the password alone, and asks for the code', async () => {
    const { login } = await enrolled();
    for (const none of [undefined, '', '  ']) {
      const { status, message } = await refused(enter(login, none));
      expect(status).toBe(403);
      expect(message).toMatch(
        /^该账号已启用两步验证.+均已丢失的.+This account has a second factor.+are lost/,
      );
    }
  });

  it('takes a code once, also when it comes several times at the same moment', async () => {
    const { login, id, code } = await enrolled();
    const same = code();
    const found = await Promise.all([1, 2, 3].map(() => issuer.factors.check(id, same)));
    expect(found.sort()).toEqual(['good', 'wrong', 'wrong']);
    expect((await refused(enter(login, same))).message).toMatch(/^验证码不正确，或者已经用过/);
    // Nor one that is older than the last.
    expect(await issuer.factors.check(id, code(-1))).toBe('wrong');
  });

  it('takes a code once, also where the next one begins while it is looked at', async () => {
    const { id, code } = await enrolled();
    const next = Math.ceil(Date.now() / 30_000) * 30_000;
    const clock = Date.now;
    try {
      Date.now = () => next - 1;
      const last = code();
      expect(await issuer.factors.check(id, last)).toBe('good');
      // Whoever reads the clock twice gets both sides of that instant, in either order.
      let reads = 0;
      Date.now = () => next - ((reads += 1) % 2);
      const found: string[] = [];
      for (let time = 0; time < 4; time += 1) {
        found.push(await issuer.factors.check(id, last));
        reads += 1;
      }
      expect(found).toEqual(Array(4).fill('wrong'));
    } finally {
      Date.now = clock;
    }
  });

  it('takes the code of its own secret alone, as people type it', async () => {
    const { id, code } = await enrolled();
    const other = await enrolled();
    expect(await issuer.factors.check(id, other.code())).toBe('wrong');
    const typed = code();
    expect(await issuer.factors.check(id, `${typed.slice(0, 3)} ${typed.slice(3)}`)).toBe('good');
  });

  it.each(['000', '1234567', 'abcdef', '１２３', '9'.repeat(40)])('takes no code like %p', async (code) => {
    const { id } = await enrolled();
    expect(await issuer.factors.check(id, code)).toBe('wrong');
  });

  it('counts wrong codes as wrong tries, and the right password takes none of them back', async () => {
    const { login, code } = await enrolled();
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1)
      statuses.push((await refused(enter(login, time % 2 ? 'ABCD-ABCD-ABCD-ABCD' : '12345'))).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await refused(enter(login, code()))).status).toBe(429);
  });

  it('takes no code for a password: a wrong password tells nothing of the code', async () => {
    const { login, id, code } = await enrolled();
    const { message } = await refused(enter(login, code(), 'not this one at all'));
    expect(message).toBe('账号或密码不正确。 The login or the password is not right.');
    // And it was not used up.
    expect(await issuer.factors.check(id, code())).toBe('good');
  });

  it('changes its password with a code alone', async () => {
    const { login, code } = await enrolled();
    const anew = { baseUrl: issuer.baseUrl, login, password, newPassword: 'another one to oneself' };
    expect((await refused(signIn(anew))).status).toBe(403);
    const { accessToken } = await signIn({ ...anew, code: code() });
    expect(decodeJwt(accessToken)['amr']).toEqual(['pwd', 'otp', 'mfa']);
  });
});

describe('a recovery code', () => {
  it('is good once in place of the device', async () => {
    const { login, id, recoveryCodes } = await enrolled();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = ''] = recoveryCodes;
    expect(first).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    const { accessToken } = await enter(login, first.toLowerCase().replaceAll('-', ' '));
    expect(decodeJwt(accessToken)['amr']).toContain('mfa');
    expect((await refused(enter(login, first))).status).toBe(403);
    expect(await issuer.factors.held(id)).toMatchObject({ recoveryCodesLeft: 9 });
  });
});

describe('an enrolment', () => {
  it('is in force after a first code, told before, and not when that is refused', async () => {
    const id = await issuer.accounts.open('begun-only', password, own);
    const begun = await begin(id, 'begun-only');
    if (typeof begun === 'string') throw new Error('a new account has no second factor');
    const code = authenticator(begun.uri);
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Anjuan:begun-only\?/);
    expect(await issuer.factors.check(id, '')).toBe('none');
    await enter('begun-only');
    const reported: string[] = [];
    const no = () => Promise.reject(new Error('not recorded'));
    expect(await issuer.factors.confirm(id, begun.recoveryCodes[0]!, no)).toBe(false);
    await expect(issuer.factors.confirm(id, code(), no)).rejects.toThrow('not recorded');
    expect(await issuer.factors.held(id)).toBeUndefined();
    const record = async () => {
      reported.push(await issuer.factors.check(id, ''));
    };
    expect(await issuer.factors.confirm(id, code(), record)).toBe(true);
    expect(reported).toEqual(['none']);
    expect(await issuer.factors.check(id, '')).toBe('wanted');
    expect(await begin(id, 'begun-only')).toBe('held');
  });

  it('is over after ten wrong codes, and is then begun anew: nobody tries them all', async () => {
    const id = await issuer.accounts.open('tried-out', password, own);
    const beginning = async () => {
      const begun = await begin(id, 'tried-out');
      if (typeof begun === 'string') throw new Error('it is not confirmed yet');
      return authenticator(begun.uri);
    };
    const wrong = async (times: number, code: (steps?: number) => string) => {
      for (let time = 0; time < times; time += 1)
        expect(await issuer.factors.confirm(id, code(9), nothing)).toBe(false);
    };
    const first = await beginning();
    await wrong(10, first);
    expect(await issuer.factors.confirm(id, first(), nothing)).toBe(false);
    expect(await issuer.factors.held(id)).toBeUndefined();
    const second = await beginning();
    await wrong(9, second);
    expect(await issuer.factors.confirm(id, second(), nothing)).toBe(true);
  });

  it('begun anew makes the first secret useless, and one of yesterday is over', async () => {
    const id = await issuer.accounts.open('begun-twice', password, own);
    const [first, second] = [await begin(id, 'begun-twice'), await begin(id, 'begun-twice')];
    if (typeof first === 'string' || typeof second === 'string')
      throw new Error('a new account has no second factor');
    expect(await issuer.factors.confirm(id, authenticator(first.uri)(), nothing)).toBe(false);
    await database.pool.query(`update issuer.second_factors set begun_at = now() - interval '1 day'`);
    expect(await issuer.factors.confirm(id, authenticator(second.uri)(), nothing)).toBe(false);
  });

  it('ends with the account, and with a first password that somebody else gives', async () => {
    const [closed, reset] = [await enrolled(), await enrolled()];
    await issuer.accounts.close(closed.id);
    await issuer.accounts.reset(reset.id, 'given away at the desk');
    for (const { id } of [closed, reset]) expect(await issuer.factors.held(id)).toBeUndefined();
  });
});

describe('the database', () => {
  it('holds neither the secret nor a recovery code', async () => {
    const { id, uri, recoveryCodes } = await enrolled();
    const { rows } = await database.pool.query('select * from issuer.second_factors where account = $1', [
      id,
    ]);
    const text = JSON.stringify(rows);
    const secret = new URL(uri).searchParams.get('secret')!;
    for (const shown of [secret, ...recoveryCodes, ...recoveryCodes.map((one) => one.replaceAll('-', ''))])
      expect(text).not.toContain(shown);
    expect(text).toContain(hash('sha256', recoveryCodes[0]!.replaceAll('-', '')));
  });

  it('gives a secret back to its own account alone, under the keys there were', () => {
    const seals = sealsUnder(['old']);
    const sealed = seals.seal('a', 'JBSWY3DPEHPK3PXP');
    expect(sealsUnder(['new', 'old']).open('a', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(() => seals.open('b', sealed)).toThrow(/cannot be read/);
    expect(() => sealsUnder(['new']).open('a', sealed)).toThrow(
      /^账号 a 的两步验证无法读取.+销户.+admin reset.+cannot be read.+admin reset/,
    );
  });
});

describe('a client that asks for a second factor', () => {
  it('gets the page also for a browser that is signed in without one, and is told in the ID token', async () => {
    const { login, code, id } = await enrolled();
    const browser = newBrowser();
    const begin = async (request: Record<string, string> = {}) =>
      (await browser.open(authorization(issuer.issuerUrl, newVerifier(), request))).location;
    const wantsFactor = { acr_values: 'urn:anjuan:mfa' };
    const plain = await issuer.accounts.open(`plain-${login}`, password, own);
    expect(plain).toBeTruthy();
    const page = await browser.open(await begin());
    const resumed = await browser.open(formAction(page.text, issuer.issuerUrl), {
      login: `plain-${login}`,
      password,
    });
    await browser.open(resumed.location);
    expect(new URL(await begin()).searchParams.get('code')).not.toBeNull();
    expect(new URL(await begin(wantsFactor)).pathname).toMatch(/^\/oidc\/interaction\//);
    // One who signed in with it is asked for nothing.
    await timeGoesOn(id);
    const strong = newBrowser();
    const first = await strong.open(
      (await strong.open(authorization(issuer.issuerUrl, newVerifier()))).location,
    );
    const on = await strong.open(formAction(first.text, issuer.issuerUrl), { login, password, code: code() });
    await strong.open(on.location);
    const again = await strong.open(authorization(issuer.issuerUrl, newVerifier(), wantsFactor));
    expect(new URL(again.location).searchParams.get('code')).not.toBeNull();
  });
});
