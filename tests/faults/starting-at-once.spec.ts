import { AttemptLog } from '@anjuan/attempt-log';
import { migrateDocuments } from '@anjuan/documents';
import { migrate as migrateLedger, migrateEventStoreDb, openPool } from '@anjuan/event-store';
import { migrate as migrateIdentity } from '@anjuan/identity';
import { migrate as migrateViews } from '@anjuan/views';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';

const programs = 8;

describe('Programs that start at once on an empty database', () => {
  let pool: pg.Pool;
  beforeEach(async () => {
    pool = openPool({ ...(await testDatabase()), max: programs });
    // All connections stand before the race begins, else the first is done when the last one connects.
    await Promise.all(Array.from({ length: programs }, () => pool.query('SELECT pg_sleep(0.05)')));
  });
  afterEach(() => pool.end());

  it.each<[string, (pool: pg.Pool) => Promise<void>]>([
    ['documents', migrateDocuments],
    ['issuer', migrateIdentity],
    ['views', migrateViews],
    ['audit', (of) => new AttemptLog(of).migrate()],
    ['ledger', migrateLedger],
    ['eventstoredb', migrateEventStoreDb],
  ])('each find the schema %s made', async (schema, migrate) => {
    await Promise.all(Array.from({ length: programs }, () => migrate(pool)));
    const { rowCount } = await pool.query('SELECT FROM pg_tables WHERE schemaname = $1', [schema]);
    expect(rowCount).toBeGreaterThan(0);
  });
});
