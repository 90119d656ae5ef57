/** Passkeys of a person: several, each with a name, as a second factor besides the password. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import type { SignedInBefore } from './holders.js';
import { codesLeft, giveCodes, handOn } from './recovery-codes.js';
import { known, type Row, rowsOf } from './passkey-rows.js';
import { inTransaction } from './signed-out.js';
import {
  asserted,
  creationOptions,
  credentialNamed,
  hasNoName,
  registered,
  requestOptions,
  type CreationOptions,
  type Registered,
  type RelyingParty,
  type RequestOptions,
} from './webauthn.js';

const mostPasskeys = 10;
const minutesToRegister = 10;
const minutesToSignIn = 5;

export type HeldPasskey = Readonly<{
  passkey: string;
  name: string;
  registeredAt: string;
  usedAt?: string;
  /** Its key is copied between devices. */
  synced: boolean;
  /** It is of the program's present host name. */
  usable: boolean;
}>;
export type BegunPasskey = Readonly<{ ticket: string; expiresAt: string }>;
/** What the page of a registration begun shows. */
export type RegistrationShown = Readonly<{ login: string; name: string; options: CreationOptions }>;
export type Removed = 'removed' | 'none' | 'last';
/** An assertion, and the sign-in that it was asked for in. */
export type Assertion = Readonly<{ signIn: string; response: string }>;

/** Called before it takes effect; false: the account is not its person's any more. */
type Record = (
  of: Readonly<{ account: string; passkey: string; signIn: SignedInBefore }>,
) => Promise<boolean>;
type Begin = Readonly<{ accountId: string; login: string; name: string; signIn: SignedInBefore }>;

export interface Passkeys {
  of(accountId: string): Promise<Readonly<{ items: readonly HeldPasskey[]; recoveryCodesLeft: number }>>;
  /** `ticket` opens the page of the registration, once. `no-name`: the program's address has no host name. */
  begin(of: Begin): Promise<BegunPasskey | 'no-name' | 'too-many'>;
  shown(ticket: string): Promise<RegistrationShown | undefined>;
  /** Ends the ticket, whatever comes of it. The recovery codes that came with the first factor, shown once. */
  register(ticket: string, response: string, record: Record): Promise<readonly string[] | undefined>;
  /** `last`: it is the last factor, and `keepsOne`. */
  remove(
    accountId: string,
    of: Readonly<{ passkey: string; keepsOne: boolean }>,
    record: () => Promise<void>,
  ): Promise<Removed>;
  /** What the page of a sign-in asks the browser for, for one answer; undefined: the account has none for this host. */
  offer(accountId: string, signIn: string): Promise<RequestOptions | undefined>;
  check(
    accountId: string,
    of: Assertion,
  ): Promise<'wrong' | 'cloned' | Readonly<{ methods: readonly string[] }>>;
  has(accountId: string): Promise<boolean>;
}

const heldOf = ({ id }: RelyingParty, row: Row): HeldPasskey => ({
  ...{ passkey: row.passkey, name: row.name, registeredAt: row.registeredAt.toISOString() },
  ...(row.usedAt && { usedAt: row.usedAt.toISOString() }),
  ...{ synced: !row.hardware, usable: row.rp === id },
});

const keyOf = (ticket: string): string => hash('sha256', ticket, 'hex');
const begin = async (
  pool: Pool,
  rp: RelyingParty,
  { accountId, login, name, signIn }: Begin,
): Promise<BegunPasskey | 'no-name' | 'too-many'> => {
  if (hasNoName(rp)) return 'no-name';
  const rows = await rowsOf(pool, accountId);
  if (rows.length >= mostPasskeys) return 'too-many';
  const options = await creationOptions(rp, { accountId, login, known: known(rows, rp) });
  const ticket = randomBytes(32).toString('base64url');
  const found = await pool.query<{ until: Date }>(
    `insert into issuer.passkeys_begun as b (account, ticket, shown, sign_in, expires_at)
     values ($1::uuid, $2, $3, $4, now() + make_interval(mins => $5))
     on conflict (account) do update set ticket = excluded.ticket, shown = excluded.shown,
       sign_in = excluded.sign_in, expires_at = excluded.expires_at
     returning expires_at as until`,
    [
      accountId,
      keyOf(ticket),
      JSON.stringify({ login, name, options }),
      JSON.stringify(signIn),
      minutesToRegister,
    ],
  );
  return { ticket, expiresAt: (found.rows[0]?.until ?? new Date()).toISOString() };
};

type Begun = Readonly<{ account: string; shown: RegistrationShown; signIn: SignedInBefore }>;

const taken = async (pool: Pool, ticket: string): Promise<Begun | undefined> => {
  const { rows } = await pool.query<Begun & { open: boolean }>(
    `delete from issuer.passkeys_begun where ticket = $1
     returning account, shown, sign_in as "signIn", expires_at > now() as open`,
    [keyOf(ticket)],
  );
  const [begun] = rows;
  return begun?.open ? begun : undefined;
};

/** One change of an account's factors after the other; gives how many passkeys it has. */
export const locked = async (client: PoolClient, accountId: string): Promise<number> => {
  const { rowCount } = await client.query(
    'select from issuer.accounts where id::text = $1 for no key update',
    [accountId],
  );
  if (rowCount !== 1) return Infinity;
  const { rows } = await client.query<{ held: number }>(
    'select count(*)::int as held from issuer.passkeys where account::text = $1',
    [accountId],
  );
  return rows[0]?.held ?? 0;
};

