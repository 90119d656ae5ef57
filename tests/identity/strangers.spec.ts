import { authorization, formAction, newBrowser, newVerifier, type Browser } from './browser.js';
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

const begin = (browser: Browser) => browser.open(authorization(issuer.issuerUrl, newVerifier()));
const enter = async (browser: Browser, login: string, secret: string) => {
  const page = await browser.open((await begin(browser)).location);
  return browser.open(formAction(page.text, issuer.issuerUrl), { login, password: secret });
};
const rows = async (): Promise<number> =>
  (await database.pool.query('select from issuer.artifacts')).rowCount ?? 0;

it('a browser that signed in before is let in while its address is locked for the login', async () => {
  const own = newBrowser();
  expect((await enter(own, 'lin', password)).status).toBe(303);
  const known = [...own.cookies].filter(([name]) => name.startsWith('anjuan-known-'));
  expect(known).toHaveLength(1);

  for (let i = 0; i < 6; i += 1) await enter(newBrowser(), 'lin', 'not this one at all');
  expect((await enter(newBrowser(), 'lin', password)).status).toBe(429);
  own.cookies.clear();
  own.cookies.set(...known[0]!);
  expect((await enter(own, 'lin', password)).status).toBe(303);

  const forged = newBrowser();
  const [id, until] = known[0]![1].split('.');
  forged.cookies.set(known[0]![0], `${id!}x.${until!}.${known[0]![1].split('.')[2]!}`);
  expect((await enter(forged, 'lin', password)).status).toBe(429);
});

it('of one login known, a browser is a stranger to the others', async () => {
  const own = newBrowser();
  await database.pool.query('delete from issuer.tries');
  await enter(own, 'lin', password);
  for (let i = 0; i < 5; i += 1) await enter(newBrowser(), 'gao', 'not this one at all');
  const [[name, value] = ['', '']] = [...own.cookies].filter(([one]) => one.startsWith('anjuan-known-'));
  const asGao = newBrowser();
  asGao.cookies.set(name, value);
  expect((await enter(asGao, 'gao', password)).status).toBe(429);
});

it('an address that begins very many sign-ins and ends none has to wait, and leaves no more rows', async () => {
  // Its allowance is filled again by the clock, however slow the requests are.
  let [before, waiting] = [0, await begin(newBrowser())];
  for (let begun = 1; waiting.status !== 429; begun += 1) {
    expect(begun).toBeLessThan(2_000);
    before = await rows();
    waiting = await begin(newBrowser());
  }
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(waiting.text).toContain('请稍候');
  expect(await rows()).toBe(before);
});
