import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  commit,
  migrateEventStoreDb,
  openPool,
  OutcomeUnknown,
  settleEventStoreDb,
} from '@anjuan/event-store';
import type pg from 'pg';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { certificate } from '../support/certificate.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { command, event } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';
import { removeFolder } from '../support/folder.js';

const clock = () => new Date('2025-03-03T01:00:00.000Z');

/** The server looks at the right and the size before the revision: of what was sent before it says nothing thereby. */
describe('An append that landed unheard, and is refused when it is sent again', () => {
  let folder: string;
  let address: string;
  let standIn: StandIn;
  let pool: pg.Pool;
  const stores: EventStoreDbStore[] = [];
  beforeEach(async () => {
    folder = await temporaryFolder();
    const tls = certificate();
    const ca = join(folder, 'ca.crt');
    await writeFile(ca, tls.cert);
    standIn = new StandIn({ tls });
    await standIn.start();
    standIn.accounts.add('anjuan', 'secret');
    address = `esdb://anjuan:secret@${standIn.host}?tls=true&tlsCAFile=${ca}`;
    pool = openPool(await testDatabase());
    await migrateEventStoreDb(pool);
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await pool.end();
    standIn.stop();
    await removeFolder(folder);
  });
  const open = (patienceMs = 3_000) => {
    const rarely = { pollMs: 60_000, settleMs: 60_000 };
    const store = new EventStoreDbStore(pool, { address, clock, patienceMs, callMs: 400, ...rarely });
    stores.push(store);
    return store;
  };
  const named = () => {
    const { data, disclosures } = commit({ name: '张三' }, [{ pointer: '/name', kind: 'party' }]);
    return event({ data, disclosures });
  };
  const kept = async () => {
    while ((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount !== 0);
    return (await pool.query('SELECT FROM eventstoredb.disclosures')).rowCount;
  };

  /** Stored, never answered, and not to be read: its caller is told that nobody knows. */
  const landUnheard = async (stream: string) => {
    const sent = { command: command(), event: named() };
    standIn.faults.next('stored and silent', ...Array<'silent'>(100).fill('silent'));
    const stop = standIn.log.listen(() => {
      standIn.faults.readsAreSilent = true;
    });
    await expect(open(900).append(stream, 'none', [sent.event], sent.command)).rejects.toThrow(
      OutcomeUnknown,
    );
    stop();
    standIn.faults.clear();
    return sent;
  };

  it.each(['denied', 'too large'] as const)('as %s: it is found, with its personal data', async (refusal) => {
    const sent = await landUnheard('a');
    standIn.faults.next(refusal);
    const store = open();
    expect(await store.find(sent.command.id)).toMatchObject({ appended: { stream: 'a', revision: 0 } });
    expect(await store.read('a')).toMatchObject([{ disclosures: sent.event.disclosures }]);
    expect(await store.append('a', 'none', [sent.event], sent.command)).toMatchObject({ replayed: true });
    expect(standIn.log.all).toHaveLength(1);
  });

  it('is found while another program settles it, between any two looks of its own', async () => {
    const sent = await landUnheard('a');
    const other = open();
    const looking = Object.create(pool, {
      query: {
        value: async (query: pg.QueryConfig) => {
          const answer = await pool.query(query);
          await other.find(sent.command.id);
          return answer;
        },
      },
    }) as pg.Pool;
    const store = new EventStoreDbStore(looking, { address, clock, pollMs: 60_000, settleMs: 60_000 });
    stores.push(store);
    expect(await store.find(sent.command.id)).toMatchObject({ appended: { stream: 'a', revision: 0 } });
  });

  it.each(['denied', 'too large'] as const)('as %s, where others stand: a conflict', async (refusal) => {
    const [store, peer] = [open(), open()];
    await store.append('a', 'none', [event()], command());
    await peer.read('a');
    await store.append('a', 0, [event()], command());
    standIn.faults.next(refusal);
    await expect(peer.append('a', 0, [named()], command())).rejects.toMatchObject({ actual: 1 });
    expect(await kept()).toBe(0);
  });

  it.each(['denied', 'too large'] as const)('as %s, where nothing stands: that is final', async (refusal) => {
    standIn.faults.next(refusal);
    await expect(open().append('a', 'none', [named()], command())).rejects.toMatchObject({ reason: refusal });
    expect(await kept()).toBe(0);
  });

  it('as denied, where the stream may not be read either: its damage, and its personal data stays', async () => {
    await landUnheard('a');
    standIn.log.tell('anjuan.a', { $acl: { $r: ['$admins'], $mr: ['$admins'] } });
    standIn.faults.next('denied');
    const store = open();
    await store.append('b', 'none', [event()], command());
    await expect(store.read('a')).rejects.toMatchObject({ damage: { what: 'denied', stream: 'a' } });
    expect(await kept()).toBe(1);
    standIn.log.tell('anjuan.a', {});
    // Nobody knows any more whether it was this program that wrote it, until an operator says so.
    await expect(store.read('a')).rejects.toMatchObject({ damage: { what: 'notOurs', stream: 'a' } });
    const settled = await settleEventStoreDb(pool, { address, clock }, { accept: undefined, meet: () => [] });
    expect(settled).toMatchObject({ derivedIn: ['a'], withoutDigest: 0, disclosures: { missing: 0 } });
    expect(await store.read('a')).toMatchObject([{ disclosures: [{ kind: 'party' }] }]);
    expect(store.damaged()).toEqual([]);
  });

  it('as denied, where the stream was cut: its damage, and its personal data stays', async () => {
    await landUnheard('a');
    standIn.log.tell('anjuan.a', { $tb: 1 });
    standIn.faults.next('denied');
    await open().append('b', 'none', [event()], command());
    expect(await kept()).toBe(1);
  });

  it('other bytes under its ids are not its own', async () => {
    const sent = { command: command(), event: named() };
    standIn.faults.next(...Array(1_000).fill('silent'));
    await expect(open(900).append('a', 'none', [sent.event], sent.command)).rejects.toThrow(OutcomeUnknown);
    standIn.faults.clear();
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM eventstoredb.outbox');
    const other = { id: rows[0]!.id, type: 'CaseFiled', contentType: 'application/octet-stream' };
    standIn.log.append('anjuan.a', 'no_stream', [{ ...other, data: Buffer.from('{}') }]);
    standIn.faults.next('denied');
    const store = open();
    expect(await store.find(sent.command.id)).toBeUndefined();
    await expect(store.read('a')).rejects.toMatchObject({ damage: { stream: 'a' } });
    expect(await kept()).toBe(1);
  });
});
