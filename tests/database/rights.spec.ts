/** The program's role can read the record and add to it; no statement that it may send changes what is there. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NoDatabase } from '@anjuan/database';
import { startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import pg from 'pg';
import request from 'supertest';
import { anjuan } from '../backup/command.js';
import { unpacked } from '../support/fixtures.js';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { administrator, registerAgency, startApi, type Api } from '../support/api.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

type Queryable = Pick<pg.Client, 'query'>;
const as = async <T>(config: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
const urlOf = ({ host = '', user = '', database = '' }: pg.PoolConfig): string =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`;

let roles = 0;
/** A database of two roles, as docs/configuration.md says how to make one. */
const twoRoles = async (cure = true) => {
  const superuser = await testDatabase();
  const [owner, program] = [`bureau_owner_${String(++roles)}`, `bureau_${String(roles)}`];
  await as(superuser, async (client) => {
    await client.query(`CREATE ROLE ${owner} LOGIN; CREATE ROLE ${program} LOGIN`);
    await client.query(`ALTER DATABASE ${superuser.database ?? ''} OWNER TO ${owner}`);
    if (cure) await client.query(`GRANT ${program} TO ${owner}`);
  });
  const env = {
    DATABASE_URL: urlOf({ ...superuser, user: program }),
    DATABASE_OWNER_URL: urlOf({ ...superuser, user: owner }),
  };
  return { superuser, owner, program, env };
};

const permanent = [
  'ledger.log',
  'ledger.streams',
  'ledger.incarnations',
  'audit.attempt',
  'documents.file',
  'documents.upload',
  'documents.hidden',
];
/** Each is to be refused. `THE_OWNER` is the role that owns the tables. */
const attempts = [
  ...permanent.flatMap((table) => [
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
    `DROP TABLE ${table} CASCADE`,
    `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
    `ALTER TABLE ${table} OWNER TO CURRENT_USER`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE RULE nothing AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
    `CREATE TRIGGER other BEFORE INSERT ON ${table} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  ]),
  "UPDATE ledger.log SET bytes = ''",
  'UPDATE ledger.log SET stream = 1, revision = 100',
  "INSERT INTO ledger.log SELECT * FROM ledger.log ON CONFLICT (position) DO UPDATE SET bytes = ''",
  "UPDATE ledger.streams SET name = name || '!'",
  'UPDATE ledger.disclosures SET kind = kind',
  'TRUNCATE ledger.disclosures',
  'DELETE FROM ledger.log_head',
  'INSERT INTO ledger.incarnations (number, after) VALUES (99, 0)',
  'SELECT ledger.begin_incarnation()',
  "UPDATE audit.attempt SET person = 'nobody'",
  "INSERT INTO audit.attempt (at, agency, person, capacity, act, provisions) VALUES (now(), 'a', 'p', 'c', 'x', '[]')",
  "UPDATE documents.file SET name = 'other'",
  'UPDATE anjuan.format SET version = 1',
  'UPDATE issuer.keys SET secret = secret',
  'DELETE FROM issuer.keys',
  'TRUNCATE issuer.keys',
  'MERGE INTO ledger.streams s USING ledger.streams o ON s.number = o.number WHEN MATCHED THEN DELETE',
  'SELECT * FROM ledger.log FOR UPDATE',
  'ALTER TABLE ledger.log ADD COLUMN more text',
  'ALTER TABLE ledger.log ALTER COLUMN bytes DROP NOT NULL',
  'CREATE INDEX ON ledger.log (id)',
  'DROP INDEX ledger.log_by_command',
  'DROP TRIGGER events_are_permanent ON ledger.log',
  'DROP SCHEMA ledger CASCADE',
  'ALTER SCHEMA ledger RENAME TO other',
  'CREATE TABLE ledger.mine (n int)',
  'CREATE FUNCTION ledger.mine() RETURNS int LANGUAGE sql RETURN 1',
  'CREATE OR REPLACE FUNCTION ledger.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
  'CREATE OR REPLACE FUNCTION ledger.begin_incarnation() RETURNS uuid LANGUAGE sql AS $$ SELECT gen_random_uuid() $$',
  'ALTER FUNCTION ledger.refuse_rewriting() RENAME TO other',
  'DROP FUNCTION ledger.begin_incarnation()',
  'SET session_replication_role = replica',
  "SELECT set_config('session_replication_role', 'replica', false)",
  'SET ROLE THE_OWNER',
  'SET SESSION AUTHORIZATION THE_OWNER',
  'GRANT THE_OWNER TO CURRENT_USER',
  'ALTER ROLE CURRENT_USER SUPERUSER',
  'ALTER ROLE CURRENT_USER CREATEROLE',
  'CREATE ROLE another',
  "COPY ledger.log FROM PROGRAM 'true'",
  "COPY ledger.log TO '/tmp/log.copy'",
  'REASSIGN OWNED BY THE_OWNER TO CURRENT_USER',
  'DROP OWNED BY THE_OWNER',
  'CREATE EVENT TRIGGER other ON sql_drop EXECUTE FUNCTION ledger.refuse_rewriting()',
  "ALTER SYSTEM SET fsync = 'off'",
];

