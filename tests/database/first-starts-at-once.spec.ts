/** Programs that start at once on an empty database: one makes each schema, the others find it, whatever they looked for before. */
import { AttemptLog } from '@anjuan/attempt-log';
import { writeFormats } from '@anjuan/database';
import { migrateDocuments } from '@anjuan/documents';
import { migrate as migrateLedger, migrateEventStoreDb, openPool } from '@anjuan/event-store';
import { migrate as migrateIssuer } from '@anjuan/identity';
import { migrate as migrateViews } from '@anjuan/views';
import pg from 'pg';
import { testDatabase } from '../support/postgres.js';

const parts: readonly (readonly [schema: string, lock: string, migrate: (pool: pg.Pool) => Promise<void>])[] =
  [
    ['anjuan', 'anjuan format', (pool) => writeFormats(pool, '0.0.0')],
    ['audit', 'attempt log migrate', (pool) => new AttemptLog(pool).migrate()],
    ['documents', 'documents migrate', migrateDocuments],
    ['eventstoredb', 'eventstoredb migrate', migrateEventStoreDb],
    ['issuer', 'issuer migrate', migrateIssuer],
    ['ledger', 'ledger migrate', (pool) => migrateLedger(pool)],
    ['views', 'views migrate', migrateViews],
  ];

test.each(parts)('%s', async (schema, lock, migrate) => {
  const database = await testDatabase();
  // One connection, so that what it looked for in vain is what the migration goes by.
  const second = openPool({ ...database, max: 1 });
  const first = new pg.Client(database);
  await first.connect();
  try {
    // After a first change of its own a connection has nothing left to open for the next.
    await second.query(`CREATE TEMP TABLE other (); SELECT to_regclass('${schema}.anything')`);
    await first.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('${lock}')); CREATE SCHEMA ${schema}`);
    const migrated = migrate(second);
    await waiting(first, database.database ?? '');
    await first.query('COMMIT');
    await expect(migrated).resolves.toBeUndefined();
  } finally {
    await first.end();
    await second.end();
  }
});

/** Until another connection waits for the lock. */
const waiting = async (client: pg.Client, database: string): Promise<void> => {
  const { rowCount } = await client.query(
    `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock' AND wait_event = 'advisory'`,
    [database],
  );
  if (rowCount === 0) await waiting(client, database);
};
