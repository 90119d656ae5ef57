import {
  commit,
  HalvesDiffer,
  migrateEventStoreDb,
  openEventStoreDb,
  openPool,
  OutcomeUnknown,
  RecordDamaged,
  settleEventStoreDb,
  surveyRecord,
  type EventStore,
} from '@anjuan/event-store';
import type pg from 'pg';
import { draft, seal } from '../../libs/event-store/src/envelope.js';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';
import { all, append, command, event } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';

const clock = () => new Date();

type Forged = Readonly<{ stream: string; revision: number; commandId?: string; recordedAt?: string }>;

/** Another client of the server may know the form in which events are sealed. */
describe('An event on EventStoreDB that is sealed as ours are, and is not ours', () => {
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
  const options = () => ({
    address: standIn.url,
    clock,
    pollMs: 60_000,
    settleMs: 60_000,
    patienceMs: 900,
    callMs: 400,
  });
  const open = () => openEventStoreDb(pool, options());
  const close = async () => {
    await store?.close();
    store = undefined;
  };

  const forge = ({ stream, revision, commandId = 'of-another', recordedAt }: Forged) => {
    const one = draft(event({ type: 'LegalReviewApproved' }), { stream, revision, commandId, index: 0 });
    const text = Buffer.from(seal(one, clock().toISOString())).toString('utf8');
    const data = Buffer.from(recordedAt === undefined ? text : withTime(text, recordedAt));
    standIn.log.append(`anjuan.${stream}`, revision === 0 ? 'no_stream' : revision - 1, [
      { id: one.id, type: 'LegalReviewApproved', contentType: 'application/octet-stream', data },
    ]);
  };
  const withTime = (text: string, recordedAt: string) =>
    JSON.stringify({ ...(JSON.parse(text) as object), recordedAt });

  it('is refused by name in its stream, and passed by in the log', async () => {
    await append(store!, 'a', 'none', 2);
    forge({ stream: 'a', revision: 2 });
    await append(store!, 'b', 'none', 2);
    const found = { what: 'notOurs', stream: 'a', revision: 2 };
    await expect(store!.read('a')).rejects.toMatchObject({ damage: found });
    expect(await store!.read('a', 1)).toHaveLength(2);
    expect((await all(store!)).map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'a CaseFiled',
      'a CaseFiled',
      'a RecordDamaged',
      'b CaseFiled',
      'b CaseFiled',
    ]);
    expect(store!.damaged()).toMatchObject([found]);
    expect((await surveyRecord(store!)).damaged).toMatchObject([found]);
  });

  it('names a command that is known: it is where that command left nothing', async () => {
    const sent = command();
    await store!.append('a', 'none', [event()], sent);
    await append(store!, 'b', 'none');
    forge({ stream: 'a', revision: 1, commandId: sent.id });
    forge({ stream: 'b', revision: 1, commandId: sent.id });
    for (const stream of ['a', 'b'])
      await expect(store!.read(stream)).rejects.toMatchObject({ damage: { what: 'notOurs', revision: 1 } });
    expect((await all(store!)).map(({ damage }) => damage?.revision)).toEqual([undefined, undefined, 1, 1]);
  });

  it.each(['zzz', '2025-02-30T00:00:00.000Z', '2025-03-03'])('says a time that is none: %s', async (time) => {
    await append(store!, 'a', 'none');
    forge({ stream: 'a', revision: 1, recordedAt: time });
    await expect(store!.read('a')).rejects.toMatchObject({ damage: { what: 'notSealed' } });
    await close();
    store = await open();
  });

  it('names a command that no database can look for', async () => {
    await append(store!, 'a', 'none');
    forge({ stream: 'a', revision: 1, commandId: 'a\0b' });
    await expect(store!.read('a')).rejects.toMatchObject({ damage: { what: 'notSealed' } });
    await close();
    store = await open();
  });

  it('ends the start, which names that cause too; settling it says in which streams', async () => {
    await append(store!, 'a', 'none');
    await append(store!, 'b', 'none');
    await close();
    forge({ stream: 'a', revision: 1 });
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HalvesDiffer);
    expect((refused as Error).message).toMatch(
      /其他客户端写入.+核对 ACL.+in a\..+another client wrote into our streams: see the ACL/,
    );
    expect(await settleEventStoreDb(pool, options(), { accept: undefined, meet: () => [] })).toMatchObject({
      derived: 1,
      derivedIn: ['a'],
      withoutDigest: 1,
    });
  });

  describe('beside what is under way', () => {
    const leave = async (...faults: ('stored and silent' | 'silent')[]) => {
      standIn.faults.next(...faults, ...Array<'silent'>(100).fill('silent'));
      const stop = standIn.log.listen(() => {
        standIn.faults.readsAreSilent = true;
      });
      const sent = command();
      await expect(append(store!, 'a', 'none')).rejects.toThrow(OutcomeUnknown);
      stop();
      standIn.faults.clear();
      expect((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount).toBe(1);
      return sent;
    };

    it('what has landed unheard is ours', async () => {
      await leave('stored and silent');
      expect(await store!.read('a')).toHaveLength(1);
      expect((await all(store!)).map(({ damage }) => damage)).toEqual([undefined]);
    });

    it('other bytes under its id are not', async () => {
      await leave();
      const { rows } = await pool.query<{ command_id: string }>('SELECT command_id FROM eventstoredb.outbox');
      forge({ stream: 'a', revision: 0, commandId: rows[0]!.command_id });
      await expect(store!.read('a')).rejects.toMatchObject({ damage: { what: 'notOurs' } });
    });
  });

  it('costs one question for all that is read at once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { data, disclosures } = commit({ name: '张三' }, [{ pointer: '/name', kind: 'party' }]);
    for (const name of names) await store!.append(name, 'none', [event({ data, disclosures })], command());
    while ((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount !== 0);
    let questions = 0;
    pool.on('acquire', () => questions++);
    const read = await Promise.all(names.map((name) => store!.read(name)));
    expect(read.map(([one]) => one?.disclosures.length)).toEqual(names.map(() => 1));
    expect(questions).toBe(1);
  });

  it('a stream that was begun once, and of which nothing is left, is not begun a second time', async () => {
    await append(store!, 'a', 'none', 2);
    while ((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount !== 0);
    standIn.log.replaceBy([]);
    for (const one of [store!, new EventStoreDbStore(pool, options())]) {
      const named = { damage: { what: 'shorter', stream: 'a', revision: 0 } };
      await expect(append(one, 'a', 'none')).rejects.toMatchObject(named);
      if (one !== store) await one.close();
    }
    expect(standIn.log.all).toEqual([]);
  });

  describe('a survey', () => {
    const without = (gone: (stream: string, revision: number) => boolean) => {
      standIn.log.replaceBy(
        standIn.log.all.filter(({ stream, revision }) => !gone(stream.replace('anjuan.', ''), revision)),
      );
    };

    it('finds a stream that is gone amid the log, and one whose end is', async () => {
      for (const name of ['a', 'b', 'c']) await append(store!, name, 'none', 3);
      await append(store!, 'd', 'none');
      await close();
      without((stream, revision) => stream === 'a' || (stream === 'b' && revision === 2));
      store = await open();
      expect((await surveyRecord(store)).damaged).toMatchObject([
        { what: 'shorter', stream: 'a', revision: 0 },
        { what: 'shorter', stream: 'b', revision: 2 },
      ]);
    });

    it('says what was done to a stream of which nothing is left', async () => {
      await append(store!, 'a', 'none', 3);
      await append(store!, 'd', 'none');
      standIn.log.tell('anjuan.a', { $tb: 2 ** 63 });
      await close();
      store = await open();
      await expect(store.read('a')).rejects.toThrow(RecordDamaged);
      expect((await surveyRecord(store)).damaged).toMatchObject([{ what: 'deletedSoftly', stream: 'a' }]);
    });

    it('takes what is appended meanwhile for no loss', async () => {
      await append(store!, 'a', 'none', 3);
      const surveyed = surveyRecord(store!);
      await Promise.all(['e', 'f', 'g'].map((name) => append(store!, name, 'none')));
      expect((await surveyed).damaged).toEqual([]);
    });
  });
});
