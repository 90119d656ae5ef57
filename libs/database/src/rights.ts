import type pg from 'pg';
import { inTurn } from './in-turn.js';
import { NoDatabase } from './no-database.js';

/**
 * What the program's role may do, table by table: the record can be read and added to. Views are derived from it: their
 * tables are the program's own.
 */
const rights: Readonly<Record<string, readonly string[]>> = {
  'anjuan.format': ['SELECT'],
  'ledger.form': ['SELECT'],
  'ledger.log': ['SELECT', 'INSERT'],
  'ledger.streams': ['SELECT', 'INSERT'],
  'ledger.log_head': ['SELECT', 'UPDATE'],
  // A disclosure can be erased.
  'ledger.disclosures': ['SELECT', 'INSERT', 'DELETE'],
  'ledger.incarnations': ['SELECT'],
  'eventstoredb.head': ['SELECT', 'UPDATE'],
  'eventstoredb.commands': ['SELECT', 'INSERT'],
  'eventstoredb.outbox': ['SELECT', 'INSERT', 'DELETE'],
  'eventstoredb.disclosures': ['SELECT', 'INSERT', 'DELETE'],
  'documents.file': ['SELECT', 'INSERT'],
  'documents.upload': ['SELECT', 'INSERT'],
  'documents.hidden': ['SELECT', 'INSERT'],
  'documents.kept_in': ['SELECT', 'UPDATE'],
  'documents.day_of_person': ['SELECT', 'INSERT', 'UPDATE'],
  // Written by programs before this one alone, which do not start on a database of this one.
  'audit.attempt': ['SELECT'],
  'issuer.accounts': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.wrong_tries': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.tries': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.second_factors': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.passkeys': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.recovery_codes': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.passkeys_begun': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.passkey_challenges': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.factor_resets': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  'issuer.sign_ins': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  // A role that could replace a key could sign in as anybody: only the owner deletes keys.
  'issuer.keys': ['SELECT', 'INSERT'],
  'issuer.artifacts': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
};

/** Of `rights`, those that hold what may only be added to. */
const permanent = Object.keys(rights).filter((table) => !table.startsWith('issuer.'));
const changes = ['UPDATE', 'DELETE', 'TRUNCATE'] as const;

type Queryable = Pick<pg.Pool | pg.ClientBase, 'query'>;

export const roleOf = async (database: Queryable): Promise<string> =>
  (await database.query<{ role: string }>('SELECT current_user AS role')).rows[0]?.role ?? '';

/**
 * Gives the program's role its rights, and takes others away; by the owner, after each migration. Programs that start
 * at once do it in turn, and where nothing differs nothing is changed.
 * @throws NoDatabase when the owner may not hand tables over to that role
 */
