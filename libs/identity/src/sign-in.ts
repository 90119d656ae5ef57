import { createHash, randomBytes } from 'node:crypto';
import { type FirstPartyClient } from './configuration.js';

/** Registered for programs on the same machine; nothing listens there, the code is read from the redirect. */
const loopbackRedirect = 'http://127.0.0.1/signed-in';
const consoleId = 'anjuan-console';

/** The console, and the programs that sign in as it does. Leave the loopback out where no such program is wanted. */
export const consoleClient = ({
  redirectUris = [],
  loopback = true,
}: { redirectUris?: readonly string[]; loopback?: boolean } = {}): FirstPartyClient => ({
  id: consoleId,
  name: '案卷控制台 Anjuan console',
  redirectUris: [...redirectUris, ...(loopback ? [loopbackRedirect] : [])],
});

export interface SignInOptions {
  /** Where the API answers, such as `http://127.0.0.1:3000`; the issuer is under `/oidc` there. */
  readonly baseUrl: string;
  readonly login: string;
  readonly password: string;
  /** Takes the place of `password`; a first password signs nobody in without one. */
  readonly newPassword?: string | undefined;
  /** Of the second factor, where the account has one. */
  readonly code?: string | undefined;
  readonly fetch?: typeof globalThis.fetch;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly expiresAt: Date;
}

/**
 * The issuer refused: wrong password or a first one alone (403), a new one that is unfit (422), too many tries (429), or
 * a flow that did not go as it must.
 */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Requests as a browser makes them, one after the other: cookies kept, redirects returned instead of followed. */
const browser = (fetch: typeof globalThis.fetch) => {
  const cookies = new Map<string, string>();
  const keep = (header: string) => {
    const [pair = ''] = header.split(';');
    const split = pair.indexOf('=');
    const value = pair.slice(split + 1);
    if (value === '') cookies.delete(pair.slice(0, split));
    else cookies.set(pair.slice(0, split), value);
  };
  return async (url: URL, form?: Record<string, string>) => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie !== '' && { cookie }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    response.headers.getSetCookie().forEach(keep);
    const text = await response.text();
    const location = response.headers.get('location');
    return {
      status: response.status,
      text,
      location: location === null ? undefined : new URL(location, url),
    };
  };
};

type Answer = Awaited<ReturnType<ReturnType<typeof browser>>>;

const redirectOf = ({ status, text, location }: Answer): URL => {
  if (location !== undefined) return location;
  const alert = /<p role="alert"[^>]*>([\s\S]*?)<\/p>/.exec(text)?.[1];
  throw new SignInRefused(status, textOf(alert ?? `登录服务应答 ${status}。The issuer answered ${status}.`));
};

const formAction = (html: string): string => {
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  if (action === undefined) {
    throw new SignInRefused(500, '登录页没有表单。The sign-in page has no form; is this address the issuer?');
  }
  return action;
};

const codeOf = (redirect: URL, state: string): string => {
  const code = redirect.searchParams.get('code');
  if (code === null || redirect.searchParams.get('state') !== state) {
    const said =
      redirect.searchParams.get('error_description') ?? redirect.searchParams.get('error') ?? 'no code';
    throw new SignInRefused(400, `登录未完成。The sign-in did not end with a code: ${said}.`);
  }
  return code;
};

const decodeTokens = (text: string): SignedIn => {
  const body: unknown = JSON.parse(text);
  if (
    typeof body !== 'object' ||
    body === null ||
    !('access_token' in body && 'expires_in' in body) ||
    typeof body.access_token !== 'string' ||
    typeof body.expires_in !== 'number'
  ) {
    throw new SignInRefused(
      400,
      `登录服务未给出令牌。The issuer gave no access token: ${text.slice(0, 200)}`,
    );
  }
  return { accessToken: body.access_token, expiresAt: new Date(Date.now() + body.expires_in * 1000) };
};

/**
 * The authorization code flow with PKCE over HTTP, form and cookies included: five requests.
 * Throws `SignInRefused` with the text of the page.
 */
export const signIn = async (options: SignInOptions): Promise<SignedIn> => {
  const { baseUrl, login, password, newPassword, code: ofFactor, fetch = globalThis.fetch } = options;
  const open = browser(fetch);
  const issuer = `${baseUrl.replace(/\/$/, '')}/oidc`;
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: consoleId,
    response_type: 'code',
    redirect_uri: loopbackRedirect,
    scope: 'openid api',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const more = {
    ...(newPassword !== undefined && { newPassword, newPasswordAgain: newPassword }),
    ...(ofFactor !== undefined && { code: ofFactor }),
  };
  const page = redirectOf(await open(start));
  const action = new URL(formAction((await open(page)).text), page);
  const resume = redirectOf(await open(action, { login, password, ...more }));
  const code = codeOf(redirectOf(await open(resume)), state);
  const answer = await open(new URL(`${issuer}/token`), {
    grant_type: 'authorization_code',
    client_id: consoleId,
    redirect_uri: loopbackRedirect,
    code,
    code_verifier: verifier,
  });
  return decodeTokens(answer.text);
};
