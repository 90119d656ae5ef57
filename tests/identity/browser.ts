import { createHash, randomBytes } from 'node:crypto';

/** A browser of few lines, for the flows `signIn` does not take. */
export const newBrowser = () => {
  const cookies = new Map<string, string>();
  const open = async (url: string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: location === null ? '' : new URL(location, url).href,
    };
  };
  return { cookies, open };
};

export type Browser = ReturnType<typeof newBrowser>;

export const loopback = 'http://127.0.0.1:51234/signed-in';

export const newVerifier = () => randomBytes(32).toString('base64url');

export const authorization = (issuerUrl: string, verifier: string, changes: Record<string, string> = {}) =>
  `${issuerUrl}/auth?${new URLSearchParams({
    client_id: 'anjuan-console',
    response_type: 'code',
    redirect_uri: loopback,
    scope: 'openid api',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }).toString()}`;

export const formAction = (html: string, issuerUrl: string) =>
  new URL(/action="([^"]+)"/.exec(html)![1]!, issuerUrl).href;

/** Goes through the form to the redirect that carries the code. */
export const codeBySigningIn = async (
  { open }: Browser,
  issuerUrl: string,
  { login, password, verifier }: { login: string; password: string; verifier: string },
) => {
  const page = await open((await open(authorization(issuerUrl, verifier))).location);
  const resumed = await open(formAction(page.text, issuerUrl), { login, password });
  return new URL((await open(resumed.location)).location).searchParams.get('code')!;
};

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly error?: string;
}

export const exchange = async (issuerUrl: string, parameters: Record<string, string>) => {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'anjuan-console', ...parameters }),
  });
  const body = (await response.json()) as TokenAnswer;
  return { status: response.status, body };
};

export const codeExchange = (issuerUrl: string, code: string, verifier: string) =>
  exchange(issuerUrl, {
    grant_type: 'authorization_code',
    redirect_uri: loopback,
    code,
    code_verifier: verifier,
  });
