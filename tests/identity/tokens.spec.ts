import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { createTokenVerifier, IssuerUnreachable, TokenRefused } from '@anjuan/identity';
import {
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  SignJWT,
  UnsecuredJWT,
} from 'jose';

const issuerUrl = 'https://issuer.example.org/oidc';
const audience = 'anjuan-api';
const subject = '3d0a7c1e-5f0e-4d53-9a53-0f1c2b7a9e11';

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let jwks: JSONWebKeySet;

beforeAll(async () => {
  keys = await generateKeyPair('ES256');
  jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
});

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ iss: issuerUrl, aud: audience, sub: subject, iat: now(), exp: now() + 60 });
const header: JWTHeaderParameters = { alg: 'ES256', typ: 'at+jwt', kid: 'k1' };

const token = (
  changes: Record<string, unknown> = {},
  head: Record<string, unknown> = {},
  key = keys.privateKey,
) => new SignJWT({ ...claims(), ...changes }).setProtectedHeader({ ...header, ...head }).sign(key);

const verify = (bearer: string) => createTokenVerifier({ issuerUrl, audience, jwks }).verify(bearer);

const reason = async (bearer: string): Promise<string> => {
  const error: unknown = await verify(bearer).catch((thrown: unknown) => thrown);
  return error instanceof TokenRefused ? error.message : `not refused: ${String(error)}`;
};

it('an access token of the issuer for the audience is accepted', async () => {
  expect(await verify(await token())).toEqual({
    issuer: issuerUrl,
    subject,
    issuedAt: expect.any(Number),
  });
});

describe('how and when somebody signed in', () => {
  const signedIn = async (said: Record<string, unknown>) => verify(await token(said));

  it('is known as far as the token says', async () => {
    const at = now() - 3600;
    expect(await signedIn({ auth_time: at, amr: ['pwd', 'otp'] })).toMatchObject({
      authTime: at,
      methods: ['pwd', 'otp'],
    });
    expect(await signedIn({ auth_time: at })).not.toHaveProperty('methods');
    expect(await signedIn({ amr: ['pwd'] })).not.toHaveProperty('authTime');
  });

  it.each([['1'], [-1], [0.5], [null], [{}], [Infinity]])(
    'is not known by the time %p',
    async (auth_time) => {
      expect(await signedIn({ auth_time })).not.toHaveProperty('authTime');
    },
  );

  it('is not known by a time after the token was issued', async () => {
    expect(await signedIn({ auth_time: now() + 60 })).not.toHaveProperty('authTime');
    const issuedLongAgo = { iat: now() - 3600, auth_time: now() - 60 };
    expect(await signedIn(issuedLongAgo)).not.toHaveProperty('authTime');
  });

  it.each<[unknown]>([
    ['pwd'],
    [[]],
    [['pwd', 1]],
    [['two words']],
    [['']],
    [[`x${'y'.repeat(40)}`]],
    [Array.from({ length: 11 }, (_, n) => `m${String(n)}`)],
  ])('is not known by the methods %p', async (amr) => {
    expect(await signedIn({ amr })).not.toHaveProperty('methods');
  });

  it('is known of a token that is sent again', async () => {
    const [verifier, bearer] = [
      createTokenVerifier({ issuerUrl, audience, jwks }),
      await token({ amr: ['pwd'] }),
    ];
    await verifier.verify(bearer);
    expect(await verifier.verify(bearer)).toMatchObject({ methods: ['pwd'] });
  });
});

describe('is refused, with a reason that may be shown:', () => {
  it('an expired token', async () => {
    expect(await reason(await token({ exp: now() - 6 }))).toMatch(/已过期.*expired/);
  });
  it('a token without expiry', async () => {
    expect(await reason(await token({ exp: undefined }))).toMatch(/no time of expiry/);
  });
  it('a token of another issuer', async () => {
    expect(await reason(await token({ iss: 'https://elsewhere.example.org' }))).toMatch(/another issuer/);
  });
  it('a token for another audience', async () => {
    expect(await reason(await token({ aud: 'other-api' }))).toMatch(/another audience/);
  });
  it.each([undefined, ''])('a token with the subject %p', async (sub) => {
    expect(await reason(await token({ sub }))).toMatch(/names no subject/);
  });
  it.each(['JWT', undefined])('an ID token or other token, of type %p', async (typ) => {
    expect(await reason(await token({}, { typ }))).toMatch(/not an access token/);
  });
  it('a forged token, signed by another key under the same name', async () => {
    const forger = await generateKeyPair('ES256');
    expect(await reason(await token({}, {}, forger.privateKey))).toMatch(/签名无效.*signature/);
  });
  it('a token signed by a key the issuer does not publish', async () => {
    const forger = await generateKeyPair('ES256');
    expect(await reason(await token({}, { kid: 'k2' }, forger.privateKey))).toMatch(/签名无效/);
  });
  it('a token whose content was changed', async () => {
    const [head, body, signature] = (await token()).split('.');
    const other = Buffer.from(JSON.stringify({ ...claims(), sub: 'admin' })).toString('base64url');
    expect(body).not.toBe(other);
    expect(await reason(`${head}.${other}.${signature}`)).toMatch(/签名无效/);
  });
  it('a token with alg none', async () => {
    expect(await reason(new UnsecuredJWT(claims()).encode())).toMatch(/不接受|格式不正确/);
    const head = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const body = Buffer.from(JSON.stringify(claims())).toString('base64url');
    expect(await reason(`${head}.${body}.`)).toMatch(/不接受令牌的签名算法/);
  });
  it('a token signed with the public key as a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
    const forged = await new SignJWT(claims()).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
    expect(await reason(forged)).toMatch(/不接受令牌的签名算法/);
  });
  it.each(['', 'x', 'a.b.c', '..'])('the text %p', async (text) => {
    expect(await reason(text)).toMatch(/格式不正确/);
  });
});

