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

const selected = `select passkey, credential, account, name, rp, public_key as "publicKey", transports, hardware,
            registered_at as "registeredAt", used_at as "usedAt" from issuer.passkeys`;

export const rowsOf = async (pool: Pool, accountId: string): Promise<readonly Row[]> => {
  const { rows } = await pool.query<Row>(
    `${selected} where account::text = $1 order by registered_at, passkey`,
    [accountId],
  );
  return rows;
};

/** Of this host name; whose it is, the row says. */
export const rowNamed = async (
  pool: Pool,
  credential: string,
  { id }: RelyingParty,
): Promise<Row | undefined> => {
  const { rows } = await pool.query<Row>(`${selected} where credential = $1 and rp = $2`, [credential, id]);
  return rows[0];
};

/** What a browser is told of those of this host name. */
export const known = (rows: readonly Row[], rp: RelyingParty) =>
  rows.filter((row) => row.rp === rp.id).map(({ credential: id, transports }) => ({ id, transports }));
