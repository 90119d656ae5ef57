import { openGround, type Ground } from './ground.js';
import { answersIn, faultOfProblem, raw } from './sending.js';

let ground: Ground;
let host: string;
let before: unknown;
beforeAll(async () => {
  ground = await openGround();
  ({ host } = new URL(ground.url));
  before = await ground.head();
});
afterAll(() => ground.close());

const lead = '{"source":"投诉","summary":"未明码标价"}';
const opens = '/v1/cases/initiation/receive-lead';
const bytes = (text: string) => Buffer.from(text).toString('latin1');
const commandHeaders = () =>
  [...ground.headersOf({ operationId: '', path: '' }), ['Content-Type', 'application/json']]
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join('');
const get = (target: string, more = '', version = '1.1') =>
  `GET ${target} HTTP/${version}\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`;
const post = (more: string, body: string, path = opens) =>
  `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${commandHeaders()}${more}\r\n${body}`;

/** Each a request that Node's own client would not send; the statuses that may come back. */
const requests: readonly (readonly [string, () => string, readonly number[]])[] = [
  ['no HTTP at all', () => 'hello\r\n\r\n', [400]],
  ['TLS', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  ['HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['an unknown method', () => get('/v1/me').replace('GET', 'GRAB'), [400]],
  ['a method of another protocol', () => get('/v1/me').replace('GET', 'PROPFIND'), [404, 405]],
  ['TRACE', () => get('/v1/me').replace('GET', 'TRACE'), [404, 405]],
  ['a tunnel', () => `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`, [405]],
  ['a method that is not of this route', () => get('/v1/me').replace('GET', 'DELETE'), [405]],
  ['OPTIONS *', () => get('*').replace('GET', 'OPTIONS'), [400, 404]],
  ['half an escape', () => get('/%zz'), [400]],
  ['an escape cut short', () => get('/v1/cases/%'), [400]],
  ['no UTF-8 in the path', () => get('/v1/people/%be%d9'), [400]],
  ['bytes of GBK in the path', () => get('/v1/people/\xbe\xd9'), [400, 401, 404]],
  ['bytes of GBK in the query', () => get('/v1/lists/my-cases?after=\xbe\xd9'), [400]],
  ['a blank in the path', () => get('/v1/a b'), [400]],
  ['a fragment', () => get('/v1/me#x'), [400, 401, 404]],
  ['dots', () => get('/../../etc/passwd'), [400, 404]],
  ['dots, escaped', () => get('/docs/%2e%2e/%2e%2e/etc/passwd'), [302, 400, 403, 404]],
  ['a backslash', () => get('/v1\\me'), [400, 404]],
  ['two slashes', () => get('//v1/me'), [400, 404]],
  ['another server’s address', () => get('http://evil.example/v1/me'), [400, 401, 404, 421]],
  ['our own whole address', () => get(`http://${host}/v1/me`), [401]],
  ['an address without a host', () => get('http:///v1/me'), [400, 404]],
  ['a long id', () => get(`/v1/people/${'x'.repeat(2000)}`), [414]],
  ['an address longer than all headers may be', () => get(`/v1/me?a=${'x'.repeat(20_000)}`), [414, 431]],
  ['many headers', () => get('/v1/me', `X-A: ${'x'.repeat(20_000)}\r\n`), [431]],
  [
    'a thousand headers',
    () => get('/v1/me', Array.from({ length: 1000 }, (_, at) => `X-${String(at)}: 1\r\n`).join('')),
    [400, 401, 431],
  ],
  ['no host', () => 'GET /v1/me HTTP/1.1\r\nConnection: close\r\n\r\n', [400, 421]],
  ['two hosts', () => get('/v1/me', 'Host: evil.example\r\n'), [400, 421]],
  ['a bad host', () => get('/v1/me').replace(host, 'a b/c?d'), [400, 401, 421]],
  ['a header without a name', () => get('/v1/me', ': x\r\n'), [400]],
  ['a blank before the colon', () => get('/v1/me', 'X-A : x\r\n'), [400]],
  ['NUL in a header', () => get('/v1/me', 'X-A: a\0b\r\n'), [400]],
  ['a folded header', () => get('/v1/me', 'X-A: a\r\n b\r\n'), [400, 401]],
  ['two tokens', () => get('/v1/me', 'Authorization: Bearer a\r\nAuthorization: Bearer b\r\n'), [400]],
  ['an expectation', () => get('/v1/me', 'Expect: a-miracle\r\n'), [417]],
  ['HTTP/1.0 without a host', () => 'GET /v1/me HTTP/1.0\r\n\r\n', [401, 421]],
  ['HTTP/0.9', () => 'GET /v1/me\r\n\r\n', [400, 421]],
  ['HTTP/9.9', () => get('/v1/me', '', '9.9'), [400]],
  ['two lengths', () => post('Content-Length: 5\r\nContent-Length: 6\r\n', 'hello'), [400]],
  [
    'a length and chunks',
    () => post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'),
    [400],
  ],
  ['a length below nothing', () => post('Content-Length: -5\r\n', 'hello'), [400]],
  ['a length in another script', () => post('Content-Length: \xb2\r\n', 'hello'), [400]],
  ['a chunk of no size', () => post('Transfer-Encoding: chunked\r\n', 'zz\r\nhello\r\n0\r\n\r\n'), [400]],
  [
    'a chunk of too great a size',
    () => post('Transfer-Encoding: chunked\r\n', 'ffffffffffffffffff\r\n'),
    [400],
  ],
  [
    'a chunk longer than it says',
    () => post('Transfer-Encoding: chunked\r\n', '2\r\nhello\r\n0\r\n\r\n'),
    [400],
  ],
  ['an unknown transfer coding', () => post('Transfer-Encoding: gzip\r\n', 'hello'), [400]],
  ['a packed body', () => post('Content-Encoding: gzip\r\nContent-Length: 5\r\n', 'hello'), [415]],
  [
    'a part of a body',
    () => post('Content-Range: bytes 0-4/10\r\nContent-Length: 5\r\n', 'hello', '/v1/files?name=a.txt'),
    [400],
  ],
  [
    'a body written in other characters',
    () => post('Content-Transfer-Encoding: base64\r\nContent-Length: 4\r\n', 'aGk=', '/v1/files?name=a.txt'),
    [415],
  ],
  [
    'two keys, the second behind very many headers',
    () => post(`${'a:\r\n'.repeat(2_600)}Idempotency-Key: another-key\r\nContent-Length: 2\r\n`, '{}'),
    [400],
  ],
  [
    'a large upload that is announced, without a token',
    () =>
      `POST /v1/files?name=a.txt HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 900000000\r\n\r\n`,
    [401],
  ],
  [
    'a command beyond measure that is announced',
    () => post('Expect: 100-continue\r\nContent-Length: 900000000\r\n', ''),
    [413],
  ],
  [
    'a command with what follows a body',
    () =>
      post('Transfer-Encoding: chunked\r\nTrailer: If-Match\r\n', '2\r\n[]\r\n0\r\nIf-Match: "0"\r\n\r\n'),
    [422],
  ],
  ['a body of a read', () => get('/v1/me', 'Content-Length: 2\r\n').concat('{}'), [400]],
  ['a part of an answer', () => get('/v1/me', 'Range: bytes=0-\r\n'), [401]],
  ['another method by a header', () => get('/v1/me', 'X-HTTP-Method-Override: DELETE\r\n'), [401]],
  ['a length with a sign', () => post('Content-Length: +5\r\n', 'hello'), [400]],
  ['a length as hexadecimal', () => post('Content-Length: 0x5\r\n', 'hello'), [400]],
  ['a coding twice', () => post('Transfer-Encoding: chunked, chunked\r\n', '0\r\n\r\n'), [400]],
  [
    'a coding that is not the last',
    () => post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'),
    [400],
  ],
  ['a line end without its return', () => `GET /v1/me HTTP/1.1\nHost: ${host}\n\n`, [400, 401]],
  ['a chunk with a bare line end', () => post('Transfer-Encoding: chunked\r\n', '2\n{}\n0\n\n'), [400]],
  ['a body without a length', () => post('', bytes(lead)), [400, 422]],
  ['a body longer than it says', () => post('Content-Length: 2\r\n', bytes(lead)), [400, 422]],
  [
    'chunks of a body beyond measure',
    () =>
      post('Transfer-Encoding: chunked\r\n', `${`2000\r\n${'x'.repeat(0x2000)}\r\n`.repeat(200)}0\r\n\r\n`),
    [413],
  ],
  [
    'an upgrade',
    () => get('/v1/me', 'Upgrade: websocket\r\n').replace('Connection: close', 'Connection: upgrade, close'),
    [400, 401],
  ],
];

it.each(requests)('%s', async (_, request, statuses) => {
  const answers = answersIn(await raw(ground.url, request()));
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) {
    expect(answer.status === 302 ? undefined : faultOfProblem(answer)).toBeUndefined();
    expect(statuses).toContain(answers[0]?.status);
  }
  expect(await ground.head()).toBe(before);
});

it('gives its own answer to a command that garbage follows on the same connection', async () => {
  const length = String(Buffer.byteLength(lead));
  const request = post(`Content-Length: ${length}\r\n`, bytes(lead)).replace('Connection: close\r\n', '');
  const said = await raw(ground.url, `${request}garbage\r\n\r\n`);
  const answers = said === '' ? [] : answersIn(said);
  before = await ground.head();
  expect(answers.map(({ status }) => status)).toEqual([201]);
});

it('answers very many requests that are sent at once on one connection, each, in their order', async () => {
  const ahead = (path: string) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const many = `${ahead('/health/live')}${ahead('/v1/me')}`.repeat(1_000);
  const answers = answersIn(await raw(ground.url, `${many}${get('/health/live')}`, 30_000));
  expect(answers.length).toBe(2_001);
  expect(answers.every(({ status }, nth) => status === (nth % 2 === 0 ? 200 : 401))).toBe(true);
  expect(await ground.head()).toBe(before);
});

it('is not held up by a sender who goes away in the middle', async () => {
  await raw(ground.url, post('Content-Length: 1000\r\n', '{"source":'), 300);
  await raw(ground.url, post('Transfer-Encoding: chunked\r\n', '5\r\nhel'), 300);
  expect((await fetch(`${ground.url}/health/live`)).status).toBe(200);
  expect(await ground.head()).toBe(before);
});

it('answers beside the API without a fault of its own', async () => {
  const pages = [
    '/',
    '/nowhere',
    '/favicon.ico',
    '/robots.txt',
    '/docs',
    '/docs/',
    '/docs/openapi.json',
    '/docs/signed-in',
    '/docs/signed-in?code=a&state=b',
    '/docs/%00',
    '/docs/swagger-ui.css',
    '/docs/..%2f..%2fpackage.json',
    '/health',
    '/health/live',
    '/problems/constructor',
    '/problems/__proto__',
    '/problems/%00',
    '/problems/not-lawful-yet',
    '/oidc',
    '/oidc/',
    '/oidc/nowhere',
    '/oidc/.well-known/openid-configuration',
    '/oidc/jwks',
    '/oidc/auth',
    '/oidc/auth?client_id=constructor',
    '/oidc/auth?client_id=anjuan-console&response_type=code&redirect_uri=%00',
    '/oidc/auth/__proto__',
    '/oidc/interaction/constructor',
    '/oidc/interaction/%00',
    '/oidc/interaction/%zz',
    '/oidc/session/end?id_token_hint=a.b.c',
    '/oidc/me',
    '/oidc/auth?client_id=%ff',
    '/oidc/auth?scope=a&scope=b',
  ];
  const posts: readonly (readonly [string, string, string])[] = [
    ['/oidc/token', 'application/x-www-form-urlencoded', 'grant_type=constructor&client_id=__proto__'],
    [
      '/oidc/token',
      'application/x-www-form-urlencoded',
      'grant_type=authorization_code&client_id=anjuan-console&code=%00&code_verifier=%ff',
    ],
    ['/oidc/token', 'application/x-www-form-urlencoded', `a=${'x'.repeat(100_000)}`],
    ['/oidc/token', 'application/json', '{"__proto__":1}'],
    ['/oidc/token', 'text/plain', 'x'],
    ['/oidc/token', 'application/x-www-form-urlencoded; charset=gbk', 'client_id=\xbe\xd9'],
    ['/oidc/interaction/x', 'application/x-www-form-urlencoded', 'login=%ff&password=%00'],
    ['/oidc/session/end/confirm', 'application/x-www-form-urlencoded', 'xsrf=constructor'],
    ['/docs', 'text/plain', 'x'],
    ['/health', 'application/json', '{}'],
    ['/nowhere', 'text/plain', 'x'],
  ];
  const sent = [
    ...pages.map((path) => [path, get(path)] as const),
    ...posts.map(
      ([path, type, body]) =>
        [
          `${path} ${type}`,
          `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
        ] as const,
    ),
  ];
  const faults: string[] = [];
  for (const [path, request] of sent) {
    const said = await raw(ground.url, request);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]);
    if (!(status < 500)) faults.push(`${path}: ${said.slice(0, 300)}`);
  }
  expect(faults).toEqual([]);
  expect(ground.program.process.exitCode).toBeNull();
  expect(await ground.head()).toBe(before);
});
