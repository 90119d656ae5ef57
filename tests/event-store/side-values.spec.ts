/** Personal values that are stored separately: what somebody with every right altered or took away is found. */
import { commit, migrate, openPool, PostgresEventStore, surveyRecord, type Json } from '@anjuan/event-store';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import { event } from './appending.js';

const personal = [{ pointer: '/name', kind: 'party' }];
let pool: pg.Pool;
let store: PostgresEventStore;
let digests: string[];

const append = (stream: string, type: string, data: Json) => {
  const kept = commit(data, personal);
  digests.push(...kept.disclosures.map(({ digest }) => digest));
  return store.append(stream, 'none', [{ ...event({ type }), ...kept }], { id: stream, digest: stream });
};
const found = async () =>
  (
    await surveyRecord(store, {
      ordered: ({ stream, data }) =>
        stream === 'erasure-a'
          ? { of: 'case-a', digests: (data as { digests: string[] }).digests }
          : undefined,
    })
  ).damaged.map(({ what, stream }) => [what, stream]);

beforeEach(async () => {
  pool = openPool(await testDatabase());
  await migrate(pool);
  store = new PostgresEventStore(pool, { clock: () => new Date('2025-03-03T01:00:00.000Z') });
  digests = [];
  await append('case-a', 'Known', { name: '王树林' });
  await append('case-b', 'Known', { name: '许志成', place: '管庄乡' });
});
afterEach(async () => {
  await store.close();
  await pool.end();
});

it('are whole as they were recorded', async () => {
  expect(await found()).toEqual([]);
});

it('are found where one was altered', async () => {
  await pool.query("UPDATE ledger.disclosures SET disclosure = disclosure || 'A' WHERE digest = $1", [
    digests[1],
  ]);
  expect(await found()).toEqual([['altered', 'case-b']]);
});

it('are found where one is gone that nobody ordered to be erased', async () => {
  await pool.query('DELETE FROM ledger.disclosures WHERE digest = $1', [digests[0]]);
  expect(await found()).toEqual([['withheld', 'case-a']]);
});

it('are whole where their erasure was ordered and carried out, and found where it was not', async () => {
  await append('erasure-a', 'ErasureOrdered', { asked: 0, digests: [digests[0]!] });
  expect(await found()).toEqual([['notErased', 'case-a']]);
  await store.erase([digests[0]!]);
  expect(await found()).toEqual([]);
});

it('are not excused by an order of another case', async () => {
  await append('erasure-a', 'ErasureOrdered', { asked: 0, digests: [digests[1]!] });
  await store.erase([digests[1]!]);
  expect(await found()).toEqual([['withheld', 'case-b']]);
});
