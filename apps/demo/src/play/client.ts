/** HTTP with one signed-in session a person; tokens run out by the real clock and are renewed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Capacity } from '@anjuan/case';
import { signIn, type SignedIn } from '@anjuan/identity';

export type Account = Readonly<{ login: string; password: string }>;

export type Call = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  capacity?: Capacity;
  /** Idempotency-Key; the same for every repetition of the request. */
  key?: string;
  /** The case's revision; becomes If-Match. */
  revision?: number;
  /** JSON, unless `file` is given. */
  body?: unknown;
  file?: Uint8Array<ArrayBuffer>;
}>;
export type Answer = Readonly<{ status: number; body: unknown }>;

/** The server does not answer, or answers with what no client can work with. */
export class ServerUnusable extends Error {
  override readonly name = 'ServerUnusable';
}

export type Client = Readonly<{
  /** Any status; after 503 it is sent again with the same key, an expired token is renewed. Throws ServerUnusable. */
  ask: (as: Account, call: Call) => Promise<Answer>;
  /** Signs in for the first time, with a password of one's own in place of the first one. */
  activate: (first: Account, password: string) => Promise<Account>;
}>;

const renewBefore = 30_000;
const tries = 5;

const headersOf = ({ capacity, key, revision, body, file }: Call, token: string) => ({
  authorization: `Bearer ${token}`,
  ...(capacity && { 'acting-capacity': capacity }),
  ...(key !== undefined && { 'idempotency-key': key }),
  ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  ...(file
    ? { 'content-type': 'text/plain; charset=utf-8' }
    : body !== undefined && { 'content-type': 'application/json' }),
});

const contentOf = ({ body, file }: Call): { body?: string | Uint8Array<ArrayBuffer> } => {
  if (file) return { body: file };
  return body === undefined ? {} : { body: JSON.stringify(body) };
};

const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ServerUnusable(
      `服务应答不是 JSON：${text.slice(0, 120)}；the server answered ${response.status} without JSON: is this the API?`,
    );
  }
};

const reach = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new ServerUnusable(`服务没有应答 ${url}；the server does not answer: start it and try again`, {
      cause: error,
    });
  }
};

/** A client of the API at `baseUrl`. */
export const createClient = (baseUrl: string): Client => {
  const sessions = new Map<string, Promise<SignedIn>>();

  const open = (account: Account, newPassword?: string): Promise<SignedIn> => {
    const session = signIn({ baseUrl, ...account, newPassword });
    sessions.set(account.login, session);
    return session;
  };
  const tokenOf = async (account: Account): Promise<string> => {
    const held = await (sessions.get(account.login) ?? open(account));
    const lasting = held.expiresAt.getTime() - renewBefore > Date.now();
    return (lasting ? held : await open(account)).accessToken;
  };

  const once = async (as: Account, call: Call): Promise<Response> => {
    const headers = headersOf(call, await tokenOf(as));
    return reach(`${baseUrl}${call.path}`, { method: call.method, headers, ...contentOf(call) });
  };

  const ask = async (as: Account, call: Call, left = tries): Promise<Answer> => {
    const response = await once(as, call);
    const again = left > 1 && (response.status === 503 || (response.status === 401 && left === tries));
    if (!again) return { status: response.status, body: await readBody(response) };
    await response.body?.cancel();
    if (response.status === 401) sessions.delete(as.login);
    else await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
    return ask(as, call, left - 1);
  };
  const activate = async (first: Account, password: string): Promise<Account> => {
    await open(first, password);
    return { login: first.login, password };
  };
  return { ask: (as, call) => ask(as, call), activate };
};
