import { migrateEventStoreDb, openPool, OutcomeUnknown, StoreUnavailable } from '@anjuan/event-store';
import type pg from 'pg';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';
import { draft, seal } from '../../libs/event-store/src/envelope.js';
import { append, event } from './appending.js';
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
    await migrateEventStoreDb(pool);
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

  it('and cannot be settled is said, with what is in the way, until it is', async () => {
    await leave('a');
    standIn.faults.next(...forEver);
    const settling = open(30);
    while (settling.troubles().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(settling.troubles()).toEqual([
      expect.stringMatching(/^有 1 项写入尚未了结；1 appends are not settled: .+does not answer/),
    ]);
    standIn.faults.clear();
    await untilSettled('a');
    while (settling.troubles().length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await settling.close();
  });

  it('that was put there uncounted is settled, and keeps nobody waiting', async () => {
    const one = draft(event(), { stream: 'a', revision: 0, commandId: 'uncounted', index: 0 });
    await pool.query(
      `INSERT INTO eventstoredb.outbox (command_id, attempt, index, digest, stream, expected, id, type, bytes)
       VALUES ('uncounted', $1, 0, 'd', 'a', -1, $2, 'CaseFiled', $3)`,
      [crypto.randomUUID(), one.id, seal(one, clock().toISOString())],
    );
    expect(await peer.find('uncounted')).toMatchObject({ appended: { stream: 'a', revision: 0 } });
    await append(peer, 'b', 'none');
    await append(peer, 'c', 'none');
    expect(stored()).toEqual(['anjuan.a 0', 'anjuan.b 0', 'anjuan.c 0']);
  });

  it('counted, and gone from the outbox, keeps nobody waiting', async () => {
    await pool.query('UPDATE eventstoredb.head SET under_way = 3');
    await append(peer, 'a', 'none');
    expect(stored()).toEqual(['anjuan.a 0']);
  });

  it('by others without end: who waits is answered in time, and goes on when they end', async () => {
    await pool.query(
      `CREATE FUNCTION without_end() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN NEW.under_way := 1; RETURN NEW; END $$;
       CREATE TRIGGER without_end BEFORE UPDATE ON eventstoredb.head
         FOR EACH ROW EXECUTE FUNCTION without_end();
       UPDATE eventstoredb.head SET under_way = 1`,
    );
    const refused = await append(peer, 'a', 'none').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect(refused).not.toBeInstanceOf(OutcomeUnknown);
    await pool.query('DROP FUNCTION without_end CASCADE');
    await append(peer, 'a', 'none');
    expect(stored()).toEqual(['anjuan.a 0']);
  });
});
