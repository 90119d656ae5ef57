import {
  AddressRefused,
  migrateEventStoreDb,
  NotJson,
  openPool,
  OutcomeUnknown,
  PositionUnknown,
  RevisionConflict,
  StoreUnavailable,
  type Json,
  type RecordedEvent,
} from '@anjuan/event-store';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import { all, append, command, event } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';

const clock = () => new Date('2025-03-03T01:00:00.000Z');
const forEver = Array(1_000).fill('silent');

describe('EventStoreDB and the traps of its client', () => {
  let standIn: StandIn;
  let pool: pg.Pool;
  let store: EventStoreDbStore;
  let peer: EventStoreDbStore;
  const rarely = { pollMs: 60_000, settleMs: 60_000 };
  const open = (address = standIn.url) =>
    new EventStoreDbStore(pool, { address, clock, patienceMs: 3_000, callMs: 400, ...rarely });
  beforeEach(async () => {
    standIn = new StandIn();
    await standIn.start();
    pool = openPool(await testDatabase());
    await migrateEventStoreDb(pool);
    store = open();
    peer = open();
  });
  afterEach(async () => {
    await Promise.all([store.close(), peer.close()]);
    await pool.end();
    standIn.stop();
  });
  const stored = () => standIn.log.all.map(({ stream, revision }) => `${stream} ${revision}`);

  describe('trap 1: deadlines are not enforced', () => {
    it('a server that never answers an append leaves its outcome unknown, in time; sent again it happens once', async () => {
      standIn.faults.next(...forEver);
      const sent = command();
      await expect(store.append('a', 'none', [event()], sent)).rejects.toThrow(OutcomeUnknown);
      standIn.faults.clear();
      await store.append('a', 'none', [event()], sent);
      expect(stored()).toEqual(['anjuan.a 0']);
    });

    it('a server that never answers a read is told unavailable, and nothing is stored', async () => {
      standIn.faults.readsAreSilent = true;
      await expect(store.read('a')).rejects.toThrow(StoreUnavailable);
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
      await expect(append(store, 'a', 'none')).rejects.not.toThrow(OutcomeUnknown);
      expect(stored()).toEqual([]);
    });
  });

  it('trap 2: a bigint is refused before the client sees it', async () => {
    const data = { n: 1n } as unknown as Json;
    await expect(store.append('a', 'none', [event({ data })], command())).rejects.toThrow(NotJson);
    expect(standIn.calls.append).toBe(0);
  });

  it('trap 3: the mode in which conflicts carry a wrong revision cannot be chosen, and ours is right', async () => {
    expect(() => open(`${standIn.url}&throwOnAppendFailure=false`)).toThrow(AddressRefused);
    await append(store, 'a', 'none', 42);
    await expect(append(store, 'a', 3)).rejects.toMatchObject({ name: 'RevisionConflict', actual: 41 });
  });

  describe('trap 4: an error says nothing of the outcome', () => {
    it('an append refused for no reason is sent again', async () => {
      standIn.faults.next('rejected', 'rejected');
      expect(await append(store, 'a', 'none')).toMatchObject({ revision: 0, replayed: false });
      expect(stored()).toEqual(['anjuan.a 0']);
    });

    it.each(['cut', 'stored and cut'] as const)(
      'a connection %s under many appends fails none of them, and none happens twice',
      async (fault) => {
        standIn.faults.next(fault);
        const names = ['a', 'b', 'c', 'd', 'e', 'f'];
        const appended = await Promise.all(
          names.map((name, n) => append(n % 2 === 0 ? store : peer, name, 'none')),
        );
        expect(appended.map(({ replayed }) => replayed)).toEqual(names.map(() => false));
        expect(stored().sort()).toEqual(names.map((name) => `anjuan.${name} 0`));
      },
    );
  });

  it.each(['stored and silent', 'stored and late'] as const)(
    'trap 5: an append %s is found by its ids under its exact revision',
    async (fault) => {
      standIn.faults.next(fault);
      const appended = await append(store, 'a', 'none', 3);
      expect(appended).toMatchObject({ revision: 2, replayed: false });
      expect(stored()).toEqual(['anjuan.a 0', 'anjuan.a 1', 'anjuan.a 2']);
    },
  );

  it('trap 6: a missing stream is revision -1, and a missing position is read', async () => {
    await expect(append(store, 'a', 0)).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
    standIn.faults.next('stored without position');
    const { position } = await append(store, 'a', 'none', 2);
    expect(position).toBe((await store.read('a')).at(-1)?.position);
  });

  it('trap 7: with credentials and without', async () => {
    const signedIn = open(standIn.url.replace('esdb://', 'esdb://ops:secret@'));
    await append(signedIn, 'a', 'none');
    await append(store, 'b', 'none');
    await signedIn.close();
    expect(standIn.calls).toMatchObject({ append: 2 });
  });

  it('trap 8: a subscription goes on after a restart of the server, without loss or duplicate', async () => {
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    const reading = (async () => {
      for await (const one of store.subscribe(undefined, stop.signal)) seen.push(one);
    })();
    await append(peer, 'a', 'none');
    for (let n = 0; n < 3; n++) {
      await standIn.restart();
      await append(peer, 'a', n);
    }
    // A look of its own may be faster than the news of the server that is back: it is told of them all the same.
    while (seen.length < 4 || standIn.calls.subscribe < 2)
      await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort();
    await reading;
    expect(seen.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
  });

  it('trap 9: a position keeps commit and prepare, and one of a log that was wiped is found out', async () => {
    const { position } = await append(store, 'a', 'none', 3);
    const { position: last } = standIn.log.all.at(-1)!;
    expect(position).toBe([last, last].map((one) => String(one).padStart(19, '0')).join('-'));
    const other = new StandIn();
    await other.start();
    const wiped = open(other.url);
    await expect(all(wiped, position)).rejects.toThrow(PositionUnknown);
    const foreign = { id: crypto.randomUUID(), type: 'T', contentType: 'application/json' };
    for (let n = 0; n < 40; n++)
      other.log.append('$stats', 'any', [{ ...foreign, id: `${n}`, data: Buffer.alloc(n) }]);
    await expect(all(wiped, position)).rejects.toThrow(PositionUnknown);
    const ofAnother = String(other.log.all[2]?.position).padStart(19, '0');
    await expect(all(wiped, `${ofAnother}-${ofAnother}`)).rejects.toThrow(PositionUnknown);
    await wiped.close();
    other.stop();
  });

  describe('what is in the log', () => {
    it('is the envelope, byte for byte', async () => {
      await append(store, 'a', 'none');
      const [read] = await store.read('a');
      expect(standIn.log.all[0]?.contentType).toBe('application/octet-stream');
      expect(standIn.log.all[0]?.data).toEqual(Buffer.from(read!.bytes));
    });

    it('and is not ours, is passed over', async () => {
      const foreign = { type: 'T', contentType: 'application/json', data: Buffer.from('{}') };
      const write = (stream: string) =>
        standIn.log.append(stream, 'any', [{ ...foreign, id: crypto.randomUUID() }]);
      write('$stats');
      await append(store, 'a', 'none');
      write('another-program');
      await append(store, 'a', 0);
      write('$stats');
      expect((await all(store)).map(({ stream, revision }) => `${stream} ${revision}`)).toEqual([
        'a 0',
        'a 1',
      ]);
      expect(await store.head()).toBe((await store.read('a')).at(-1)?.position);
    });
  });

  describe('an append left by a process that is gone', () => {
    const leave = async () => {
      standIn.faults.next(...forEver);
      const left = command();
      await expect(store.append('left', 'none', [event()], left)).rejects.toThrow(OutcomeUnknown);
      standIn.faults.clear();
      return left;
    };

    it('is settled before the next is stamped', async () => {
      await leave();
      await append(peer, 'next', 'none');
      expect(stored()).toEqual(['anjuan.left 0', 'anjuan.next 0']);
    });

    it('is settled when its command is asked for', async () => {
      const left = await leave();
      expect(await peer.find(left.id)).toMatchObject({ appended: { stream: 'left', revision: 0 } });
      expect(await peer.append('left', 'none', [event()], left)).toMatchObject({ replayed: true });
    });

    it('is forgotten when somebody else has written there', async () => {
      const left = await leave();
      const foreign = { id: crypto.randomUUID(), type: 'T', contentType: 'application/octet-stream' };
      standIn.log.append('anjuan.left', 'no_stream', [{ ...foreign, data: Buffer.from('{}') }]);
      expect(await peer.find(left.id)).toBeUndefined();
      await expect(peer.append('left', 'none', [event()], left)).rejects.toThrow(RevisionConflict);
    });
  });

  it('a command sent twice at once by one process is a replay the second time', async () => {
    const same = command();
    const both = await Promise.all([1, 2].map(() => store.append('a', 'none', [event()], same)));
    expect(both.map(({ replayed }) => replayed)).toEqual([false, true]);
    expect(await store.append('a', 'none', [event()], same)).toMatchObject({ replayed: true });
  });

  it('who has the turn and stands still holds up nobody for long', async () => {
    const still = await pool.connect();
    await still.query(`SELECT pg_advisory_lock(hashtext('eventstoredb turn'))`);
    expect(await append(store, 'a', 'none')).toMatchObject({ revision: 0 });
    still.release(true);
  });

  it('an append that the server will never take is refused for good, and blocks nobody', async () => {
    standIn.faults.next('too large');
    await expect(append(store, 'a', 'none')).rejects.toMatchObject({ reason: 'too large' });
    standIn.faults.next('denied');
    await expect(append(store, 'a', 'none')).rejects.toMatchObject({ reason: 'denied' });
    expect(await append(peer, 'a', 'none')).toMatchObject({ revision: 0 });
  });

  it('never repeats an address, which may hold a password', () => {
    for (const bad of [
      'esdb://ops:secret@host?nonsense=1',
      'http://ops:secret@host',
      'esdb://ops:secret@h:x',
    ])
      expect(() => open(bad)).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('secret') }),
      );
  });
});
