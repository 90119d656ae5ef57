/** A second factor of one's own, over HTTP; and an agency that demands it of what opens a gate. */
import { signIn } from '../../libs/identity/src/sign-in.js';
import { authenticator } from '../support/authenticator.js';
import { administrators, as, ownPassword, startApi, type Api, type Person } from '../support/api.js';
import { startBureau, type Engage } from '../support/bureau.js';
import { signInRegistering } from '../support/first-factor.js';
import { tokenSaying } from '../support/tokens.js';

let api: Api;
let engage: Engage;
beforeAll(async () => {
  ({ api, engage } = await startBureau());
});
afterAll(() => api.close());

let made = 0;
const someone = () => engage(`desk-${String((made += 1))}`, 'officer');
const factor = '/v1/me/second-factor';
const begin = (by: Person, password = ownPassword) => as(api, by).post(factor, { password });
const types = async (person: string) =>
  (await api.parts.store.read(`person-${person}`))
    .map(({ type }) => type)
    .filter((type) => /Factor/.test(type));

describe('A second factor', () => {
  it('is enrolled with the password and a first code, in the record, and asked for from then on', async () => {
    const lin = await someone();
    expect((await as(api, lin).get(factor).expect(200)).body).toEqual({ enrolled: false });
    const { body } = await begin(lin).expect(201);
    expect(body).toEqual({
      uri: expect.stringMatching(/^otpauth:/),
      recoveryCodes: expect.arrayContaining([expect.any(String)]),
    });
    const code = authenticator(body.uri);
    expect(await types(lin.person)).toEqual([]);
    await as(api, lin).post(`${factor}/confirm`, { code: code() }).expect(204);
    expect(await types(lin.person)).toEqual(['SecondFactorEnrolled']);
    expect((await as(api, lin).get(factor).expect(200)).body).toMatchObject({
      enrolled: true,
      recoveryCodesLeft: 10,
    });
    const alone = signIn({ baseUrl: api.url, login: lin.login, password: ownPassword });
    await expect(alone).rejects.toMatchObject({ status: 403 });
    const [recovery] = body.recoveryCodes;
    const { accessToken } = await signIn({
      baseUrl: api.url,
      login: lin.login,
      password: ownPassword,
      code: recovery,
    });
    const me = (
      await as(api, { ...lin, token: accessToken })
        .get('/v1/me')
        .expect(200)
    ).body;
    expect(me.signIn.methods).toEqual(['pwd', 'otp', 'mfa']);
    // The record has neither the secret nor a code.
    const record = JSON.stringify(await api.parts.store.read(`person-${lin.person}`));
    for (const secret of [new URL(body.uri).searchParams.get('secret'), recovery])
      expect(record).not.toContain(secret);
  });

  it('is enrolled by nobody who does not know the password, and a wrong one is a wrong try', async () => {
    const lin = await someone();
    for (let time = 0; time < 5; time += 1)
      expect((await begin(lin, 'not this one at all').expect(409)).body.reason).toBe('refused');
    expect((await begin(lin).expect(409)).body.reason).toBe('locked');
  });

  it('is confirmed by a code of its own alone', async () => {
    const lin = await someone();
    await as(api, lin).post(`${factor}/confirm`, { code: '000000' }).expect(409);
    await begin(lin).expect(201);
    const other = authenticator((await begin(await someone()).expect(201)).body.uri);
    const refused = await as(api, lin).post(`${factor}/confirm`, { code: other() }).expect(409);
    expect(refused.body.reason).toBe('code-wrong');
    expect(await types(lin.person)).toEqual([]);
  });

  it('is removed with password and code, and not replaced before', async () => {
    const lin = await someone();
    const { body } = await begin(lin).expect(201);
    await as(api, lin)
      .post(`${factor}/confirm`, { code: authenticator(body.uri)() })
      .expect(204);
    expect((await begin(lin).expect(409)).body.reason).toBe('second-factor-held');
    const [recovery] = body.recoveryCodes;
    const remove = (password: string, code: string) =>
      as(api, lin).post(`${factor}/remove`, { password, code });
    await remove('not this one at all', recovery).expect(409);
    await remove(ownPassword, '000000').expect(409);
    await remove(ownPassword, recovery).expect(204);
    expect(await types(lin.person)).toEqual(['SecondFactorEnrolled', 'SecondFactorRemoved']);
    await signIn({ baseUrl: api.url, login: lin.login, password: ownPassword });
  });
});

describe('Where it is demanded of what opens a gate', () => {
  let strict: Api;
  let first: Person;
  beforeAll(async () => {
    strict = await startApi({ SECOND_FACTOR: 'required-for-gates' });
    const login = { login: 'admin', password: administrators.ADMIN_PASSWORD };
    const { token } = await signInRegistering(strict.url, login);
    first = { person: '', login: 'admin', token, capacity: 'administrator' };
  });
  afterAll(() => strict.close());

  const grant = async (by: Person) => {
    const facts = { staffNumber: `工号${String((made += 1))}`, name: '高明' };
    const { person } = (await as(strict, first).post('/v1/people', facts).expect(201)).body;
    const body = { login: `strict-${String(made)}`, password: 'given away at the desk' };
    return as(strict, by).post(`/v1/people/${person}/account`, body);
  };
  const saying = async (said: object): Promise<Person> => ({
    ...first,
    token: await tokenSaying(strict, first, { ...said }),
  });

  it('a sign-in by password alone is refused with what is wanted, also one of another issuer', async () => {
    const now = Math.floor(Date.now() / 1000);
    const answer = await grant(await saying({ auth_time: now, amr: ['pwd'] }));
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer error="insufficient_user_authentication", error_description="Sign in again", acr_values="urn:anjuan:mfa"',
    );
    expect(answer.body).toMatchObject({
      acrValues: 'urn:anjuan:mfa',
      cure: {
        en: expect.stringContaining('the page of the sign-in has who has no second factor register one'),
      },
    });
    const old = await grant(await saying({ auth_time: 1, amr: ['pwd'] }));
    expect(old.headers['www-authenticate']).toMatch(/max_age="43200", acr_values="urn:anjuan:mfa"$/);
  });

  it('one with a second factor goes on', async () => {
    expect((await grant(first)).status).toBe(204);
  });
});
