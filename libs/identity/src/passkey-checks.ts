/** What a sign-in asks passkeys to sign, and what came back: besides the password, or in its place. */
import { type Pool } from 'pg';
import { known, type Row, rowNamed, rowsOf } from './passkey-rows.js';
import {
  aloneOptions,
  type AloneOptions,
  asserted,
  credentialNamed,
  hasNoName,
  requestOptions,
  type RelyingParty,
  type RequestOptions,
} from './webauthn.js';

const minutesToSignIn = 5;

/** An assertion, and the sign-in that it was asked for in. */
export type Assertion = Readonly<{ signIn: string; response: string }>;

/** `accountId` undefined: it was asked of whoever comes. */
const challengeOf = async (
  pool: Pool,
  accountId: string | undefined,
  signIn: string,
): Promise<string | undefined> => {
  const { rows } = await pool.query<{ challenge: string; open: boolean }>(
    `delete from issuer.passkey_challenges where sign_in = $1 and account::text is not distinct from $2
     returning challenge, expires_at > now() as open`,
    [signIn, accountId ?? null],
  );
  return rows[0]?.open ? rows[0].challenge : undefined;
};

const noteChallenge = async (
  pool: Pool,
  { accountId, signIn, challenge }: Readonly<{ accountId?: string; signIn: string; challenge: string }>,
): Promise<void> => {
  await pool.query('delete from issuer.passkey_challenges where expires_at <= now()');
  await pool.query(
    `insert into issuer.passkey_challenges (sign_in, account, challenge, expires_at)
     values ($1, $2::uuid, $3, now() + make_interval(mins => $4))
     on conflict (sign_in) do update set account = excluded.account, challenge = excluded.challenge,
       expires_at = excluded.expires_at`,
    [signIn, accountId ?? null, challenge, minutesToSignIn],
  );
};

/** A copy of the device has counted less, or as much; many devices count nothing. */
const counts = async (pool: Pool, { passkey }: Row, counter: number): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update issuer.passkeys set counter = $2, used_at = now()
     where passkey = $1::uuid and (counter < $2 or (counter = 0 and $2 = 0))`,
    [passkey, counter],
  );
  return rowCount === 1;
};

const methodsOf = ({ hardware }: Row): readonly string[] => [hardware ? 'hwk' : 'swk', 'user'];

export const check = async (
  pool: Pool,
  rp: RelyingParty,
  { accountId, signIn, response }: Assertion & Readonly<{ accountId: string }>,
): Promise<'wrong' | 'cloned' | Readonly<{ methods: readonly string[] }>> => {
  const challenge = await challengeOf(pool, accountId, signIn);
  const credential = credentialNamed(response);
  const row = (await rowsOf(pool, accountId)).find(
    (one) => one.credential === credential && one.rp === rp.id,
  );
  if (challenge === undefined || row === undefined) return 'wrong';
  const made = await asserted(response, row, { rp, challenge });
  if (made === undefined) return 'wrong';
  return (await counts(pool, row, made.counter)) ? { methods: methodsOf(row) } : 'cloned';
};

export const checkAlone = async (
  pool: Pool,
  rp: RelyingParty,
  { signIn, response }: Assertion,
): Promise<'wrong' | Readonly<{ account: string; methods: readonly string[] | 'cloned' }>> => {
  const challenge = await challengeOf(pool, undefined, signIn);
  const row = await rowNamed(pool, credentialNamed(response) ?? '', rp);
  if (challenge === undefined || row === undefined) return 'wrong';
  const made = await asserted(response, row, { rp, challenge, named: true });
  if (made === undefined) return 'wrong';
  const { account } = row;
  if (!(await counts(pool, row, made.counter))) return { account, methods: 'cloned' };
  return { account, methods: [...methodsOf(row), ...(made.verified ? ['mfa'] : [])] };
};

export const offer = async (
  pool: Pool,
  rp: RelyingParty,
  { accountId, signIn }: Readonly<{ accountId: string; signIn: string }>,
): Promise<RequestOptions | undefined> => {
  const mine = known(await rowsOf(pool, accountId), rp);
  if (mine.length === 0) return undefined;
  const options = await requestOptions(rp, mine);
  await noteChallenge(pool, { accountId, signIn, challenge: options.challenge });
  return options;
};

export const offerAlone = async (
  pool: Pool,
  rp: RelyingParty,
  signIn: string,
): Promise<AloneOptions | undefined> => {
  if (hasNoName(rp)) return undefined;
  const options = aloneOptions(rp);
  await noteChallenge(pool, { signIn, challenge: options.challenge });
  return options;
};
