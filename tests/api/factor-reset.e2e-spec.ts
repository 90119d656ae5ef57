/** Second factors that their person has lost: taken back by two, registered anew with a one-time code. */
import { randomUUID } from 'node:crypto';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { authenticator } from '../support/authenticator.js';
import {
  as,
  openAccount,
  ownPassword,
  register,
  registerAgency,
  secondAdministrator,
  type Api,
  type Person,
} from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { shownOn } from '../support/first-factor.js';
import { registerOn, signInBegun, signInWith } from '../support/passkey-page.js';
import { PasskeyStandIn } from '../support/passkey-stand-in.js';

let api: Api;
let admin: Person;
let second: Person;
let agency: string;
beforeAll(async () => {
  ({ api, admin, agency } = await startBureau({}, '2026-03-01', 'localhost'));
  second = await secondAdministrator(api);
});
afterAll(() => api.close());

let made = 0;
/** With a device that makes codes, and signed in with it. */
const withDevice = async (capacity = 'leader') => {
  const one = await register(api, admin, agency, { login: `desk-${String((made += 1))}`, capacity });
  const begun = (await as(api, one).post('/v1/me/second-factor', { password: ownPassword }).expect(201)).body;
  const code = authenticator(begun.uri);
  await as(api, one).post('/v1/me/second-factor/confirm', { code: code() }).expect(204);
  const given = { ...theirs(one), code: begun.recoveryCodes[0] };
  const { accessToken: token } = await signIn({ baseUrl: api.url, ...given });
  return { one: { ...one, token }, code, recoveryCodes: begun.recoveryCodes as readonly string[] };
};
const theirs = ({ login }: Person) => ({ login, password: ownPassword });
const propose = (by: Person, { person }: Person) =>
  as(api, by).post(`/v1/people/${person}/second-factor/reset`, { reason: '手机遗失' });
const approve = (by: Person, { person }: Person, proposal: number, key = randomUUID()) =>
  as(api, by).post(`/v1/people/${person}/proposals/approve`, { proposals: [proposal] }, key);
const reset = async (one: Person, key = randomUUID()) => {
  const { proposal } = (await propose(admin, one).expect(202)).body;
  const [handedOver] = (await approve(second, one, proposal, key).expect(200)).body.codes;
  return { proposal, ...handedOver } as Readonly<{ proposal: number; login: string; code: string }>;
};
const begin = (one: Person, code = '') => signInBegun(`${api.url}/oidc`, theirs(one), { code });
/** With the one-time code, by a device; signed in with it. */
const registered = async (one: Person, given: string): Promise<string> => {
  const { send, tokens } = await begin(one);
  const { uri } = shownOn((await send({ code: given })).text);
  return (await tokens((await send({ code: authenticator(uri)() })).location)).access_token;
};
const types = async ({ person }: Person) =>
  (await api.parts.store.read(`person-${person}`)).map(({ type }) => type).slice(-4);

