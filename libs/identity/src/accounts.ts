import { isBlank, textFault, textFaultSaid } from '@anjuan/law';
import { type Pool } from 'pg';
import { AccountRefused } from './account-refused.js';
import { HashingBusy } from './hashing.js';
import { newAttempt, openLogin, type Attempt } from './opening.js';
import { type Origin, textOf } from './origin.js';
import { hashPassword, isOutdated, nobodysPassword, passwordMatches } from './password.js';
import { WrongTries } from './wrong-tries.js';

const shortest = 12;
const longest = 200;
const longestLogin = 100;
/** Tries of one origin that wait or are looked at. */
const mostAtOnce = 16;

export type Verified =
  | { readonly outcome: 'accepted'; readonly accountId: string }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date }
  /** Not looked at: too many tries at once. */
  | { readonly outcome: 'busy' };

export interface Accounts {
  /**
   * Opens an account and returns its id, a UUID. It signs nobody in before it belongs to somebody. Throws
   * `AccountRefused`: login taken, login or password unfit.
   */
  open(login: string, password: string, attempt?: Attempt): Promise<string>;
  /** Also ends every session and refresh token of the account, and a lock of its login. Throws `AccountRefused`. */
  changePassword(accountId: string, password: string): Promise<void>;
  /** One answer and the same work for an unknown login and a wrong password. */
  verify(login: string, password: string, from: Origin): Promise<Verified>;
  find(login: string): Promise<string | undefined>;
  login(accountId: string): Promise<string | undefined>;
  /** The first twenty, by name: for the operator who has forgotten which there are. */
  logins(): Promise<readonly string[]>;
  exists(accountId: string): Promise<boolean>;
}

/** Two spellings of one login are one. */
export const canonical = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

const fitLogin = (login: string): string => {
  const name = canonical(login);
  const fault = textFault(login);
  if (fault) {
    const { zh, en } = textFaultSaid(fault);
    throw new AccountRefused(`账号${zh}。Login: ${en}.`);
  }
  if (isBlank(name) || name.length > longestLogin) {
    throw new AccountRefused(
      `账号须为 1 至 ${longestLogin} 个字符，不得空白。The login must have 1 to ${longestLogin} characters and not be blank.`,
    );
  }
  return name;
};

const fitPassword = (password: string): string => {
  const length = Array.from(password.normalize('NFKC')).length;
  if (length < shortest || length > longest) {
    throw new AccountRefused(
      `密码须为 ${shortest} 至 ${longest} 个字符。The password must have ${shortest} to ${longest} characters.`,
    );
  }
  return password;
};

/** Runs the tasks of one key one after the other, so that guesses sent at once are counted like guesses in a row. */
const oneAtATime = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};

const open = async (pool: Pool, login: string, password: string, attempt: Attempt): Promise<string> => {
  const name = fitLogin(login);
  return openLogin(pool, name, await hashPassword(fitPassword(password)), attempt);
};

const changePassword = async (pool: Pool, accountId: string, password: string): Promise<void> => {
  const { rowCount } = await pool.query(
    `with ended as (delete from issuer.artifacts where payload ->> 'accountId' = $1::text),
          unlocked as (delete from issuer.tries
                       where login = (select login from issuer.accounts where id = $1::uuid))
     update issuer.accounts set password = $2, password_changed_at = now() where id = $1::uuid`,
    [accountId, await hashPassword(fitPassword(password))],
  );
  if (rowCount !== 1) {
    throw new AccountRefused('没有这个账号，请核对后重试。There is no such account; check its id.');
  }
};

/** Whether the account is somebody's: one that an attempt cut short has left behind is nobody's. */
export type Belongs = (accountId: string) => Promise<boolean>;

interface Parts {
  readonly pool: Pool;
  readonly belongs: Belongs;
  readonly wrongTries: WrongTries;
}

interface Try {
  readonly login: string;
  readonly password: string;
  readonly from: Origin;
}

const check = async (
  { pool, belongs, wrongTries }: Parts,
  { login, password, from }: Try,
): Promise<Verified> => {
  const until = await wrongTries.lockedUntil(login, from);
  if (until !== undefined) return { outcome: 'locked', until };
  const { rows } = await pool.query<{ id: string; password: string }>(
    'select id, password from issuer.accounts where login = $1',
    [login],
  );
  const account = rows[0];
  const turn = 'device' in from ? 'first' : 'stranger';
  const matches = await passwordMatches(password, account?.password ?? nobodysPassword(), turn);
  if (account === undefined || !matches || !(await belongs(account.id))) {
    await wrongTries.count(login, from);
    return { outcome: 'refused' };
  }
  await wrongTries.forget(login, from);
  if (isOutdated(account.password)) {
    await pool.query('update issuer.accounts set password = $2 where id = $1 and password = $3', [
      account.id,
      await hashPassword(password),
      account.password,
    ]);
  }
  return { outcome: 'accepted', accountId: account.id };
};

/** Runs the task unless so many of its key are under way. */
const fewAtOnce = (most: number) => {
  const underWay = new Map<string, number>();
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = underWay.get(key) ?? 0;
    if (before >= most) throw new HashingBusy();
    underWay.set(key, before + 1);
    try {
      return await task();
    } finally {
      const now = (underWay.get(key) ?? 1) - 1;
      if (now === 0) underWay.delete(key);
      else underWay.set(key, now);
    }
  };
};

export const createAccounts = (pool: Pool, belongs: Belongs): Accounts => {
  const inTurn = oneAtATime();
  const few = fewAtOnce(mostAtOnce);
  const wrongTries = new WrongTries(pool);
  return {
    open: (login, password, attempt = newAttempt()) => open(pool, login, password, attempt),
    changePassword: (accountId, password) => changePassword(pool, accountId, password),
    verify: async (written, password, from) => {
      const login = canonical(written);
      if (login.length > longestLogin || password.length > longest * 4) return { outcome: 'refused' };
      const origin = textOf(from);
      try {
        return await few(origin, () =>
          inTurn(`${login} ${origin}`, () => check({ pool, belongs, wrongTries }, { login, password, from })),
        );
      } catch (error) {
        if (error instanceof HashingBusy) return { outcome: 'busy' };
        throw error;
      }
    },
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
