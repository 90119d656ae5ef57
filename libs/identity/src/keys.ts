import { randomBytes, randomUUID } from 'node:crypto';
import { inTurn } from '@anjuan/database';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Pool, type PoolClient } from 'pg';

export const signingAlgorithm = 'ES256';

export interface IssuerKeys {
  /** Private keys, the newest first: it signs, the others still verify. */
  readonly signing: JWK[];
  readonly cookies: string[];
}

const newSigningKey = async (id: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: id, alg: signingAlgorithm, use: 'sig' };
};

const stored = async (client: PoolClient): Promise<IssuerKeys> => {
  const signing = await client.query<{ secret: JWK }>(
    `select secret from issuer.keys where purpose = 'signing' order by created_at desc, id`,
  );
  const cookies = await client.query<{ secret: string }>(
    `select secret from issuer.keys where purpose = 'cookies' order by created_at desc, id`,
  );
  return { signing: signing.rows.map((row) => row.secret), cookies: cookies.rows.map((row) => row.secret) };
};

const add = async (client: PoolClient, purpose: 'signing' | 'cookies', id: string, secret: unknown) => {
  await client.query('insert into issuer.keys (id, purpose, secret) values ($1, $2, $3)', [
    id,
    purpose,
    JSON.stringify(secret),
  ]);
};

const storedOrNew = async (client: PoolClient): Promise<IssuerKeys> => {
  const { signing, cookies } = await stored(client);
  if (signing.length === 0) {
    const id = randomUUID();
    await add(client, 'signing', id, await newSigningKey(id));
  }
  if (cookies.length === 0) await add(client, 'cookies', randomUUID(), randomBytes(32).toString('base64url'));
  return stored(client);
};

/** The keys in the database, generated on the first call; two programs starting at once get the same ones. */
export const issuerKeys = async (pool: Pool): Promise<IssuerKeys> => {
  const client = await pool.connect();
  let broken = true;
  try {
    // A lock of the table itself would need the right to change what is in it.
    await client.query(`begin; ${inTurn('issuer keys')}`);
    const keys = await storedOrNew(client);
    await client.query('commit');
    broken = false;
    return keys;
  } finally {
    client.release(broken);
  }
};

/** What may be published of a signing key. */
export const publicPart = ({ kty, crv, x, y, kid, alg, use }: JWK): JWK => {
  if (kty === undefined || crv === undefined || x === undefined || y === undefined) {
    throw new Error('A signing key in issuer.keys is not an EC key; delete its row and start again.');
  }
  return { kty, crv, x, y, ...(kid && { kid }), ...(alg && { alg }), ...(use && { use }) };
};
