import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { hashPassword, isOutdated, passwordMatches } from './password.js';
import { countWrongTry, forgetWrongTries, lockedUntil } from './wrong-tries.js';

const shortest = 12;
const longest = 200;
const longestLogin = 100;

/** What the caller may show to the person: Chinese, then English. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
}

export type Verified =
  | { readonly outcome: 'accepted'; readonly accountId: string }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date };

export interface Accounts {
  /** Opens an account and returns its id, a random UUID. Throws `AccountRefused`: login taken, login or password unfit. */
  open(login: string, password: string): Promise<string>;
  /** Also ends every session and refresh token of the account. Throws `AccountRefused`. */
  changePassword(accountId: string, password: string): Promise<void>;
  /** One answer and the same work for an unknown login and a wrong password. */
  verify(login: string, password: string): Promise<Verified>;
  find(login: string): Promise<string | undefined>;
  exists(accountId: string): Promise<boolean>;
}

const canonical = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

const fitLogin = (login: string): string => {
  const name = canonical(login);
  if (name === '' || name.length > longestLogin || /\p{Cc}/u.test(name)) {
    throw new AccountRefused(
      `账号须为 1 至 ${longestLogin} 个字符，不含控制字符。The login must have 1 to ${longestLogin} characters and no control characters.`,
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

const open = async (pool: Pool, login: string, password: string): Promise<string> => {
  const id = randomUUID();
  const { rowCount } = await pool.query(
    'insert into issuer.accounts (id, login, password) values ($1, $2, $3) on conflict (login) do nothing',
    [id, fitLogin(login), await hashPassword(fitPassword(password))],
  );
  if (rowCount !== 1) {
    throw new AccountRefused('该账号已存在，请换一个。This login is taken; choose another.');
  }
  return id;
};

const changePassword = async (pool: Pool, accountId: string, password: string): Promise<void> => {
  const { rowCount } = await pool.query(
    `with ended as (delete from issuer.artifacts where payload ->> 'accountId' = $1::text)
     update issuer.accounts set password = $2, password_changed_at = now() where id = $1::uuid`,
    [accountId, await hashPassword(fitPassword(password))],
  );
  if (rowCount !== 1) {
    throw new AccountRefused('没有这个账号，请核对后重试。There is no such account; check its id.');
  }
};

const check = async (
  pool: Pool,
  login: string,
  password: string,
  dummy: Promise<string>,
): Promise<Verified> => {
  const until = await lockedUntil(pool, login);
  if (until !== undefined) return { outcome: 'locked', until };
  const { rows } = await pool.query<{ id: string; password: string }>(
    'select id, password from issuer.accounts where login = $1',
    [login],
  );
  const account = rows[0];
  const matches = await passwordMatches(password, account?.password ?? (await dummy));
  if (account === undefined || !matches) {
    await countWrongTry(pool, login);
    return { outcome: 'refused' };
  }
  await forgetWrongTries(pool, login);
  if (isOutdated(account.password)) {
    await pool.query('update issuer.accounts set password = $2 where id = $1 and password = $3', [
      account.id,
      await hashPassword(password),
      account.password,
    ]);
  }
  return { outcome: 'accepted', accountId: account.id };
};

export const createAccounts = (pool: Pool): Accounts => {
  const inTurn = oneAtATime();
  let dummy: Promise<string> | undefined;
  return {
    open: (login, password) => open(pool, login, password),
    changePassword: (accountId, password) => changePassword(pool, accountId, password),
    verify: async (login, password) => {
      const name = canonical(login);
      if (name.length > longestLogin || password.length > longest * 4) return { outcome: 'refused' };
      dummy ??= hashPassword(randomUUID());
      const known = dummy;
      return inTurn(name, () => check(pool, name, password, known));
    },
    find: async (login) => {
      const { rows } = await pool.query<{ id: string }>('select id from issuer.accounts where login = $1', [
        canonical(login),
      ]);
      return rows[0]?.id;
    },
    exists: async (accountId) => {
      const { rowCount } = await pool.query('select 1 from issuer.accounts where id::text = $1', [accountId]);
      return rowCount === 1;
    },
  };
};
