import { type Pool } from 'pg';
import { type RelyingParty } from './webauthn.js';

export type Row = Readonly<{
  passkey: string;
  credential: string;
  account: string;
  name: string;
  rp: string;
  publicKey: Buffer;
  transports: readonly string[];
  hardware: boolean;
  registeredAt: Date;
  usedAt: Date | null;
}>;

export const rowsOf = async (pool: Pool, accountId: string): Promise<readonly Row[]> => {
  const { rows } = await pool.query<Row>(
    `select passkey, credential, account, name, rp, public_key as "publicKey", transports, hardware,
            registered_at as "registeredAt", used_at as "usedAt"
     from issuer.passkeys where account::text = $1 order by registered_at, passkey`,
    [accountId],
  );
  return rows;
};

/** What a browser is told of those of this host name. */
export const known = (rows: readonly Row[], rp: RelyingParty) =>
  rows.filter((row) => row.rp === rp.id).map(({ credential: id, transports }) => ({ id, transports }));
