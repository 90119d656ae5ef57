/** Passkeys of one's own, over HTTP: begun with the password, registered on a page, in the record; and what they open. */
import { signIn } from '../../libs/identity/src/sign-in.js';
import {
  administrator,
  administrators,
  as,
  openAccount,
  ownPassword,
  register,
  registerAgency,
  secondAdministrator,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { factorAsked } from '../support/first-factor.js';
import { aloneBegun, askedOn, registerOn, signInWith } from '../support/passkey-page.js';
import { PasskeyStandIn } from '../support/passkey-stand-in.js';
import { onAnOldSignIn } from '../support/tokens.js';

const path = '/v1/me/passkeys';
let api: Api;
let strict: Api;
let admin: Person;
let agency: string;
beforeAll(async () => {
  api = await startApi({}, '2026-03-01', 'localhost');
  strict = await startApi({ SECOND_FACTOR: 'required-for-gates' }, '2026-03-01', 'localhost');
  admin = await administrator(api);
  agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
});
afterAll(async () => {
  await api.close();
  await strict.close();
});

const someAdministrator = { person: '', login: 'admin', capacity: 'administrator' };
let made = 0;
const someone = () =>
  register(api, admin, agency, { login: `desk-${String((made += 1))}`, capacity: 'officer' });
const begin = (by: Person, more: object = {}, at = api) =>
  as(at, by).post(path, { name: '办公室钥匙', password: ownPassword, ...more });
const withPasskey = async (by: Person, at = api, more: object = {}) => {
  const passkey = new PasskeyStandIn(at.url);
  const { page } = (await begin(by, more, at).expect(201)).body;
  const answer = await registerOn(page, passkey);
  expect(answer.status).toBe(200);
  return { passkey, codes: [...answer.text.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code]) => code!) };
};
const again = async (by: Person, passkey: PasskeyStandIn, at = api, password = ownPassword) => {
  const { answer, tokens } = await signInWith(`${at.url}/oidc`, { login: by.login, password }, passkey);
  return { ...by, token: (await tokens(answer.location)).access_token };
};
/** In place of login and password. */
const alone = async (passkey: PasskeyStandIn) => {
  const { first, send } = await aloneBegun(`${api.url}/oidc`);
  return send(passkey.getAlone(askedOn(first.text)));
};
const held = async (by: Person, at = api): Promise<readonly { passkey: string; name: string }[]> =>
  (await as(at, by).get(path).expect(200)).body.items;
type Signed = Readonly<{ signIn?: Readonly<{ methods?: readonly string[] }> }>;
const entries = async ({ person }: Person) =>
  (await api.parts.store.read(`person-${person}`)).filter(({ type }) => type.startsWith('SecondFactor'));

