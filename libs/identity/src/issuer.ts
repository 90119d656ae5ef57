import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type JSONWebKeySet } from 'jose';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { type Pool } from 'pg';
import { type Accounts, createAccounts } from './accounts.js';
import { configuration, type FirstPartyClient } from './configuration.js';
import { enrolments } from './enrolment.js';
import { issuerKeys, publicPart } from './keys.js';
import { pageHeaders, problemPage } from './pages.js';
import { type Holders } from './holders.js';
import { knownDevices } from './known-devices.js';
import { Looks } from './looks.js';
import { networkOf } from './origin.js';
import { factorResetsIn, type FactorResets } from './factor-resets.js';
import { factorsOf } from './factors.js';
import { passkeyAlone } from './passkey-alone.js';
import { passkeyPage } from './passkey-page.js';
import { scriptPath } from './passkey-script.js';
import { passkeysIn, type Passkeys } from './passkeys.js';
import { isAnswered } from './routes.js';
import { secondFactorsIn, type SecondFactors } from './second-factor.js';
import { renamesSessions } from './session-renamed.js';
import { type Sessions, sessionsIn } from './sessions.js';
import { signInForm } from './sign-in-form.js';
import { relyingPartyAt } from './webauthn.js';
import { triesHeard, type TryHeard, type TryListener } from './sign-in-try.js';

export interface IssuerOptions {
  /** The public address with its mount path, such as `http://127.0.0.1:3000/oidc`; the port must be known. */
  readonly issuerUrl: string;
  /** On a database where `migrate` has run. */
  readonly pool: Pool;
  /** What `aud` of an access token names, such as `anjuan-api`. */
  readonly audience: string;
  readonly clients: readonly FirstPartyClient[];
  /** The caller's network address; by default the other end of the connection. */
  readonly addressOf?: (req: IncomingMessage) => string;
  readonly holders: Holders;
  /** Called for each sign-in attempt, one after the other. */
  readonly onTry?: TryListener;
  /** Called with an error inside the issuer; standard error by default. */
  readonly onError?: (error: unknown) => void;
}

export interface Issuer {
  /** Node handler; takes addresses with or without the mount path, so that it can stand behind a router or alone. */
  readonly callback: (req: IncomingMessage, res: ServerResponse) => void;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly factors: SecondFactors;
  readonly passkeys: Passkeys;
  readonly resets: FactorResets;
  /** Tells `onTry` of a password that was tried elsewhere than on the page, and was wrong. */
  readonly heard: TryHeard;
  /** The public keys, for a verifier in the same process. */
  readonly jwks: JSONWebKeySet;
}

const checkedUrl = (issuerUrl: string): URL => {
  const url = URL.parse(issuerUrl);
  const plain = url !== null && url.search === '' && url.hash === '' && !issuerUrl.endsWith('/');
  if (!plain || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(
      `The issuer's address "${issuerUrl}" is no http(s) address without query, fragment and slash at its end; give one such as http://127.0.0.1:3000/oidc.`,
    );
  }
  return url;
};

const withoutMountPath = (url: string, mountPath: string): string =>
  mountPath !== '' && url.startsWith(`${mountPath}/`) ? url.slice(mountPath.length) : url;

const saidByProxies = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-ssl',
];

/** Addresses and cookies are made of our own address alone, whatever a caller or a proxy says of it. */
const addressedTo = ({ host, protocol }: URL, req: IncomingMessage): void => {
  for (const name of saidByProxies) Reflect.deleteProperty(req.headers, name);
  req.headers.host = host;
  req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
};

const ofPasskeys = /^\/passkey[./]/;
/** These leave a row for each stranger. */
const beginsASignIn = /^\/(auth|session\/end)(\?|$)/;

const hasRoom = (res: ServerResponse, seconds: number): boolean => {
  if (seconds === 0) return true;
  res.writeHead(429, { ...pageHeaders(), 'Retry-After': String(seconds) });
  res.end(
    problemPage(
      { zh: '请稍候', en: 'Please wait' },
      {
        zh: `登录请求过多，请 ${seconds} 秒后重试。`,
        en: `Too many sign-ins were begun; try again in ${seconds} s.`,
      },
    ),
  );
  return false;
};

