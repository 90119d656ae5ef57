import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type JSONWebKeySet } from 'jose';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { type Pool } from 'pg';
import { type Accounts, createAccounts } from './accounts.js';
import { configuration, type FirstPartyClient } from './configuration.js';
import { issuerKeys, publicPart } from './keys.js';
import { pageHeaders, problemPage } from './pages.js';
import { signInForm } from './sign-in-form.js';

export interface IssuerOptions {
  /** The public address with its mount path, such as `http://127.0.0.1:3000/oidc`; the port must be known. */
  readonly issuerUrl: string;
  /** On a database where `migrate` has run. */
  readonly pool: Pool;
  /** What `aud` of an access token names, such as `anjuan-api`. */
  readonly audience: string;
  readonly clients: readonly FirstPartyClient[];
  /** Told of what went wrong inside the issuer; standard error by default. */
  readonly onError?: (error: unknown) => void;
}

export interface Issuer {
  /** Node handler; takes addresses with or without the mount path, so that it can stand behind a router or alone. */
  readonly callback: (req: IncomingMessage, res: ServerResponse) => void;
  readonly accounts: Accounts;
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

/** An OpenID Connect issuer with its keys, accounts and sessions in the schema `issuer`. Rejects when the database does. */
export const createIssuer = async (options: IssuerOptions): Promise<Issuer> => {
  const { issuerUrl, pool, audience, clients, onError = console.error } = options;
  const url = checkedUrl(issuerUrl);
  const mountPath = url.pathname === '/' ? '' : url.pathname;
  const keys = await issuerKeys(pool);
  const accounts = createAccounts(pool);
  const settings: Configuration = configuration({ pool, keys, accounts, audience, clients, mountPath });
  const provider = new Provider(issuerUrl, settings);
  const behindTls = url.protocol === 'https:';
  provider.proxy = behindTls;
  provider.on('server_error', (_ctx: KoaContextWithOIDC, error: Error) => {
    onError(error);
  });
  const answer = provider.callback();
  const form = signInForm(provider, accounts, mountPath);
  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    // TLS ends at a proxy; our own address is better proof of it than what the proxy may or may not say.
    if (behindTls) req.headers['x-forwarded-proto'] = 'https';
    req.url = withoutMountPath(req.url ?? '/', mountPath);
    await (req.url.startsWith('/interaction/') ? form(req, res) : answer(req, res));
  };
  return {
    accounts,
    jwks: { keys: keys.signing.map(publicPart) },
    callback: (req, res) => {
      handle(req, res).catch((error: unknown) => {
        onError(error);
        sendFailure(res);
      });
    },
  };
};
