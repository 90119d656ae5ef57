import { type Pool } from 'pg';
import { hashPassword, isOutdated } from './password.js';

/** A password that somebody else gave is good for so long. */
export const firstPasswordDays = 7;

export interface StoredAccount {
  readonly id: string;
  /** As it is kept, see password.ts. */
  readonly password: string;
  /** When it was set, to the microsecond: says which password was checked, and nothing of it. */
  readonly since: string;
  readonly kind: 'own' | 'first' | 'expired';
}

export const storedAccount = async (pool: Pool, login: string): Promise<StoredAccount | undefined> => {
  const { rows } = await pool.query<StoredAccount>(
    `select id, password, password_changed_at::text as since,
            case when first_until is null then 'own'
                               when first_until > now() then 'first' else 'expired' end as kind
     from issuer.accounts where login = $1`,
    [login],
  );
  return rows[0];
};

/** Stores the password with the present costs where those were lower when it was set. */
export const strengthen = async (pool: Pool, { id, password: kept }: StoredAccount, password: string) => {
  if (!isOutdated(kept)) return;
  await pool.query('update issuer.accounts set password = $2 where id = $1 and password = $3', [
    id,
    await hashPassword(password),
    kept,
  ]);
};

/** With what `changed` did: sessions, refresh tokens and sign-ins not yet followed end, but the session `$2`. */
const andSignedOut = `ended as (
  delete from issuer.artifacts where payload ->> 'accountId' in (select id::text from changed)
    and not (model = 'Session' and payload ->> 'uid' is not distinct from $2::text)),
  unfollowed as (
    delete from issuer.artifacts where model = 'Interaction'
      and payload #>> '{result,login,accountId}' in (select id::text from changed))`;

/** Whether the password that was checked is still the one. */
export const isStill = async (pool: Pool, id: string, since: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'select from issuer.accounts where id = $1::uuid and password_changed_at = $2::timestamptz',
    [id, since],
  );
  return rowCount === 1;
};

/** A password of the person's own in place of the one that was checked; since when. Undefined: another came first, or the account ended. */
export const storeOwn = async (
  pool: Pool,
  { id, password: checked }: StoredAccount,
  { password, session }: Readonly<{ password: string; session?: string | undefined }>,
): Promise<string | undefined> => {
  const { rows } = await pool.query<{ since: string }>(
    `with changed as (
       update issuer.accounts set password = $3, first_until = null, password_changed_at = now()
       where id = $1::uuid and password = $4 and (first_until is null or first_until > now())
       returning id, password_changed_at::text as since),
     ${andSignedOut} select since from changed`,
    [id, session ?? null, await hashPassword(password), checked],
  );
  return rows[0]?.since;
};

/** A password that somebody else gives: it signs nobody in. A lock of the login ends. False: there is no such account. */
export const storeFirst = async (pool: Pool, id: string, password: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `with changed as (
       update issuer.accounts set password = $3, first_until = now() + make_interval(days => $4),
         password_changed_at = now()
       where id = $1::uuid returning id, login),
     ${andSignedOut}, unlocked as (delete from issuer.tries where login in (select login from changed))
     select from changed`,
    [id, null, await hashPassword(password), firstPasswordDays],
  );
  return rowCount === 1;
};

/** Its login may be another account's afterwards. */
export const erase = async (pool: Pool, id: string): Promise<void> => {
  await pool.query(
    `with changed as (delete from issuer.accounts where id = $1::uuid returning id), ${andSignedOut}
     select from changed`,
    [id, null],
  );
};
