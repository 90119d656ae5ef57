import { createHmac } from 'node:crypto';
import { type Accounts, type Verified } from './accounts.js';
import { canonical } from './fit.js';

/** One try to sign in, as a log may have it: what came of it, on which account, from where. Never a password. */
export interface SignInTry {
  /**
   * `ended`: the password was changed by somebody else before the sign-in was written down. `factor-missing`: it was
   * right, and a second factor is to be registered first. `password-wanted`: a passkey whose device did not check who uses it.
   */
  readonly outcome: Verified['outcome'] | 'ended' | 'factor-missing' | 'password-wanted';
  /** The same for the same login, and the login to nobody: people type passwords in its field. */
  readonly login: string;
  readonly account?: string;
  readonly ip: string;
}

/** `of`: the account that was tried, or else the one that has the login, also where the password was wrong. */
export type TryListener = (tried: SignInTry, of: () => Promise<string | undefined>) => void;

export type TryHeard = (
  tried: Readonly<{ login: string; ip: string; account?: string }>,
  outcome: SignInTry['outcome'],
) => void;

interface Parts {
  readonly key: string | undefined;
  readonly find: Accounts['find'];
  readonly hear: TryListener;
}

export const triesHeard = ({ key = '', find, hear }: Parts): TryHeard => {
  const hidden = (login: string): string =>
    createHmac('sha256', key)
      .update(`tried login\n${canonical(login)}`)
      .digest('base64url')
      .slice(0, 22);
  return ({ login, ...tried }, outcome) => {
    const { account } = tried;
    // A passkey alone comes with no login.
    const of = () => (account === undefined ? find(login) : Promise.resolve(account));
    hear({ outcome, login: hidden(login), ...tried }, of);
  };
};
