/** A second factor of the person's own: codes that a device makes of the time (RFC 6238), and ten for when it is lost. */
import { Secret, TOTP } from 'otpauth';
import { type Pool, type PoolClient } from 'pg';
import { endReset } from './factors-ended.js';
import { handOn, kept, newCodes, shown } from './recovery-codes.js';
import { sealsUnder, type Seals } from './sealed-secret.js';
import { hasUsable, locked, passkeysHeld } from './held-factors.js';
import { type Removed } from './passkeys.js';
import { inTransaction } from './signed-out.js';
import { type RelyingParty } from './webauthn.js';

/** `none`: the account has no second factor; `wanted`: it has one, and no code came. */
export type CodeFound = 'none' | 'wanted' | 'wrong' | 'good';

/** Shown once: nothing of it can be read again. */
export type Begun = Readonly<{ uri: string; recoveryCodes: readonly string[] }>;
export type Held = Readonly<{ enrolledAt: string; recoveryCodesLeft: number }>;

export interface SecondFactors {
  /**
   * `held`: there is one, which goes first. One that is not confirmed within the hour is of no use. `signIn`: in which its
   * person, who is not signed in yet, begins it; whoever does elsewhere has another secret, and theirs is not confirmed.
   * `since`: which password was right, see `Accounts.isStill`; `outdated`: it is another by now.
   */
  begin(
    accountId: string,
    login: string,
    of: Readonly<{ since: string; signIn?: string }>,
  ): Promise<Begun | 'held' | 'outdated'>;
  /** The address once more, of one begun in that sign-in within the hour and not confirmed. */
  begun(accountId: string, login: string, signIn: string): Promise<string | undefined>;
  /**
   * Confirms with a first code of the device; after ten wrong ones it is begun anew, as after another password or a
   * reset. `record` is called before it takes effect.
   */
  confirm(accountId: string, code: string, record: () => Promise<void>, signIn?: string): Promise<boolean>;
  /** `last`: it is the last factor, and `keepsOne`. Passkeys that are left keep its recovery codes. */
  remove(accountId: string, keepsOne: boolean, record: () => Promise<void>): Promise<Removed>;
  held(accountId: string): Promise<Held | undefined>;
  /** A code that was good is not good again. */
  check(accountId: string, code: string): Promise<CodeFound>;
}

const minutesToConfirm = 60;
/** Each takes its part of the hour: whoever has a session alone has no time to try them all. */
const wrongCodesToConfirm = 10;
/** Clocks of devices go wrong, and people type slowly: the code before and the one after are taken. */
const window = 1;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Anjuan',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  });

/** Which code of the secret it is, counted from 1970: by one instant, or a code used just before the next one would count as the next. */
const stepOf = (secret: string, token: string, timestamp = Date.now()): number | undefined => {
  const totp = totpOf(secret);
  const delta = totp.validate({ token, timestamp, window });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
};

/** As people type it: with blanks and hyphens, in whatever letter case and width. */
export const canonicalCode = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
const isOfDevice = (code: string): boolean => /^\d{6}$/.test(code);

type Row = Readonly<{ secret: string }>;

type Whose = Readonly<{ accountId: string; login: string; since: string; signIn?: string }>;

const begin = (
  pool: Pool,
  seals: Seals,
  { accountId, login, since, signIn }: Whose,
): Promise<Begun | 'held' | 'outdated'> =>
  inTransaction(pool, async (client) => {
    if (!(await locked(client, accountId, since))) return 'outdated';
    const secret = new Secret({ size: 20 }).base32;
    const codes = newCodes();
    const { rowCount } = await client.query(
      `insert into issuer.second_factors as f (account, secret, recovery, since, sign_in)
       values ($1::uuid, $2, $3, $4::timestamptz, $5)
       on conflict (account) do update
         set secret = excluded.secret, recovery = excluded.recovery, since = excluded.since, sign_in = excluded.sign_in,
           begun_at = now(), last_step = 0
         where f.enrolled_at is null`,
      [accountId, seals.seal(accountId, secret), codes.map(kept), since, signIn ?? null],
    );
    return rowCount === 1
      ? { uri: totpOf(secret, login).toString(), recoveryCodes: codes.map(shown) }
      : 'held';
  });

