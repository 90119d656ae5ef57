/**
 * Who has to have a second factor and has none registers one before anything else. Until then they are not signed in:
 * no session and no token of theirs exists that could be used for something else, or stolen. As with everything on the
 * page, login and password come with each request.
 */
import { type Accounts, type Verified } from './accounts.js';
import { builtInIssuer } from './built-in-issuer.js';
import { type FactorResets } from './factor-resets.js';
import { type Holders } from './holders.js';
import { type ToRegister } from './pages.js';
import { type Passkeys } from './passkeys.js';
import { canonicalCode, type SecondFactors } from './second-factor.js';

type Accepted = Extract<Verified, { outcome: 'accepted' }>;

/** `wanted`: the client asks for a second factor; `returnTo`: the page of this sign-in. */
type SignInOf = Readonly<{ uid: string; login: string; code: string; wanted: boolean; returnTo: string }>;

/** `reset-code`: two people have taken back the factors there were, and a one-time code is wanted before there is another. */
type Wanted =
  Readonly<{ first: ToRegister; wrongCode: boolean }> | Readonly<{ first: 'reset-code'; wrongCode: boolean }>;

export interface Enrolment {
  /** The sign-in, where nothing is to be registered or a first code of the device came with it; else what to show. */
  before(accepted: Accepted, of: SignInOf): Promise<Readonly<{ signedIn: Accepted }> | Wanted>;
}

type Parts = Readonly<{
  holders: Holders;
  accounts: Accounts;
  factors: SecondFactors;
  passkeys: Passkeys;
  resets: FactorResets;
  issuerUrl: string;
}>;

/** The registry does not take it down: then it does not take effect either. */
class NotRecorded extends Error {}

const firstName = '登录时登记 · at sign-in';

export const enrolments = ({ holders, accounts, factors, passkeys, resets, issuerUrl }: Parts): Enrolment => {
  const signInOf = (account: string) =>
    ({ issuer: builtInIssuer, account, methods: ['pwd'], at: new Date().toISOString() }) as const;
  const confirmed = async (account: string, { code, uid }: SignInOf): Promise<boolean> => {
    const record = async () => {
      const of = { at: new Date(), signIn: signInOf(account) };
      if (!(await holders.factorRegistered(account, of))) throw new NotRecorded();
    };
    try {
      return await factors.confirm(account, code, record, uid);
    } catch (error) {
      if (error instanceof NotRecorded) return false;
      throw error;
    }
  };
  const passkeyFor = async ({ accountId, since }: Accepted, { login, returnTo }: SignInOf) => {
    const of = { accountId, login, name: firstName, signIn: signInOf(accountId), since, returnTo };
    const begun = await passkeys.begin(of);
    return typeof begun === 'string' ? {} : { passkeyPage: `${issuerUrl}/passkey/${begun.ticket}` };
  };
  /** What was begun stays good while its codes are typed: the device has its secret already. */
  const deviceFor = async ({ accountId, since }: Accepted, { login, code, uid }: SignInOf) => {
    const uri = code === '' ? undefined : await factors.begun(accountId, login, uid);
    if (uri !== undefined) return { uri, recoveryCodes: [] };
    const begun = await factors.begin(accountId, login, { since, signIn: uid });
    return typeof begun === 'string' ? undefined : begun;
  };
  /** The page that registers one, or has the sign-in go on with the first code. */
  const registering = async (accepted: Accepted, of: SignInOf) => {
    const { accountId, methods, since } = accepted;
    if (of.code !== '' && (await confirmed(accountId, of)))
      return { signedIn: { ...accepted, methods: [...methods, 'otp', 'mfa'] } };
    // A password changed meanwhile shows no secret to who knew the old one.
    const device = (await accounts.isStill({ accountId, since })) ? await deviceFor(accepted, of) : undefined;
    const passkey = device ? await passkeyFor(accepted, of) : {};
    return { first: { ...(device && { device }), ...passkey }, wrongCode: of.code !== '' };
  };
  return {
    before: async (accepted, of) => {
      const { accountId, methods } = accepted;
      if (methods.includes('mfa')) return { signedIn: accepted };
      if (await resets.wants(accountId, of.uid)) {
        const code = canonicalCode(of.code);
        const right = code !== '' && (await resets.opens(accountId, { code, signIn: of.uid }));
        if (right) return registering(accepted, { ...of, code: '' });
        return { first: 'reset-code', wrongCode: code !== '' };
      }
      const demanded = await holders.demandsFactor(accountId, of.wanted);
      return demanded || (await resets.opened(accountId, of.uid))
        ? registering(accepted, of)
        : { signedIn: accepted };
    },
  };
};
