import {
  migrate,
  migrateEventStoreDb,
  openPool,
  PostgresEventStore,
  type EventStore,
} from '@anjuan/event-store';
import { NumberTaken, OfficialNumbers } from '@anjuan/registry';
import type pg from 'pg';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { ownPrefix, testServer } from '../support/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';

const clock = () => new Date('2026-06-05T02:00:00Z');
const of = { agency: 'a', kind: 'document', year: '2026', case: 'case-1' } as const;
const command = (id: string) => ({ id, digest: `digest of ${id}` });
const nth = (n: number) => `朝市监〔2026〕${String(n)}号`;

/** Two stores on one record, each with connections of its own. */
const inPostgres = async (pools: readonly [pg.Pool, pg.Pool]): Promise<readonly EventStore[]> => {
  await migrate(pools[0]);
  return pools.map((pool) => new PostgresEventStore(pool, { clock }));
};
const onEventStoreDb = async (pools: readonly [pg.Pool, pg.Pool]): Promise<readonly EventStore[]> => {
  await migrateEventStoreDb(pools[0]);
  const options = { address: await testServer(), prefix: ownPrefix(), clock };
  return pools.map((pool) => new EventStoreDbStore(pool, options));
};

describe.each([
  ['in PostgreSQL', inPostgres],
  ['on EventStoreDB', onEventStoreDb],
])('Official numbers of several programs on one record %s', (_, storesOf) => {
  let stores: readonly EventStore[] = [];
  let pools: readonly pg.Pool[] = [];
  let here: OfficialNumbers;
  let there: OfficialNumbers;
  const program = (store: EventStore | undefined) => new OfficialNumbers(store!, clock);
  beforeAll(async () => {
    const database = await testDatabase();
    const both = [openPool(database), openPool(database)] as const;
    pools = both;
    stores = await storesOf(both);
    [here, there] = [program(stores[0]), program(stores[1])];
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all(pools.map((pool) => pool.end()));
  });
  const allot = (by: OfficialNumbers, id: string) => by.allot(of, '朝市监', command(id));

  it('are given once each, to those who ask here and there at once', async () => {
    const request = Array.from({ length: 20 }, (_each, n) => `at once ${String(n)}`);
    const allotted = await Promise.all(
      request.flatMap((id) => [allot(here, id), allot(there, `${id} there`)]),
    );
    expect(new Set(allotted)).toEqual(new Set(Array.from({ length: 40 }, (_each, n) => nth(n + 1))));
    expect(await allot(there, 'at once 7')).toBe(allotted[14]);
  });

  it('are taken and free as the other program left them, and as a new one reads them', async () => {
    const claim = (by: OfficialNumbers, id: string) => by.claim(of, nth(100), command(id));
    await claim(there, 'there');
    await expect(claim(here, 'here')).rejects.toThrow(NumberTaken);
    await there.release(of, nth(100), command('there'));
    await claim(here, 'here');
    await expect(claim(there, 'there')).rejects.toThrow(NumberTaken);
    const restarted = program(stores[0]);
    await expect(claim(restarted, 'there')).rejects.toThrow(NumberTaken);
    await claim(restarted, 'here');
  });
});
