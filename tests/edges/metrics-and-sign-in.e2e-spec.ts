/** The doors beside the API: the metrics on their own address, and the pages of the built-in issuer. */
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { closedHeaders } from '../../apps/api/src/http/addressed.js';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { authorization, formAction, newBrowser, newVerifier } from '../identity/browser.js';
import { launchAlone, type Program } from '../faults/programs.js';
import { adminPassword } from '../support/api.js';
import { lastEntry } from '../support/last-entry.js';
import { somePort } from '../support/ports.js';
import { folderWithCluster } from '../support/cluster.js';
import { answersIn, faultOfProblem, raw } from './sending.js';
import { removeFolder } from '../support/folder.js';

let folder: string;
let program: Program;
let issuer: string;
let metrics: string;
let pool: pg.Pool;
let store: PostgresEventStore;
beforeAll(async () => {
  folder = await folderWithCluster();
  const port = somePort();
  metrics = `http://127.0.0.1:${String(port)}`;
  program = await launchAlone(folder, { METRICS_PORT: String(port) });
  issuer = `${program.url}/oidc`;
  pool = openPool({ host: placeIn(folder).socketDir, user: 'anjuan', database: 'anjuan' });
  store = new PostgresEventStore(pool, { clock: () => new Date() });
});
afterAll(async () => {
  await store.close();
  await pool.end();
  await program.kill();
  await removeFolder(folder);
});

const head = () => lastEntry(store);
const long = 'x'.repeat(20_000);
const to = (line: string, headers = '', body = '') =>
  `${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n${body}`;

