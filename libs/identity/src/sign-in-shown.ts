/** What the page of the sign-in shows, and with which status. */
import { type ServerResponse } from 'node:http';
import { textFault } from '@anjuan/law';
import { type FactorOutcome, type Verified } from './accounts.js';
import { joined } from './fit.js';
import {
  type AsksFor,
  type Bilingual,
  factorFirstPage,
  pageHeaders,
  problemPage,
  signInPage,
  type ToRegister,
} from './pages.js';
import { type AloneRefused, type PasskeyAlone } from './passkey-alone.js';
import { type Passkeys } from './passkeys.js';
import {
  busy,
  changedTooOften,
  codeWanted,
  codeWrong,
  factorFirst,
  first,
  firstCodeWrong,
  firstExpired,
  locked,
  passkeyCloned,
  passkeyUnverified,
  passkeyWrong,
  passwordKept,
  resetCodeWanted,
  resetCodeWrong,
  unseenIn,
  wrong,
} from './sign-in-texts.js';

export const send = (res: ServerResponse, status: number, headers: Record<string, string>, body: string) => {
  res.writeHead(status, headers);
  res.end(body);
};

export const sendProblem = (res: ServerResponse, status: number, problem: Bilingual) => {
  send(res, status, pageHeaders(), problemPage({ zh: '无法登录', en: 'Sign-in not possible' }, problem));
};

/** Of one sign-in. */
export interface Page {
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
export const askForFactor = async (
  { passkeys, script }: Readonly<{ passkeys: Passkeys; script: string }>,
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
export const showAgain = (
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

const aloneProblems: Readonly<Record<AloneRefused['outcome'], Bilingual>> = {
  'passkey-wrong': passkeyWrong,
  'passkey-cloned': passkeyCloned,
  'password-wanted': passkeyUnverified,
};

/**
 * As it is opened first: the login that the client named, and a passkey in place of the password. Whoever was refused with
 * one sees the same, and learns nothing of an account.
 */
export const showFirst = async (
  { passkeyAlone, script }: Readonly<{ passkeyAlone: PasskeyAlone; script: string }>,
  res: ServerResponse,
  { action, targets, uid }: Page,
  { login = '', refused }: Readonly<{ login?: string; refused?: AloneRefused['outcome'] }>,
): Promise<void> => {
  const options = await passkeyAlone.offer(uid);
  const asked = options && { passkeyAlone: { options, script } };
  const problem = refused && { problem: aloneProblems[refused] };
  const status = refused === undefined ? 200 : 403;
  send(
    res,
    status,
    pageHeaders(targets, asked && script),
    signInPage({ action, login, ...problem, ...asked }),
  );
};

type FactorFirst = Readonly<{
  first: ToRegister | 'reset-code';
  wrongCode: boolean;
  passwordWaits: boolean;
}>;

/** The password was right, and nobody is signed in before the second factor is registered. */
export const showFactorFirst = (
  res: ServerResponse,
  { action, targets, login }: Page & Readonly<{ login: string }>,
  { first: toRegister, wrongCode, passwordWaits }: FactorFirst,
): void => {
  const said = (problem: Bilingual): Bilingual => (passwordWaits ? joined([problem, passwordKept]) : problem);
  if (toRegister === 'reset-code') {
    const problem = said(wrongCode ? resetCodeWrong : resetCodeWanted);
    send(res, 403, pageHeaders(targets), signInPage({ action, login, problem, asksFor: 'code' }));
    return;
  }
  const problem = said(wrongCode ? firstCodeWrong : factorFirst);
  send(res, 403, pageHeaders(targets), factorFirstPage({ action, login, problem }, toRegister));
};
