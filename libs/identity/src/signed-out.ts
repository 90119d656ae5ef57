/**
 * What ends with a password, and why no token is left of it.
 *
 * The account is locked from before the instant that the registry records until the new password is stored. A token is
 * handed out only after `isGranted` has found the account free and, after that, its grant still there. So each token is
 * either seen free before the lock, and then it was issued before the recorded instant, which refuses it; or it is seen
 * free after the change, and then its grant is gone and it is handed to nobody. While the account is locked there are
 * none. A process that ends in between leaves the lock to the database, which lifts it.
 */
import { type Pool, type PoolClient } from 'pg';

const ignored = () => undefined;

/** In one transaction of a connection of its own: whoever changes several accounts does it in turn, or there is none left to record with. */
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
 * Sessions, refresh tokens and sign-ins not yet followed end, but the one session. The grants go first: what is being
 * saved under one of them (artifacts.ts) is waited for, and the second statement sees it.
 */
export const signOut = async (client: PoolClient, id: string, session: string | undefined): Promise<void> => {
  await client.query(`delete from issuer.artifacts where model = 'Grant' and payload ->> 'accountId' = $1`, [
    id,
  ]);
  await client.query(
    `delete from issuer.artifacts
     where (payload ->> 'accountId' = $1
            and not (model = 'Session' and payload ->> 'uid' is not distinct from $2::text))
        or (model = 'Interaction' and payload #>> '{result,login,accountId}' = $1)`,
    [id, session ?? null],
  );
};

/** Whether a token of that grant may be handed out. Waits for nobody: who waits keeps a connection that the change may need. */
export const isGranted = async (
  pool: Pool,
  { accountId, grantId }: Readonly<{ accountId: string; grantId: string }>,
): Promise<boolean> => {
  const { rowCount: free } = await pool.query(
    'select from issuer.accounts where id::text = $1 for key share skip locked',
    [accountId],
  );
  if (free !== 1) return false;
  const { rowCount } = await pool.query(
    `select from issuer.artifacts where model = 'Grant' and id = $1 and expires_at > now()`,
    [grantId],
  );
  return rowCount === 1;
};
