/** A second factor before anything else: of who holds a capacity that opens a gate; how it is taken back, and by whom. */
import { randomUUID } from 'node:crypto';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { rightTo } from '@anjuan/rights';
import request from 'supertest';
import { address, routes } from '../edges/routes.js';
import { authenticator } from '../support/authenticator.js';
import {
  administrators,
  as,
  firstPassword,
  ownPassword,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { creditCode } from '../support/credit-code.js';
import { factorAsked, shownOn, signInRegistering } from '../support/first-factor.js';
import { registerOn, signInWith } from '../support/passkey-page.js';
import { PasskeyStandIn } from '../support/passkey-stand-in.js';
import { tokenSaying } from '../support/tokens.js';

let api: Api;
let admin: Person;
let second: Person;
let agency: string;
beforeAll(async () => {
  api = await startApi({ SECOND_FACTOR: '' }, '2026-03-01', 'localhost');
  const [one, other] = [administrators.ADMIN_PASSWORD, administrators.SECOND_ADMIN_PASSWORD];
  admin = await administratorOf('admin', one);
  second = await administratorOf('admin2', other);
  const facts = { name: '朝阳区市场监督管理局', uscc: creditCode(), level: 'district', region: '110105' };
  const body = { ...facts, domain: 'market-supervision' };
  agency = (await as(api, admin).post('/v1/agencies', body).expect(201)).body.agency;
});
afterAll(() => api.close());

const administratorOf = async (login: string, password: string): Promise<Person> => {
  const { token } = await signInRegistering(api.url, { login, password });
  return { person: '', login, token, capacity: 'administrator' };
};
let made = 0;
/** With an account that nobody has signed in with yet. */
const engaged = async (capacity: string): Promise<Person> => {
  const login = `desk-${String((made += 1))}`;
  const facts = { agency, staffNumber: login, name: '林岚' };
  const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
  await granted(person, capacity);
  await as(api, admin).post(`/v1/people/${person}/account`, { login, password: firstPassword }).expect(204);
  return { person, login, token: '', capacity };
};
const granted = async (person: string, capacity: string) => {
  const answer = await as(api, admin).post(`/v1/people/${person}/capacities`, {
    capacity,
    from: '2026-03-01',
  });
  if (answer.status === 202)
    await as(api, second)
      .post(`/v1/people/${person}/proposals/approve`, { proposals: [answer.body.proposal] })
      .expect(204);
};
const theirs = ({ login }: Person, password = ownPassword) => ({ login, password });
const alone = ({ login }: Person, more: object = {}) =>
  signIn({ baseUrl: api.url, login, password: ownPassword, ...more });
/** Activated, and without a second factor: of an installation that did not demand one. */
const activated = async (person: Person): Promise<void> => {
  const asked = await factorAsked(api.url, theirs(person, firstPassword), { newPassword: ownPassword });
  expect(asked.asking.status).toBe(403);
  await confirmed(person);
};
const confirmed = ({ person }: Person) =>
  as(api, second).post(`/v1/people/${person}/account/confirm`, {}).expect(204);
const entries = async ({ person }: Person) =>
  (await api.parts.store.read(`person-${person}`)).filter(({ type }) => type.startsWith('SecondFactor'));

describe('Who holds a capacity that opens a gate and has no second factor', () => {
  it('is not signed in by the password: a page has them register one, and there is no session, code or token', async () => {
    const tang = await engaged('leader');
    await activated(tang);
    const { asking, browser, action, uri, recoveryCodes, passkeyPage } = await factorAsked(
      api.url,
      theirs(tang),
    );
    expect(asking.status).toBe(403);
    expect(asking.location).toBe('');
    expect(asking.text).toMatch(/密码正确，但尚未登录.+you are not signed in yet/);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Anjuan:/);
    expect(recoveryCodes).toHaveLength(10);
    expect(passkeyPage).toMatch(/\/oidc\/passkey\/[\w-]+$/);
    expect([...browser.cookies.keys()].filter((name) => /session/.test(name))).toEqual([]);
    // Going on as if it were done leads back to the page.
    const resumed = await browser.open(action.replace('/interaction/', '/auth/'));
    expect(resumed.location).not.toMatch(/code=/);
    await expect(alone(tang)).rejects.toMatchObject({ status: 403 });
    expect(await entries(tang)).toEqual([]);
  });

  it('is signed in with the first code of the device, as two factors, recorded with how they were signed in', async () => {
    const tang = await engaged('leader');
    await activated(tang);
    const { uri, send, tokens } = await factorAsked(api.url, theirs(tang));
    const wrong = await send({ code: authenticator(uri)(9) });
    expect(wrong.status).toBe(403);
    expect(wrong.text).toContain('验证码不正确');
    // The device has the key: it stays.
    expect(wrong.text).toContain(new URL(uri).searchParams.get('secret'));
    const { access_token: token } = await tokens((await send({ code: authenticator(uri)() })).location);
    const me = (
      await as(api, { ...tang, token })
        .get('/v1/me')
        .expect(200)
    ).body;
    expect(me.signIn.methods).toEqual(['pwd', 'otp', 'mfa']);
    await as(api, { ...tang, token })
      .get('/v1/lists/approvals')
      .expect(200);
    const [enrolled] = await entries(tang);
    expect(enrolled).toMatchObject({
      type: 'SecondFactorEnrolled',
      actors: [{ person: tang.person, signIn: { methods: ['pwd'] } }],
    });
    expect(enrolled?.data).not.toHaveProperty('passkey');
  });

  it('registers a passkey instead, and goes on signing in with it', async () => {
    const tang = await engaged('principal');
    await activated(tang);
    const { passkeyPage } = await factorAsked(api.url, theirs(tang));
    const passkey = new PasskeyStandIn(api.url);
    const registered = await registerOn(passkeyPage, passkey);
    expect(registered.text).toMatch(/id="go-on" href="\/oidc\/interaction\/[\w-]+"/);
    const { answer, tokens } = await signInWith(`${api.url}/oidc`, theirs(tang), passkey);
    const { access_token: token } = await tokens(answer.location);
    await as(api, { ...tang, token })
      .get('/v1/lists/approvals')
      .expect(200);
  });

  it('what was begun by the password alone is of no use once its person has a factor', async () => {
    const tang = await engaged('leader');
    await activated(tang);
    const own = await factorAsked(api.url, theirs(tang));
    const thief = await factorAsked(api.url, theirs(tang));
    // Theirs is another secret; it is neither confirmed by the person nor shown to them.
    const wrong = await own.send({ code: authenticator(thief.uri)() });
    const anew = shownOn(wrong.text);
    expect([own.uri, thief.uri]).not.toContain(anew.uri);
    expect(anew.recoveryCodes).toHaveLength(10);
    // The last ticket begun, whoever has it, is void with the first factor.
    const person = await factorAsked(api.url, theirs(tang));
    expect((await person.send({ code: authenticator(person.uri)() })).status).toBe(303);
    expect((await registerOn(person.passkeyPage, new PasskeyStandIn(api.url))).status).toBe(400);
    // The other way round: a device begun by the thief, a passkey registered by the person.
    const gao = await engaged('leader');
    await activated(gao);
    const begun = await factorAsked(api.url, theirs(gao));
    expect((await registerOn(begun.passkeyPage, new PasskeyStandIn(api.url))).status).toBe(200);
    const answer = await begun.send({ code: authenticator(begun.uri)() });
    expect([answer.status, answer.location]).toEqual([403, '']);
    expect(await entries(gao)).toHaveLength(1);
  });

  it('an officer, who opens none, signs in by the password', async () => {
    const lin = await engaged('officer');
    const { accessToken } = await alone(lin, { password: firstPassword, newPassword: ownPassword });
    await confirmed(lin);
    await as(api, { ...lin, token: accessToken })
      .get('/v1/lists/my-cases')
      .expect(200);
  });
});

