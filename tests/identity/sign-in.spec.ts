import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { consoleClient, createIssuer, createTokenVerifier, signIn, SignInRefused } from '@anjuan/identity';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { artifactsIn } from '../../libs/identity/src/artifacts.js';
import {
  authorization,
  codeBySigningIn,
  codeExchange,
  exchange,
  formAction,
  loopback,
  newBrowser,
  newVerifier,
} from './browser.js';
import {
  audience,
  holders,
  issuerDatabase,
  own,
  password,
  runIssuer,
  type RunningIssuer,
} from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let accountId: string;

beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool);
  accountId = await issuer.accounts.open('A-1001', password, own);
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
afterEach(() => {
  expect(issuer.errors).toEqual([]);
});

const signInAs = (login: string, secret: string) =>
  signIn({ baseUrl: issuer.baseUrl, login, password: secret });

describe('signing in', () => {
  it('gives an access token for the account, accepted by the verifier with the keys over HTTP', async () => {
    const { accessToken, expiresAt } = await signInAs('A-1001', password);
    const verifier = createTokenVerifier({ issuerUrl: issuer.issuerUrl, audience });
    expect(await verifier.verify(accessToken)).toEqual({
      issuer: issuer.issuerUrl,
      subject: accountId,
      issuedAt: expect.any(Number),
      authTime: expect.any(Number),
      methods: ['pwd'],
      session: expect.any(String),
    });
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
  });

  it('issues a JWT of type at+jwt that says of the person which account, and how and when they signed in', async () => {
    const { accessToken } = await signInAs('A-1001', password);
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    const claims = decodeJwt(accessToken);
    expect(Object.keys(claims).sort()).toEqual([
      'amr',
      'aud',
      'auth_time',
      'client_id',
      'exp',
      'iat',
      'iat_ms',
      'iss',
      'jti',
      'scope',
      'sid',
      'sub',
    ]);
    expect(claims.exp! - claims.iat!).toBe(900);
  });

  it('takes the login in any letter case and width', async () => {
    const { accessToken } = await signInAs(' ａ-1001 ', password);
    expect(decodeJwt(accessToken).sub).toBe(accountId);
  });

  it('takes five requests', async () => {
    const request: string[] = [];
    const counting: typeof fetch = (url, init) => {
      request.push(url instanceof Request ? url.url : url.toString());
      return fetch(url, init);
    };
    await signIn({ baseUrl: issuer.baseUrl, login: 'A-1001', password, fetch: counting });
    expect(request).toHaveLength(5);
  });

  it('signs several people in at once, each as themselves', async () => {
    const ids = await Promise.all(
      ['B-1', 'B-2', 'B-3', 'B-4'].map((login) => issuer.accounts.open(login, password, own)),
    );
    const signedIn = await Promise.all(
      ['B-1', 'B-2', 'B-3', 'B-4'].map((login) => signInAs(login, password)),
    );
    expect(signedIn.map(({ accessToken }) => decodeJwt(accessToken).sub)).toEqual(ids);
  });

  it('does not ask again in the same browser', async () => {
    const browser = newBrowser();
    const verifier = newVerifier();
    await codeBySigningIn(browser, issuer.issuerUrl, { login: 'A-1001', password, verifier });
    const again = await browser.open(authorization(issuer.issuerUrl, verifier));
    expect(new URL(again.location).searchParams.get('code')).toBeTruthy();
  });
});

describe('a wrong password', () => {
  const refusal = async (login: string, secret: string): Promise<SignInRefused> => {
    const error: unknown = await signInAs(login, secret).catch((thrown: unknown) => thrown);
    if (error instanceof SignInRefused) return error;
    throw new Error('the sign-in was not refused; sign in with a wrong password here');
  };

  it('is refused with the same words as an unknown login', async () => {
    await issuer.accounts.open('C-1', password, own);
    const wrong = await refusal('C-1', 'not this one at all');
    const unknown = await refusal('nobody', 'not this one at all');
    expect(wrong.status).toBe(403);
    expect(wrong.message).toBe('账号或密码不正确。 The login or the password is not right.');
    expect([unknown.status, unknown.message]).toEqual([wrong.status, wrong.message]);
  });

  it.each(['C-2', 'no such login'])(
    'locks the login %s for a while after five tries, known or not',
    async (login) => {
      if (login === 'C-2') await issuer.accounts.open(login, password, own);
      const statuses = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7].map(async () => (await refusal(login, 'not this one at all')).status),
      );
      expect(statuses.sort()).toEqual([403, 403, 403, 403, 403, 429, 429]);
      expect((await refusal(login, password)).message).toMatch(/^连续输错次数过多.*Too many wrong tries/);
    },
  );

  it('leaves the form open for the right one, without the password in it', async () => {
    const browser = newBrowser();
    const page = await browser.open(
      (await browser.open(authorization(issuer.issuerUrl, newVerifier()))).location,
    );
    const action = formAction(page.text, issuer.issuerUrl);
    const again = await browser.open(action, { login: '"><script>', password: 'not this one at all' });
    expect(again.text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(again.text).not.toContain('not this one at all');
    const right = await browser.open(formAction(again.text, issuer.issuerUrl), { login: 'A-1001', password });
    expect(right.status).toBe(303);
  });
});

