import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  migrate,
  openPool,
  OutcomeUnknown,
  PostgresEventStore,
  RevisionConflict,
  StoreUnavailable,
  type Appended,
} from '@anjuan/event-store';
import type pg from 'pg';
import { appends, Network, type Strike } from '../support/network.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { all, append, command, event } from './appending.js';

const answerLost: Strike = { words: appends, phase: 'before its answer', failure: 'cut' };
const nothingAfter: Strike = { ...answerLost, then: 'refuses' };

const killOthers = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

describe('the store in PostgreSQL, when things go wrong', () => {
  let pool: pg.Pool;
  let store: PostgresEventStore;
  let network: Network;
  let behindNetwork: PostgresEventStore;
  let networkPool: pg.Pool;

  beforeEach(async () => {
    const database = await testDatabase();
    pool = openPool(database);
    await migrate(pool);
    store = new PostgresEventStore(pool, { clock });
    network = new Network(await temporaryFolder(), join(database.host!, '.s.PGSQL.5432'));
    await network.listen();
    networkPool = openPool({ ...database, host: network.folder });
    behindNetwork = new PostgresEventStore(networkPool, { clock });
  });
  afterEach(async () => {
    await Promise.all([store.close(), behindNetwork.close()]);
    await Promise.all([pool.end(), networkPool.end()]);
    await network.close();
    await rm(network.folder, { recursive: true });
  });

  it.each([
    ['a commit', 'before its answer'],
    ['a commit', 'before it is sent'],
    ['an append of one statement', 'before its answer'],
    ['an append of one statement', 'before it is sent'],
  ] as const)('stores once when the connection of %s is cut %s', async (sent, phase) => {
    const before = sent === 'a commit' ? 0 : 1;
    if (before) await append(behindNetwork, 'before', 'none');
    network.fail({ words: appends, phase, failure: 'cut' });
    const appended = await Promise.all([
      append(behindNetwork, 'a', 'none', 2),
      append(behindNetwork, 'b', 'none'),
    ]);
    expect(network.strikes).toBe(1);
    expect(appended.map(({ replayed }) => replayed)).toEqual([false, false]);
    const stored = (await all(store)).slice(before);
    expect(stored.map(({ position }) => Number(position) - before)).toEqual([1, 2, 3]);
    expect(stored.map(({ stream }) => stream)).toEqual(['a', 'a', 'b']);
  });

  it('says that the outcome is unknown, and the same command sent again happens once', async () => {
    network.fail(nothingAfter);
    const same = command();
    const impatient = new PostgresEventStore(networkPool, { clock, patienceMs: 2_000 });
    await expect(impatient.append('a', 'none', [event()], same)).rejects.toThrow(OutcomeUnknown);
    await expect(append(impatient, 'b', 'none')).rejects.toThrow(StoreUnavailable);
    await expect(impatient.read('a')).rejects.toThrow(StoreUnavailable);
    network.mend();
    expect(await behindNetwork.append('a', 'none', [event()], same)).toMatchObject({
      revision: 0,
      replayed: true,
    });
    expect(await all(store)).toHaveLength(1);
    await impatient.close();
  });

  /** The first commit has `a` alone, because `b` is not there yet; the second, after another writer, has `b` alone. */
  async function commitsOfOneBatchLost(through: PostgresEventStore, second: Strike) {
    network.fail(nothingAfter);
    const both = Promise.allSettled([append(through, 'a', 'none'), append(through, 'b', 0)]);
    while (network.strikes === 0) await pause();
    await append(store, 'b', 'none');
    network.mend();
    network.fail(second);
    const settled = await both;
    expect(network.strikes).toBe(2);
    return settled;
  }

  it('calls neither a replay when two commits of one batch have their answers lost', async () => {
    const settled = await commitsOfOneBatchLost(behindNetwork, answerLost);
    expect(settled).toMatchObject([
      { status: 'fulfilled', value: { stream: 'a', revision: 0, replayed: false } },
      { status: 'fulfilled', value: { stream: 'b', revision: 1, replayed: false } },
    ]);
  });

  it('knows of every commit of a batch that its outcome is unknown', async () => {
    const impatient = new PostgresEventStore(networkPool, { clock, patienceMs: 3_000 });
    const settled = await commitsOfOneBatchLost(impatient, nothingAfter);
    const reasons = settled.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : one.value));
    expect(reasons).toEqual([expect.any(OutcomeUnknown), expect.any(OutcomeUnknown)]);
    network.mend();
    await impatient.close();
    expect((await all(store)).map(({ stream }) => stream)).toEqual(['a', 'b', 'b']);
  });

  it('keeps nobody waiting for a connection beyond their patience, nor behind others who wait', async () => {
    network.silence();
    const impatient = new PostgresEventStore(networkPool, { clock, patienceMs: 200 });
    const connecting = networkPool.connect().catch(() => 'the pool gave up');
    const appending = append(impatient, 'a', 'none').catch((error: unknown) => error);
    await pause();
    const queued = append(impatient, 'b', 'none').catch((error: unknown) => error);
    for (const one of [appending, queued])
      expect(await Promise.race([one, connecting])).toBeInstanceOf(StoreUnavailable);
    network.mend();
    network.cutAll();
    await connecting;
    await impatient.close();
    expect(await all(store)).toEqual([]);
  });

  it('tries another connection when its own is dead and neither end knows', async () => {
    const patient = new PostgresEventStore(networkPool, { clock, patienceMs: 2_000 });
    await append(patient, 'before', 'none');
    network.silence();
    network.mend('forgotten');
    expect(await append(patient, 'a', 'none')).toMatchObject({ revision: 0, replayed: false });
    await patient.close();
    expect((await all(store)).map(({ stream }) => stream)).toEqual(['before', 'a']);
  });

  it('stores nothing for a caller who was told so while others of the batch wait on', async () => {
    const patienceMs = 8_000;
    const patient = new PostgresEventStore(pool, { clock, patienceMs });
    const [holder, next] = [await pool.connect(), await pool.connect()];
    // A lock of the table is given in the order of asking; one of the row may be taken by whoever comes just then.
    await holder.query('BEGIN; LOCK TABLE ledger.log_head');
    const refused = append(patient, 'x', 5).catch((error: unknown) => error);
    await waitingForLock(1);
    const holding = next.query('BEGIN; LOCK TABLE ledger.log_head');
    await waitingForLock(2);
    const first = append(patient, 'a', 'none').catch((error: unknown) => error);
    // Half of it each for what goes before and for what comes after the end of the first one's.
    await new Promise((resolve) => setTimeout(resolve, patienceMs / 2));
    const second = append(patient, 'b', 'none');
    await holder.query('ROLLBACK');
    expect(await refused).toBeInstanceOf(RevisionConflict);
    await holding;
    expect(await first).toBeInstanceOf(StoreUnavailable);
    expect(await first).not.toBeInstanceOf(OutcomeUnknown);
    await next.query('ROLLBACK');
    await second;
    for (const one of [holder, next]) one.release();
    await patient.close();
    expect((await all(store)).map(({ stream }) => stream)).toEqual(['b']);
  });

  it('survives the end of every connection, again and again, and loses and doubles nothing', async () => {
    const seen: string[] = [];
    const stop = new AbortController();
    const reading = (async () => {
      for await (const { position } of store.subscribe(undefined, stop.signal)) seen.push(position);
    })();
    const acknowledged: Appended[] = [];
    const writing = Promise.all(
      [0, 1, 2, 3].map(async (n) => {
        for (let i = 0; i < 50; i++)
          acknowledged.push(await append(n % 2 ? behindNetwork : store, `s${n}-${i}`, 'none'));
      }),
    );
    const killer = openPool({ ...pool.options, max: 1 });
    for (let kills = 1; kills <= 15; kills++) {
      while (acknowledged.length < kills * 12) await pause();
      await killer.query(killOthers);
    }
    await writing;
    await killer.end();
    while (seen.length < 200) await pause();
    stop.abort();
    await reading;
    expect(seen.map(Number)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(acknowledged.map(({ position }) => position).sort()).toEqual(seen);
  });

  it('gives positions 1, 2, 3 … also after refusals and rollbacks', async () => {
    await append(store, 'a', 'none');
    await Promise.allSettled([
      append(store, 'a', 'none'),
      append(store, 'a', 5),
      append(store, 'b', 'none', 3),
    ]);
    await append(store, 'c', 'none');
    expect((await all(store)).map(({ position }) => Number(position))).toEqual([1, 2, 3, 4, 5]);
  });

  it('goes on while a foreign transaction stays open', async () => {
    const foreign = await pool.connect();
    await foreign.query('BEGIN; CREATE TABLE elsewhere (a int); INSERT INTO elsewhere VALUES (1)');
    await append(store, 'a', 'none');
    expect(await all(store)).toHaveLength(1);
    await foreign.query('ROLLBACK');
    foreign.release();
  });

  async function waitingForLock(connections: number): Promise<void> {
    const waiting =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    while ((await pool.query(waiting)).rowCount !== connections) await pause();
  }

  it('waits for a writer stalled in its transaction, whose events come first or never', async () => {
    const stalled = await pool.connect();
    await stalled.query('BEGIN; SELECT * FROM ledger.log_head FOR UPDATE');
    let done = false;
    const waiting = append(store, 'a', 'none').finally(() => (done = true));
    await waitingForLock(1);
    expect(done).toBe(false);
    expect(await all(store)).toEqual([]);
    await stalled.query('ROLLBACK');
    stalled.release();
    expect(await waiting).toMatchObject({ position: '0000000000000001' });
  });

  it('refuses to rewrite an event, whoever asks', async () => {
    await append(store, 'a', 'none');
    for (const sql of [
      'UPDATE ledger.log SET revision = 7',
      'DELETE FROM ledger.log',
      'TRUNCATE ledger.log CASCADE',
    ])
      await expect(pool.query(sql)).rejects.toThrow('Events are permanent');
  });
});

function clock(): Date {
  return new Date('2025-03-03T01:00:00.000Z');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