describe('A passkey', () => {
  it('is registered, signed in with, and removed, each in the record with who and how', async () => {
    const lin = await someone();
    const { passkey } = await withPasskey(lin);
    const [{ passkey: id, name } = { passkey: '', name: '' }] = await held(lin);
    expect(name).toBe('办公室钥匙');
    const signedIn = await again(lin, passkey);
    const me = (await as(api, signedIn).get('/v1/me').expect(200)).body;
    expect(me.signIn.methods).toEqual(['pwd', 'hwk', 'user', 'mfa']);
    // The token of before had no second factor.
    const alone = await as(api, lin).post(`${path}/${id}/remove`, { password: ownPassword }).expect(409);
    expect(alone.body.reason).toBe('code-wanted');
    await as(api, signedIn).post(`${path}/${id}/remove`, { password: 'not this one at all' }).expect(409);
    await as(api, signedIn).post(`${path}/${id}/remove`, { password: ownPassword }).expect(204);
    expect(await held(lin)).toEqual([]);
    const recorded = await entries(lin);
    expect(recorded.map(({ type, data }) => [type, (data as { passkey: string }).passkey])).toEqual([
      ['SecondFactorEnrolled', id],
      ['SecondFactorRemoved', id],
    ]);
    expect(recorded.map(({ actors }) => (actors as readonly Signed[])[0]?.signIn?.methods)).toEqual([
      ['pwd'],
      ['pwd', 'hwk', 'user', 'mfa'],
    ]);
    expect(JSON.stringify(recorded)).not.toContain(name);
  });

  it('is begun with the password, on a fresh sign-in, and by who has a factor with that factor', async () => {
    const lin = await someone();
    expect((await begin(lin, { password: 'not this one at all' }).expect(409)).body.reason).toBe('refused');
    const old = await begin(await onAnOldSignIn(api, lin)).expect(401);
    expect(old.headers['www-authenticate']).toMatch(/max_age="43200"$/);
    const { passkey, codes } = await withPasskey(lin);
    expect((await begin(lin).expect(409)).body.reason).toBe('code-wanted');
    await begin(lin, { code: codes[0] }).expect(201);
    await begin(await again(lin, passkey)).expect(201);
    for (const name of ['', ' ', 'x'.repeat(61), '两\n行', 7]) await begin(lin, { name }).expect(422);
  });

  it('of somebody else is neither seen nor removed, and not told from none', async () => {
    const [lin, gao] = [await someone(), await someone()];
    await withPasskey(lin);
    const [one] = await held(lin);
    expect(await held(gao)).toEqual([]);
    const refused = await as(api, gao).post(`${path}/${one!.passkey}/remove`, { password: ownPassword });
    expect([refused.status, refused.body.reason]).toEqual([409, 'no-second-factor']);
    await as(api, gao).post(`${path}/none/remove`, { password: ownPassword }).expect(404);
    expect(await held(lin)).toHaveLength(1);
  });

  it('ends when the account is closed by one and opened anew by another', async () => {
    const lin = await someone();
    const { passkey } = await withPasskey(lin);
    await as(api, admin).post(`/v1/people/${lin.person}/account/close`, {}).expect(204);
    const account = (await api.parts.store.read(`person-${lin.person}`)).find(
      ({ type }) => type === 'AccountOpened',
    )!.data as { subject: string };
    const left = await api.parts.pool.query('select from issuer.passkeys where account::text = $1', [
      account.subject,
    ]);
    expect(left.rowCount).toBe(0);
    const second = await secondAdministrator(api);
    const anew = { ...lin, token: await openAccount(api, second, lin.person, lin.login) };
    expect(await held(anew)).toEqual([]);
    expect((await as(api, anew).get('/v1/me').expect(200)).body).toMatchObject({
      person: lin.person,
      signIn: { methods: ['pwd'] },
    });
    expect((await alone(passkey)).status).toBe(403);
    await withPasskey(anew);
  });

  it('of which a copy signs in alone is refused, and each try names its person', async () => {
    const auditor = await register(api, admin, agency, { login: 'luo', capacity: 'auditor' });
    const tried = async (of: Person) =>
      (await as(api, auditor).get(`/v1/audit/sign-ins?person=${of.person}`).expect(200)).body.items.filter(
        ({ outcome }: { outcome: string }) => outcome === 'passkey-cloned',
      );
    for (const of of [await someone(), await someone()]) {
      const { passkey } = await withPasskey(of);
      expect((await alone(passkey)).status).toBe(303);
      passkey.counter = 0;
      expect((await alone(passkey)).status).toBe(403);
      expect(await tried(of)).toMatchObject([{ kind: 'sign-in-failed', person: of.person, times: 1 }]);
    }
  });

  it('is not registered on a page whose session is over', async () => {
    const lin = await someone();
    const { page } = (await begin(lin).expect(201)).body;
    await as(api, lin).post('/v1/me/sessions/end', {}).expect(204);
    expect((await fetch(page)).status).toBe(400);
    const { accessToken: token } = await signIn({
      baseUrl: api.url,
      login: lin.login,
      password: ownPassword,
    });
    const other = (await begin({ ...lin, token }).expect(201)).body.page;
    const [{ session }] = (
      await as(api, { ...lin, token })
        .get('/v1/me/sessions')
        .expect(200)
    ).body.items;
    expect((await fetch(other)).status).toBe(200);
    await as(api, { ...lin, token })
      .post(`/v1/me/sessions/${session}/end`, {})
      .expect(204);
    expect((await fetch(other)).status).toBe(400);
  });

  it('is not begun where the address is a number, and the problem says what to do', async () => {
    const byNumber = await startApi();
    const by = await administrator(byNumber);
    const refused = await begin(by, { password: administrators.ADMIN_PASSWORD }, byNumber).expect(409);
    expect(refused.body).toMatchObject({
      reason: 'address-without-a-name',
      detail: expect.stringMatching(/PUBLIC_URL 设为域名.*set PUBLIC_URL/),
    });
    await byNumber.close();
  });
});

describe('Where a second factor is demanded', () => {
  it('a passkey is one, registered before anything else, and the last is not removed by its person', async () => {
    const password = administrators.ADMIN_PASSWORD;
    const login = { login: 'admin', password };
    const { passkeyPage } = await factorAsked(strict.url, login);
    const passkey = new PasskeyStandIn(strict.url);
    const done = await registerOn(passkeyPage, passkey);
    expect(done.text).toContain('id="go-on"');
    const signedIn = await again({ ...someAdministrator, token: '' }, passkey, strict, password);
    const facts = { staffNumber: '0907', name: '孟晓' };
    const { person } = (await as(strict, signedIn).post('/v1/people', facts).expect(201)).body;
    await as(strict, signedIn)
      .post(`/v1/people/${person}/account`, { login: 'meng', password: 'given away at the desk' })
      .expect(204);
    const [one] = await held(signedIn, strict);
    const refused = await as(strict, signedIn)
      .post(`${path}/${one!.passkey}/remove`, { password })
      .expect(409);
    expect(refused.body.reason).toBe('last-factor');
    const more = await withPasskey(signedIn, strict, { password, name: '家中钥匙' });
    await as(strict, signedIn).post(`${path}/${one!.passkey}/remove`, { password }).expect(204);
    await again(signedIn, more.passkey, strict, password);
  });
});