describe('What stands for a sign-in that is not finished', () => {
  const everywhere = routes.filter(({ operationId }) => rightTo(operationId).who !== 'anybody');
  const asked = (token: string, route: (typeof routes)[number]) =>
    request(api.url)
      [route.method.toLowerCase() as 'get'](address(route))
      .set('authorization', `Bearer ${token}`)
      .set('idempotency-key', randomUUID());

  it('opens no route, be it the ticket of a passkey, the sign-in begun or its cookie', async () => {
    const tang = await engaged('leader');
    await activated(tang);
    const { passkeyPage, action, browser } = await factorAsked(api.url, theirs(tang));
    const stolen = [passkeyPage, action].map((url) => url.split('/').at(-1)!);
    const tried = [...stolen, ...browser.cookies.values()].filter((one) => /^[\w.~+/=-]+$/.test(one));
    expect(tried.length).toBeGreaterThan(2);
    for (const [at, route] of everywhere.entries()) {
      const { status } = await asked(tried[at % tried.length]!, route);
      expect([route.route, status]).toEqual([route.route, 401]);
    }
  });

  it('a sign-in of before the capacity, or of before it was demanded, does nothing but see to itself', async () => {
    const lin = await engaged('officer');
    await alone(lin, { password: firstPassword, newPassword: ownPassword });
    await confirmed(lin);
    const { accessToken } = await alone(lin);
    await as(api, { ...lin, token: accessToken })
      .get('/v1/lists/my-cases')
      .expect(200);
    await granted(lin.person, 'unit-head');
    for (const route of everywhere.filter(
      ({ method, operationId }) => method === 'GET' || rightTo(operationId).who !== 'signed-in',
    )) {
      const { status, body } = await asked(accessToken, route);
      const own = rightTo(route.operationId).who === 'signed-in';
      if (own) expect([route.route, body.acrValues]).toEqual([route.route, undefined]);
      else expect([route.route, status, body.acrValues]).toEqual([route.route, 401, 'urn:anjuan:mfa']);
    }
    await expect(alone(lin)).rejects.toMatchObject({ status: 403 });
  });
});

