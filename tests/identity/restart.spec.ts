import { createTokenVerifier, signIn } from '@anjuan/identity';
import {
  authorization,
  codeBySigningIn,
  codeExchange,
  exchange,
  newBrowser,
  newVerifier,
} from './browser.js';
import { audience, issuerDatabase, own, password, runIssuer } from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;

beforeAll(async () => {
  database = await issuerDatabase();
});
afterAll(() => database.close());

it('keys, accounts, sessions, codes and refresh tokens outlive the program', async () => {
  const before = await runIssuer(database.pool);
  const { issuerUrl, baseUrl, jwks } = before;
  const port = Number(new URL(baseUrl).port);
  const subject = await before.accounts.open('A-1001', password, own);
  const { accessToken } = await signIn({ baseUrl, login: 'A-1001', password });
  const browser = newBrowser();
  const verifier = newVerifier();
  const code = await codeBySigningIn(browser, issuerUrl, { login: 'A-1001', password, verifier });
  const { refresh_token } = (await codeExchange(issuerUrl, code, verifier)).body;
  const later = newVerifier();
  const waiting = new URL((await browser.open(authorization(issuerUrl, later))).location);
  await before.close();

  const after = await runIssuer(database.pool, port);
  expect(after.jwks).toEqual(jwks);
  const tokens = createTokenVerifier({ issuerUrl, audience, jwks: after.jwks });
  expect(await tokens.verify(accessToken)).toEqual({
    issuer: issuerUrl,
    subject,
    issuedAt: expect.any(Number),
    authTime: expect.any(Number),
    methods: ['pwd'],
    session: expect.any(String),
  });
  expect((await codeExchange(issuerUrl, waiting.searchParams.get('code')!, later)).status).toBe(200);
  expect((await exchange(issuerUrl, { grant_type: 'refresh_token', refresh_token })).status).toBe(200);
  const again = await browser.open(authorization(issuerUrl, newVerifier()));
  expect(new URL(again.location).searchParams.get('code')).toBeTruthy();
  expect((await signIn({ baseUrl, login: 'A-1001', password })).accessToken).toBeTruthy();
  await after.close();
});
