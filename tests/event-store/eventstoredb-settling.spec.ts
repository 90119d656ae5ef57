import {
  commit,
  HalvesDiffer,
  migrateEventStoreDb,
  NoEventStore,
  openEventStoreDb,
  openPool,
  settleEventStoreDb,
  type EventStore,
} from '@anjuan/event-store';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import { draft, eventId, seal } from '../../libs/event-store/src/envelope.js';
import { command, event } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';

const clock = () => new Date();

/** Where the operator has decided that a log counts: what is taken back, and what must not be. */
describe('Settling the halves of a record on EventStoreDB', () => {
  let standIn: StandIn;
  let pool: pg.Pool;
  let store: EventStore | undefined;
  beforeEach(async () => {
    standIn = new StandIn();
    await standIn.start();
    pool = openPool(await testDatabase());
    await migrateEventStoreDb(pool);
    store = await open();
  });
  afterEach(async () => {
    await store?.close();
    await pool.end();
    standIn.stop();
  });
  const options = (prefix = 'anjuan.') => ({
    address: standIn.url,
    prefix,
    clock,
    pollMs: 60_000,
    settleMs: 60_000,
  });
  const open = (prefix?: string) => openEventStoreDb(pool, options(prefix));
  const settle = (accept?: string, prefix?: string) =>
    settleEventStoreDb(pool, options(prefix), { accept, meet: () => [] });
  const named = () => {
    const { data, disclosures } = commit({ name: '张三' }, [{ pointer: '/name', kind: 'party' }]);
    return event({ data, disclosures });
  };
  const close = async () => {
    await store?.close();
    store = undefined;
    while ((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount !== 0);
  };
  const acceptance = async (): Promise<string> => {
    const refused = await open().catch((error: unknown) => error);
    if (!(refused instanceof HalvesDiffer)) throw new Error('Not refused.', { cause: refused });
    return refused.message.split('--accept ').at(-1)!.trim();
  };
  const without = (stream: string, revision?: number) => {
    standIn.log.replaceBy(
      standIn.log.all.filter(
        (one) => one.stream !== `anjuan.${stream}` || (revision !== undefined && one.revision !== revision),
      ),
    );
  };
  const kept = async () => (await pool.query('SELECT FROM eventstoredb.disclosures')).rowCount;

  describe('beside a stream that waits for its backup', () => {
    beforeEach(async () => {
      await store!.append('damaged', 'none', [named(), named()], command());
      await store!.append('damaged', 1, [event(), named()], command());
      await store!.append('whole', 'none', [named()], command());
      await store!.append('lost', 'none', [named(), event(), named()], command());
      await close();
    });
    const accepted = async () => {
      const found = await settle(await acceptance());
      expect(found).toMatchObject({ lost: { commands: 1, streams: ['lost'] }, removed: 2 });
      expect(await kept()).toBe(4);
      return found.damaged;
    };

    it('its personal data stays: cut, and scavenged', async () => {
      standIn.log.tell('anjuan.damaged', { $maxCount: 1 });
      without('lost');
      without('damaged', 0);
      expect(await accepted()).toMatchObject([{ stream: 'damaged' }]);
    });

    it('its personal data stays: scavenged, and the limit taken away again', async () => {
      without('lost');
      without('damaged', 0);
      expect(await accepted()).toMatchObject([{ what: 'beginsLate', stream: 'damaged' }]);
    });

    it('its personal data stays: an event lost within', async () => {
      without('lost');
      without('damaged', 1);
      expect(await accepted()).toMatchObject([{ what: 'gap', stream: 'damaged', revision: 1 }]);
    });

    it('its personal data stays: deleted', async () => {
      without('lost');
      without('damaged');
      standIn.log.tell('anjuan.damaged', { $tb: 2 ** 63 });
      expect(await accepted()).toMatchObject([{ what: 'deletedSoftly', stream: 'damaged' }]);
    });
  });

  /** As another program writes an append of one event that is sealed as ours are. */
  const write = (stream: string, revision: number, commandId: string, id = eventId(commandId, 0)) => {
    const one = draft(event(), { stream, revision, commandId, index: 0 });
    const text = Buffer.from(seal(one, clock().toISOString())).toString('utf8').replace(one.id, id);
    const stored = { id, type: 'CaseFiled', contentType: 'application/octet-stream' };
    standIn.log.append(`anjuan.${stream}`, revision === 0 ? 'no_stream' : revision - 1, [
      { ...stored, data: Buffer.from(text) },
    ]);
  };

  it('of a lost command all goes, though another stands where its first event stood', async () => {
    await store!.append('a', 'none', [event()], command());
    const log = [...standIn.log.all];
    await store!.append('a', 0, [named(), named()], command());
    await close();
    standIn.log.replaceBy(log);
    write('a', 1, 'of-another');
    expect(await settle(await acceptance())).toMatchObject({
      derived: 1,
      derivedIn: ['a'],
      lost: { commands: 1, streams: ['a'] },
      removed: 2,
    });
    expect(await kept()).toBe(0);
    store = await open();
    expect(await store.read('a')).toHaveLength(2);
  });

  it('says which streams it derived commands for, and of how many it lacks the digest', async () => {
    await store!.append('a', 'none', [event()], command());
    await store!.append('b', 'none', [event()], command());
    await close();
    standIn.log.replaceBy(
      standIn.log.all.map((one) => (one.stream === 'anjuan.a' ? { ...one, metadata: Buffer.alloc(0) } : one)),
    );
    await pool.query('DROP SCHEMA eventstoredb CASCADE');
    await migrateEventStoreDb(pool);
    expect(await settle()).toMatchObject({
      derived: 2,
      derivedIn: ['a', 'b'],
      withoutDigest: 1,
      notDerived: { commands: 0, streams: [] },
      damaged: [],
    });
  });

  it('what names a command twice, or is not numbered as an append numbers it, is left and said', async () => {
    await store!.append('a', 'none', [event()], command());
    await close();
    const { commandId } = JSON.parse(standIn.log.all[0]!.data.toString('utf8')) as { commandId: string };
    write('odd', 0, 'of-somebody', crypto.randomUUID());
    write('twice', 0, commandId);
    expect(await settle()).toMatchObject({
      events: 3,
      derived: 0,
      notDerived: { commands: 2, streams: ['odd', 'twice'] },
    });
  });

  describe('under another prefix', () => {
    beforeEach(async () => {
      await store!.append('a', 'none', [named()], command());
      await close();
    });

    it('nothing is opened, settled or taken back, and both are named', async () => {
      for (const tried of [() => open('anjaun.'), () => settle('empty', 'anjaun.')]) {
        const refused = await tried().catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(NoEventStore);
        expect((refused as Error).message).toMatch(/anjuan\., EVENTSTOREDB_PREFIX=anjaun\./);
      }
      expect(await kept()).toBe(1);
      store = await open();
      expect(await store.read('a')).toHaveLength(1);
    });

    it('a log without anything is said to be perhaps another one, with the prefix', async () => {
      standIn.log.replaceBy([]);
      await expect(open()).rejects.toThrow(/\(anjuan\.\).+EVENTSTOREDB_URL and EVENTSTOREDB_PREFIX/);
    });

    it('that of a record that has none yet is kept at its first start', async () => {
      await pool.query('DROP SCHEMA eventstoredb CASCADE');
      await migrateEventStoreDb(pool);
      await expect(open()).rejects.toThrow(HalvesDiffer);
      store = await open('other.');
      await expect(open()).rejects.toThrow(NoEventStore);
    });
  });
});
