import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { type Pool } from 'pg';

const sweepEveryMs = 10 * 60 * 1000;
/** Of sign-ins begun and not ended: the latest stay. */
const mostOfStrangers = 20_000;
const sweepEveryWrites = 1_000;
/** For what the issuer saves without an end of its own. */
const longestSeconds = 14 * 24 * 60 * 60;

/** What the issuer names its artifacts by. */
const isOurs = /^[\w-]{1,128}$/;

const findBy = async (
  pool: Pool,
  model: string,
  column: 'id' | `payload ->> 'uid'` | `payload ->> 'userCode'`,
  value: string,
): Promise<AdapterPayload | undefined> => {
  // Named by a caller. Nothing is kept under another, and PostgreSQL would not take every text.
  if (!isOurs.test(value)) return undefined;
  const { rows } = await pool.query<{ payload: AdapterPayload }>(
    `select payload from issuer.artifacts where model = $1 and ${column} = $2 and expires_at > now()`,
    [model, value],
  );
  return rows[0]?.payload;
};

/**
 * Two requests with one code or refresh token: the second gets nothing, however close it comes, and ends what its grant
 * gave. One of the two is not who signed in; without the grant, what the first is about to get is of no use.
 */
const consume = async (pool: Pool, model: string, id: string): Promise<void> => {
  const { rowCount } = await pool.query(
    `update issuer.artifacts
     set payload = payload || jsonb_build_object('consumed', floor(extract(epoch from now())))
     where model = $1 and id = $2 and not payload ? 'consumed'`,
    [model, id],
  );
  if (rowCount === 1) return;
  await pool.query(
    `delete from issuer.artifacts a
     using (select payload ->> 'grantId' as id from issuer.artifacts where model = $1 and id = $2) as taken
     where a.payload ->> 'grantId' = taken.id or (a.model = 'Grant' and a.id = taken.id)`,
    [model, id],
  );
  throw new errors.InvalidGrant('already used; sign in again');
};

const upsert = async (
  pool: Pool,
  key: { model: string; id: string },
  payload: AdapterPayload,
  seconds: number,
) => {
  await pool.query(
    `insert into issuer.artifacts (model, id, payload, expires_at)
     values ($1, $2, $3, now() + make_interval(secs => $4))
     on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
    [key.model, key.id, JSON.stringify(payload), seconds],
  );
};

export const grantsOf = ({ grantId, authorizations = {} }: AdapterPayload): readonly string[] =>
  [grantId, ...Object.values(authorizations).map((one) => one.grantId)].filter((id) => id !== undefined);

/** They give tokens under a grant. */
const givesTokens: ReadonlySet<string> = new Set(['AuthorizationCode', 'RefreshToken']);

/** What gives tokens is saved only while there is one, however late it comes: see signed-out.ts. */
const insertGranted = async (
  pool: Pool,
  key: { model: string; id: string },
  payload: AdapterPayload,
  seconds: number,
) => {
  const { rowCount } = await pool.query(
    `with granted as materialized
       (select from issuer.artifacts where model = 'Grant' and id = any($5::text[]) for key share)
     insert into issuer.artifacts (model, id, payload, expires_at)
     select $1, $2, $3, now() + make_interval(secs => $4) where exists (select from granted)
     on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
    [key.model, key.id, JSON.stringify(payload), seconds, grantsOf(payload)],
  );
  // A session that has ended is kept no more; the sign-in that it came of has its answer.
  if (rowCount !== 1 && key.model !== 'Session')
    throw new errors.InvalidGrant('signed out meanwhile; sign in again');
};

const isSignedIn = (model: string, { accountId }: AdapterPayload): boolean =>
  model === 'Session' && accountId !== undefined;

/** False: it is not there, or not any more. */
const renew = async (
  pool: Pool,
  { model, id }: { model: string; id: string },
  payload: AdapterPayload,
  seconds: number,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update issuer.artifacts set payload = $3, expires_at = now() + make_interval(secs => $4)
     where model = $1 and id = $2`,
    [model, id, JSON.stringify(payload), seconds],
  );
  return rowCount === 1;
};

/** Sessions, interactions, grants, codes and refresh tokens in `issuer.artifacts`; what has expired is swept by writes. */
export const artifactsIn = (pool: Pool): ((model: string) => Adapter) => {
  let sweptAt = 0;
  let writes = 0;
  const sweep = async () => {
    writes += 1;
    if (Date.now() - sweptAt < sweepEveryMs && writes < sweepEveryWrites) return;
    sweptAt = Date.now();
    writes = 0;
    await pool.query('delete from issuer.artifacts where expires_at <= now()');
    await pool.query(
      `delete from issuer.artifacts where (model, id) in
         (select model, id from issuer.artifacts
          where model in ('Interaction', 'Session') and not payload ? 'accountId'
          order by expires_at desc offset $1)`,
      [mostOfStrangers],
    );
  };
  return (model) => ({
    upsert: async (id, payload, expiresIn = longestSeconds) => {
      const key = { model, id };
      if (isSignedIn(model, payload)) {
        if (!(await renew(pool, key, payload, expiresIn))) await insertGranted(pool, key, payload, expiresIn);
      } else await (givesTokens.has(model) ? insertGranted : upsert)(pool, key, payload, expiresIn);
      await sweep();
    },
    find: (id) => findBy(pool, model, 'id', id),
    findByUid: (uid) => findBy(pool, model, `payload ->> 'uid'`, uid),
    findByUserCode: (code) => findBy(pool, model, `payload ->> 'userCode'`, code),
    consume: (id) => consume(pool, model, id),
    destroy: async (id) => {
      await pool.query('delete from issuer.artifacts where model = $1 and id = $2', [model, id]);
    },
    revokeByGrantId: async (grantId) => {
      await pool.query(`delete from issuer.artifacts where model = $1 and payload ->> 'grantId' = $2`, [
        model,
        grantId,
      ]);
    },
  });
};
