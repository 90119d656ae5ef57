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

/** A second factor was registered, or another secret given: the code is of no use any more. */
export const endReset = async (client: PoolClient, accountId: string): Promise<void> => {
  await client.query('update issuer.factor_resets set code = null, sign_in = null where account::text = $1', [
    accountId,
  ]);
};
