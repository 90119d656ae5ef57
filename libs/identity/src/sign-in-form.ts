import { type IncomingMessage, type ServerResponse } from 'node:http';
import { errors, type default as Provider } from 'oidc-provider';
import { type Accounts, type Verified } from './accounts.js';
import { canonical } from './fit.js';
import { severalFactors, wantsSeveralFactors } from './configuration.js';
import { type Enrolment } from './enrolment.js';
import { type KnownDevices } from './known-devices.js';
import { type PasskeyAlone } from './passkey-alone.js';
import { type Passkeys } from './passkeys.js';
import { type Looks } from './looks.js';
import { networkOf } from './origin.js';
import { type From, programOf } from './sessions.js';
import { codeField, formOf, isPasskeyAlone, passkeyField, type SignInFields } from './sign-in-fields.js';
import {
  askForFactor,
  type Page,
  send,
  sendProblem,
  showAgain,
  showFactorFirst,
  showFirst,
} from './sign-in-shown.js';
import { expired, unlike } from './sign-in-texts.js';
import { type TryHeard } from './sign-in-try.js';

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
  readonly passkeyAlone: PasskeyAlone;
  readonly enrolment: Enrolment;
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

type Accepted = Extract<Verified, { outcome: 'accepted' }>;

/** Not remembered beyond the browser's session: desks are shared. */
const resultOf = ({ accountId, since, methods }: Accepted, from: From) => {
  const acr = methods.includes('mfa') && { acr: severalFactors };
  // Of now: the browser may go on later, and is no fresher for that.
  const ts = Math.floor(Date.now() / 1000);
  return { login: { accountId, remember: false, ts, amr: [...methods], ...acr }, since, from };
};

type ThisSignIn = Page & Readonly<{ session: string | undefined; wanted: boolean }>;
type Tried = Readonly<{ login: string; verified: Verified }>;

const byPassword = async (
  { accounts, devices }: Parts,
  { req, address }: Exchange,
  { uid, session, wanted }: ThisSignIn,
  { form, factorShown = false }: Readonly<{ form: SignInFields; factorShown?: boolean }>,
): Promise<Tried> => {
  const typed = (name: string): string => form.get(name) ?? '';
  const [login, password, newPassword] = [typed('login'), typed('password'), typed('newPassword')];
  if (newPassword !== typed('newPasswordAgain'))
    return { login, verified: { outcome: 'unfit', problem: unlike } };
  const device = devices.known(canonical(login), req.headers.cookie);
  const origin = device === undefined ? { address } : { device };
  const change = newPassword !== '' && { password: newPassword, session };
  const response = typed(passkeyField);
  const factor = {
    code: typed(codeField),
    ...(response !== '' && { passkey: { signIn: uid, response } }),
  };
  const of = { wanted, factorShown };
  return { login, verified: await accounts.verify(login, password, origin, { ...factor, ...change, ...of }) };
};

const finish = async (
  { provider, accounts, devices, looks, heard }: Parts,
  { req, res, address }: Exchange,
  login: string,
  signedIn: Accepted,
): Promise<void> => {
  looks.end(networkOf(address));
  res.appendHeader('Set-Cookie', devices.remember(canonical(login)));
  const result = resultOf(signedIn, { address, program: programOf(req.headers['user-agent']) });
  const next = await provider.interactionResult(req, res, result, { mergeWithLastSubmission: false });
  // A change of the password from now on ends the sign-in just recorded.
  const still = await accounts.isStill(signedIn);
  heard({ login, ip: address, account: signedIn.accountId }, still ? 'accepted' : 'ended');
  if (still) {
    send(res, 303, { Location: next, 'Content-Length': '0' }, '');
    return;
  }
  await (await provider.interactionDetails(req, res)).destroy();
  sendProblem(res, 400, expired);
};

const byPasskeyAlone = async (
  parts: Parts,
  exchange: Exchange,
  page: ThisSignIn,
  response: string,
): Promise<void> => {
  const found = await parts.passkeyAlone.verified({ signIn: page.uid, response });
  if ('accepted' in found) {
    await finish(parts, exchange, found.login, found.accepted);
    return;
  }
  const { outcome, account } = found;
  parts.heard({ login: '', ip: exchange.address, ...(account !== undefined && { account }) }, outcome);
  await showFirst(parts, exchange.res, page, { refused: outcome });
};

type OfLogin = ThisSignIn & Readonly<{ login: string }>;

const refuse = async (
  parts: Parts,
  { res, address }: Exchange,
  { login, ...page }: OfLogin,
  verified: Exclude<Verified, Accepted>,
): Promise<void> => {
  parts.heard({ login, ip: address }, verified.outcome);
  if ('accountId' in verified) await askForFactor(parts, res, { ...page, login }, verified);
  else showAgain(res, page, login, verified);
};

/** With the new password that waited, if there is one: the factor was registered with this very form. */
const goOn = async (
  parts: Parts,
  exchange: Exchange,
  page: OfLogin,
  { form, signedIn }: Readonly<{ form: SignInFields; signedIn: Accepted }>,
): Promise<void> => {
  if (!signedIn.passwordWaits) {
    await finish(parts, exchange, page.login, signedIn);
    return;
  }
  const { verified } = await byPassword(parts, exchange, page, { form, factorShown: true });
  if (verified.outcome !== 'accepted') await refuse(parts, exchange, page, verified);
  else await finish(parts, exchange, page.login, { ...verified, methods: signedIn.methods });
};

const tryToSignIn = async (parts: Parts, exchange: Exchange, page: ThisSignIn): Promise<void> => {
  const { req, res, address } = exchange;
  const form = await formOf(req, res);
  if (form === undefined) return;
  if (isPasskeyAlone(form)) {
    await byPasskeyAlone(parts, exchange, page, form.get(passkeyField) ?? '');
    return;
  }
  const { login, verified } = await byPassword(parts, exchange, page, { form });
  const tried = { login, ip: address };
  if (verified.outcome !== 'accepted') {
    await refuse(parts, exchange, { ...page, login }, verified);
    return;
  }
  const { uid, wanted, action: returnTo } = page;
  const of = { uid, login, code: form.get(codeField) ?? '', wanted, returnTo };
  const found = await parts.enrolment.before(verified, of);
  if ('signedIn' in found) {
    await goOn(parts, exchange, { ...page, login }, { form, signedIn: found.signedIn });
    return;
  }
  parts.heard({ ...tried, account: verified.accountId }, 'factor-missing');
  showFactorFirst(res, { ...page, login }, { ...found, passwordWaits: verified.passwordWaits ?? false });
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
    const { uid, params, session } = interaction;
    const action = `${mountPath}/interaction/${uid}`;
    const page = { action, uid, targets: originOf(params['redirect_uri']) };
    if (req.method === 'GET') {
      const hint = params['login_hint'];
      await showFirst(parts, res, page, typeof hint === 'string' ? { login: hint } : {});
      return;
    }
    const wanted = wantsSeveralFactors(params);
    await tryToSignIn(parts, { req, res, address }, { ...page, wanted, session: session?.uid });
  };
