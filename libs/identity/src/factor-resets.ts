/**
 * Two people have taken back every second factor of an account, because its person has lost them. The next one is
 * registered with a one-time code that the second of the two hands over: whoever knows the password alone gets none.
 */
import { type Pool } from 'pg';
import { endReset, withoutFactors } from './factors-ended.js';
import { oneAtATime } from './in-turn.js';
import { kept, newCode, shown } from './recovery-codes.js';
import { inTransaction, signOut } from './signed-out.js';
import { anotherSince } from './stored-account.js';

const daysToRegister = 7;

/** Shown once; good until a second factor is registered with it. */
export type OneTimeCode = Readonly<{ login: string; code: string; expiresAt: string }>;

export interface FactorResets {
  /**
   * Ends the account's second factors and sessions, and the code of any reset before. The same reset sent again gives
   * another code; once one of it has been used or ended, or where there is no such account, undefined, and nothing is
   * done. `record` is called with the instant before it takes effect, as with `Accounts.reset`: what was begun before
   * it, a sign-in or a registration, comes to nothing.
   */
  reset(
    accountId: string,
    reset: string,
    record?: (at: Date) => Promise<void>,
  ): Promise<OneTimeCode | undefined>;
  /** Whether there is such an account here, and that reset of it never took effect: it was cut short. */
  neverMade(accountId: string, reset: string): Promise<boolean>;
  /** Whether two people have taken back those there were, and none is registered since, the code shown or not. */
  waits(accountId: string): Promise<boolean>;
  /** Whether a one-time code is wanted first; of one that was right in this sign-in no more. */
  wants(accountId: string, signIn: string): Promise<boolean>;
  /** Whether the code was right in this sign-in, and no second factor is registered yet. */
  opened(accountId: string, signIn: string): Promise<boolean>;
  /** Whether it is the code; then nothing more is wanted in this sign-in. */
  opens(accountId: string, of: Readonly<{ code: string; signIn: string }>): Promise<boolean>;
}

type Reset = Readonly<{ accountId: string; of: string; record: (at: Date) => Promise<void> }>;

const reset = (pool: Pool, { accountId, of, record }: Reset): Promise<OneTimeCode | undefined> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ login: string }>(
      'select login from issuer.accounts where id::text = $1 for update',
      [accountId],
    );
    const [account] = rows;
    if (!account) return undefined;
    const code = newCode();
    const { rows: stored } = await client.query<{ until: Date }>(
      `insert into issuer.factor_resets as r (account, reset, code, expires_at)
       values ($1::uuid, $2, $3, now() + make_interval(days => $4))
       on conflict (account, reset) do update
         set code = excluded.code, sign_in = null, expires_at = excluded.expires_at
         where r.code is not null
       returning expires_at as until`,
      [accountId, of, kept(code), daysToRegister],
    );
    const [made] = stored;
    if (!made) return undefined;
    await record(new Date());
    await anotherSince(client, accountId);
    await endReset(client, accountId, of);
    await withoutFactors(client, accountId);
    await signOut(client, accountId, undefined);
    return { login: account.login, code: shown(code), expiresAt: made.until.toISOString() };
  });

export const factorResetsIn = (pool: Pool, inTurn = oneAtATime()): FactorResets => ({
  // One after the other: each keeps a connection while another records it.
  reset: (accountId, of, record = () => Promise.resolve()) =>
    inTurn('', () => reset(pool, { accountId, of, record })),
  neverMade: async (accountId, of) => {
    const { rowCount } = await pool.query(
      `select from issuer.accounts where id::text = $1
       and not exists (select from issuer.factor_resets where account = id and reset = $2)`,
      [accountId, of],
    );
    return rowCount === 1;
  },
  waits: async (accountId) => {
    const { rowCount } = await pool.query(
      'select from issuer.factor_resets where account::text = $1 and code is not null',
      [accountId],
    );
    return rowCount === 1;
  },
  wants: async (accountId, signIn) => {
    const { rowCount } = await pool.query(
      `select from issuer.factor_resets
       where account::text = $1 and code is not null and sign_in is distinct from $2`,
      [accountId, signIn],
    );
    return rowCount === 1;
  },
  opened: async (accountId, signIn) => {
    const { rowCount } = await pool.query(
      'select from issuer.factor_resets where account::text = $1 and code is not null and sign_in = $2',
      [accountId, signIn],
    );
    return rowCount === 1;
  },
  opens: async (accountId, { code, signIn }) => {
    const { rowCount } = await pool.query(
      `update issuer.factor_resets set sign_in = $3
       where account::text = $1 and code = $2 and expires_at > now()`,
      [accountId, kept(code), signIn],
    );
    return rowCount === 1;
  },
});
