import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openPool, PostgresEventStore, RevisionConflict, type Appended } from '@anjuan/event-store';
import type pg from 'pg';
import { Network } from '../support/network.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { all, append } from './appending.js';

const crowd = 1_000;
const forms = ['ledger.append_at_head\0'];
const numbers = Array.from({ length: crowd }, (_, n) => n);

/** A crowd goes in several batches, each sent while the one before is being written. */
describe('a crowd of appends in PostgreSQL', () => {
  let pool: pg.Pool;
  let networkPool: pg.Pool;
  let network: Network;
  let store: PostgresEventStore;
  let peer: PostgresEventStore;

  beforeEach(async () => {
    const database = await testDatabase();
    pool = openPool(database);
    await migrate(pool);
    network = new Network(await temporaryFolder(), join(database.host!, '.s.PGSQL.5432'));
    await network.listen();
    networkPool = openPool({ ...database, host: network.folder });
    store = new PostgresEventStore(networkPool, { clock: () => new Date() });
    peer = new PostgresEventStore(pool, { clock: () => new Date() });
    await append(store, 'before', 'none');
  });
  afterEach(async () => {
    await Promise.all([store.close(), peer.close()]);
    await Promise.all([pool.end(), networkPool.end()]);
    await network.close();
    await rm(network.folder, { recursive: true });
  });

  const eachItsStream = (through: PostgresEventStore, name = 's') =>
    numbers.map((n) => append(through, `${name}-${n}`, 'none'));

  /** As many events as were acknowledged, at positions 1, 2, 3 …, each where its caller was told. */
  async function storedAs(acknowledged: readonly Appended[]): Promise<void> {
    const stored = await all(peer);
    expect(stored.map(({ position }) => Number(position))).toEqual(stored.map((_, index) => index + 1));
    const places = new Map(stored.map(({ stream, position }) => [stream, position]));
    expect(new Set(acknowledged.map(({ stream }) => stream)).size).toBe(acknowledged.length);
    for (const { stream, position } of acknowledged)
      expect([stream, places.get(stream)]).toEqual([stream, position]);
    expect(stored).toHaveLength(acknowledged.length + 1);
  }

  it('is sent on while the batch ahead waits for the lock, and is stored once', async () => {
    network.fail({ words: forms, phase: 'before it is sent', failure: 'cut', after: crowd });
    const holder = await pool.connect();
    await holder.query('BEGIN; SELECT FROM ledger.log_head FOR UPDATE');
    const coming = Promise.all(eachItsStream(store));
    while (network.came < 2) await pause();
    expect(await all(peer)).toHaveLength(1);
    await holder.query('ROLLBACK');
    holder.release();
    await storedAs(await coming);
  });

  it.each(
    (['before it is sent', 'before its answer', 'amid its answer'] as const).flatMap((phase) =>
      [0, 1, 2].map((after) => [phase, after] as const),
    ),
  )('is stored once when the connection is lost %s, after %i batches', async (phase, after) => {
    network.fail({ words: forms, phase, failure: 'cut', after });
    const acknowledged = await Promise.all(eachItsStream(store));
    expect(network.strikes).toBe(1);
    expect(acknowledged.filter(({ replayed }) => replayed)).toEqual([]);
    await storedAs(acknowledged);
  });

  it('fails only those who expected another revision, in whichever batch they are', async () => {
    const wrong = new Set([3, 70, 71, 300, 500, 999]);
    const settled = await Promise.allSettled(
      numbers.map((n) => append(store, `s-${n}`, wrong.has(n) ? 7 : 'none')),
    );
    const refused = settled.flatMap((one, n) =>
      one.status === 'rejected' ? [{ n, why: one.reason as unknown }] : [],
    );
    expect(refused.map(({ n }) => n)).toEqual([...wrong]);
    for (const { why } of refused) expect(why).toBeInstanceOf(RevisionConflict);
    await storedAs(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  });

  it('is stored once beside another program that writes a crowd', async () => {
    const both = [...eachItsStream(store, 'ours'), ...eachItsStream(peer, 'theirs')];
    await storedAs(await Promise.all(both));
  });

  it('waits for no connection of the pool, though readers have taken them all', async () => {
    const readers = await Promise.all(
      Array.from({ length: networkPool.options.max }, () => networkPool.connect()),
    );
    await storedAs(await Promise.all(eachItsStream(store)));
    for (const reader of readers) reader.release();
  });
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