describe('the sign-in page', () => {
  const openPage = async () => {
    const browser = newBrowser();
    const page = await browser.open(
      (await browser.open(authorization(issuer.issuerUrl, newVerifier()))).location,
    );
    return { browser, page };
  };

  it('is Chinese first, labelled, and carries no script and nothing from elsewhere', async () => {
    const { page } = await openPage();
    expect(page.text).toMatch(/<html lang="zh-CN">[\s\S]*登录案卷 <span lang="en">Sign in to Anjuan<\/span>/);
    expect(page.text).toMatch(
      /<label for="login">[\s\S]*id="login"[\s\S]*<label for="password">[\s\S]*id="password"/,
    );
    expect(page.text).not.toMatch(/<script|<link|src=|url\(|@import|https?:/);
  });

  it('forbids scripts and framing, and allows the form to lead back to its client', async () => {
    const { page } = await openPage();
    const csp = page.headers.get('content-security-policy')!;
    expect(csp).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127.0.0.1:51234;/,
    );
    expect(csp).toContain("frame-ancestors 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('takes no form from a browser that did not open it', async () => {
    const { page } = await openPage();
    const stranger = await newBrowser().open(formAction(page.text, issuer.issuerUrl), {
      login: 'A-1001',
      password,
    });
    expect(stranger.status).toBe(400);
    expect(stranger.text).toContain('本次登录已过期');
  });

  it('takes no form of another sign-in of the same browser', async () => {
    const { browser, page } = await openPage();
    const other = await openPage();
    const crossed = await browser.open(formAction(other.page.text, issuer.issuerUrl), {
      login: 'A-1001',
      password,
    });
    expect(page.status).toBe(200);
    expect(crossed.status).toBe(400);
  });

  it('refuses a body far beyond a form, and other methods', async () => {
    const { browser, page } = await openPage();
    const action = formAction(page.text, issuer.issuerUrl);
    expect((await browser.open(action, { login: 'x'.repeat(100_000), password })).status).toBe(413);
    expect((await fetch(action, { method: 'DELETE' })).status).toBe(405);
  });
});

describe('behind a proxy that ends TLS', () => {
  it('cookies are secure, whatever the proxy says', async () => {
    const issuerUrl = 'https://anjuan.example.org/oidc';
    const clients = [consoleClient()];
    const { callback } = await createIssuer({ issuerUrl, pool: database.pool, audience, clients, holders });
    const server = createServer(callback).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const start = await newBrowser().open(authorization(`http://127.0.0.1:${port}/oidc`, newVerifier()));
    server.close().closeAllConnections();
    expect(start.status).toBe(303);
    const cookies = start.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies.filter((cookie) => !/; secure; httponly/i.test(cookie))).toEqual([]);
  });
});

