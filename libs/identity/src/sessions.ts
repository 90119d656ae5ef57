/** Where somebody is signed in: the sessions of the built-in issuer, which their person sees and ends. */
import { type Pool, type PoolClient } from 'pg';
import { inTransaction } from './signed-out.js';

/** Where a sign-in came from: `program` as the browser names itself. */
export type From = Readonly<{ address: string; program: string }>;

export type Session = Readonly<{
  session: string;
  signedInAt: string;
  methods: readonly string[];
  /** Absent: of a program before this one. */
  from?: From;
}>;

export interface Sessions {
  /** Those of the account that are open, the latest first. */
  of(accountId: string): Promise<readonly Session[]>;
  /** With its refresh tokens; its access tokens are refused within a minute. False: the account has no such session. */
  end(accountId: string, session: string): Promise<boolean>;
  endAll(accountId: string): Promise<void>;
  isOpen(session: string): Promise<boolean>;
}

const longestProgram = 200;
const lastingDays = 1;
const mostShown = 200;

/** What browsers say of themselves may be anything. */
export const programOf = (userAgent: string | undefined): string =>
  (userAgent ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, longestProgram);

/** Written down with the sign-in that a session came of, or that renewed it. */
export const noteSignIn = async (pool: Pool, session: string, { address, program }: From): Promise<void> => {
  await pool.query(
    `insert into issuer.sign_ins (session, address, program) values ($1, $2, $3)
     on conflict (session) do update set address = excluded.address, program = excluded.program, at = now()`,
    [session, address, program],
  );
  await pool.query(
    `delete from issuer.sign_ins s where s.at < now() - make_interval(days => $1) and not exists
       (select from issuer.artifacts a where a.model = 'Session' and a.payload ->> 'uid' = s.session)`,
    [lastingDays],
  );
};

type Row = Readonly<{
  session: string;
  signedInAt: number;
  methods: readonly string[] | null;
  address: string | null;
  program: string | null;
}>;

const open = `a.model = 'Session' and a.expires_at > now()`;

const sessionOf = ({ session, signedInAt, methods, address, program }: Row): Session => ({
  session,
  signedInAt: new Date(signedInAt * 1000).toISOString(),
  methods: methods ?? [],
  ...(address !== null && program !== null && { from: { address, program } }),
});

/** Of which the browser has not gone on yet: it would be a session again. */
const endSignInsBegun = async (client: PoolClient, accountId: string): Promise<void> => {
  await client.query(
    `delete from issuer.artifacts where model = 'Interaction' and payload #>> '{result,login,accountId}' = $1`,
    [accountId],
  );
};

/** Of the account, or of the one session. */
const endPasskeysBegun = async (client: PoolClient, accountId: string, session?: string): Promise<void> => {
  await client.query(
    'delete from issuer.passkeys_begun where account::text = $1 and ($2::text is null or session = $2)',
    [accountId, session ?? null],
  );
};

/**
 * Grants first, as in signed-out.ts; sessions by what stays the same of them, see session-renamed.ts. Of every session of
 * the account where none is named, and what is about to be one.
 */
const end = (pool: Pool, accountId: string, session?: string): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ uid: string; grants: readonly string[] }>(
      `select a.payload ->> 'uid' as uid, array(select value ->> 'grantId' from jsonb_each(coalesce(a.payload -> 'authorizations', '{}'))
         where value ->> 'grantId' is not null) as grants
       from issuer.artifacts a
       where ${open} and a.payload ->> 'accountId' = $1 and ($2::text is null or a.payload ->> 'uid' = $2)`,
      [accountId, session ?? null],
    );
    const grants = rows.flatMap((row) => row.grants);
    await client.query(`delete from issuer.artifacts where model = 'Grant' and id = any($1)`, [grants]);
    await client.query(
      `delete from issuer.artifacts
       where (model = 'Session' and payload ->> 'uid' = any($1)) or payload ->> 'grantId' = any($2)`,
      [rows.map(({ uid }) => uid), grants],
    );
    await endPasskeysBegun(client, accountId, session);
    if (session === undefined) await endSignInsBegun(client, accountId);
    return rows.length > 0;
  });

export const sessionsIn = (pool: Pool): Sessions => {
  return {
    of: async (accountId) => {
      const { rows } = await pool.query<Row>(
        `select a.payload ->> 'uid' as session, (a.payload ->> 'loginTs')::float8 as "signedInAt",
                a.payload -> 'amr' as methods, s.address, s.program
         from issuer.artifacts a left join issuer.sign_ins s on s.session = a.payload ->> 'uid'
         where ${open} and a.payload ->> 'accountId' = $1
         order by 2 desc, 1 limit $2`,
        [accountId, mostShown],
      );
      return rows.map(sessionOf);
    },
    end: (accountId, session) => end(pool, accountId, session),
    endAll: async (accountId) => {
      await end(pool, accountId);
    },
    isOpen: async (session) => {
      const { rowCount } = await pool.query(
        `select from issuer.artifacts a where ${open} and a.payload ->> 'uid' = $1`,
        [session],
      );
      return rowCount !== 0;
    },
  };
};
