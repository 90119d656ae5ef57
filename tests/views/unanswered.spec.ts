import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import { agencyCases, lateEntries, myCases, publishedDecisions, rebuild, statesOfViews } from '@anjuan/views';
import type pg from 'pg';
import { views } from '../../libs/views/src/index.js';
import { filed } from '../../libs/views/src/testing.js';
import { Network } from '../support/network.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { Desk, patienceMs } from './desk.js';

/** With one connection at most, what was left on it would be met by the next who asks. */
type Ask = (pool: pg.Pool, store: PostgresEventStore) => Promise<unknown>;
const page = { limit: 10 };
const [view] = views;

const asks: Readonly<Record<string, Ask>> = {
  'my cases': (pool) => myCases(pool, { person: 'lin', agency: 'bureau' }, page),
  'the cases of an agency': (pool) => agencyCases(pool, { person: 'luo', agency: 'bureau' }, page),
  'late entries': (pool) => lateEntries(pool, 'bureau', page),
  'published decisions': (pool) => publishedDecisions(pool, page),
  'the state of the views': (pool, store) => statesOfViews(pool, store),
  'a case': (_, store) => store.read('case-a'),
  'a command': (_, store) => store.find('no command'),
  'an erasure': (_, store) => store.erase(['no digest']),
};

describe('A connection whose answer never came', () => {
  let desk: Desk;
  let network: Network;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  beforeAll(async () => {
    const database = await testDatabase();
    desk = await Desk.open({ database });
    const runner = await desk.run();
    await runner.waitFor(await desk.enter('a', filed), patienceMs);
    network = new Network(await temporaryFolder(), join(database.host!, '.s.PGSQL.5432'));
    await network.listen();
    const impatient = {
      max: 1,
      query_timeout: 2_000,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
    };
    pool = openPool({ ...database, host: network.folder, ...impatient });
    store = new PostgresEventStore(pool, { clock: desk.clock, patienceMs: 2_000 });
  });
  afterEach(() => {
    network.mend();
  });
  afterAll(async () => {
    await store.close();
    await pool.end();
    await network.close();
    await desk.close();
    await rm(network.folder, { recursive: true });
  });

  it.each(Object.entries(asks))(
    'is given up when %s was asked for, and a new one answers',
    async (_, ask) => {
      await ask(pool, store);
      // Who reads does not wait for the end of the transaction.
      await desk.until(() => Promise.resolve(pool.idleCount === 1));
      network.silence();
      await expect(ask(pool, store)).rejects.toThrow();
      expect(pool.totalCount).toBe(0);
      network.mend();
      await ask(pool, store);
    },
  );

  it.each(['BEGIN', 'SAVEPOINT', 'INSERT INTO views', 'UPDATE views.checkpoint', 'COMMIT\0'])(
    'is given up at %s in the midst of a rebuild, which then goes on from there',
    async (word) => {
      const filling = { pool, store: desk.store, clock: desk.clock, progress: () => undefined };
      const { signal } = new AbortController();
      const struck = network.strikes;
      network.fail({ words: [word], phase: 'before its answer', failure: 'silent' });
      await expect(rebuild(view!, { ...filling, signal })).rejects.toThrow('Query read timeout');
      expect(network.strikes).toBe(struck + 1);
      expect(pool.totalCount).toBe(0);
      network.mend('arrives late');
      expect(await rebuild(view!, { ...filling, signal })).toBe(true);
      const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, page);
      expect(items).toMatchObject([{ case: 'a', stage: 'filed' }]);
    },
  );
});