const sendFailure = (res: ServerResponse) => {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.writeHead(500, pageHeaders());
  res.end(
    problemPage(
      { zh: '无法登录', en: 'Sign-in not possible' },
      { zh: '系统出错，请稍后重试。', en: 'Something failed on our side; try again later.' },
    ),
  );
};

/** The library has a list of its own in the discovery document. */
const saysHowItAnswers = async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
  await next();
  if (ctx.path.startsWith('/.well-known/') && typeof ctx.body === 'object')
    ctx.body = { ...ctx.body, response_modes_supported: ['query'] };
};

/** Tokens made while a new password was being set are handed to nobody: see signed-out.ts. */
const onlyOfThePassword =
  (accounts: Accounts) =>
  async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const { body } = ctx;
    if (typeof body !== 'object' || body === null || !('access_token' in body)) return;
    const { Account: account } = ctx.oidc.entities;
    const since = account?.['since'];
    if (account && typeof since === 'string' && (await accounts.isStill({ ...account, since }))) return;
    ctx.status = 400;
    ctx.body = { error: 'invalid_grant', error_description: 'signed out meanwhile; sign in again' };
  };

/** An OpenID Connect issuer with its keys, accounts and sessions in the schema `issuer`. Rejects when the database does. */
export const createIssuer = async (options: IssuerOptions): Promise<Issuer> => {
  const { issuerUrl, pool, audience, clients, holders, onError = console.error } = options;
  const { onTry = () => undefined } = options;
  const { addressOf = (req: IncomingMessage) => req.socket.remoteAddress ?? '' } = options;
  const url = checkedUrl(issuerUrl);
  const mountPath = url.pathname === '/' ? '' : url.pathname;
  const keys = await issuerKeys(pool);
  const factors = secondFactorsIn(pool, keys.cookies, relyingPartyAt(url));
  const passkeys = passkeysIn(pool, relyingPartyAt(url));
  const resets = factorResetsIn(pool);
  const accounts = createAccounts(pool, holders, factorsOf(pool, { device: factors, passkeys }), resets);
  const behindTls = url.protocol === 'https:';
  const settings: Configuration = configuration({
    pool,
    keys,
    accounts,
    audience,
    clients,
    mountPath,
    behindTls,
  });
  const provider = new Provider(issuerUrl, settings);
  // TLS ends at a proxy: what `addressedTo` says is believed.
  provider.proxy = behindTls;
  renamesSessions(provider, pool);
  provider.on('server_error', (_ctx: KoaContextWithOIDC, error: Error) => {
    onError(error);
  });
  provider.use(saysHowItAnswers);
  provider.use(onlyOfThePassword(accounts));
  const answer = provider.callback();
  const looks = new Looks();
  const devices = knownDevices(keys.cookies, behindTls);
  const heard = triesHeard({ key: keys.cookies[0], find: (login) => accounts.find(login), hear: onTry });
  const script = `${issuerUrl}${scriptPath}`;
  const enrolment = enrolments({ holders, accounts, factors, passkeys, resets, issuerUrl });
  const alone = passkeyAlone(pool, { holders, passkeys });
  const form = signInForm(
    { provider, accounts, passkeys, passkeyAlone: alone, enrolment, devices, looks, heard, script },
    mountPath,
  );
  const register = passkeyPage({ passkeys, holders, issuerUrl, mountPath });
  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    const address = addressOf(req);
    addressedTo(url, req);
    req.url = withoutMountPath(req.url ?? '/', mountPath);
    if (await isAnswered(req, res, mountPath)) return;
    if (req.url.startsWith('/interaction/')) await form(req, res, address);
    else if (ofPasskeys.test(req.url)) await register(req, res);
    else if (beginsASignIn.test(req.url) && !hasRoom(res, looks.begin(networkOf(address)))) return;
    else await answer(req, res);
  };
  return {
    accounts,
    sessions: sessionsIn(pool),
    factors,
    passkeys,
    resets,
    heard,
    jwks: { keys: keys.signing.map(publicPart) },
    callback: (req, res) => {
      handle(req, res).catch((error: unknown) => {
        onError(error);
        sendFailure(res);
      });
    },
  };
};
