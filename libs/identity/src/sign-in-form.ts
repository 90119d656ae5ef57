import { type IncomingMessage, type ServerResponse } from 'node:http';
import { textFault, textFaultSaid, type TextFault } from '@anjuan/law';
import { errors, type default as Provider } from 'oidc-provider';
import { formIn, isForm } from './form-body.js';
import { type Accounts, type FactorOutcome, type Verified } from './accounts.js';
import { canonical } from './fit.js';
import { severalFactors } from './configuration.js';
import { type KnownDevices } from './known-devices.js';
import { type Passkeys } from './passkeys.js';
import { type Looks } from './looks.js';
import { networkOf } from './origin.js';
import { type From, programOf } from './sessions.js';
import { type TryHeard } from './sign-in-try.js';
import { type AsksFor, type Bilingual, pageHeaders, problemPage, signInPage } from './pages.js';

/** Programs distinguish the outcomes of an attempt by the status, people by the text. */
const wrong: Bilingual = { zh: '账号或密码不正确。', en: 'The login or the password is not right.' };

const notAForm: Bilingual = {
  zh: '只接受本页表单以 UTF-8 提交的内容。',
  en: 'Only the form of this page is taken, urlencoded in UTF-8.',
};
const tooLarge: Bilingual = { zh: '提交的内容过大。', en: 'What was sent is too large for a sign-in form.' };
const unreadable: Bilingual = {
  zh: '提交的内容无法读取，请返回原页面重新登录。',
  en: 'What was sent cannot be read; go back to where you came from and sign in again.',
};

/** Copied along with a login, it is seen by nobody. */
const unseenIn = (fault: TextFault): Bilingual => {
  const { zh, en } = textFaultSaid(fault);
  return { zh: `账号${zh}。`, en: `The login: ${en}.` };
};

const locked = (until: Date): Bilingual => {
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  return {
    zh: `连续输错次数过多，请在 ${minutes} 分钟后再试。`,
    en: `Too many wrong tries in a row; try again in ${minutes} min.`,
  };
};

const busy: Bilingual = {
  zh: '登录的人过多，请几秒后再试。',
  en: 'Too many people sign in at the moment; try again in a few seconds.',
};

const first: Bilingual = {
  zh: '这是他人给出的初始密码，不能用于登录；请再次输入，并设置只有您自己知道的新密码。',
  en: 'This is a first password, which somebody else gave: it signs nobody in. Enter it again, with a new password known to you alone.',
};
const firstExpired: Bilingual = {
  zh: '初始密码已过期；请一名管理员将该账号销户，另一名管理员重新开通（管理员本人：在服务器上运行 anjuan admin reset）。',
  en: 'The first password has expired: one administrator closes the account, another opens it anew (for an administrator: anjuan admin reset, on the machine itself).',
};
const codeWanted: Bilingual = {
  zh: '该账号已启用两步验证，请再次输入密码，并输入设备上的验证码或者一个恢复代码，或者使用通行密钥。设备、通行密钥和恢复代码均已丢失的，请一名管理员将该账号销户，另一名管理员重新开通（管理员本人：在服务器上运行 anjuan admin reset）。',
  en: 'This account has a second factor: enter the password again, with the code on your device, a recovery code or your passkey. Where all of them are lost, one administrator closes the account, another opens it anew (for an administrator: anjuan admin reset, on the machine itself).',
};
const codeWrong: Bilingual = {
  zh: '验证码不正确，或者已经用过；设备上每 30 秒换一个新的。',
  en: 'The code is not right, or was used already; the device shows another every 30 s.',
};
const passkeyWrong: Bilingual = {
  zh: '通行密钥未通过核对，或者等待过久；请再次输入密码，再用一次通行密钥。',
  en: 'The passkey was not accepted, or it took too long: enter the password again and use the passkey once more.',
};
const passkeyCloned: Bilingual = {
  zh: '该通行密钥的使用次数少于已记录的，可能已被复制，因此不予登录，并已记录。请改用其他通行密钥、验证码或者恢复代码登录，删除该通行密钥，并告知管理员。',
  en: 'This passkey has counted fewer uses than are recorded: it may have been copied, so it signs nobody in, and that is recorded. Sign in with another passkey, a code or a recovery code, remove this one, and tell an administrator.',
};
const unlike: Bilingual = {
  zh: '两次输入的新密码不一致，请重新输入。',
  en: 'The new password was not entered twice alike; enter it again.',
};