describe('That an agency demands none', () => {
  const set = (by: Person, demanded: boolean) =>
    as(api, by).post(`/v1/agencies/${agency}/second-factor`, { demanded, reason: '换发设备期间' });
  const approve = (by: Person, proposal: number) =>
    as(api, by).post(`/v1/agencies/${agency}/proposals/approve`, { proposals: [proposal] });
  const caughtUp = async () => api.parts.views.waitFor((await api.parts.store.head())!, 60_000);
  const health = async (): Promise<readonly string[]> =>
    (await request(api.url).get('/health').expect(200)).body.warnings ?? [];

  it('is proposed by one and approved by another, said in /health, and in the history with both', async () => {
    const tang = await engaged('leader');
    await activated(tang);
    const { proposal } = (await set(admin, false).expect(202)).body;
    await expect(alone(tang)).rejects.toMatchObject({ status: 403 });
    expect((await approve(admin, proposal).expect(409)).body.reason).toBe('own-proposal');
    expect(await health()).toEqual([]);
    await approve(second, proposal).expect(204);
    const { accessToken } = await alone(tang);
    await as(api, { ...tang, token: accessToken })
      .get('/v1/lists/approvals')
      .expect(200);
    await caughtUp();
    expect(await health()).toEqual([
      expect.stringMatching(/1 个机关不要求两步验证.*1 agency demands no second factor/),
    ]);
    const { body } = await as(api, admin).get(`/v1/agencies/${agency}/history`).expect(200);
    expect(body.items.slice(-2)).toMatchObject([
      { type: 'ChangeProposed', data: { change: { data: { demanded: false, reason: '换发设备期间' } } } },
      { type: 'ChangesApproved', data: { proposals: [proposal] } },
    ]);
    // Of who belongs to no agency it is demanded as before.
    const weak = {
      ...admin,
      token: await tokenSaying(api, admin, { auth_time: Math.floor(Date.now() / 1000), amr: ['pwd'] }),
    };
    await as(api, weak).get(`/v1/agencies/${agency}`).expect(401);
    // Demanded again: by one, at once, also of who is signed in.
    await set(admin, true).expect(204);
    await caughtUp();
    await as(api, { ...tang, token: accessToken })
      .get('/v1/lists/approvals')
      .expect(401);
    expect(await health()).toEqual([]);
  });
});

describe('That the operator demands none', () => {
  it('is said in /health, and in the record, until it is demanded again', async () => {
    const lax = await startApi();
    expect((await request(lax.url).get('/health')).body.warnings).toEqual([
      expect.stringMatching(/^SECOND_FACTOR 为 optional.*without a second factor/),
    ]);
    expect(await lax.parts.registry.installation.history()).toMatchObject([
      { type: 'SecondFactorDefaultSet', data: { demanded: false }, by: { person: 'system' } },
    ]);
    await lax.close();
    expect(await api.parts.registry.installation.history()).toEqual([]);
  });
});
