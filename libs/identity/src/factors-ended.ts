/** What of the second factors of an account ends. */
import { type PoolClient } from 'pg';

/** All of them, and what was begun. */
export const withoutFactors = async (client: PoolClient, id: string): Promise<void> => {
  for (const table of [
    'second_factors',
    'passkeys',
    'recovery_codes',
    'passkey_challenges',
    'passkeys_begun',
  ] as const)
    await client.query(`delete from issuer.${table} where account = $1::uuid`, [id]);
};

/**
 * The codes of its resets are of no use any more, but for that one: a second factor was registered, or another secret
 * given. Each row stays, so that none is good again.
 */
export const endReset = async (client: PoolClient, accountId: string, but = ''): Promise<void> => {
  await client.query(
    `update issuer.factor_resets set code = null, sign_in = null
     where account::text = $1 and reset <> $2 and code is not null`,
    [accountId, but],
  );
};
