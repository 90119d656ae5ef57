/** A client that is told to bring a fresh sign-in asks for it, and gets one (OpenID Connect Core, 3.1.2.1). */
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { authorization, codeExchange, formAction, newBrowser, newVerifier, type Browser } from './browser.js';
import { issuerDatabase, own, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool);
  await issuer.accounts.open('A-1001', password, own);
  await issuer.accounts.open('A-1002', password, own);
});
afterAll(async () => {
  expect(issuer.errors).toEqual([]);
  await issuer.close();
  await database.close();
});

type Parameters = Readonly<Record<string, string>>;

/** Where the browser is sent: to the sign-in page, or back with a code. */
const begin = async ({ open }: Browser, verifier: string, parameters: Parameters = {}) =>
  (await open(authorization(issuer.issuerUrl, verifier, parameters))).location;

const isPage = (location: string) => new URL(location).pathname.startsWith('/oidc/interaction/');

const signInAt = async (browser: Browser, page: string, login = 'A-1001') => {
  const action = formAction((await browser.open(page)).text, issuer.issuerUrl);
  const resume = await browser.open(action, { login, password });
  return browser.open(resume.location);
};

const authTime = async (location: string, verifier: string) => {
  const code = new URL(location).searchParams.get('code')!;
  const { body } = await codeExchange(issuer.issuerUrl, code, verifier);
  return decodeJwt(body.access_token)['auth_time'] as number;
};

/** A browser that is signed in, and when it was. */
const signedIn = async () => {
  const [browser, verifier] = [newBrowser(), newVerifier()];
  const { location } = await signInAt(browser, await begin(browser, verifier));
  return { browser, at: await authTime(location, verifier) };
};
/** Times of sign-ins are whole seconds. */
const laterThan = async (second: number) => {
  while (Date.now() / 1000 < second + 2) await sleep(100);
};

it('a browser that is signed in gets a code without the page', async () => {
  const { browser, at } = await signedIn();
  const verifier = newVerifier();
  const location = await begin(browser, verifier);
  expect(isPage(location)).toBe(false);
  expect(await authTime(location, verifier)).toBe(at);
});

it.each<[string, Parameters]>([
  ['prompt=login', { prompt: 'login' }],
  ['max_age=0', { max_age: '0' }],
  ['a max_age that is over', { max_age: '1' }],
])('with %s it gets the page, and its new tokens say the new time', async (_, parameters) => {
  const { browser, at } = await signedIn();
  await laterThan(at);
  const verifier = newVerifier();
  const page = await begin(browser, verifier, parameters);
  expect(isPage(page)).toBe(true);
  const { location } = await signInAt(browser, page);
  expect(await authTime(location, verifier)).toBeGreaterThan(at);
});

it('a browser that signs in again has its session all the time: no token of it is refused in between', async () => {
  const { browser } = await signedIn();
  const account = (await issuer.accounts.find('A-1001'))!;
  const [latest] = await issuer.sessions.of(account);
  const page = await begin(browser, newVerifier(), { prompt: 'login' });
  const { pool } = database;
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<{ rowCount: number }>;
  const openAfter: boolean[] = [];
  const asked = async (...given: unknown[]) => {
    const answer = await query(...given);
    const { rowCount } = await query(
      `select from issuer.artifacts where model = 'Session' and payload ->> 'uid' = $1`,
      [latest!.session],
    );
    openAfter.push(rowCount === 1);
    return answer;
  };
  try {
    pool.query = asked as unknown as typeof pool.query;
    const { location } = await signInAt(browser, page);
    expect(new URL(location).searchParams.get('code')).not.toBeNull();
  } finally {
    Reflect.deleteProperty(pool, 'query');
  }
  expect(openAfter.length).toBeGreaterThan(5);
  expect(openAfter).toEqual(openAfter.map(() => true));
  expect((await issuer.sessions.of(account)).map(({ session }) => session)).toContain(latest!.session);
});

it('a browser that goes on late is no fresher for that: the time is that of the password', async () => {
  const [browser, verifier] = [newBrowser(), newVerifier()];
  const page = await browser.open(await begin(browser, verifier));
  const form = { login: 'A-1001', password };
  const resume = await browser.open(formAction(page.text, issuer.issuerUrl), form);
  const typed = Math.floor(Date.now() / 1000);
  await laterThan(typed);
  const { location } = await browser.open(resume.location);
  expect(await authTime(location, verifier)).toBeLessThanOrEqual(typed);
});

it('a browser that goes on after all sessions were ended gets none', async () => {
  const browser = newBrowser();
  const page = await browser.open(await begin(browser, newVerifier()));
  const form = { login: 'A-1001', password };
  const resume = await browser.open(formAction(page.text, issuer.issuerUrl), form);
  expect(resume.status).toBe(303);
  const account = (await issuer.accounts.find('A-1001'))!;
  await issuer.sessions.endAll(account);
  const { status, location } = await browser.open(resume.location);
  expect({ status, location }).toEqual({ status: 400, location: '' });
  expect(await issuer.sessions.of(account)).toEqual([]);
});

it('a max_age that is not over asks for nothing', async () => {
  const { browser, at } = await signedIn();
  const verifier = newVerifier();
  const location = await begin(browser, verifier, { max_age: '43200' });
  expect(isPage(location)).toBe(false);
  expect(await authTime(location, verifier)).toBe(at);
});

it('with prompt=none an old sign-in is answered by login_required, never by a code', async () => {
  const { browser, at } = await signedIn();
  await laterThan(at);
  const location = await begin(browser, newVerifier(), { prompt: 'none', max_age: '1' });
  expect(new URL(location).searchParams.get('error')).toBe('login_required');
  expect(new URL(location).searchParams.get('code')).toBeNull();
});

it('another person who signs in again at the same browser gets no code of the first', async () => {
  const { browser } = await signedIn();
  const page = await begin(browser, newVerifier(), { prompt: 'login' });
  const { location, status, text } = await signInAt(browser, page, 'A-1002');
  expect(location).toBe('');
  expect(status).toBe(200);
  expect(text).not.toContain('code=');
});