describe('A reset of second factors', () => {
  it('is proposed by one, approved by another; then factors and sessions are over, and the person sees it', async () => {
    const { one, recoveryCodes } = await withDevice();
    const { proposal } = (await propose(admin, one).expect(202)).body;
    await as(api, one).get('/v1/me').expect(200);
    const { login, code } = (await approve(second, one, proposal).expect(200)).body.codes[0];
    expect(login).toBe(one.login);
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    await as(api, one).get('/v1/me').expect(401);
    expect(await types(one)).toEqual([
      'SecondFactorEnrolled',
      'ChangeProposed',
      'ChangesApproved',
      'SecondFactorsEnded',
    ]);
    // Neither the password alone, nor what there was before, shows more than that a code is wanted.
    for (const typed of ['', recoveryCodes[1]!, '123456', 'AAAA-AAAA-AAAA-AAAA']) {
      const { asking } = await begin(one, typed);
      expect([asking.status, shownOn(asking.text).uri]).toEqual([403, '']);
    }
    const { asking, send, tokens } = await begin(one);
    expect(asking.text).toMatch(/两名管理员已取消该账号的全部两步验证.+tell an auditor at once/);
    const { uri } = shownOn((await send({ code: code.toLowerCase() })).text);
    const { access_token: token } = await tokens((await send({ code: authenticator(uri)() })).location);
    const history = (
      await as(api, { ...one, token })
        .get(`/v1/people/${one.person}/history`)
        .expect(200)
    ).body;
    expect(history.items.slice(-4)).toMatchObject([
      {
        type: 'ChangeProposed',
        data: { change: { type: 'SecondFactorsReset', data: { reason: '手机遗失' } } },
      },
      { type: 'ChangesApproved', data: { proposals: [proposal] } },
      { type: 'SecondFactorsEnded', data: { proposal } },
      { type: 'SecondFactorEnrolled' },
    ]);
    expect((await as(api, { ...one, token }).get('/v1/me')).body.signIn.methods).toEqual([
      'pwd',
      'otp',
      'mfa',
    ]);
    expect(JSON.stringify(await api.parts.store.read(`person-${one.person}`))).not.toContain(code);
  });

  it('sent again under its key changes nothing once the person has registered', async () => {
    const { one } = await withDevice();
    const key = randomUUID();
    const { proposal, code } = await reset(one, key);
    // The answer was lost: another code, and the first is void.
    const [again] = (await approve(second, one, proposal, key).expect(200)).body.codes;
    const { send, tokens } = await begin(one);
    expect(shownOn((await send({ code })).text).uri).toBe('');
    const { uri } = shownOn((await send({ code: again.code })).text);
    const { access_token: token } = await tokens((await send({ code: authenticator(uri)() })).location);
    await approve(second, one, proposal, key).expect(204);
    const held = await as(api, { ...one, token })
      .get('/v1/me/second-factor')
      .expect(200);
    expect(held.body).toMatchObject({ enrolled: true });
  });

  it('is registered anew by a passkey as well, and by nobody else in another sign-in', async () => {
    const { one } = await withDevice();
    const { code } = await reset(one);
    const { send } = await begin(one);
    const { passkeyPage } = shownOn((await send({ code })).text);
    // The code was right in that sign-in alone: another one is asked for it.
    const other = await begin(one);
    expect(shownOn(other.asking.text)).toMatchObject({ uri: '', passkeyPage: '' });
    const passkey = new PasskeyStandIn(api.url);
    expect((await registerOn(passkeyPage, passkey)).status).toBe(200);
    expect((await begin(one, code)).asking.status).toBe(403);
    expect((await signInWith(`${api.url}/oidc`, theirs(one), passkey)).answer.status).toBe(303);
  });

  it('is not of one person: neither who proposed it nor who is meant approves it, and nobody proposes their own', async () => {
    const { one, code } = await withDevice();
    const { proposal } = (await propose(admin, one).expect(202)).body;
    expect((await approve(admin, one, proposal).expect(409)).body.reason).toBe('own-proposal');
    await approve(one, one, proposal).expect(403);
    const me = (await as(api, admin).get('/v1/me').expect(200)).body.person;
    await propose(admin, { ...admin, person: me }).expect(403);
    const ofAdmin = (await propose(second, { ...admin, person: me }).expect(202)).body.proposal;
    expect((await approve(admin, { ...admin, person: me }, ofAdmin).expect(409)).body.reason).toBe(
      'own-proposal',
    );
    await as(api, one).get('/v1/me').expect(200);
    expect(code()).toMatch(/^\d{6}$/);
  });

  it('of an agency is its own administrators’ and its principal’s alone', async () => {
    const { one } = await withDevice();
    const other = await registerAgency(api, admin, '海淀区市场监督管理局');
    const stranger = await register(api, admin, other, { login: 'stranger', capacity: 'administrator' });
    await propose(stranger, one).expect(404);
    const { proposal } = (await propose(second, one).expect(202)).body;
    await approve(stranger, one, proposal).expect(404);
    const officer = await register(api, admin, agency, { login: 'officer', capacity: 'officer' });
    await propose(officer, one).expect(403);
    const principal = await register(api, admin, agency, { login: 'principal', capacity: 'principal' });
    await approve(principal, one, proposal).expect(200);
  });

  it('ends with a code that was never used: a new account has nothing of it', async () => {
    const { one } = await withDevice('officer');
    const { code } = await reset(one);
    const unused = async () =>
      (await api.parts.pool.query('select from issuer.factor_resets where code is not null')).rowCount!;
    const before = await unused();
    await as(api, admin).post(`/v1/people/${one.person}/account/close`, {}).expect(204);
    expect(await unused()).toBe(before - 1);
    expect((await begin(one, code)).asking.text).toContain('账号或密码不正确');
  });

  it('waits by itself: a second one of the same person is refused until the first is decided', async () => {
    const { one } = await withDevice();
    const { proposal } = (await propose(admin, one).expect(202)).body;
    const refused = (await propose(second, one).expect(409)).body;
    expect(refused).toMatchObject({ reason: 'reset-waits' });
    expect(refused.detail).toContain(`第 ${String(proposal)} 项`);
    await as(api, second)
      .post(`/v1/people/${one.person}/proposals/decline`, { proposals: [proposal], reason: '手机已找到' })
      .expect(204);
    const again = (await propose(second, one).expect(202)).body.proposal;
    await approve(admin, one, again).expect(200);
  });

  it('is not done again by an approval sent again: neither after a later one, nor over an older database', async () => {
    const { one } = await withDevice();
    const [first, later] = [randomUUID(), randomUUID()];
    const before = await reset(one, first);
    await registered(one, before.code);
    const { proposal, code } = await reset(one, later);
    // The later code is not used yet.
    await approve(second, one, before.proposal, first).expect(204);
    const token = await registered(one, code);
    await api.parts.pool.query("update issuer.factor_resets set code = 'as it was in a backup'");
    for (const [which, key] of [[before.proposal, first] as const, [proposal, later] as const])
      await approve(second, one, which, key).expect(204);
    const held = await as(api, { ...one, token })
      .get('/v1/me/second-factor')
      .expect(200);
    expect(held.body).toMatchObject({ enrolled: true });
  });

  it('is of the accounts that were open then: one opened later keeps its factors', async () => {
    const { one } = await withDevice('officer');
    const key = randomUUID();
    const { proposal } = await reset(one, key);
    await as(api, admin).post(`/v1/people/${one.person}/account/close`, {}).expect(204);
    const token = await openAccount(api, second, one.person, `${one.login}-anew`);
    await approve(second, one, proposal, key).expect(204);
    await as(api, { ...one, token })
      .get('/v1/me')
      .expect(200);
    expect(await types(one)).not.toContain('SecondFactorsEnded');
  });
});
