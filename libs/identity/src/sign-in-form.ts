import { type IncomingMessage, type ServerResponse } from 'node:http';
import { textFault } from '@anjuan/law';
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

import {
  busy,
  changedTooOften,
  codeWanted,
  codeWrong,
  expired,
  first,
  firstExpired,
  locked,
  notAForm,
  passkeyCloned,
  passkeyWrong,
  tooLarge,
  unlike,
  unreadable,
  unseenIn,
  wrong,
} from './sign-in-texts.js';

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