const pending = async (
  client: PoolClient,
  accountId: string,
  signIn: string | undefined,
): Promise<Row | undefined> => {
  const { rows } = await client.query<Row>(
    `select secret from issuer.second_factors
     where account::text = $1 and enrolled_at is null and begun_at > now() - make_interval(mins => $2)
       and sign_in is not distinct from $3
       and since = (select password_changed_at from issuer.accounts where id = account)
     for update`,
    [accountId, minutesToConfirm, signIn ?? null],
  );
  return rows[0];
};

const oneTryLess = async (client: PoolClient, accountId: string): Promise<void> => {
  await client.query(
    'update issuer.second_factors set begun_at = begun_at - make_interval(mins => $2) where account::text = $1',
    [accountId, minutesToConfirm / wrongCodesToConfirm],
  );
};

const isGood = async (pool: Pool, seals: Seals, accountId: string, code: string): Promise<CodeFound> => {
  const { rows } = await pool.query<Row>(
    'select secret from issuer.second_factors where account::text = $1 and enrolled_at is not null',
    [accountId],
  );
  const [factor] = rows;
  if (factor === undefined) return 'none';
  if (code === '') return 'wanted';
  const step = isOfDevice(code) ? stepOf(seals.open(accountId, factor.secret), code) : undefined;
  if (isOfDevice(code) && step === undefined) return 'wrong';
  // Of two that come with one code at the same moment, one is good.
  const { rowCount } =
    step === undefined
      ? await pool.query(
          `update issuer.second_factors set recovery = array_remove(recovery, $2)
           where account::text = $1 and $2 = any(recovery) and enrolled_at is not null`,
          [accountId, kept(code)],
        )
      : await pool.query(
          `update issuer.second_factors set last_step = $2
           where account::text = $1 and last_step < $2 and enrolled_at is not null`,
          [accountId, step],
        );
  return rowCount === 1 ? 'good' : 'wrong';
};

export const secondFactorsIn = (pool: Pool, keys: readonly string[], rp: RelyingParty): SecondFactors => {
  const seals = sealsUnder(keys);
  return {
    begin: (accountId, login, of) => begin(pool, seals, { accountId, login, ...of }),
    begun: (accountId, login, signIn) =>
      inTransaction(pool, async (client) => {
        const factor = await pending(client, accountId, signIn);
        return factor && totpOf(seals.open(accountId, factor.secret), login).toString();
      }),
    confirm: (accountId, typed, record, signIn) =>
      inTransaction(pool, async (client) => {
        const code = canonicalCode(typed);
        // A passkey that is being registered ends what was begun here.
        await locked(client, accountId);
        const factor = isOfDevice(code) ? await pending(client, accountId, signIn) : undefined;
        if (factor === undefined) return false;
        const step = stepOf(seals.open(accountId, factor.secret), code);
        if (step === undefined) {
          await oneTryLess(client, accountId);
          return false;
        }
        await record();
        await endReset(client, accountId);
        await client.query(
          'update issuer.second_factors set enrolled_at = now(), last_step = $2 where account::text = $1',
          [accountId, step],
        );
        return true;
      }),
    remove: (accountId, keepsOne, record) =>
      inTransaction(pool, async (client) => {
        await locked(client, accountId);
        const { rows } = await client.query<{ recovery: readonly string[] }>(
          'select recovery from issuer.second_factors where account::text = $1 and enrolled_at is not null',
          [accountId],
        );
        const [factor] = rows;
        if (factor === undefined) return 'none';
        if (keepsOne && !(await hasUsable(client, rp, { accountId }))) return 'last';
        await client.query('delete from issuer.second_factors where account::text = $1', [accountId]);
        const passkeys = await passkeysHeld(client, accountId);
        await handOn(client, accountId, passkeys === 0 ? [] : factor.recovery);
        await record();
        return 'removed';
      }),
    held: async (accountId) => {
      const { rows } = await pool.query<{ at: Date; left: number }>(
        `select enrolled_at as at, cardinality(recovery) as left from issuer.second_factors
         where account::text = $1 and enrolled_at is not null`,
        [accountId],
      );
      const [factor] = rows;
      return factor && { enrolledAt: factor.at.toISOString(), recoveryCodesLeft: factor.left };
    },
    check: (accountId, code) => isGood(pool, seals, accountId, canonicalCode(code)),
  };
};
