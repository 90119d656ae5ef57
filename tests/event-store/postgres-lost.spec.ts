/** What somebody with every right took out of the record, so that no stream has a gap, is found all the same. */
import {
  describeLost,
  migrate,
  openPool,
  PostgresEventStore,
  surveyRecord,
  type Lost,
} from '@anjuan/event-store';
import type pg from 'pg';
import { anjuan } from '../backup/command.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { append } from './appending.js';

const at = (position: number): string => String(position).padStart(16, '0');
const lost = (what: Lost['what'], from: number, to = from, streams: string[] = []): Lost => ({
  what,
  from: at(from),
  to: at(to),
  streams,
});

describe('A record in PostgreSQL out of which something was taken', () => {
  let database: pg.PoolConfig;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  beforeEach(async () => {
    database = await testDatabase();
    pool = openPool(database);
    await migrate(pool);
    store = new PostgresEventStore(pool, { clock: () => new Date('2025-03-03T01:00:00.000Z') });
    await append(store, 'a', 'none', 3);
    await append(store, 'b', 'none', 2);
    await append(store, 'c', 'none');
    await append(store, 'd', 'none', 4);
  });
  afterEach(async () => {
    await store.close();
    await pool.end();
  });

  const take = (change: string) =>
    pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${change}; COMMIT`);
  const found = async () => {
    const { damaged, lost: missing } = await surveyRecord(store);
    return { damaged, missing };
  };

  it('is whole as long as nothing was', async () => {
    expect(await found()).toEqual({ damaged: [], missing: [] });
  });

  it.each([
    ['the last event of a stream', 'DELETE FROM ledger.log WHERE position = 5', [lost('between', 5)]],
    [
      'the only event of a stream',
      'DELETE FROM ledger.log WHERE position = 6',
      [lost('between', 6, 6, ['c'])],
    ],
    ['the end of the log', 'DELETE FROM ledger.log WHERE position > 8', [lost('end', 9, 10)]],
    ['all of it', 'DELETE FROM ledger.log', [lost('end', 1, 10, ['a', 'b', 'c', 'd'])]],
    [
      'one here and one there',
      'DELETE FROM ledger.log WHERE position IN (3, 10)',
      [lost('between', 3), lost('end', 10)],
    ],
    ['the end of its mark', 'UPDATE ledger.log_head SET position = 8', [lost('head', 9, 10)]],
    ['the mark itself', 'DELETE FROM ledger.log_head', [lost('head', 1, 10)]],
  ])('says so of %s', async (_, change, missing) => {
    await take(change);
    expect(await found()).toEqual({ damaged: [], missing });
  });

  it('says so to whoever asks on the command line', async () => {
    await take('DELETE FROM ledger.log WHERE position = 5');
    const { host = '', database: name = '', user = '' } = database;
    const env = {
      DATABASE_URL: `postgresql://${user}@/${name}?host=${encodeURIComponent(host)}`,
      DATA_DIR: await temporaryFolder(),
    };
    const { code, out } = await anjuan(env, 'verify');
    expect(code).toBe(1);
    expect(out).toContain(describeLost(lost('between', 5)));
    expect(out).toMatch(/position 0000000000000005.*从备份恢复.*Restore a backup/);
    const asJson = await anjuan(env, 'verify', '--json');
    expect(JSON.parse(asJson.out)).toMatchObject({ damaged: [], lost: [lost('between', 5)] });
  });
});