const changedTooOften: Bilingual = {
  zh: '24 小时内至多修改密码 10 次，请明日再改；原密码仍然有效。',
  en: 'A password is changed ten times in 24 hours at most: change it tomorrow. The one you have is still good.',
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

interface Parts {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly passkeys: Passkeys;
  /** Its address. */
  readonly script: string;
  readonly devices: KnownDevices;
  readonly looks: Looks;
  readonly heard: TryHeard;
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly address: string;
}

const always = ['login', 'password'];
/** Sent by this page always, and by older programs never. */
const codeField = 'code';
/** Sent by a page that asks for a passkey. */
const passkeyField = 'passkey';
const anew = ['newPassword', 'newPasswordAgain'];
const isOfThisPage = (form: ReadonlyMap<string, string>): boolean => {
  const fields = [
    ...always,
    ...(anew.some((name) => form.has(name)) ? anew : []),
    ...[codeField, passkeyField].filter((name) => form.has(name)),
  ];
  return form.size === fields.length && fields.every((name) => form.has(name));
};

/** Answers what is no form of this page itself: undefined then. */
const formOf = async ({ req, res }: Exchange): Promise<ReadonlyMap<string, string> | undefined> => {
  if (!isForm(req)) {
    res.setHeader('Connection', 'close');
    sendProblem(res, 415, notAForm);
    return undefined;
  }
  const form = await formIn(req);
  if (form === 'too-large') {
    res.setHeader('Connection', 'close');
    sendProblem(res, 413, tooLarge);
    return undefined;
  }
  if (form !== 'unreadable' && isOfThisPage(form)) return form;
  sendProblem(res, 400, unreadable);
  return undefined;
};

interface Page {
  readonly action: string;
  readonly uid: string;
  /** Where a form may lead to. */
  readonly targets: readonly string[];
}

const secondsUntil = (until: Date): string =>
  String(Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000)));

type Refused = Exclude<Verified, { outcome: 'accepted' }>;

const factorProblems: Readonly<Record<FactorOutcome, Bilingual>> = {
  'code-wanted': codeWanted,
  'code-wrong': codeWrong,
  'passkey-wrong': passkeyWrong,
  'passkey-cloned': passkeyCloned,
};

/** The password was right: the page may say which passkeys the account has. */
const askForFactor = async (
  { passkeys, script }: Pick<Parts, 'passkeys' | 'script'>,
  res: ServerResponse,
  { action, targets, uid, login }: Page & Readonly<{ login: string }>,
  { outcome, accountId }: Extract<Refused, { accountId: string }>,
): Promise<void> => {
  const options = await passkeys.offer(accountId, uid);
  const asked = options && { passkey: { options, script } };
  const page = signInPage({ action, login, problem: factorProblems[outcome], asksFor: 'code', ...asked });
  send(res, 403, pageHeaders(targets, options && script), page);
};

/** The page once more, with what is wrong. */
const showAgain = (
  res: ServerResponse,
  { action, targets }: Page,
  login: string,
  verified: Exclude<Refused, { accountId: string }>,
): void => {
  const headers = pageHeaders(targets);
  const show = (
    status: number,
    problem: Bilingual,
    { more = {}, asksFor }: { more?: Record<string, string>; asksFor?: AsksFor } = {},
  ) => {
    const page = signInPage({ action, login, problem, ...(asksFor && { asksFor }) });
    send(res, status, { ...headers, ...more }, page);
  };
  switch (verified.outcome) {
    case 'refused': {
      const unseen = textFault(login);
      if (!unseen) show(403, wrong);
      else send(res, 403, headers, signInPage({ action, login: '', problem: unseenIn(unseen) }));
      break;
    }
    case 'first':
      show(403, first, { asksFor: 'new-password' });
      break;
    case 'expired':
      show(403, firstExpired);
      break;
    case 'unfit':
      show(422, verified.problem, { asksFor: 'new-password' });
      break;
    case 'changed-too-often':
      show(429, changedTooOften);
      break;
    case 'busy':
      show(503, busy, { more: { 'Retry-After': '2' } });
      break;
    case 'locked':
      show(429, locked(verified.until), { more: { 'Retry-After': secondsUntil(verified.until) } });
  }
};

