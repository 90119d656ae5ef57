/**
 * What ends with a password, or with a reset of second factors (which counts as another password here), and why no token
 * is left of it.
 *
 * The account is locked from before the instant that the registry records until the new password is stored. A request
 * for tokens notes which password there is, then uses up its code or refresh token, issues, and hands out only after
 * `isStill` has found the account free and the password the one it noted. If that was before the lock, the token was
 * issued before the recorded instant, which refuses it. While the account is locked, none is handed out. After the
 * change the password is another; and who noted the new one comes too late to use up what ended with the old, or to save
 * anything under its grant (artifacts.ts). A process that ends in between leaves the lock to the database, which lifts
 * it.
 */
import { type Pool, type PoolClient } from 'pg';

const ignored = () => undefined;

/** One transaction on its own connection. Change several accounts in turn, or no connection is left to record with. */
export const inTransaction = async <Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  // The query that needs the connection reports its end.
  client.on('error', ignored);
  let broken = true;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    broken = false;
    return result;
  } finally {
    if (!broken) client.off('error', ignored);
    client.release(broken);
  }
};

/**
 * Sessions, refresh tokens, registrations begun and sign-ins not yet followed end, but the one session. The grants go first: what is being
 * saved under one of them (artifacts.ts) is waited for, and the second statement sees it.
 */
export const signOut = async (client: PoolClient, id: string, session: string | undefined): Promise<void> => {
  await client.query(`delete from issuer.artifacts where model = 'Grant' and payload ->> 'accountId' = $1`, [
    id,
  ]);
  await client.query('delete from issuer.passkeys_begun where account::text = $1', [id]);
  await client.query(
    `delete from issuer.artifacts
     where (payload ->> 'accountId' = $1
            and not (model = 'Session' and payload ->> 'uid' is not distinct from $2::text))
        or (model = 'Interaction' and payload #>> '{result,login,accountId}' = $1)`,
    [id, session ?? null],
  );
};
