import {
  migrateEventStoreDb,
  openPool,
  RecordDamaged,
  surveyRecord,
  type EventStore,
} from '@anjuan/event-store';
import type pg from 'pg';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { draft, seal } from '../../libs/event-store/src/envelope.js';
import { Operator } from '../support/eventstoredb-operator.js';
import { ownPrefix, testServer } from '../support/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';
import { all, append, command, event } from './appending.js';
import { damageContract, type Means } from './damage-contract.js';

type Open = Readonly<{ store: EventStore; peer: EventStore; operator: Operator }>;

const means = ({ store, operator }: Open): readonly Means[] => [
  { does: 'a stream deleted for good', found: 'deleted', to: (stream) => operator.deleteForGood(stream) },
  { does: 'a stream deleted', found: 'deletedSoftly', to: (stream) => operator.deleteSoftly(stream) },
  { does: 'a truncated stream', found: 'truncated', to: (stream) => operator.tell(stream, { $tb: 3 }) },
  {
    does: 'a limit to the number',
    found: 'limited',
    to: (stream) => operator.tell(stream, { $maxCount: 2 }),
  },
  {
    does: 'a limit that takes nothing yet',
    found: 'limited',
    to: (stream) => operator.tell(stream, { $maxCount: 99 }),
  },
  {
    does: 'a limit to the age',
    found: 'limited',
    to: (stream) => operator.tell(stream, { $maxAge: 86_400 }),
  },
  { does: 'JSON of somebody else', found: 'notSealed', to: (stream) => operator.writeJson(stream) },
  {
    does: 'bytes of somebody else',
    found: 'notSealed',
    to: (stream) => operator.writeBytes(stream, Buffer.from('{}')),
  },
  {
    does: 'bytes that are no text',
    found: 'notSealed',
    to: (stream) => operator.writeBytes(stream, Buffer.from([0xff, 0xfe])),
  },
  {
    does: 'an event of another place',
    found: 'otherwise',
    to: async (stream) =>
      operator.writeBytes(stream, (await store.read('b'))[1]!.bytes, { type: 'CaseFiled' }),
  },
  {
    does: 'an event sealed as ours are',
    found: 'notOurs',
    to: async (stream) => {
      const one = draft(event(), { stream, revision: 5, commandId: 'of-another', index: 0 });
      await operator.writeBytes(stream, seal(one, '2025-03-03T01:00:00.000Z'), {
        type: 'CaseFiled',
        id: one.id,
      });
    },
  },
];

describe('a damaged record on EventStoreDB', () => {
  let pools: pg.Pool[] = [];
  let operator: Operator;
  const open = async (): Promise<Open> => {
    const database = await testDatabase();
    pools = [openPool(database), openPool(database)];
    await Promise.all(pools.map((pool) => migrateEventStoreDb(pool)));
    const [address, prefix] = [await testServer(), ownPrefix()];
    operator = new Operator(address, prefix);
    const options = { address, prefix, clock: () => new Date('2025-03-03T01:00:00.000Z') };
    const [store, peer] = pools.map((pool) => new EventStoreDbStore(pool, options));
    return { store: store!, peer: peer!, operator };
  };
  afterEach(async () => {
    await operator.close();
    await Promise.all(pools.map((pool) => pool.end()));
  });

  const kinds = means({} as Open).map(({ does }) => does);
  damageContract(kinds, async () => {
    const opened = await open();
    return { ...opened, means: means(opened) };
  });

  describe('beside the contract', () => {
    let store: EventStore;
    let peer: EventStore;
    beforeEach(async () => {
      ({ store, peer } = await open());
    });
    afterEach(async () => {
      await Promise.all([store.close(), peer.close()]);
    });

    it('a stream deleted and not yet read again is not begun a second time', async () => {
      await append(store, 'a', 'none', 3);
      await operator.deleteSoftly('a');
      await expect(append(peer, 'a', 'none')).rejects.toThrow(RecordDamaged);
      await expect(append(peer, 'a', 2)).rejects.toThrow(RecordDamaged);
    });

    it('a limit that is lifted again before it took anything is forgotten, in the log too', async () => {
      await append(store, 'a', 'none', 3);
      await operator.tell('a', { $maxCount: 99 });
      await expect(store.read('a')).rejects.toThrow(RecordDamaged);
      await operator.tell('a', {});
      expect(await store.read('a')).toHaveLength(3);
      expect(store.damaged()).toEqual([]);
      expect((await all(store)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
      expect(await append(store, 'a', 2)).toMatchObject({ revision: 3 });
      // What is passed over does not count as read.
      expect((await all(store, undefined, 4)).map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
      expect((await surveyRecord(peer)).damaged).toEqual([]);
    });

    it('one append that will never be taken fails alone', async () => {
      await append(store, 'dead', 'none', 2);
      await append(store, 'softly', 'none', 2);
      await append(store, 'well', 'none', 2);
      await operator.deleteForGood('dead');
      await operator.deleteSoftly('softly');
      const many = ['c', 'd', 'e', 'f'].map((stream) => append(store, stream, 'none'));
      const [dead, softly, well, ...others] = await Promise.allSettled([
        append(store, 'dead', 1),
        append(peer, 'softly', 'none'),
        append(store, 'well', 1),
        ...many,
      ]);
      expect(dead).toMatchObject({ status: 'rejected', reason: { name: 'RecordDamaged' } });
      expect(softly).toMatchObject({ status: 'rejected', reason: { name: 'RecordDamaged' } });
      expect([well, ...others].map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
      const again = command();
      expect(await peer.append('g', 'none', [event()], again)).toMatchObject({ revision: 0 });
      expect(await store.append('g', 'none', [event()], again)).toMatchObject({ replayed: true });
    });

    it('reads many streams at once, more than the server takes at a time', async () => {
      await append(store, 'a', 'none', 2);
      const read = await Promise.all(Array.from({ length: 500 }, (_, n) => store.read('a', n + 1)));
      expect(read.every((events) => events.length === 2)).toBe(true);
    });
  });
});
