import { migrateBeside, openPool, OutcomeUnknown } from '@anjuan/event-store';
import type pg from 'pg';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';
import { append } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';

const clock = () => new Date('2025-03-03T01:00:00.000Z');
const forEver = Array(1_000).fill('silent');

describe('An append that a process has left, and nobody asks for again', () => {
  let standIn: StandIn;
  let pool: pg.Pool;
  let peer: EventStoreDbStore;
  const open = (settleMs = 60_000) => {
    const patience = { patienceMs: 3_000, callMs: 400, pollMs: 60_000 };
    return new EventStoreDbStore(pool, { address: standIn.url, clock, ...patience, settleMs });
  };
  beforeEach(async () => {
    standIn = new StandIn();
    await standIn.start();
    pool = openPool(await testDatabase());
    await migrateBeside(pool);
    peer = open();
  });
  afterEach(async () => {
    await peer.close();
    await pool.end();
    standIn.stop();
  });
  const stored = () => standIn.log.all.map(({ stream, revision }) => `${stream} ${revision}`);

  /** Its outcome is not known, and whoever sent it never comes back. */
  const leave = async (stream: string) => {
    standIn.faults.next(...forEver);
    await expect(append(peer, stream, 'none')).rejects.toThrow(OutcomeUnknown);
    expect(stored()).not.toContain(`anjuan.${stream} 0`);
    standIn.faults.clear();
  };
  const untilSettled = async (stream: string) => {
    while (!stored().includes(`anjuan.${stream} 0`)) await new Promise((resolve) => setTimeout(resolve, 10));
    while ((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount !== 0);
    expect(stored().filter((one) => one === `anjuan.${stream} 0`)).toHaveLength(1);
  };

  it('is settled by a process that starts', async () => {
    await leave('a');
    const starting = open();
    await untilSettled('a');
    await starting.close();
  });

  it('is settled in the background, also where the database was away meanwhile', async () => {
    const settling = open(30);
    await leave('a');
    await untilSettled('a');
    await pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await leave('b');
    await untilSettled('b');
    await settling.close();
  });
});
