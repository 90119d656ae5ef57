/** Passkeys of a person: several, each with a name, as a second factor besides the password. */
import { randomUUID } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { endReset } from './factors-ended.js';
import { hasDevice, hasUsable, locked, passkeysHeld } from './held-factors.js';
import type { SignedInBefore } from './holders.js';
import { codesLeft, giveCodes, handOn } from './recovery-codes.js';
import { type Assertion, check, checkAlone, offer, offerAlone } from './passkey-checks.js';
import { type Row, rowsOf } from './passkey-rows.js';
import {
  begin,
  type Begin,
  type Begun,
  begunBy,
  type BegunPasskey,
  endTicket,
  mostPasskeys,
  type RegistrationShown,
} from './passkeys-begun.js';
import { inTransaction } from './signed-out.js';
import {
  registered,
  type AloneOptions,
  type Registered,
  type RelyingParty,
  type RequestOptions,
} from './webauthn.js';

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
/** The recovery codes that came with the first factor, shown once. */
export type RegistrationDone = Pick<RegistrationShown, 'returnTo'> & Readonly<{ codes: readonly string[] }>;
export type Removed = 'removed' | 'none' | 'last';

/** Called before it takes effect; false: the account is not its person's any more. */
type Record = (
  of: Readonly<{ account: string; passkey: string; signIn: SignedInBefore }>,
) => Promise<boolean>;
export interface Passkeys {
  of(accountId: string): Promise<Readonly<{ items: readonly HeldPasskey[]; recoveryCodesLeft: number }>>;
  /** `ticket` opens the page of the registration, once. `no-name`: the program's address has no host name. */
  begin(of: Begin): Promise<BegunPasskey | 'no-name' | 'too-many'>;
  shown(ticket: string): Promise<RegistrationShown | undefined>;
  /** Ends the ticket, whatever comes of it. */
  register(ticket: string, response: string, record: Record): Promise<RegistrationDone | undefined>;
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
  /** As `offer`, of whichever account has one on the device. */
  offerAlone(signIn: string): Promise<AloneOptions | undefined>;
  /** Whose it is, and its methods: `mfa` among them where the device has checked who uses it. */
  checkAlone(
    of: Assertion,
  ): Promise<'wrong' | Readonly<{ account: string; methods: readonly string[] | 'cloned' }>>;
  has(accountId: string): Promise<boolean>;
}

const heldOf = ({ id }: RelyingParty, row: Row): HeldPasskey => ({
  ...{ passkey: row.passkey, name: row.name, registeredAt: row.registeredAt.toISOString() },
  ...(row.usedAt && { usedAt: row.usedAt.toISOString() }),
  ...{ synced: !row.hardware, usable: row.rp === id },
});

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

/** Somebody with the password alone may have begun it, and would be asked for nothing else. */
const endBegunDevice = async (client: PoolClient, accountId: string): Promise<void> => {
  await client.query('delete from issuer.second_factors where account::text = $1 and enrolled_at is null', [
    accountId,
  ]);
};

/** What was recorded and is not stored would be a passkey that there is not: then the transaction is undone. */
class NotStored extends Error {}

/** All under the lock: a reset, another password or the end of the session comes before it or after it. */
const stored = (
  pool: Pool,
  rp: RelyingParty,
  {
    ticket,
    begun,
    made,
    record,
  }: Readonly<{ ticket: string; begun: Begun; made: Registered; record: Record }>,
): Promise<RegistrationDone | undefined> =>
  inTransaction(pool, async (client) => {
    const { account, signIn, shown, since } = begun;
    const passkey = randomUUID();
    if (!(await locked(client, account, since)) || !(await endTicket(client, ticket))) return undefined;
    const held = await passkeysHeld(client, account);
    if (shown.first && (held > 0 || (await hasDevice(client, account)))) return undefined;
    if (held >= mostPasskeys || !(await store(client, begun, { rp, passkey, made }))) return undefined;
    const codes = held === 0 ? await giveCodes(client, account) : [];
    if (held === 0) await endBegunDevice(client, account);
    await endReset(client, account);
    if (!(await record({ account, passkey, signIn }))) throw new NotStored();
    return { codes, ...(shown.returnTo !== undefined && { returnTo: shown.returnTo }) };
  });

const register = async (
  pool: Pool,
  rp: RelyingParty,
  { ticket, response, record }: Readonly<{ ticket: string; response: string; record: Record }>,
): Promise<RegistrationDone | undefined> => {
  try {
    const begun = await begunBy(pool, ticket);
    const made = begun && (await registered(response, { rp, challenge: begun.shown.options.challenge }));
    return made && (await stored(pool, rp, { ticket, begun, made, record }));
  } catch (error) {
    if (error instanceof NotStored) return undefined;
    throw error;
  } finally {
    await endTicket(pool, ticket);
  }
};

const remove = (
  { pool, rp }: Readonly<{ pool: Pool; rp: RelyingParty }>,
  accountId: string,
  { passkey, keepsOne }: Readonly<{ passkey: string; keepsOne: boolean }>,
  record: () => Promise<void>,
): Promise<Removed> =>
  inTransaction(pool, async (client) => {
    await locked(client, accountId);
    const { rowCount } = await client.query(
      'select from issuer.passkeys where account::text = $1 and passkey::text = $2',
      [accountId, passkey],
    );
    if (rowCount !== 1) return 'none';
    const others = await hasUsable(client, rp, { accountId, but: passkey });
    if (keepsOne && !others && !(await hasDevice(client, accountId))) return 'last';
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
  shown: async (ticket) => (await begunBy(pool, ticket))?.shown,
  register: (ticket, response, record) => register(pool, rp, { ticket, response, record }),
  remove: (accountId, of, record) => remove({ pool, rp }, accountId, of, record),
  offer: (accountId, signIn) => offer(pool, rp, { accountId, signIn }),
  check: (accountId, of) => check(pool, rp, { accountId, ...of }),
  offerAlone: (signIn) => offerAlone(pool, rp, signIn),
  checkAlone: (of) => checkAlone(pool, rp, of),
  has: async (accountId) => (await rowsOf(pool, accountId)).length > 0,
});
