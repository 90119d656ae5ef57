/** Registrations of passkeys that were begun: one of an account at a time, each by a ticket that is good once. */
import { hash, randomBytes } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { hasDevice } from './held-factors.js';
import type { SignedInBefore } from './holders.js';
import { known, rowsOf } from './passkey-rows.js';
import { sessionsIn } from './sessions.js';
import { creationOptions, hasNoName, type CreationOptions, type RelyingParty } from './webauthn.js';

export const mostPasskeys = 10;
const minutesToRegister = 10;

export type BegunPasskey = Readonly<{ ticket: string; expiresAt: string }>;
/** What the page of a registration begun shows. */
export type RegistrationShown = Readonly<{
  login: string;
  name: string;
  options: CreationOptions;
  /** The page of the sign-in that waits for it. */
  returnTo?: string;
  /** Begun by the password alone, for there was no factor: of no use once there is one. */
  first?: boolean;
}>;
/**
 * `since`: which password was right, see `Accounts.isStill`; with another the ticket is void. `session`: in which it was
 * begun, and ends with it; absent where nobody is signed in yet.
 */
export type Begin = Readonly<{
  accountId: string;
  login: string;
  name: string;
  signIn: SignedInBefore;
  since: string;
  session?: string;
  returnTo?: string;
}>;

const keyOf = (ticket: string): string => hash('sha256', ticket, 'hex');
export const begin = async (
  pool: Pool,
  rp: RelyingParty,
  { accountId, login, name, signIn, since, session, returnTo }: Begin,
): Promise<BegunPasskey | 'no-name' | 'too-many'> => {
  if (hasNoName(rp)) return 'no-name';
  const rows = await rowsOf(pool, accountId);
  if (rows.length >= mostPasskeys) return 'too-many';
  const first = rows.length === 0 && !(await hasDevice(pool, accountId));
  const options = await creationOptions(rp, { accountId, login, known: known(rows, rp) });
  const ticket = randomBytes(32).toString('base64url');
  const found = await pool.query<{ until: Date }>(
    `insert into issuer.passkeys_begun as b (account, ticket, shown, sign_in, since, session, expires_at)
     values ($1::uuid, $2, $3, $4, $5::timestamptz, $6, now() + make_interval(mins => $7))
     on conflict (account) do update set ticket = excluded.ticket, shown = excluded.shown,
       sign_in = excluded.sign_in, since = excluded.since, session = excluded.session, expires_at = excluded.expires_at
     returning expires_at as until`,
    [
      accountId,
      keyOf(ticket),
      JSON.stringify({ login, name, options, first, ...(returnTo !== undefined && { returnTo }) }),
      JSON.stringify(signIn),
      since,
      session ?? null,
      minutesToRegister,
    ],
  );
  return { ticket, expiresAt: (found.rows[0]?.until ?? new Date()).toISOString() };
};

export type Begun = Readonly<{
  account: string;
  shown: RegistrationShown;
  signIn: SignedInBefore;
  since: string;
}>;

/** Undefined: it was used, has expired, or the session in which it was begun is over. */
export const begunBy = async (pool: Pool, ticket: string): Promise<Begun | undefined> => {
  const { rows } = await pool.query<Begun & { session: string | null }>(
    `select account, shown, sign_in as "signIn", since::text, session
     from issuer.passkeys_begun where ticket = $1 and expires_at > now() and since is not null`,
    [keyOf(ticket)],
  );
  const [begun] = rows;
  if (!begun) return undefined;
  const { session, ...rest } = begun;
  return session === null || (await sessionsIn(pool).isOpen(session)) ? rest : undefined;
};

/** False: it has ended meanwhile. */
export const endTicket = async (client: Pool | PoolClient, ticket: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    'delete from issuer.passkeys_begun where ticket = $1 and expires_at > now()',
    [keyOf(ticket)],
  );
  return rowCount === 1;
};
