import { signIn } from '../../libs/identity/src/sign-in.js';
import { authorization, codeExchange, formAction, newBrowser, newVerifier } from '../identity/browser.js';
import {
  administrator,
  adminPassword,
  as,
  openAccount,
  ownPassword,
  registerAgency,
  startApi,
  type Api,
} from '../support/api.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A browser without a screen: follows redirects and keeps cookies by their path. */
const browser = () => {
  const jar = new Map<string, { value: string; path: string }>();
  const cookiesFor = (path: string) =>
    [...jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`);
  const visit = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const { pathname } = new URL(url);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookiesFor(pathname).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = cookie.split('; ');
      const path = rest.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      jar.set(pair.split('=')[0]!, { value: pair.slice(pair.indexOf('=') + 1), path });
    }
    const location = answer.headers.get('location');
    return location === null ? answer : visit(new URL(location, url).href);
  };
  return visit;
};

describe('The API’s page', () => {
  it('leads a stranger to the sign-in page and from there to the description', async () => {
    const visit = browser();
    const page = await visit(`${api.url}/docs`);
    expect(new URL(page.url).pathname).toMatch(/^\/oidc\/interaction\//);
    const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const form = new URLSearchParams({ login: 'admin', password: adminPassword });
    const docs = await visit(new URL(action, page.url).href, form);
    expect(docs.url).toBe(`${api.url}/docs`);
    expect(await docs.text()).toContain('案卷 Anjuan API');
    const description = (await (await visit(`${api.url}/docs/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(description.paths)).toContain('/v1/cases/{caseId}/notice/serve');
  });

  it.each<[string, (person: string, login: string) => Promise<unknown>]>([
    [
      'account was closed',
      async (person) =>
        as(api, await administrator(api))
          .post(`/v1/people/${person}/account/close`, {})
          .expect(204),
    ],
    [
      'password was changed',
      (_, login) =>
        signIn({ baseUrl: api.url, login, password: ownPassword, newPassword: 'quite another one now' }),
    ],
  ])('is shown no more to somebody whose %s, though the cookie lives', async (what, end) => {
    const admin = await administrator(api);
    const agency = await registerAgency(api, admin, `${what.length}区市场监督管理局`);
    const facts = { agency, staffNumber: what, name: '高明' };
    const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
    const login = what.replaceAll(' ', '-');
    await openAccount(api, admin, person, login);
    const visit = browser();
    const page = await visit(`${api.url}/docs`);
    const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const form = new URLSearchParams({ login, password: ownPassword });
    const docs = await visit(new URL(action, page.url).href, form);
    expect(docs.url).toBe(`${api.url}/docs`);
    expect(docs.headers.get('content-security-policy')).toContain("object-src 'none'; base-uri 'none'");
    await end(person, login);
    for (const path of ['/docs', '/docs/openapi.json'])
      expect(new URL((await visit(`${api.url}${path}`)).url).pathname).toMatch(/^\/oidc\/interaction\//);
  });

  it('takes no cookie that the issuer did not sign', async () => {
    const answer = await fetch(`${api.url}/docs/openapi.json`, {
      redirect: 'manual',
      headers: { cookie: 'anjuan-docs=forged' },
    });
    expect(answer.status).toBe(302);
  });
});

it('A token that was asked for without the scope of the API opens nothing of it', async () => {
  const issuer = `${api.url}/oidc`;
  const tokenWith = async (scope: string): Promise<string> => {
    const [browser, verifier] = [newBrowser(), newVerifier()];
    const begun = await browser.open(authorization(issuer, verifier, { scope }));
    const page = await browser.open(begun.location);
    const form = { login: 'admin', password: adminPassword };
    const resumed = await browser.open(formAction(page.text, issuer), form);
    const code = new URL((await browser.open(resumed.location)).location).searchParams.get('code') ?? '';
    return (await codeExchange(issuer, code, verifier)).body.access_token;
  };
  const me = async (scope: string): Promise<Response> =>
    fetch(`${api.url}/v1/me`, { headers: { authorization: `Bearer ${await tokenWith(scope)}` } });
  expect((await me('openid api')).status).toBe(200);
  const refused = await me('openid');
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain('openid api');
});