const hasDevice = async (client: PoolClient, accountId: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    'select from issuer.second_factors where account::text = $1 and enrolled_at is not null',
    [accountId],
  );
  return rowCount === 1;
};

const store = async (
  client: PoolClient,
  { account, shown }: Begun,
  { rp, passkey, made }: Readonly<{ rp: RelyingParty; passkey: string; made: Registered }>,
): Promise<boolean> => {
  const { rowCount } = await client.query(
    `insert into issuer.passkeys (passkey, account, credential, rp, name, public_key, counter, transports, hardware)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      passkey,
      account,
      made.credential,
      rp.id,
      shown.name,
      Buffer.from(made.publicKey),
      made.counter,
      made.transports,
      made.hardware,
    ],
  );
  return rowCount === 1;
};

/** What was recorded and is not stored would be a passkey that there is not: then the transaction is undone. */
class NotStored extends Error {}

const register = async (
  pool: Pool,
  rp: RelyingParty,
  { ticket, response, record }: Readonly<{ ticket: string; response: string; record: Record }>,
): Promise<readonly string[] | undefined> => {
  const begun = await taken(pool, ticket);
  const made = begun && (await registered(response, { rp, challenge: begun.shown.options.challenge }));
  if (!begun || !made) return undefined;
  const { account, signIn } = begun;
  const passkey = randomUUID();
  try {
    return await inTransaction(pool, async (client) => {
      const held = await locked(client, account);
      if (held >= mostPasskeys || !(await store(client, begun, { rp, passkey, made }))) return undefined;
      const codes = held === 0 ? await giveCodes(client, account) : [];
      if (!(await record({ account, passkey, signIn }))) throw new NotStored();
      return codes;
    });
  } catch (error) {
    if (error instanceof NotStored) return undefined;
    throw error;
  }
};

const challengeOf = async (pool: Pool, accountId: string, signIn: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ challenge: string; open: boolean }>(
    `delete from issuer.passkey_challenges where sign_in = $1 and account::text = $2
     returning challenge, expires_at > now() as open`,
    [signIn, accountId],
  );
  return rows[0]?.open ? rows[0].challenge : undefined;
};

const check = async (
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
  const counter = await asserted(response, row, { rp, challenge });
  if (counter === undefined) return 'wrong';
  // A copy of the device has counted less, or as much; many devices count nothing.
  const { rowCount } = await pool.query(
    `update issuer.passkeys set counter = $2, used_at = now()
     where passkey = $1::uuid and (counter < $2 or (counter = 0 and $2 = 0))`,
    [row.passkey, counter],
  );
  return rowCount === 1 ? { methods: [row.hardware ? 'hwk' : 'swk', 'user'] } : 'cloned';
};

const offer = async (
  pool: Pool,
  rp: RelyingParty,
  { accountId, signIn }: Readonly<{ accountId: string; signIn: string }>,
): Promise<RequestOptions | undefined> => {
  const mine = known(await rowsOf(pool, accountId), rp);
  if (mine.length === 0) return undefined;
  const options = await requestOptions(rp, mine);
  await pool.query('delete from issuer.passkey_challenges where expires_at <= now()');
  await pool.query(
    `insert into issuer.passkey_challenges (sign_in, account, challenge, expires_at)
     values ($1, $2::uuid, $3, now() + make_interval(mins => $4))
     on conflict (sign_in) do update set account = excluded.account, challenge = excluded.challenge,
       expires_at = excluded.expires_at`,
    [signIn, accountId, options.challenge, minutesToSignIn],
  );
  return options;
};

const remove = (
  pool: Pool,
  accountId: string,
  { passkey, keepsOne }: Readonly<{ passkey: string; keepsOne: boolean }>,
  record: () => Promise<void>,
): Promise<Removed> =>
  inTransaction(pool, async (client) => {
    const held = await locked(client, accountId);
    const { rowCount } = await client.query(
      'select from issuer.passkeys where account::text = $1 and passkey::text = $2',
      [accountId, passkey],
    );
    if (rowCount !== 1) return 'none';
    if (keepsOne && held === 1 && !(await hasDevice(client, accountId))) return 'last';
    await client.query('delete from issuer.passkeys where passkey::text = $1', [passkey]);
    await handOn(client, accountId, []);
    await record();
    return 'removed';
  });

export const passkeysIn = (pool: Pool, rp: RelyingParty): Passkeys => ({
  of: async (accountId) => ({
    items: (await rowsOf(pool, accountId)).map((row) => heldOf(rp, row)),
    recoveryCodesLeft: await codesLeft(pool, accountId),
  }),
  begin: (of) => begin(pool, rp, of),
  shown: async (ticket) => {
    const { rows } = await pool.query<{ shown: RegistrationShown }>(
      'select shown from issuer.passkeys_begun where ticket = $1 and expires_at > now()',
      [keyOf(ticket)],
    );
    return rows[0]?.shown;
  },
  register: (ticket, response, record) => register(pool, rp, { ticket, response, record }),
  remove: (accountId, of, record) => remove(pool, accountId, of, record),
  offer: (accountId, signIn) => offer(pool, rp, { accountId, signIn }),
  check: (accountId, of) => check(pool, rp, { accountId, ...of }),
  has: async (accountId) => (await rowsOf(pool, accountId)).length > 0,
});