const left = 'SELECT md5(string_agg(l::text, $$,$$ ORDER BY position)) AS log, count(*) FROM ledger.log l';

/** All of them are tried, also where one passes: the list of those that did is to be empty. */
const passed = async (program: Queryable, owner: string, database: string): Promise<readonly string[]> => {
  const through: string[] = [];
  for (const attempt of [...attempts, `DROP DATABASE ${database}`, `ALTER DATABASE ${database} RENAME TO x`])
    await program.query(attempt.replaceAll('THE_OWNER', owner)).then(
      () => through.push(attempt),
      (error: unknown) => {
        if (!(error instanceof pg.DatabaseError) || error.code !== '42501')
          through.push(`${attempt}: ${String(error)}`);
      },
    );
  return through;
};

describe('The role of the running program', () => {
  let api: Api | undefined;
  afterEach(async () => {
    await api?.close();
    api = undefined;
  });

  it.each(['of the embedded database', 'of a given database'])(
    '%s rewrites nothing',
    async (which) => {
      const given = which === 'of a given database' ? await twoRoles() : undefined;
      api = await startApi({ ...given?.env });
      await registerAgency(api, await administrator(api), '区市场监督管理局');
      const { pool } = api.parts;
      await api.parts.access.flush(true);
      const before = (await pool.query(left)).rows;
      const role = (
        await pool.query(
          'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user',
        )
      ).rows;
      expect(role).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
      const client = await pool.connect();
      const database = (await client.query<{ name: string }>('SELECT current_database() AS name')).rows[0]!
        .name;
      const through = await passed(client, given?.owner ?? 'anjuan_owner', database);
      client.release(true);
      expect(through).toEqual([]);
      expect((await pool.query(left)).rows).toEqual(before);
      const health = await request(api.url).get('/health');
      expect(health.body.warnings).toEqual([expect.stringMatching(/^SECOND_FACTOR /)]);
      // And the program goes on.
      await registerAgency(api, await administrator(api), '另一局');
    },
    240_000,
  );

  it('that owns the tables too is named as such, and the program starts', async () => {
    const database = await testDatabase();
    api = await startApi({ DATABASE_URL: urlOf(database) });
    const { body } = await request(api.url).get('/health').expect(200);
    expect(body).toMatchObject({
      status: 'ok',
      warnings: [
        expect.stringMatching(/能够改写案卷记录（superuser）.*could rewrite the record.*DATABASE_OWNER_URL/),
        expect.stringMatching(/^SECOND_FACTOR /),
      ],
    });
  });
});

