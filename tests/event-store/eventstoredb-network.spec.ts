import {
  migrateEventStoreDb,
  NotJson,
  openPool,
  OutcomeUnknown,
  PositionUnknown,
  StoreUnavailable,
  type Json,
  type RecordedEvent,
} from '@anjuan/event-store';
import type pg from 'pg';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { Cable } from '../support/cable.js';
import { at, leaderOf, ownPrefix, testServer } from '../support/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';
import { all, append, collect, command, event } from './appending.js';

const clock = () => new Date('2025-03-03T01:00:00.000Z');

/** The traps of the client that need no help of the server: they are tried on a real one too. */
describe('EventStoreDB over a network that fails', () => {
  let cable: Cable;
  let pool: pg.Pool;
  let address: string;
  let prefix: string;
  let store: EventStoreDbStore;
  let peer: EventStoreDbStore;
  beforeEach(async () => {
    const server = await testServer();
    const leader = await leaderOf(server);
    cable = new Cable(leader.name, leader.port);
    address = at(server, await cable.listen());
    prefix = ownPrefix();
    pool = openPool(await testDatabase());
    await migrateEventStoreDb(pool);
    const options = { prefix, clock, patienceMs: 4_000, callMs: 1_000, pollMs: 60_000, settleMs: 60_000 };
    store = new EventStoreDbStore(pool, { ...options, address });
    peer = new EventStoreDbStore(pool, { ...options, address: server });
  });
  afterEach(async () => {
    cable.cut();
    await Promise.all([store.close(), peer.close()]);
    await pool.end();
    await cable.close();
  });
  const stored = async () => (await all(peer)).map(({ stream, revision }) => `${stream} ${revision}`);

  it('trap 1: silent under an append, the outcome is unknown in time; sent again it happens once', async () => {
    await append(store, 'a', 'none');
    cable.way = 'silent';
    const sent = command();
    await expect(store.append('a', 0, [event()], sent)).rejects.toThrow(StoreUnavailable);
    cable.cut();
    expect(await store.append('a', 0, [event()], sent)).toMatchObject({ revision: 1 });
    expect(await stored()).toEqual(['a 0', 'a 1']);
  });

  it('trap 1: silent under a read, it is told unavailable', async () => {
    await append(store, 'a', 'none');
    cable.way = 'silent';
    await expect(store.read('a')).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
  });

  it('trap 2: a bigint is refused before the client sees it', async () => {
    const data = { n: 1n } as unknown as Json;
    await expect(store.append('a', 'none', [event({ data })], command())).rejects.toThrow(NotJson);
    expect(await stored()).toEqual([]);
  });

  it('trap 3: a conflict carries the true revision', async () => {
    await append(store, 'a', 'none', 42);
    await expect(append(store, 'a', 3)).rejects.toMatchObject({ name: 'RevisionConflict', actual: 41 });
    await expect(append(store, 'b', 0)).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
  });

  it('trap 4: cut under many appends, none fails and none happens twice', async () => {
    await append(store, 'z', 'none');
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const appending = names.map((name) => append(store, name, 'none', 3));
    cable.cut();
    const appended = await Promise.all(appending);
    expect(appended.map(({ revision, replayed }) => [revision, replayed])).toEqual(
      names.map(() => [2, false]),
    );
    expect((await stored()).filter((one) => !one.startsWith('z'))).toHaveLength(18);
  });

  it('trap 5: an append whose answer is lost is found by its ids under its exact revision', async () => {
    await append(store, 'a', 'none');
    cable.way = 'answers are lost';
    const sent = command();
    await expect(store.append('a', 0, [event(), event()], sent)).rejects.toThrow(OutcomeUnknown);
    cable.cut();
    expect(await store.append('a', 0, [event(), event()], sent)).toMatchObject({ revision: 2 });
    expect(await stored()).toEqual(['a 0', 'a 1', 'a 2']);
  });

  it('trap 8: a subscription goes on after each cut, without loss or duplicate', async () => {
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    const reading = collect(store.subscribe(undefined, stop.signal), seen);
    await append(peer, 'a', 'none');
    for (let n = 0; n < 3; n++) {
      cable.cut();
      await append(store, 'a', n);
    }
    while (seen.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort();
    await reading;
    expect(seen.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
  });

  it('trap 9: a position of another log is found out', async () => {
    const { position } = await append(store, 'a', 'none', 3);
    expect(await all(store, position)).toEqual([]);
    const beyond = position.replaceAll(/\d{19}/g, '9000000000000000000');
    await expect(all(store, beyond)).rejects.toThrow(PositionUnknown);
    const within = position.replaceAll(/\d{19}/g, (digits) => String(BigInt(digits) - 1n).padStart(19, '0'));
    await expect(all(store, within)).rejects.toThrow(PositionUnknown);
  });

  it('a command sent twice at once is a replay the second time', async () => {
    const same = command();
    const both = await Promise.all([1, 2].map(() => store.append('a', 'none', [event()], same)));
    expect(both.map(({ replayed }) => replayed)).toEqual([false, true]);
    expect(await peer.append('a', 'none', [event()], same)).toMatchObject({ replayed: true });
  });
});