/** The statuses that may come back. */
const toMetrics: readonly (readonly [string, string, readonly number[]])[] = [
  ['another address', to('GET /'), [404]],
  ['a query', to('GET /metrics?name=constructor'), [404]],
  ['half an escape', to('GET /%zz'), [404]],
  ['a method it has not', to('POST /metrics', 'Content-Length: 2\r\n', '{}'), [405]],
  ['TRACE', to('TRACE /metrics'), [405]],
  ['chunks without end', to('POST /metrics', 'Transfer-Encoding: chunked\r\n', `4e20\r\n${long}`), [405]],
  ['a length and chunks', to('GET /metrics', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'), [400]],
  ['two lengths', to('GET /metrics', 'Content-Length: 2\r\nContent-Length: 3\r\n', 'ab'), [400]],
  ['an expectation', to('GET /metrics', 'Expect: a-miracle\r\n'), [417]],
  ['headers beyond measure', to('GET /metrics', `X-A: ${long}\r\n`), [431]],
  ['NUL in a header', to('GET /metrics', 'X-A: a\0b\r\n'), [400]],
  ['no HTTP', 'hello\r\n\r\n', [400]],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
];

describe('the metrics', () => {
  it.each(toMetrics)('refuse %s by a problem document', async (_, request, statuses) => {
    const [answer] = answersIn(await raw(metrics, request));
    expect(statuses).toContain(answer?.status);
    expect(answer && faultOfProblem(answer)).toBeUndefined();
  });

  it('are nothing else, and still there', async () => {
    const answer = await fetch(`${metrics}/metrics`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/^# HELP /);
    for (const [name, value] of Object.entries(closedHeaders('')))
      expect([name, answer.headers.get(name)]).toEqual([name, value]);
    expect((await fetch(`${metrics}/metrics`, { method: 'HEAD' })).headers.get('allow')).toBe('GET');
  });
});

const form = 'application/x-www-form-urlencoded';
const gzip = { 'content-encoding': 'gzip' };
const gbk = Buffer.from([0x6c, 0x6f, 0x67, 0x69, 0x6e, 0x3d, 0xc1, 0xd6]);
type Sent = readonly [string, number, string | Uint8Array<ArrayBuffer>, Readonly<Record<string, string>>];
type Said = readonly [string, number, string | Uint8Array<ArrayBuffer>, Readonly<Record<string, string>>?];

/** What is sent in place of the form, and the status of the page that comes back. */
const forms = (
  [
    ['JSON', 415, '{"login":"admin","password":"x"}', { 'content-type': 'application/json' }],
    ['a text', 415, 'login=a&password=b', { 'content-type': 'text/plain' }],
    ['no type', 415, Buffer.from('login=a&password=b'), { 'content-type': '' }],
    ['parts', 415, '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a form said to be GBK', 415, 'login=a&password=b', { 'content-type': `${form}; charset=gbk` }],
    ['a packed form', 415, 'login=a&password=b', gzip],
    ['bytes of GBK', 400, gbk],
    ['GBK, escaped', 400, 'login=%C1%D6&password=b'],
    ['NUL', 400, 'login=a%00&password=b'],
    ['a control character', 400, 'login=a&password=%1b'],
    ['half an escape', 400, 'login=%zz&password=b'],
    ['half a character', 400, 'login=%ed%a0%80&password=b'],
    ['nothing', 400, ''],
    ['no password', 400, 'login=admin'],
    ['a login twice', 400, 'login=admin&login=root&password=b'],
    ['another field', 400, 'login=admin&password=b&__proto__=1'],
    ['a name of every object', 400, 'constructor=1&password=b'],
    ['too much', 413, `login=${long}&password=b`],
    ['a login of invisible characters', 403, 'login=%E2%80%8B&password=b'],
    ['a login that turns the reading', 403, 'login=%E2%80%AEnimda&password=b'],
    ['a login that is markup', 403, 'login=%3Cscript%3Ealert(1)%3C%2Fscript%3E&password=b'],
    ['a name of every object as login', 403, 'login=__proto__&password=constructor'],
    ['a long password', 403, `login=admin&password=${'p'.repeat(4_000)}`],
  ] satisfies readonly Said[]
).map(([what, status, body, headers = {}]: Said): Sent => [what, status, body, headers]);

describe('the sign-in form', () => {
  const opened = async () => {
    const browser = newBrowser();
    const page = await browser.open((await browser.open(authorization(issuer, newVerifier()))).location);
    const cookie = Array.from(browser.cookies, ([name, value]) => `${name}=${value}`).join('; ');
    return { browser, cookie, action: formAction(page.text, issuer) };
  };

  it.each(forms)('answers %s by a page that names the fault: %d', async (_, status, body, headers) => {
    const { cookie, action } = await opened();
    const answer = await fetch(action, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: Object.assign({ cookie, 'content-type': form }, headers),
    });
    const page = await answer.text();
    expect({ status: answer.status, page: page.slice(0, 15) }).toEqual({ status, page: '<!doctype html>' });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toMatch(/<p role="alert"[^>]*>[^<]+ <span lang="en">[^<]+<\/span><\/p>/);
    expect(page).not.toMatch(/<script|[\u202a-\u202e\u200b]/);
  });

  it('still takes the right one', async () => {
    const { browser, action } = await opened();
    const resumed = await browser.open(action, { login: 'admin', password: adminPassword });
    expect(resumed.location).toContain('/oidc/auth/');
  });
});

const hostile = [
  ...['constructor', '__proto__', '', '%00', '%ff', '%ed%a0%80', '%E2%80%8B', '1e999', 'a&%s=b', '%5B%5D'],
  ...['x'.repeat(3_000), '%F0%9F%98%80', '%0d%0aSet-Cookie:a=b', 'javascript:alert(1)', '//evil.example'],
];
const parameters = [
  ...['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope', 'state', 'nonce', 'prompt'],
  ...['code_challenge', 'code_challenge_method', 'resource', 'claims', 'max_age', 'login_hint', 'ui_locales'],
  ...['id_token_hint', 'request', 'request_uri', 'registration', 'acr_values', 'audience', 'unheard_of'],
];

it('the issuer answers every hostile value of every parameter without a fault of its own', async () => {
  const before = await head();
  const faults: string[] = [];
  const ask = async (of: string, answer: Promise<Response>) => {
    const { status, headers } = await answer;
    const away = headers.get('location') ?? issuer;
    const host = URL.parse(away, issuer)?.host;
    const ours = [new URL(issuer).host, '127.0.0.1:51234'];
    if (status >= 500 || !ours.includes(host ?? '') || headers.has('set-cookie-evil'))
      faults.push(`${of}: ${String(status)} ${away}`);
  };
  const right = authorization(issuer, newVerifier());
  let callers = 0;
  // One address that begins very many sign-ins would have to wait.
  const another = () => ({
    'x-forwarded-for': `10.1.${String((callers += 1) % 250)}.${String(callers % 199)}`,
  });
  for (const name of parameters)
    for (const value of hostile) {
      const url = new URL(right);
      url.searchParams.delete(name);
      const query = `${url.searchParams.toString()}&${name}=${value.replace('%s', name)}`;
      await ask(
        `auth ${name}=${value}`,
        fetch(`${issuer}/auth?${query}`, { redirect: 'manual', headers: another() }),
      );
    }
  const ofToken = [
    'grant_type',
    'client_id',
    'code',
    'code_verifier',
    'refresh_token',
    'redirect_uri',
    'scope',
  ];
  const basis = 'grant_type=authorization_code&client_id=anjuan-console&code=a&code_verifier=b';
  for (const path of ['token', 'token/revocation', 'session/end/confirm'])
    for (const name of ofToken)
      for (const value of hostile) {
        const body = `${basis.replace(new RegExp(`(^|&)${name}=[^&]*`), '')}&${name}=${value.replace('%s', name)}`;
        const headers = { 'content-type': form };
        await ask(
          `${path} ${name}=${value}`,
          fetch(`${issuer}/${path}`, { method: 'POST', redirect: 'manual', body, headers }),
        );
      }
  expect(faults).toEqual([]);
  expect(program.process.exitCode).toBeNull();
  expect(await head()).toBe(before);
});