describe('a request that is not as it must be', () => {
  it('without PKCE goes back refused', async () => {
    const url = new URL(authorization(issuer.issuerUrl, newVerifier()));
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const back = new URL((await newBrowser().open(url.href)).location);
    expect(back.origin).toBe('http://127.0.0.1:51234');
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.get('error_description')).toMatch(/PKCE/);
  });

  it.each([
    ['redirect_uri', 'https://elsewhere.example.org/signed-in'],
    ['redirect_uri', 'http://127.0.0.1:51234/elsewhere'],
    ['client_id', 'somebody-else'],
  ])('with an unknown %s %s is shown an error page and led nowhere', async (name, value) => {
    const answer = await newBrowser().open(authorization(issuer.issuerUrl, newVerifier(), { [name]: value }));
    expect(answer.status).toBe(400);
    expect(answer.location).toBe('');
    expect(answer.text).toContain('登录请求有误或已过期');
  });

  it('for another resource is refused', async () => {
    const url = authorization(issuer.issuerUrl, newVerifier(), { resource: 'urn:example:other' });
    const back = new URL((await newBrowser().open(url)).location);
    expect(back.searchParams.get('error')).toBe('invalid_target');
  });

  it('with another code verifier gets no token', async () => {
    const verifier = newVerifier();
    const code = await codeBySigningIn(newBrowser(), issuer.issuerUrl, {
      login: 'A-1001',
      password,
      verifier,
    });
    const answer = await codeExchange(issuer.issuerUrl, code, newVerifier());
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
  });
});

describe('each try to sign in is told of', () => {
  const triesOf = async (work: () => Promise<unknown>) => {
    const before = issuer.tries.length;
    await work().catch(() => undefined);
    return issuer.tries.slice(before);
  };

  it('with what came of it, its account and address, and neither login nor password', async () => {
    const account = await issuer.accounts.open('L-1', password, own);
    const [right] = await triesOf(() => signInAs('L-1', password));
    const [wrong, ...more] = await triesOf(() => signInAs('L-1', 'not this one at all'));
    expect(right).toEqual({ outcome: 'accepted', account, login: expect.any(String), ip: '127.0.0.1' });
    expect(wrong).toEqual({ outcome: 'refused', login: right?.login, ip: '127.0.0.1' });
    expect(more).toEqual([]);
    const [unknown] = await triesOf(() => signInAs('not this one at all', 'not this one at all'));
    expect(unknown?.login).not.toBe(wrong?.login);
    const reported = JSON.stringify([right, wrong, unknown]);
    for (const secret of ['L-1', password, 'not this one at all']) expect(reported).not.toContain(secret);
  });

  it('also while the login is locked, with the right password too', async () => {
    await issuer.accounts.open('L-2', password, own);
    const outcomes = (
      await triesOf(async () => {
        for (let tries = 0; tries < 6; tries += 1)
          await signInAs('L-2', 'not this one at all').catch(() => 0);
        await signInAs('L-2', password);
      })
    ).map(({ outcome }) => outcome);
    expect(outcomes).toEqual([...Array<string>(5).fill('refused'), 'locked', 'locked']);
  });

  it('also with a first password, and with a new one that is not taken', async () => {
    await issuer.accounts.open('L-3', 'first secret of L three');
    const wanting = { baseUrl: issuer.baseUrl, login: 'L-3', password: 'first secret of L three' };
    const [first] = await triesOf(() => signIn(wanting));
    const [unfit] = await triesOf(() => signIn({ ...wanting, newPassword: 'short' }));
    expect([first?.outcome, unfit?.outcome]).toEqual(['first', 'unfit']);
  });
});

