import { type Pool } from 'pg';
import { AccountRefused } from './account-refused.js';
import { check } from './checked-password.js';
import { canonical, fitLogin, fitPassword, isEndless } from './fit.js';
import { HashingBusy } from './hashing.js';
import { type Holders, nobody } from './holders.js';
import { fewAtOnce, oneAtATime } from './in-turn.js';
import { type Attempt, newAttempt, openLogin } from './opening.js';
import { type Origin, textOf } from './origin.js';
import { type Bilingual } from './pages.js';
import { hashPassword } from './password.js';
import { erase, isStill, sinceOf, storeFirst, unlock } from './stored-account.js';
import { factorResetsIn } from './factor-resets.js';
import { type Factors, noFactors } from './factors.js';
import { type Assertion } from './passkey-checks.js';
import { WrongTries } from './wrong-tries.js';

/** Tries of one origin that wait or are looked at. */
const mostAtOnce = 16;

export type Verified =
  /** `since`: checked with `isStill` once the sign-in has been recorded. */
  | {
      readonly outcome: 'accepted';
      readonly accountId: string;
      readonly since: string;
      readonly methods: readonly string[];
      /** A new password came, and is not set: a second factor is to be registered first. */
      readonly passwordWaits?: true;
    }
  | { readonly outcome: 'refused' }
  /** The right password, which somebody else gave: a new one has to come with it, or it has expired. */
  | { readonly outcome: 'first' | 'expired' }
  /** The right password, and nothing of the second factor, or something wrong; `cloned`: a copy of the device signed. */
  | { readonly outcome: FactorOutcome; readonly accountId: string }
  /** The right password, and a new one that is not taken. */
  | { readonly outcome: 'unfit'; readonly problem: Bilingual }
  | { readonly outcome: 'locked'; readonly until: Date }
  /** The right password; a new one is not taken today. */
  | { readonly outcome: 'changed-too-often' }
  /** Not looked at: too many tries at once. */
  | { readonly outcome: 'busy' };

export type FactorOutcome = 'code-wanted' | 'code-wrong' | 'passkey-wrong' | 'passkey-cloned';

/** How an account is opened: by default with a first password, as an attempt of its own. */
export interface Terms extends Partial<Attempt> {
  /** The password is the person's own already: the operator typed it for themselves. */
  readonly own?: boolean;
  /** What is known of the person besides the login: no part of a password. */
  readonly known?: readonly string[];
}

/** The new password with which somebody signs in; the session of the browser they sign in with stays. */
export interface Anew {
  readonly password: string;
  readonly session?: string | undefined;
}

/** What comes with login and password: a new password, a code of the second factor or what a passkey signed. */
export interface More extends Partial<Anew> {
  readonly code?: string;
  readonly passkey?: Assertion;
  /** The sign-in that asks had a second factor already. */
  readonly factorShown?: boolean;
  /** The client of the sign-in asks for a second factor. */
  readonly wanted?: boolean;
}

export interface Accounts {
  /**
   * Opens an account and returns its id, a UUID. It signs nobody in before it belongs to somebody, and a first password
   * not before it is replaced. Throws `AccountRefused`: login taken, login or password unfit.
   */
  open(login: string, password: string, terms?: Terms): Promise<string>;
  /**
   * Sets a first password in place of the old one. Also ends every session and refresh token of the account, and a lock
   * of its login. `record` is called with the instant before it takes effect: no token issued until then is valid after
   * it, and none is issued in between. Throws `AccountRefused`.
   */
  reset(accountId: string, password: string, record?: (at: Date) => Promise<void>): Promise<void>;
  /** A lock of its login ends, wherever it comes from; false: there is no such account. */
  unlock(accountId: string): Promise<boolean>;
  /** Ends the account with its sessions and refresh tokens, if it is there. Its login is free again. */
  close(accountId: string): Promise<void>;
  /** One answer and the same work for an unknown login and a wrong password. */
  verify(login: string, password: string, from: Origin, more?: More): Promise<Verified>;
  /** Whether the password that was accepted, or noted, is still the account's, and is not being changed. */
  isStill(accepted: Readonly<{ accountId: string; since: string }>): Promise<boolean>;
  /** Which password the account has, for `isStill`; undefined: there is no such account. */
  since(accountId: string): Promise<string | undefined>;
  find(login: string): Promise<string | undefined>;
  login(accountId: string): Promise<string | undefined>;
  /** The first twenty, by name: for the operator who has forgotten which there are. */
  logins(): Promise<readonly string[]>;
  exists(accountId: string): Promise<boolean>;
}

const open = async (pool: Pool, login: string, password: string, terms: Terms): Promise<string> => {
  const { own = false, known = [], ...attempt } = terms;
  const name = fitLogin(login);
  const fit = await fitPassword(password, { of: [name, ...known] });
  return openLogin(
    pool,
    { login: name, password: await hashPassword(fit), own },
    { ...newAttempt(), ...attempt },
  );
};

const reset = async (
  pool: Pool,
  accountId: string,
  password: string,
  record: (at: Date) => Promise<void>,
): Promise<void> => {
  const hashed = await hashPassword(await fitPassword(password, { of: [] }));
  if (!(await storeFirst(pool, accountId, hashed, record)))
    throw new AccountRefused('没有这个账号，请核对后重试。There is no such account; check its id.');
};

/** Without `holders` nobody signs in. */
export const createAccounts = (
  pool: Pool,
  holders: Holders = nobody,
  factors: Factors = noFactors,
  resets = factorResetsIn(pool),
): Accounts => {
  const inTurn = oneAtATime();
  const changes = oneAtATime();
  const few = fewAtOnce(mostAtOnce);
  const wrongTries = new WrongTries(pool);
  return {
    open: (login, password, terms = {}) => open(pool, login, password, terms),
    reset: (accountId, password, record = () => Promise.resolve()) =>
      reset(pool, accountId, password, record),
    unlock: (accountId) => unlock(pool, accountId),
    close: (accountId) => erase(pool, accountId),
    verify: async (written, password, from, more = {}) => {
      const login = canonical(written);
      if (isEndless(login, password)) return { outcome: 'refused' };
      const origin = textOf(from);
      try {
        return await few(origin, () =>
          inTurn(`${login} ${origin}`, () =>
            check({ pool, holders, wrongTries, factors, resets, changes }, { login, password, from, more }),
          ),
        );
      } catch (error) {
        if (error instanceof HashingBusy) return { outcome: 'busy' };
        throw error;
      }
    },
    isStill: ({ accountId, since }) => isStill(pool, accountId, since),
    since: (accountId) => sinceOf(pool, accountId),
    find: async (login) => {
      const { rows } = await pool.query<{ id: string }>('select id from issuer.accounts where login = $1', [
        canonical(login),
      ]);
      return rows[0]?.id;
    },
    login: async (accountId) => {
      const { rows } = await pool.query<{ login: string }>(
        'select login from issuer.accounts where id::text = $1',
        [accountId],
      );
      return rows[0]?.login;
    },
    logins: async () => {
      const { rows } = await pool.query<{ login: string }>(
        'select login from issuer.accounts order by login limit 20',
      );
      return rows.map(({ login }) => login);
    },
    exists: async (accountId) => {
      const { rowCount } = await pool.query('select 1 from issuer.accounts where id::text = $1', [accountId]);
      return rowCount === 1;
    },
  };
};
