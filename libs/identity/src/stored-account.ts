import { type Pool, type PoolClient } from 'pg';
import { hashPassword, isOutdated } from './password.js';
import { endReset, withoutFactors } from './factors-ended.js';
import { inTransaction, signOut } from './signed-out.js';

/** A password that somebody else gave is good for so long. */
export const firstPasswordDays = 7;

export interface StoredAccount {
  readonly id: string;
  readonly login: string;
  /** As it is kept, see password.ts. */
  readonly password: string;
  /** When it was set, or its second factors taken back, to the microsecond: says which password was checked, and nothing of it. */
  readonly since: string;
  readonly kind: 'own' | 'first' | 'expired';
}

const columns = `id, login, password, password_changed_at::text as since,
            case when first_until is null then 'own'
                               when first_until > now() then 'first' else 'expired' end as kind`;

export const storedAccount = async (pool: Pool, login: string): Promise<StoredAccount | undefined> => {
  const { rows } = await pool.query<StoredAccount>(
    `select ${columns} from issuer.accounts where login = $1`,
    [login],
  );
  return rows[0];
};

export const storedById = async (pool: Pool, id: string): Promise<StoredAccount | undefined> => {
  const { rows } = await pool.query<StoredAccount>(
    `select ${columns} from issuer.accounts where id::text = $1`,
    [id],
  );
  return rows[0];
};

/** Stores the password with the present costs where those were lower when it was set. */
export const strengthen = async (pool: Pool, { id, password: kept }: StoredAccount, password: string) => {
  if (!isOutdated(kept)) return;
  await pool.query(
    `update issuer.accounts set password = $2 where id in
       (select id from issuer.accounts where id = $1 and password = $3 for no key update skip locked)`,
    [id, await hashPassword(password), kept],
  );
};

export const sinceOf = async (pool: Pool, id: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ since: string }>(
    'select password_changed_at::text as since from issuer.accounts where id::text = $1',
    [id],
  );
  return rows[0]?.since;
};

/**
 * Whether the password that was checked is still the one, and is not being changed. Waits for nobody: who waits keeps a
 * connection that the change may need.
 */
export const isStill = async (pool: Pool, id: string, since: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from issuer.accounts where id = $1::uuid and password_changed_at = $2::timestamptz
     for key share skip locked`,
    [id, since],
  );
  return rowCount === 1;
};

/** The password stays, and whoever it was checked for begins anew. */
export const anotherSince = async (client: PoolClient, id: string): Promise<void> => {
  await client.query(
    'update issuer.accounts set password_changed_at = clock_timestamp() where id = $1::uuid',
    [id],
  );
};

/**
 * Replaces the password that was checked by the person's own; gives the instant. `record` is called with it before it
 * takes effect, and may refuse. Undefined, with nothing recorded: another change came first, or the account ended. Waits
 * for the account: `isStill` and rows that refer to it lock it for a moment, which is no other change.
 */
export const storeOwn = async <Refusal extends string>(
  pool: Pool,
  { id, password: checked }: StoredAccount,
  { hashed, session }: Readonly<{ hashed: string; session?: string | undefined }>,
  record: (at: Date) => Promise<'recorded' | Refusal>,
): Promise<Readonly<{ since: string }> | Refusal | undefined> =>
  inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `select from issuer.accounts
       where id = $1::uuid and password = $2 and (first_until is null or first_until > now())
       for update`,
      [id, checked],
    );
    if (rowCount !== 1) return undefined;
    const recorded = await record(new Date());
    if (recorded !== 'recorded') return recorded;
    const { rows } = await client.query<{ since: string }>(
      `update issuer.accounts set password = $2, first_until = null, password_changed_at = clock_timestamp()
       where id = $1::uuid returning password_changed_at::text as since`,
      [id, hashed],
    );
    await signOut(client, id, session);
    return rows[0];
  });

/**
 * A password that somebody else gives: it signs nobody in. A lock of the login and every second factor end. `record` as with `storeOwn`. False:
 * there is no such account.
 */
export const storeFirst = async (
  pool: Pool,
  id: string,
  hashed: string,
  record: (at: Date) => Promise<void>,
): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    const { rowCount } = await client.query('select from issuer.accounts where id = $1::uuid for update', [
      id,
    ]);
    if (rowCount !== 1) return false;
    await record(new Date());
    const { rows } = await client.query<{ login: string }>(
      `update issuer.accounts set password = $2, first_until = now() + make_interval(days => $3),
         password_changed_at = clock_timestamp()
       where id = $1::uuid returning login`,
      [id, hashed, firstPasswordDays],
    );
    await client.query('delete from issuer.tries where login = any($1)', [rows.map(({ login }) => login)]);
    await withoutFactors(client, id);
    await endReset(client, id);
    await signOut(client, id, undefined);
    return true;
  });

/** Wrong tries of its login, from wherever they came; those of an address over other logins stay counted. */
export const unlock = async (pool: Pool, id: string): Promise<boolean> => {
  const { rows } = await pool.query<{ login: string }>(
    'select login from issuer.accounts where id::text = $1',
    [id],
  );
  const [account] = rows;
  if (account) await pool.query('delete from issuer.tries where login = $1', [account.login]);
  return account !== undefined;
};

/** Its login may be another account's afterwards. */
export const erase = async (pool: Pool, id: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('delete from issuer.accounts where id = $1::uuid', [id]);
    await client.query('delete from issuer.factor_resets where account = $1::uuid', [id]);
    await withoutFactors(client, id);
    await signOut(client, id, undefined);
  });
