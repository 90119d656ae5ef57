import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { closedHeaders } from '../../apps/api/src/http/addressed.js';
import { startApi, type Api } from '../support/api.js';

let api: Api;
let port: string;
beforeAll(async () => {
  api = await startApi();
  ({ port } = new URL(api.url));
});
afterAll(() => api.close());

type Answer = Readonly<{ status: number; headers: IncomingMessage['headers']; text: string }>;

const ask = async (path: string, headers: Record<string, string | string[]>): Promise<Answer> => {
  const asking = request({ host: '127.0.0.1', port, path, headers, agent: false }).end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
};

const everywhere = [
  '/v1/me',
  '/v1/none',
  '/docs',
  '/oidc/.well-known/openid-configuration',
  '/oidc/session/end',
  '/oidc/none',
  '/problems/not-found',
];

describe('A request for another host', () => {
  it.each([
    'evil.example',
    'evil.example:80',
    '10.0.0.1',
    '127.0.0.1.evil.example',
    'user@127.0.0.1',
    '[::2]',
  ])('is refused: %s', async (host) => {
    for (const path of everywhere) {
      const { status, headers, text } = await ask(path, { host });
      expect([path, status]).toEqual([path, 421]);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(JSON.parse(text)).toMatchObject({ type: `${api.url}/problems/wrong-host` });
      expect(`${text}${JSON.stringify(headers)}`).not.toContain('evil');
    }
  });

  it('is answered where the process is watched', async () => {
    for (const path of ['/health', '/health/live', '/health/live?now=1'])
      expect((await ask(path, { host: 'evil.example' })).status).toBe(200);
    expect((await ask('/healthy', { host: 'evil.example' })).status).toBe(421);
  });

  it('is none for the other names of this machine, which lead to our own address', async () => {
    for (const host of [`localhost:${port}`, `[::1]:${port}`, '127.0.0.1']) {
      const discovery = await ask('/oidc/.well-known/openid-configuration', { host });
      expect(JSON.parse(discovery.text)).toMatchObject({ issuer: `${api.url}/oidc` });
      const docs = await ask('/docs', { host });
      expect(docs.headers.location).toMatch(new RegExp(`^${api.url}/oidc/auth`));
    }
  });
});

it('what a caller says of proxies changes no address of the issuer', async () => {
  const said = {
    host: `127.0.0.1:${port}`,
    forwarded: 'host=evil.example;proto=https',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
  };
  const discovery = await ask('/oidc/.well-known/openid-configuration', said);
  const addresses = Object.entries(JSON.parse(discovery.text) as Record<string, unknown>)
    .filter(([name]) => /^issuer$|_(endpoint|uri)$/.test(name))
    .map(([, address]) => String(address));
  expect(addresses.length).toBeGreaterThan(4);
  expect(addresses.filter((address) => !address.startsWith(`${api.url}/oidc`))).toEqual([]);
  const signOut = await ask('/oidc/session/end', said);
  expect(signOut.text).toContain(`action="${api.url}/oidc/session/end/confirm"`);
});

it('every answer that a browser may show is closed to frames and guesses', async () => {
  for (const path of [...everywhere, '/health', '/none']) {
    const { headers } = await ask(path, { host: `127.0.0.1:${port}` });
    expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
    expect([path, headers['content-security-policy']]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ]);
    expect([path, headers['strict-transport-security']]).toEqual([path, undefined]);
  }
});

it('an answer that is no page of its own leads no form and no address elsewhere', async () => {
  for (const path of ['/v1/me', '/v1/none', '/health']) {
    const { headers } = await ask(path, { host: `127.0.0.1:${port}` });
    expect([path, headers['content-security-policy']]).toEqual([
      path,
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ]);
  }
});

it('behind https browsers stay with it for a year, on the hosts below this one too', () => {
  const https = closedHeaders('https://anjuan.example')['strict-transport-security'];
  expect(https).toBe('max-age=31536000; includeSubDomains');
  for (const address of ['http://127.0.0.1:3000', ''])
    expect(closedHeaders(address)).not.toHaveProperty('strict-transport-security');
});

it.each([
  ['no HTTP', 'hello\r\n\r\n'],
  ['CONNECT', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an expectation', 'GET /health HTTP/1.1\r\nHost: x\r\nExpect: a-miracle\r\n\r\n'],
])('the refusal of %s is closed as every answer is', async (_, bytes) => {
  const socket = connect(Number(port), '127.0.0.1').end(bytes);
  const [head = ''] = (await text(socket)).toLowerCase().split('\r\n\r\n');
  expect(head).toMatch(/^http\/1.1 4\d\d /);
  for (const [name, value] of Object.entries(closedHeaders(api.url)))
    expect(head).toContain(`${name}: ${value}`.toLowerCase());
});

it('the page of the API is closed under every spelling of its address', async () => {
  for (const path of [
    '/docs',
    '/%64ocs',
    '/docs/',
    '/%64ocs/openapi.json',
    '/docs/%6fpenapi.json',
    '/docs-json',
    '/%64ocs-json',
  ]) {
    const { status, text } = await ask(path, { host: `127.0.0.1:${port}` });
    expect([path, [302, 404].includes(status)]).toEqual([path, true]);
    expect(text).not.toContain('openapi');
  }
});
