/** Where somebody is signed in: seen and ended by themselves, ended by an administrator, and no weapon of theirs. */
import { randomUUID } from 'node:crypto';
import { signIn, type SignInRefused } from '../../libs/identity/src/sign-in.js';
import type { Account } from '@anjuan/registry';
import { decodeJwt } from 'jose';
import {
  administrator,
  as,
  ownPassword,
  register,
  registerAgency,
  secondAdministrator,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { startBureau, type Engage } from '../support/bureau.js';

let api: Api;
let admin: Person;
let engage: Engage;
beforeAll(async () => {
  ({ api, admin, engage } = await startBureau());
});
afterAll(() => api.close());

let made = 0;
const someone = (capacity = 'officer') => engage(`desk-${String((made += 1))}`, capacity);
const again = async (person: Person, password = ownPassword): Promise<Person> => ({
  ...person,
  token: (await signIn({ baseUrl: api.url, login: person.login, password })).accessToken,
});
type OpenSession = Readonly<{ session: string; current: boolean; methods: readonly string[]; from?: object }>;
const sessions = async (of: Person): Promise<readonly OpenSession[]> =>
  (await as(api, of).get('/v1/me/sessions').expect(200)).body.items;
const status = async (of: Person): Promise<number> => (await as(api, of).get('/v1/me')).status;
const post = (by: Person, path: string) => as(api, by).post(path, {});

describe('My sessions', () => {
  it('are listed: when, how, from where, and which of them asks', async () => {
    const lin = await someone();
    const elsewhere = await again(lin);
    const [latest, first, ...more] = await sessions(elsewhere);
    expect(more).toEqual([]);
    expect(latest).toEqual({
      session: expect.stringMatching(/^[\w-]+$/),
      signedInAt: expect.stringMatching(/^\d{4}-.*Z$/),
      methods: ['pwd'],
      from: { address: '127.0.0.1', program: 'node' },
      current: expect.any(Boolean),
    });
    expect([latest!.current, first!.current].sort()).toEqual([false, true]);
  });

  it('one is ended, with its tokens, and no other', async () => {
    const [lin, gao] = [await someone(), await someone()];
    const elsewhere = await again(lin);
    const other = (await sessions(elsewhere)).find(({ current }) => !current)!;
    await post(elsewhere, `/v1/me/sessions/${other.session}/end`).expect(204);
    expect([await status(lin), await status(elsewhere), await status(gao)]).toEqual([401, 200, 200]);
    expect(await sessions(elsewhere)).toHaveLength(1);
    await post(elsewhere, `/v1/me/sessions/${other.session}/end`).expect(404);
  });

  it('of somebody else are neither seen nor ended, and not told from none', async () => {
    const [lin, gao] = [await someone(), await someone()];
    const [theirs] = await sessions(gao);
    const answers = [
      await post(lin, `/v1/me/sessions/${theirs!.session}/end`),
      await post(lin, '/v1/me/sessions/none/end'),
    ];
    expect(answers.map(({ status: code, body }) => [code, body.detail])).toEqual(
      Array(2).fill([404, '本人无此登录；You have no such session']),
    );
    expect(await status(gao)).toBe(200);
    expect(await sessions(lin)).toHaveLength(1);
  });

  it('all are ended, this one too; signing in goes on', async () => {
    const lin = await someone();
    const elsewhere = await again(lin);
    await post(lin, '/v1/me/sessions/end').expect(204);
    expect([await status(lin), await status(elsewhere)]).toEqual([401, 401]);
    expect(await status(await again(lin))).toBe(200);
  });

  it('ended at the issuer are noticed by a program that has seen the token: a token of none is no token', async () => {
    const lin = await someone();
    expect(await status(lin)).toBe(200);
    const account = (await api.parts.identity.issuer!.accounts.find(lin.login))!;
    await api.parts.identity.issuer!.sessions.endAll(account);
    // Within a minute, where nobody tells the verifier: as if that minute were over.
    api.parts.identity.verifier.forget(account);
    const refused = await as(api, lin).get('/v1/me').expect(401);
    expect(refused.body.detail).toMatch(/该次登录已结束.*session of the token has ended/);
  });
});

describe('What ends every sign-in', () => {
  const by = (person: string, at: string) =>
    ({ person, at, capacity: 'administrator', command: { id: randomUUID(), digest: 'end' } }) as const;
  type End = (account: Account, person: string, at: string) => Promise<unknown>;

  it.each<[string, End]>([
    [
      'SessionsEnded',
      ({ issuer, subject }, person, at) =>
        api.parts.registry.accounts.note(
          person,
          { type: 'SessionsEnded', issuer, subject, at },
          by(person, at),
        ),
    ],
    [
      'PasswordChanged',
      (account, person, at) =>
        api.parts.registry.accounts.enterPassword(account, { first: false, at }, by(person, at)),
    ],
    [
      'AccountReset',
      (account, person, at) => api.parts.registry.recordReset(person, account, by(person, at)),
    ],
  ])(
    '%s: a token of before it is out, one of after it is good, of the same second as well',
    async (type, end) => {
      const lin = await someone();
      const { iat, iat_ms: issuedAt } = decodeJwt<{ iat_ms: number }>(lin.token);
      expect(Math.floor(issuedAt / 1000)).toBe(iat);
      const { issuerName, issuer } = api.parts.identity;
      const account = { issuer: issuerName, subject: (await issuer!.accounts.find(lin.login))! };
      const at = (instant: number) => new Date(instant).toISOString();
      await end(account, lin.person, at(issuedAt - 1));
      expect(await status(lin)).toBe(200);
      await end(account, lin.person, at(issuedAt));
      expect(await status(lin)).toBe(401);
      const entered = (await api.parts.store.read(`person-${lin.person}`)).filter((one) => one.type === type);
      expect(entered).toHaveLength(2);
    },
  );
});

describe('Sessions of another', () => {
  const end = (by: Person, of: Person) => post(by, `/v1/people/${of.person}/sessions/end`);

  it('are ended at once by an administrator, which is an entry with who did it', async () => {
    const lin = await someone();
    await end(admin, lin).expect(204);
    expect(await status(lin)).toBe(401);
    const second = await secondAdministrator(api);
    const { items } = (await as(api, second).get(`/v1/people/${lin.person}/history`).expect(200)).body;
    expect(items.at(-1)).toMatchObject({ type: 'SessionsEnded', by: { capacity: 'administrator' } });
  });

  it('are ended by nobody else, nor by an administrator of another agency', async () => {
    const lin = await someone();
    const gao = await someone();
    const other = await registerAgency(api, admin, '海淀区市场监督管理局');
    const theirs = await register(api, admin, other, { login: 'theirs', capacity: 'administrator' });
    await end(gao, lin).expect(403);
    await end(theirs, lin).expect(404);
    expect(await status(lin)).toBe(200);
  });

  it('keep nobody out: the person signs in again, and on the eleventh time in a day nothing ends', async () => {
    const lin = await someone();
    for (let time = 0; time < 10; time += 1) await end(admin, lin).expect(204);
    const refused = await end(admin, lin).expect(409);
    expect(refused.body).toMatchObject({ reason: 'too-often-today' });
    const second = await secondAdministrator(api);
    await end(second, lin).expect(409);
    expect(await status(await again(lin))).toBe(200);
  });
});

describe('A locked login', () => {
  const unlock = (by: Person, of: Person) => post(by, `/v1/people/${of.person}/account/unlock`);
  const wrong = (of: Person) =>
    again(of, 'not this one at all').catch((error: unknown) => (error as SignInRefused).status);

  it('is unlocked by an administrator, in the record, ten times a day at most', async () => {
    const lin = await someone();
    for (let time = 0; time < 5; time += 1) expect(await wrong(lin)).toBe(403);
    expect(await wrong(lin)).toBe(429);
    await unlock(lin, lin).expect(403);
    await unlock(admin, lin).expect(204);
    expect(await status(await again(lin))).toBe(200);
    const types = (await api.parts.store.read(`person-${lin.person}`)).map(({ type }) => type);
    expect(types.filter((type) => type === 'LoginUnlocked')).toHaveLength(1);
    // Being unlocked signs nobody out.
    expect(await status(lin)).toBe(200);
    for (let time = 0; time < 9; time += 1) await unlock(admin, lin).expect(204);
    expect((await unlock(admin, lin).expect(409)).body).toMatchObject({ reason: 'too-often-today' });
  });
});

describe('With an issuer of one’s own', () => {
  it('sessions are that issuer’s', async () => {
    const account = await api.parts.identity.issuer!.accounts.find('admin');
    const there = await startApi({ OIDC_ISSUER: `${api.url}/oidc`, ADMIN_SUBJECT: account! });
    const answer = await as(there, await administrator(api))
      .get('/v1/me/sessions')
      .expect(404);
    expect(answer.body.detail).toMatch(/your own issuer/);
    await there.close();
  });
});
