/** Which second factors an account has, one change of them after the other. */
import { type Pool, type PoolClient } from 'pg';
import { type RelyingParty } from './webauthn.js';

export const hasDevice = async (client: Pool | PoolClient, accountId: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    'select from issuer.second_factors where account::text = $1 and enrolled_at is not null',
    [accountId],
  );
  return rowCount === 1;
};

/**
 * One change of an account's factors after the other. False: there is no such account, or its password was changed or its
 * factors taken back after `since`.
 */
export const locked = async (client: PoolClient, accountId: string, since?: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from issuer.accounts
     where id::text = $1 and ($2::timestamptz is null or password_changed_at = $2::timestamptz)
     for no key update`,
    [accountId, since ?? null],
  );
  return rowCount === 1;
};

export const passkeysHeld = async (client: PoolClient, accountId: string): Promise<number> => {
  const { rows } = await client.query<{ held: number }>(
    'select count(*)::int as held from issuer.passkeys where account::text = $1',
    [accountId],
  );
  return rows[0]?.held ?? 0;
};

/** One of another host name than the program's signs nobody in. `but`: one that is about to go. */
export const hasUsable = async (
  client: PoolClient,
  { id }: RelyingParty,
  { accountId, but = '' }: Readonly<{ accountId: string; but?: string }>,
): Promise<boolean> => {
  const { rowCount } = await client.query(
    'select from issuer.passkeys where account::text = $1 and rp = $2 and passkey::text <> $3 limit 1',
    [accountId, id, but],
  );
  return rowCount === 1;
};