describe('codes and refresh tokens', () => {
  const signedIn = async () => {
    const browser = newBrowser();
    const verifier = newVerifier();
    const code = await codeBySigningIn(browser, issuer.issuerUrl, { login: 'A-1001', password, verifier });
    return { browser, code, verifier };
  };
  const refresh = (token: string) =>
    exchange(issuer.issuerUrl, { grant_type: 'refresh_token', refresh_token: token });

  it('a code works once; sent several times at the same moment, what it gave ends', async () => {
    const { code, verifier } = await signedIn();
    const answers = await Promise.all([1, 2, 3].map(() => codeExchange(issuer.issuerUrl, code, verifier)));
    const given = answers.filter(({ status }) => status === 200);
    expect(given.length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(3 - given.length);
    for (const { body } of given)
      expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant');
    expect((await codeExchange(issuer.issuerUrl, code, verifier)).status).toBe(400);
  });

  it('tokens renewed say when and how the person signed in, not when they were renewed', async () => {
    const { code, verifier } = await signedIn();
    const { body } = await codeExchange(issuer.issuerUrl, code, verifier);
    const first = decodeJwt(body.access_token);
    const { amr, auth_time } = decodeJwt((await refresh(body.refresh_token)).body.access_token);
    expect({ amr, auth_time }).toEqual({ amr: ['pwd'], auth_time: first['auth_time'] });
  });

  it('a refresh token is replaced at each use; using an old one ends them all', async () => {
    const { code, verifier } = await signedIn();
    const first = (await codeExchange(issuer.issuerUrl, code, verifier)).body;
    const second = (await refresh(first.refresh_token)).body;
    expect(decodeJwt(second.access_token).sub).toBe(accountId);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant');
    expect((await refresh(second.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('a refresh token used several times at the same moment ends them all', async () => {
    const { code, verifier } = await signedIn();
    const { refresh_token: token } = (await codeExchange(issuer.issuerUrl, code, verifier)).body;
    const answers = await Promise.all([1, 2, 3].map(() => refresh(token)));
    const given = answers.filter(({ status }) => status === 200).map(({ body }) => body.refresh_token);
    expect(given.length).toBeLessThanOrEqual(1);
    for (const one of [token, ...given]) expect((await refresh(one)).body.error).toBe('invalid_grant');
  });

  it('a code or token that another request took a moment ago ends what its grant gave, and no other', async () => {
    const artifacts = artifactsIn(database.pool);
    for (const grantId of ['grant-of-both', 'grant-of-another']) {
      await artifacts('Grant').upsert(grantId, { accountId }, 60);
      await artifacts('RefreshToken').upsert(`token-of-${grantId}`, { grantId }, 60);
    }
    await artifacts('AuthorizationCode').upsert('code', { grantId: 'grant-of-both' }, 60);
    await artifacts('AuthorizationCode').consume('code');
    expect(await artifacts('RefreshToken').find('token-of-grant-of-both')).toBeDefined();
    await expect(artifacts('AuthorizationCode').consume('code')).rejects.toThrow('invalid_grant');
    for (const [model, id] of [
      ['AuthorizationCode', 'code'],
      ['RefreshToken', 'token-of-grant-of-both'],
      // Without it what the other request is about to be given is of no use either.
      ['Grant', 'grant-of-both'],
    ] as const)
      expect(await artifacts(model).find(id)).toBeUndefined();
    expect(await artifacts('RefreshToken').find('token-of-grant-of-another')).toBeDefined();
    expect(await artifacts('Grant').find('grant-of-another')).toBeDefined();
  });

  it('signing out, through our own page, ends the session and its refresh token', async () => {
    const { browser, code, verifier } = await signedIn();
    const tokens = (await codeExchange(issuer.issuerUrl, code, verifier)).body;
    const page = await browser.open(`${issuer.issuerUrl}/session/end`);
    expect(page.text).toContain('退出登录？');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)![1]!;
    const confirmed = await browser.open(`${issuer.issuerUrl}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect((await browser.open(confirmed.location)).text).toContain('已退出登录');
    expect((await refresh(tokens.refresh_token)).body.error).toBe('invalid_grant');
    const next = await browser.open(authorization(issuer.issuerUrl, newVerifier()));
    expect(next.location).toContain('/oidc/interaction/');
  });

  it('a new password ends what the old one began', async () => {
    await issuer.accounts.open('D-1', password, own);
    const browser = newBrowser();
    const verifier = newVerifier();
    const code = await codeBySigningIn(browser, issuer.issuerUrl, { login: 'D-1', password, verifier });
    const tokens = (await codeExchange(issuer.issuerUrl, code, verifier)).body;
    const newPassword = 'another long password';
    const changing = await signIn({ baseUrl: issuer.baseUrl, login: 'D-1', password, newPassword });
    expect(changing.accessToken).toBeTruthy();
    expect((await refresh(tokens.refresh_token)).body.error).toBe('invalid_grant');
    expect((await browser.open(authorization(issuer.issuerUrl, verifier))).location).toContain(
      '/oidc/interaction/',
    );
    await expect(signInAs('D-1', password)).rejects.toThrow(SignInRefused);
    expect((await signInAs('D-1', 'another long password')).accessToken).toBeTruthy();
  });

  it('the redirect carries the code to the port that asked', async () => {
    const browser = newBrowser();
    const url = authorization(issuer.issuerUrl, newVerifier(), {
      redirect_uri: 'http://127.0.0.1:8/signed-in',
    });
    const page = await browser.open((await browser.open(url)).location);
    const resumed = await browser.open(formAction(page.text, issuer.issuerUrl), {
      login: 'A-1001',
      password,
    });
    expect((await browser.open(resumed.location)).location).toMatch(
      /^http:\/\/127\.0\.0\.1:8\/signed-in\?code=/,
    );
    expect(loopback).not.toContain(':8/');
  });
});