describe('A start with an owner of its own', () => {
  const start = async (env: Readonly<Record<string, string>>): Promise<unknown> => {
    try {
      await (await startApi(env)).close();
      return undefined;
    } catch (error) {
      return error;
    }
  };

  it.each([
    [
      'a right to change',
      'GRANT UPDATE (bytes) ON ledger.log TO PROGRAM',
      /UPDATE on columns of ledger\.log/,
    ],
    ['a right of everybody', 'GRANT DELETE ON ledger.streams TO PUBLIC', /DELETE on ledger\.streams/],
    ['a membership of the owner', 'GRANT THE_OWNER TO PROGRAM', /owner of/],
    ['a right to make roles', 'ALTER ROLE PROGRAM CREATEROLE', /CREATEROLE/],
    ['a right to run programs', 'GRANT pg_execute_server_program TO PROGRAM', /pg_execute_server_program/],
    [
      'a right to pass the guards',
      'GRANT SET ON PARAMETER session_replication_role TO PROGRAM',
      /session_replication_role/,
    ],
    ['a right to add functions', 'GRANT CREATE ON SCHEMA ledger TO PUBLIC', /CREATE on schema ledger/],
  ])(
    'is refused where the program has %s',
    async (_, granted, named) => {
      const { superuser, env, owner, program } = await twoRoles();
      expect(await start(env)).toBeUndefined();
      // Two roles cannot be members of each other.
      if (granted.includes('THE_OWNER'))
        await as(superuser, (client) =>
          client.query(`REVOKE ${program} FROM ${owner}; ALTER ROLE ${owner} SUPERUSER`),
        );
      await as(superuser, (client) =>
        client.query(granted.replace('PROGRAM', program).replace('THE_OWNER', owner)),
      );
      const refused = await start(env);
      expect(refused).toBeInstanceOf(NoDatabase);
      expect(String(refused)).toMatch(named);
      expect(String(refused)).toMatch(/请收回.*Take that away/);
    },
    240_000,
  );

  it('is refused where the owner may not hand tables over, and its cure cures it', async () => {
    const { superuser, env } = await twoRoles(false);
    const refused = String(await start(env));
    const cure = /run (GRANT .* TO .*)\.$/.exec(refused)?.[1] ?? '';
    await as(superuser, (client) => client.query(cure));
    expect(await start(env)).toBeUndefined();
  }, 240_000);

  it('is refused where the two lead to two databases', async () => {
    const [one, other] = [await twoRoles(), await twoRoles()];
    const refused = await start({ ...one.env, DATABASE_OWNER_URL: other.env.DATABASE_OWNER_URL });
    expect(String(refused)).toMatch(/DATABASE_OWNER_URL and DATABASE_URL lead to two databases/);
  }, 240_000);

  it('is what a database of one role is moved on to', async () => {
    const { env } = await twoRoles();
    const { DATABASE_OWNER_URL } = env;
    const before = await startApi({ DATABASE_URL: DATABASE_OWNER_URL });
    await registerAgency(before, await administrator(before), '区市场监督管理局');
    await before.close();
    const folder = await temporaryFolder();
    const all = { ...env, DATA_DIR: folder };
    expect(await anjuan(all, 'views')).toMatchObject({ code: 0 });
    expect(await anjuan(all, 'rebuild', 'docket')).toMatchObject({ code: 0 });
    expect(await anjuan(all, 'verify')).toMatchObject({ code: 0 });
    expect(await anjuan(all, 'backup', join(folder, 'copy'))).toMatchObject({ code: 0 });
    expect(await start(env)).toBeUndefined();
    const target = await twoRoles();
    const into = { ...target.env, DATA_DIR: join(folder, 'restored') };
    expect(await anjuan(into, 'restore', join(folder, 'copy'))).toMatchObject({ code: 0 });
    expect(await start(target.env)).toBeUndefined();
    await rm(folder, { recursive: true });
  }, 300_000);

  it('is asked for where the role of the program may not migrate', async () => {
    const { env } = await twoRoles();
    expect(await start(env)).toBeUndefined();
    expect(String(await start({ DATABASE_URL: env.DATABASE_URL }))).toMatch(/DATABASE_OWNER_URL/);
  }, 240_000);
});

describe('A data folder of 0.1.0', () => {
  it('lets nobody in by trust any more, and belongs to an owner who is no superuser', async () => {
    const folder = await unpacked('0.1.0/data-folder');
    const place = placeIn(folder);
    expect(readFileSync(join(place.cluster, 'pg_hba.conf'), 'utf8')).toMatch(/^local\s.*trust$/m);
    const server = await startEmbeddedPostgres({ dataDir: folder });
    expect(readFileSync(join(place.cluster, 'pg_hba.conf'), 'utf8')).not.toMatch(/trust/);
    for (const config of [server.connection, server.program])
      await as(config, async (client) => {
        const { rows } = await client.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
        expect(rows).toEqual([{ rolsuper: false }]);
        const owned = await client.query(
          `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class
           WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('ledger', 'views', 'issuer', 'audit', 'documents'))`,
        );
        expect(owned.rows).toEqual([{ owner: 'anjuan_owner' }]);
      });
    await expect(as(server.program, (client) => client.query('SELECT 1 FROM ledger.events'))).rejects.toThrow(
      /permission denied/,
    );
    await server.stop();
    await removeFolder(folder);
  });
});