export const giveRights = async (owner: pg.Pool, program: string): Promise<void> => {
  const client = await owner.connect();
  try {
    await client.query(`BEGIN; ${inTurn('anjuan rights')}`);
    await mustBeMember(client, program);
    for (const change of await missing(client, program)) await client.query(change);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};

const mustBeMember = async (client: pg.ClientBase, program: string): Promise<void> => {
  const { rows } = await client.query<{ member: boolean; owner: string }>(
    `SELECT pg_has_role($1, 'USAGE') AS member, current_user AS owner`,
    [program],
  );
  if (rows[0]?.member === true) return;
  const cure = `GRANT "${program}" TO "${rows[0]?.owner ?? ''}"`;
  throw new NoDatabase(
    `数据库无法使用：DATABASE_OWNER_URL 的账号须能将列表的表交给程序的账号，请执行 ${cure}。The database cannot be used: the account of DATABASE_OWNER_URL must be able to hand the tables of the lists over to the program's, run ${cure}.`,
  );
};

// Finds out first which statements are needed: granting a right again would wait for every user of the table.
const missing = async (client: pg.ClientBase, program: string): Promise<readonly string[]> => {
  const wanted = Object.entries(rights).flatMap(([table, some]) => some.map((right) => ({ table, right })));
  const { rows } = await client.query<{ change: string }>(
    `WITH wanted AS (
       SELECT to_regclass(t) AS oid, r AS privilege FROM unnest($2::text[], $3::text[]) AS w(t, r)
     ), schemas AS (
       SELECT n.oid, n.nspname, n.nspacl FROM pg_namespace n
       WHERE n.nspname IN ('views', 'anjuan', 'ledger', 'eventstoredb', 'documents', 'audit', 'issuer')
     ), found AS (
       SELECT c.oid, a.privilege_type AS privilege, c.relkind FROM pg_class c
       JOIN schemas n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
       WHERE a.grantee = to_regrole(quote_ident($1)) AND n.nspname <> 'views' AND c.relkind IN ('r', 'v', 'p')
     )
     SELECT format('GRANT USAGE ON SCHEMA %I TO %I', nspname, $1::text) AS change FROM schemas
       WHERE NOT has_schema_privilege($1, oid, 'USAGE')
     UNION ALL SELECT format('GRANT CREATE ON SCHEMA %I TO %I', nspname, $1::text) FROM schemas
       WHERE nspname = 'views' AND NOT has_schema_privilege($1, oid, 'CREATE')
     UNION ALL SELECT format('REVOKE %s ON %s FROM %I', privilege, oid::regclass, $1::text) FROM found f
       WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.oid = f.oid AND w.privilege = f.privilege)
     UNION ALL SELECT format('GRANT %s ON %s TO %I', privilege, oid::regclass, $1::text) FROM wanted w
       WHERE oid IS NOT NULL AND NOT EXISTS (SELECT FROM found f WHERE w.oid = f.oid AND w.privilege = f.privilege)
     UNION ALL SELECT format('ALTER TABLE %s OWNER TO %I', c.oid::regclass, $1::text) FROM pg_class c
       JOIN schemas n ON n.oid = c.relnamespace
       WHERE n.nspname = 'views' AND c.relkind IN ('r', 'v') AND c.relowner <> to_regrole(quote_ident($1))`,
    [program, wanted.map(({ table }) => table), wanted.map(({ right }) => right)],
  );
  return rows.map(({ change }) => change);
};

/**
 * By what the role could change or remove what was recorded, or pass the walls between agencies; empty: by nothing. A
 * right that it has through another role counts, and so does one it could take.
 */
export const waysToRewrite = async (program: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await program.query<{ way: string }>(
    `WITH kept AS (
       SELECT c.oid, c.relowner, c.relnamespace FROM unnest($1::text[]) AS t
       JOIN pg_class c ON c.oid = to_regclass(t)
     )
     SELECT 'superuser' AS way FROM pg_roles WHERE rolname = current_user AND rolsuper
     UNION ALL SELECT 'CREATEROLE' FROM pg_roles WHERE rolname = current_user AND rolcreaterole
     UNION ALL SELECT CASE rolname WHEN current_user THEN '' ELSE 'member of ' || rolname || ', ' END || 'BYPASSRLS'
       FROM pg_roles WHERE (rolbypassrls OR rolsuper) AND pg_has_role(oid, 'MEMBER')
     UNION ALL SELECT 'owner of database ' || datname FROM pg_database
       WHERE datname = current_database() AND pg_has_role(datdba, 'MEMBER')
     UNION ALL SELECT 'member of ' || rolname FROM pg_roles
       WHERE rolname IN ('pg_write_server_files', 'pg_execute_server_program') AND pg_has_role(oid, 'MEMBER')
     UNION ALL SELECT 'owner of ' || oid::regclass FROM kept WHERE pg_has_role(relowner, 'MEMBER')
     UNION ALL SELECT 'owner of schema ' || nspname FROM pg_namespace
       WHERE oid IN (SELECT relnamespace FROM kept) AND pg_has_role(nspowner, 'MEMBER')
     UNION ALL SELECT 'CREATE on schema ' || nspname FROM pg_namespace
       WHERE oid IN (SELECT relnamespace FROM kept) AND has_schema_privilege(oid, 'CREATE')
     UNION ALL SELECT 'owner of function ' || oid::regprocedure FROM pg_proc
       WHERE pronamespace IN (SELECT relnamespace FROM kept) AND pg_has_role(proowner, 'MEMBER')
     UNION ALL SELECT privilege || ' on ' || oid::regclass FROM kept, unnest($2::text[]) AS privilege
       WHERE has_table_privilege(oid, privilege)
         AND NOT EXISTS (SELECT FROM unnest($3::text[], $4::text[]) AS given(t, p)
           WHERE to_regclass(t) = kept.oid AND p = privilege)
     UNION ALL SELECT 'UPDATE on columns of ' || oid::regclass FROM kept
       WHERE has_any_column_privilege(oid, 'UPDATE') AND NOT has_table_privilege(oid, 'UPDATE')`,
    [permanent, [...changes, 'TRIGGER'], ...given(['UPDATE', 'DELETE'])],
  );
  const ways = rows.map(({ way }) => way);
  // All the others follow from it.
  if (ways.includes('superuser')) return ['superuser'];
  return (await mayPassTriggers(program)) ? [...ways, 'SET session_replication_role'] : ways;
};

const given = (some: readonly string[]): readonly [string[], string[]] => {
  const pairs = Object.entries(rights).flatMap(([table, all]) =>
    all.filter((right) => some.includes(right)).map((right) => [table, right] as const),
  );
  return [pairs.map(([table]) => table), pairs.map(([, right]) => right)];
};

/** A setting can be granted since PostgreSQL 15. */
const mayPassTriggers = async (program: pg.Pool): Promise<boolean> => {
  const { rows } = await program.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  if (Number(rows[0]?.version) < 150_000) return false;
  const may = await program.query<{ may: boolean }>(
    `SELECT has_parameter_privilege('session_replication_role', 'SET') AS may`,
  );
  return may.rows[0]?.may ?? false;
};