type Accepted = Extract<Verified, { outcome: 'accepted' }>;

/** Not remembered beyond the browser's session: desks are shared. */
const resultOf = ({ accountId, since, methods }: Accepted, from: From) => {
  const acr = methods.includes('mfa') && { acr: severalFactors };
  // Of now: the browser may go on later, and is no fresher for that.
  const ts = Math.floor(Date.now() / 1000);
  return { login: { accountId, remember: false, ts, amr: [...methods], ...acr }, since, from };
};

const tryToSignIn = async (
  parts: Parts,
  exchange: Exchange,
  { session, ...shown }: Page & { session: string | undefined },
) => {
  const { provider, accounts, devices, looks, heard } = parts;
  const form = await formOf(exchange);
  if (form === undefined) return;
  const { req, res, address } = exchange;
  const typed = (name: string): string => form.get(name) ?? '';
  const [login, password, newPassword] = [typed('login'), typed('password'), typed('newPassword')];
  const tried = { login, ip: address };
  if (newPassword !== typed('newPasswordAgain')) {
    heard(tried, 'unfit');
    showAgain(res, shown, login, { outcome: 'unfit', problem: unlike });
    return;
  }
  const device = devices.known(canonical(login), req.headers.cookie);
  const origin = device === undefined ? { address } : { device };
  const change = newPassword !== '' && { password: newPassword, session };
  const response = typed(passkeyField);
  const factor = {
    code: typed(codeField),
    ...(response !== '' && { passkey: { signIn: shown.uid, response } }),
  };
  const verified = await accounts.verify(login, password, origin, { ...factor, ...change });
  if (verified.outcome !== 'accepted') {
    heard(tried, verified.outcome);
    if ('accountId' in verified) await askForFactor(parts, res, { ...shown, login }, verified);
    else showAgain(res, shown, login, verified);
    return;
  }
  looks.end(networkOf(address));
  res.appendHeader('Set-Cookie', devices.remember(canonical(login)));
  const result = resultOf(verified, { address, program: programOf(req.headers['user-agent']) });
  const next = await provider.interactionResult(req, res, result, { mergeWithLastSubmission: false });
  // A change of the password from now on ends the sign-in just recorded.
  const still = await accounts.isStill(verified);
  heard({ ...tried, account: verified.accountId }, still ? 'accepted' : 'ended');
  if (still) {
    send(res, 303, { Location: next, 'Content-Length': '0' }, '');
    return;
  }
  await (await provider.interactionDetails(req, res)).destroy();
  sendProblem(res, 400, expired);
};

/** Answers `GET` and `POST /interaction/<uid>`, the path without the mount point; errors of the database reject. */
export const signInForm =
  (parts: Parts, mountPath: string) =>
  async (req: IncomingMessage, res: ServerResponse, address: string): Promise<void> => {
    if (req.method !== 'GET' && req.method !== 'POST') {
      res.setHeader('Allow', 'GET, POST');
      sendProblem(res, 405, { zh: '不支持此请求方法。', en: 'This page is read and sent as a form only.' });
      return;
    }
    const interaction = await interactionOf(parts.provider, req, res);
    if (interaction === undefined) {
      sendProblem(res, 400, expired);
      return;
    }
    const action = `${mountPath}/interaction/${interaction.uid}`;
    const targets = originOf(interaction.params['redirect_uri']);
    if (req.method === 'GET') {
      const hint = interaction.params['login_hint'];
      send(
        res,
        200,
        pageHeaders(targets),
        signInPage({ action, login: typeof hint === 'string' ? hint : '' }),
      );
    } else {
      const session = interaction.session?.uid;
      await tryToSignIn(parts, { req, res, address }, { action, uid: interaction.uid, targets, session });
    }
  };