describe('where a scope is demanded', () => {
  const verifier = () => createTokenVerifier({ issuerUrl, audience, jwks, scope: 'api' });

  it('a token that has it among others is accepted', async () => {
    for (const scope of ['api', 'openid api'])
      expect((await verifier().verify(await token({ scope }))).subject).toBe(subject);
  });

  it.each([undefined, '', 'openid', 'apis', 'openid-api', ['api']])(
    'one with the scope %p is refused, also when it is sent again',
    async (scope) => {
      const [strict, bearer] = [verifier(), await token({ scope })];
      await expect(strict.verify(bearer)).rejects.toThrow(/scope "openid api"/);
      await expect(strict.verify(bearer)).rejects.toThrow(TokenRefused);
    },
  );
});

describe('the keys of an issuer elsewhere', () => {
  const discovery = '/.well-known/openid-configuration';
  const serve = async (answers: Record<string, () => unknown>, moved: Record<string, string> = {}) => {
    const requests: string[] = [];
    const server = createServer((req, res) => {
      const path = req.url ?? '';
      requests.push(path);
      const answer = answers[path]?.();
      const location = moved[path];
      if (location !== undefined) res.writeHead(302, { location });
      else res.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify(answer ?? {}));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      url,
      requests,
      close: async () => {
        server.close().closeAllConnections();
        await once(server, 'close');
      },
    };
  };

  it('are found by discovery at the first token, and kept', async () => {
    const server = await serve({
      [discovery]: () => ({ issuer: server.url, jwks_uri: `${server.url}/keys` }),
      '/keys': () => jwks,
    });
    const verifier = createTokenVerifier({ issuerUrl: server.url, audience });
    expect(server.requests).toEqual([]);
    await verifier.verify(await token({ iss: server.url }));
    await verifier.verify(await token({ iss: server.url }));
    expect(server.requests).toEqual([discovery, '/keys']);
    await server.close();
  });

  it('may be given by address', async () => {
    const server = await serve({ '/keys': () => jwks });
    const verifier = createTokenVerifier({ issuerUrl, audience, jwksUri: `${server.url}/keys` });
    expect(await verifier.verify(await token())).toEqual({
      issuer: issuerUrl,
      subject,
      issuedAt: expect.any(Number),
    });
    await server.close();
  });

  it('that cannot be had are no verdict on the token, and are asked for again', async () => {
    let up = false;
    const server = await serve({
      [discovery]: () => (up ? { issuer: server.url, jwks_uri: `${server.url}/keys` } : undefined),
      '/keys': () => jwks,
    });
    const verifier = createTokenVerifier({ issuerUrl: server.url, audience });
    const bearer = await token({ iss: server.url });
    await expect(verifier.verify(bearer)).rejects.toThrow(IssuerUnreachable);
    up = true;
    expect((await verifier.verify(bearer)).subject).toBe(subject);
    await server.close();
  });

  it.each<[string, (url: string) => string | undefined]>([
    ['another issuer', () => issuerUrl],
    ['the same one with a slash more', (url) => `${url}/`],
    ['no issuer', () => undefined],
  ])('are not taken from the discovery document of %s', async (_, issuerOf) => {
    const server = await serve({
      [discovery]: () => ({ issuer: issuerOf(server.url), jwks_uri: `${server.url}/keys` }),
      '/keys': () => jwks,
    });
    const verifier = createTokenVerifier({ issuerUrl: server.url, audience });
    await expect(verifier.verify(await token({ iss: server.url }))).rejects.toThrow(IssuerUnreachable);
    expect(server.requests).toEqual([discovery]);
    await server.close();
  });

  it('are not looked for where a redirect leads', async () => {
    const answers = {
      '/elsewhere': () => ({ issuer: server.url, jwks_uri: `${server.url}/keys` }),
      '/keys': () => jwks,
    };
    const server = await serve(answers, { [discovery]: '/elsewhere', '/moved-keys': '/keys' });
    const bearer = await token({ iss: server.url });
    const verifier = createTokenVerifier({ issuerUrl: server.url, audience });
    await expect(verifier.verify(bearer)).rejects.toThrow(IssuerUnreachable);
    const byAddress = { issuerUrl: server.url, audience, jwksUri: `${server.url}/moved-keys` };
    await expect(createTokenVerifier(byAddress).verify(bearer)).rejects.toThrow(IssuerUnreachable);
    expect(server.requests).toEqual([discovery, '/moved-keys']);
    await server.close();
  });

  it('behind a closed port are no verdict either', async () => {
    const server = await serve({});
    await server.close();
    const verifier = createTokenVerifier({ issuerUrl, audience, jwksUri: `${server.url}/keys` });
    await expect(verifier.verify(await token())).rejects.toThrow(IssuerUnreachable);
  });
});
