/** Ten codes for when every device is lost, each good once; only hashes of them are kept. */
import { hash, randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import { type Pool, type PoolClient } from 'pg';

const many = 10;

/** 80 bits: too many to be tried, so that a plain hash keeps them. */
export const newCode = (): string => new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32;
export const newCodes = (): readonly string[] => Array.from({ length: many }, newCode);
export const kept = (code: string): string => hash('sha256', code, 'hex');
export const shown = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

/** Those of an account that has passkeys; codes that came with a device are kept with it. */
export const giveCodes = async (client: PoolClient, accountId: string): Promise<readonly string[]> => {
  const codes = newCodes();
  const { rowCount } = await client.query(
    `insert into issuer.recovery_codes (account, codes)
     select $1::uuid, $2 where not exists
       (select from issuer.second_factors where account = $1::uuid and enrolled_at is not null)
     on conflict do nothing`,
    [accountId, codes.map(kept)],
  );
  return rowCount === 1 ? codes.map(shown) : [];
};

/** The device goes, and passkeys are left: its codes are good for them. Else all codes end. */
export const handOn = async (
  client: PoolClient,
  accountId: string,
  left: readonly string[],
): Promise<void> => {
  await client.query(
    `insert into issuer.recovery_codes as r (account, codes) values ($1::uuid, $2)
     on conflict (account) do update set codes = r.codes || excluded.codes`,
    [accountId, left],
  );
  await client.query(
    `delete from issuer.recovery_codes where account = $1::uuid
       and not exists (select from issuer.passkeys where account = $1::uuid)
       and not exists (select from issuer.second_factors where account = $1::uuid and enrolled_at is not null)`,
    [accountId],
  );
};

/** Of two that come with one code at the same moment, one is good. */
export const useCode = async (pool: Pool, accountId: string, code: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update issuer.recovery_codes set codes = array_remove(codes, $2)
     where account::text = $1 and $2 = any(codes)`,
    [accountId, kept(code)],
  );
  return rowCount === 1;
};

export const codesLeft = async (pool: Pool, accountId: string): Promise<number> => {
  const { rows } = await pool.query<{ left: number }>(
    `select coalesce(sum(cardinality(codes)), 0)::int as left from (
       select codes from issuer.recovery_codes where account::text = $1
       union all
       select recovery from issuer.second_factors where account::text = $1 and enrolled_at is not null) as all_codes`,
    [accountId],
  );
  return rows[0]?.left ?? 0;
};
