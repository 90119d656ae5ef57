import { type IncomingMessage, type ServerResponse } from 'node:http';
import { errors, type default as Provider } from 'oidc-provider';
import { type Accounts } from './accounts.js';
import { type Bilingual, pageHeaders, problemPage, signInPage } from './pages.js';

const longestBody = 8192;

/** The outcomes of a try are told apart by the status for programs and by the text for people. */
const wrong: Bilingual = { zh: '账号或密码不正确。', en: 'The login or the password is not right.' };

const locked = (until: Date): Bilingual => {
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  return {
    zh: `连续输错次数过多，请在 ${minutes} 分钟后再试。`,
    en: `Too many wrong tries in a row; try again in ${minutes} min.`,
  };
};

const expired: Bilingual = {
  zh: '本次登录已过期或已完成，请返回原页面重新登录。',
  en: 'This sign-in has expired or is finished; go back to where you came from and sign in again.',
};

const send = (res: ServerResponse, status: number, headers: Record<string, string>, body: string) => {
  res.writeHead(status, headers);
  res.end(body);
};

const sendProblem = (res: ServerResponse, status: number, problem: Bilingual) => {
  send(res, status, pageHeaders(), problemPage({ zh: '无法登录', en: 'Sign-in not possible' }, problem));
};

const bodyOf = async (req: IncomingMessage): Promise<URLSearchParams | undefined> => {
  let text = '';
  req.setEncoding('utf8');
  for await (const chunk of req) {
    text += String(chunk);
    if (text.length > longestBody) return undefined;
  }
  return new URLSearchParams(text);
};

const originOf = (uri: unknown): string[] => {
  const origin = typeof uri === 'string' ? URL.parse(uri)?.origin : undefined;
  return origin === undefined || origin === 'null' ? [] : [origin];
};

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The interaction its cookie names, if the address names the same: an address alone opens nothing. */
const interactionOf = async (
  provider: Provider,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Interaction | undefined> => {
  try {
    const interaction = await provider.interactionDetails(req, res);
    const path = (req.url ?? '').split('?')[0];
    return path === `/interaction/${interaction.uid}` ? interaction : undefined;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
};

const tryToSignIn = async (
  { provider, accounts }: { provider: Provider; accounts: Accounts },
  { req, res }: { req: IncomingMessage; res: ServerResponse },
  { action, headers }: { action: string; headers: Record<string, string> },
) => {
  const form = await bodyOf(req);
  if (form === undefined) {
    res.setHeader('Connection', 'close');
    sendProblem(res, 413, { zh: '提交的内容过大。', en: 'What was sent is too large for a sign-in form.' });
    return;
  }
  const login = form.get('login') ?? '';
  const verified = await accounts.verify(login, form.get('password') ?? '');
  if (verified.outcome === 'accepted') {
    const { accountId } = verified;
    // Not remembered beyond the browser's session: desks are shared.
    const result = { login: { accountId, remember: false, amr: ['pwd'] } };
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  } else if (verified.outcome === 'refused') {
    send(res, 403, headers, signInPage({ action, login, problem: wrong }));
  } else {
    const seconds = String(Math.max(1, Math.ceil((verified.until.getTime() - Date.now()) / 1000)));
    const problem = locked(verified.until);
    send(res, 429, { ...headers, 'Retry-After': seconds }, signInPage({ action, login, problem }));
  }
};

/** Answers `GET` and `POST /interaction/<uid>`, the path without the mount point; errors of the database reject. */
export const signInForm =
  (provider: Provider, accounts: Accounts, mountPath: string) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (req.method !== 'GET' && req.method !== 'POST') {
      res.setHeader('Allow', 'GET, POST');
      sendProblem(res, 405, { zh: '不支持此请求方法。', en: 'This page is read and sent as a form only.' });
      return;
    }
    const interaction = await interactionOf(provider, req, res);
    if (interaction === undefined) {
      sendProblem(res, 400, expired);
      return;
    }
    const action = `${mountPath}/interaction/${interaction.uid}`;
    const headers = pageHeaders(originOf(interaction.params['redirect_uri']));
    if (req.method === 'GET') {
      const hint = interaction.params['login_hint'];
      send(res, 200, headers, signInPage({ action, login: typeof hint === 'string' ? hint : '' }));
    } else {
      await tryToSignIn({ provider, accounts }, { req, res }, { action, headers });
    }
  };
