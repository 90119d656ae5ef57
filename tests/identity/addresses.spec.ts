/** Which addresses and methods the issuer has, and what it takes there. */
import { authorization, formAction, loopback, newBrowser, newVerifier } from './browser.js';
import { issuerDatabase, own, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool);
  await issuer.accounts.open('lin', password, own);
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
afterEach(() => {
  expect(issuer.errors).toEqual([]);
});

const form = 'application/x-www-form-urlencoded';
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${issuer.issuerUrl}${path}`, { redirect: 'manual', ...init });
const rows = async (): Promise<number> =>
  (await database.pool.query('select from issuer.artifacts')).rowCount ?? 0;

it.each([
  ['GET', '/nowhere', 404],
  ['GET', '/', 404],
  ['GET', '/auth/', 404],
  ['GET', '/AUTH', 404],
  ['GET', '/%61uth', 404],
  ['GET', '//auth', 404],
  ['GET', '/auth/a/b', 404],
  ['GET', '/auth/%00', 404],
  ['GET', '/Session/End', 404],
  ['GET', '/session/end/', 404],
  ['GET', '/interaction/%00', 404],
  ['GET', '/token', 405],
  ['DELETE', '/auth', 405],
  ['PUT', '/token', 405],
  ['POST', '/jwks', 405],
  ['POST', '/session/end', 405],
])('%s %s is refused by a page, and leaves no row: %d', async (method, path, status) => {
  const before = await rows();
  const query = authorization(issuer.issuerUrl, newVerifier()).split('?')[1]!;
  const answer = await ask(`${path}?${query}`, { method });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toMatch(/^<!doctype html>[^]*<p role="alert"/);
  expect(answer.headers.has('allow')).toBe(status === 405);
  expect(await rows()).toBe(before);
});

it.each(['form_post', 'fragment', 'web_message', 'query&response_mode=form_post', 'constructor'])(
  'the answer goes back in the query alone: response_mode=%s is refused by a page',
  async (mode) => {
    const url = `${authorization(issuer.issuerUrl, newVerifier())}&response_mode=${mode}`;
    for (const of of [url, `${url}&prompt=none`]) {
      const answer = await fetch(of, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
      expect(await answer.text()).toContain('<p role="alert"');
    }
  },
);

it('says so in its discovery documents', async () => {
  for (const name of ['openid-configuration', 'oauth-authorization-server'])
    expect(await (await ask(`/.well-known/${name}`)).json()).toMatchObject({
      issuer: issuer.issuerUrl,
      response_modes_supported: ['query'],
    });
});

it('a request for authorization may be sent as a form', async () => {
  const browser = newBrowser();
  const query = new URL(authorization(issuer.issuerUrl, newVerifier(), { response_mode: 'query' }))
    .searchParams;
  const sent = await browser.open(`${issuer.issuerUrl}/auth`, Object.fromEntries(query));
  expect(sent.status).toBe(303);
  const page = await browser.open((await browser.open(sent.location)).location);
  const resumed = await browser.open(formAction(page.text, issuer.issuerUrl), { login: 'lin', password });
  expect((await browser.open(resumed.location)).location).toMatch(new RegExp(`^${loopback}\\?code=`));
});

it('a request for authorization that is sent otherwise is refused by a page', async () => {
  const send = async (body: string, headers: Record<string, string> = {}) =>
    (await ask('/auth', { method: 'POST', body, headers: { 'content-type': form, ...headers } })).status;
  expect(await send('{}', { 'content-type': 'application/json' })).toBe(415);
  expect(await send('a=b', { 'content-encoding': 'gzip' })).toBe(415);
  expect(await send('scope=%ff')).toBe(400);
  expect(await send('scope=a&scope=b')).toBe(400);
  expect(await send(`scope=${'x'.repeat(20_000)}`)).toBe(413);
});

it.each([
  '/auth/nobody-began-this',
  '/interaction/nobody-began-this',
  '/session/end/success',
  '/session/end/confirm',
])('%s leaves no row where nobody has begun to sign in', async (path) => {
  const before = await rows();
  const method = path.endsWith('confirm') ? 'POST' : 'GET';
  const answer = await ask(path, {
    method,
    ...(method === 'POST' && { body: new URLSearchParams({ xsrf: 'x' }) }),
  });
  expect(answer.status).toBeLessThan(500);
  expect(await rows()).toBe(before);
});

describe.each(['/token', '/token/revocation'])('%s', (path) => {
  const base = { grant_type: 'refresh_token', client_id: 'anjuan-console' };
  it.each(['%00', '%ff', '%ed%a0%80', 'a b', '文', 'x'.repeat(5_000), '__proto__', ''])(
    'finds nothing under %s',
    async (value) => {
      const body = `${new URLSearchParams(base).toString()}&refresh_token=${value}&code=${value}&token=${value}`;
      const answer = await ask(path, { method: 'POST', body, headers: { 'content-type': form } });
      expect(answer.status).toBeLessThan(500);
    },
  );

  it.each<[string, Record<string, string>]>([
    ['another character set', { 'content-type': `${form}; charset=gbk` }],
    ['a packed body', { 'content-type': form, 'content-encoding': 'gzip' }],
    ['JSON', { 'content-type': 'application/json' }],
  ])('refuses %s as OAuth has it', async (_, headers) => {
    const answer = await ask(path, { method: 'POST', body: new URLSearchParams(base).toString(), headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
  });
});
