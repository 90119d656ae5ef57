import pg from 'pg';
import { database, ownerRole, port, programRole, serverRole, type Place } from './place.js';

const inTurn = `SELECT pg_advisory_lock(hashtext('anjuan: roles'))`;

const roles = `
  DO $$ BEGIN
    IF to_regrole('${programRole}') IS NULL THEN CREATE ROLE ${programRole} LOGIN; END IF;
    IF to_regrole('${ownerRole}') IS NULL THEN
      CREATE ROLE ${ownerRole} LOGIN;
      GRANT ${programRole} TO ${ownerRole};
    END IF;
  END $$`;

// Before there was an owner everything belonged to the superuser. What belongs to a table, such as its sequence, goes
// with it.
const handedOver = `
  DO $$ DECLARE change text; BEGIN
    FOR change IN
      SELECT format('ALTER SCHEMA %I OWNER TO ${ownerRole}', n.nspname) FROM pg_namespace n
        WHERE n.nspowner = '${serverRole}'::regrole AND n.nspname !~ '^pg_'
          AND n.nspname NOT IN ('information_schema', 'public')
      UNION ALL
      SELECT format('ALTER TABLE %s OWNER TO ${ownerRole}', c.oid::regclass)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relowner = '${serverRole}'::regrole AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
          AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
            AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
      UNION ALL
      SELECT format('ALTER ROUTINE %s OWNER TO ${ownerRole}', p.oid::regprocedure)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.proowner = '${serverRole}'::regrole AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    LOOP EXECUTE change; END LOOP;
  END $$`;

/** The database, its owner and the program's role; neither is a superuser. Repeated at each start, by one at a time. */
export async function makeRoles(place: Place): Promise<void> {
  await asServer(place, 'postgres', async (client) => {
    await client.query(inTurn);
    await client.query(roles);
    const found = await client.query<{ owner: string }>(
      'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
      [database],
    );
    const owner = found.rows[0]?.owner;
    if (owner === undefined) await client.query(`CREATE DATABASE ${database} OWNER ${ownerRole}`);
    else if (owner !== ownerRole) await client.query(`ALTER DATABASE ${database} OWNER TO ${ownerRole}`);
    await asServer(place, database, async (within) => {
      await within.query(handedOver);
    });
  });
}

async function asServer(
  { socketDir }: Place,
  name: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const connection = { host: socketDir, port, user: serverRole, database: name, ssl: false };
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000, application_name: 'roles' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
