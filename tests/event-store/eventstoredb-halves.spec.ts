import {
  commit,
  describeDifference,
  HalvesDiffer,
  migrateEventStoreDb,
  openEventStoreDb,
  openPool,
  RecordDamaged,
  settleEventStoreDb,
  type CommandRef,
  type EventStore,
} from '@anjuan/event-store';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import { all, command, event } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';

const clock = () => new Date();
const tables = ['head', 'outbox', 'commands', 'disclosures'] as const;
type Copy = ReadonlyMap<string, readonly object[]>;

describe('The log on EventStoreDB and what PostgreSQL remembers of it', () => {
  let standIn: StandIn;
  let pool: pg.Pool;
  let store: EventStore | undefined;
  const sent: CommandRef[] = [];
  beforeEach(async () => {
    standIn = new StandIn();
    await standIn.start();
    pool = openPool(await testDatabase());
    await migrateEventStoreDb(pool);
    sent.length = 0;
    store = await open();
  });
  afterEach(async () => {
    await store?.close();
    await pool.end();
    standIn.stop();
  });
  const options = () => ({ address: standIn.url, clock, pollMs: 60_000, settleMs: 60_000 });
  const open = () => openEventStoreDb(pool, options());
  const close = async () => {
    await store?.close();
    store = undefined;
  };
  const settle = (accept?: string) => settleEventStoreDb(pool, options(), { accept, meet: () => [] });

  /** A case with personal data, begun and gone on with by so many commands. */
  const write = async (stream: string, commands: number) => {
    for (let n = 0; n < commands; n++) {
      const { data, disclosures } = commit({ name: '张三' }, [{ pointer: '/name', kind: 'party' }]);
      const one = { ...command(), digest: `digest of ${stream} ${n}` };
      sent.push(one);
      await store!.append(stream, n === 0 ? 'none' : 2 * n - 1, [event({ data, disclosures }), event()], one);
    }
  };

  const copyOfPostgres = async (): Promise<Copy> => {
    while ((await pool.query('SELECT FROM eventstoredb.outbox')).rowCount !== 0);
    return new Map(
      await Promise.all(
        tables.map(
          async (table) => [table, (await pool.query(`SELECT * FROM eventstoredb.${table}`)).rows] as const,
        ),
      ),
    );
  };
  const putBack = async (copy: Copy) => {
    for (const table of tables) {
      await pool.query(`DELETE FROM eventstoredb.${table}`);
      await pool.query(
        `INSERT INTO eventstoredb.${table} SELECT * FROM jsonb_populate_recordset(NULL::eventstoredb.${table}, $1)`,
        [JSON.stringify(copy.get(table))],
      );
    }
  };
  const newPostgres = async () => {
    await pool.query('DROP SCHEMA eventstoredb CASCADE');
    await migrateEventStoreDb(pool);
  };
  const difference = async () => {
    const refused = await open().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(refused instanceof HalvesDiffer)) throw new Error('Not refused.', { cause: refused });
    expect(refused.message).toBe(describeDifference(refused.compared));
    return refused;
  };

  it('whole, they agree at each start, foreign events behind ours or not', async () => {
    await write('a', 2);
    await close();
    store = await open();
    await write('b', 1);
    standIn.log.append('$stats', 'any', [
      { id: 'x', type: 'T', contentType: 'application/json', data: Buffer.from('{}') },
    ]);
    await close();
    store = await open();
    expect(await settle()).toMatchObject({ events: 6, derived: 0, removed: 0, lost: { commands: 0 } });
  });

  it('the log put back to an older copy: refused with what is lost, until the operator names it', async () => {
    await write('a', 2);
    await copyOfPostgres();
    const [copy, before] = [[...standIn.log.all], await store!.lastRecordedAt()];
    await write('a-later', 1);
    await write('b', 2);
    await close();
    standIn.log.replaceBy(copy);
    const refused = await difference();
    const head = copy.at(-1)!.position;
    expect(refused.compared).toMatchObject({
      found: 'shorter log',
      expected: { stream: 'b', revision: 3 },
      head: { stream: 'a', revision: 3, recordedAt: before },
      lack: { commands: 3, streams: ['a-later', 'b'] },
    });
    const accept = `${String(head).padStart(19, '0')}-${String(head).padStart(19, '0')}`;
    expect(refused.message).toContain(`anjuan settle --accept ${accept}`);
    await expect(settle()).rejects.toThrow(HalvesDiffer);
    await expect(settle('empty')).rejects.toThrow(HalvesDiffer);
    expect((await pool.query('SELECT FROM eventstoredb.commands')).rowCount).toBe(5);
    expect(await settle(accept)).toMatchObject({
      events: 4,
      derived: 0,
      lost: { commands: 3, streams: ['a-later', 'b'] },
      removed: 3,
      disclosures: { missing: 0 },
    });
    store = await open();
    expect(await store.find(sent.at(-1)!.id)).toBeUndefined();
    expect(await store.append('b', 'none', [event()], sent.at(-1)!)).toMatchObject({ replayed: false });
    expect(await store.find(sent[0]!.id)).toMatchObject({ appended: { stream: 'a', revision: 1 } });
  });

  it('the log new: refused, and nothing lost is answered as done', async () => {
    await write('a', 2);
    await copyOfPostgres();
    standIn.log.replaceBy([]);
    // Under a program that runs, too.
    await expect(store!.find(sent[0]!.id)).rejects.toThrow(RecordDamaged);
    await expect(store!.append('a', 'none', [event()], sent[0]!)).rejects.toThrow(RecordDamaged);
    await close();
    const refused = await difference();
    expect(refused.compared).toMatchObject({ found: 'shorter log', head: undefined, lack: { commands: 2 } });
    expect(refused.message).toContain('anjuan settle --accept empty');
    expect(await settle('empty')).toMatchObject({
      events: 0,
      lost: { commands: 2, streams: ['a'] },
      removed: 2,
    });
    store = await open();
    await write('a', 1);
  });

  it('another log at the same address: refused', async () => {
    await write('a', 2);
    await close();
    const copy = await copyOfPostgres();
    const other = [...standIn.log.all];
    standIn.log.replaceBy([]);
    await newPostgres();
    store = await open();
    await write('elsewhere', 3);
    await close();
    await putBack(copy);
    expect((await difference()).compared).toMatchObject({
      found: 'another log',
      expected: { stream: 'a' },
      head: { stream: 'elsewhere', revision: 5 },
    });
    standIn.log.replaceBy(other);
    store = await open();
  });

  it('an older copy of the log that was gone on with is another log', async () => {
    await write('a', 1);
    const [log, postgres] = [[...standIn.log.all], await copyOfPostgres()];
    await write('a-later', 1);
    const later = await copyOfPostgres();
    standIn.log.replaceBy(log);
    await close();
    await putBack(postgres);
    store = await open();
    await write('a-other', 1);
    await close();
    await putBack(later);
    expect((await difference()).compared).toMatchObject({
      found: 'another log',
      head: { stream: 'a-other' },
    });
  });

  it.each(['an older copy', 'new'] as const)(
    'PostgreSQL %s: refused, derived again, the rest listed',
    async (which) => {
      await write('a', 2);
      const copy = await copyOfPostgres();
      await write('b', 2);
      await close();
      await (which === 'new' ? newPostgres() : putBack(copy));
      const derived = which === 'new' ? 4 : 2;
      const streams = which === 'new' ? ['a', 'b'] : ['b'];
      expect((await difference()).compared).toMatchObject({
        found: 'unknown to PostgreSQL',
        lack: { commands: derived, streams },
      });
      expect(await settle()).toMatchObject({
        events: 8,
        derived,
        lost: { commands: 0 },
        disclosures: { missing: derived, streams },
      });
      store = await open();
      for (const one of sent)
        expect(await store.find(one.id)).toMatchObject({
          digest: one.digest,
          appended: { revision: expect.any(Number) },
        });
      expect(await store.append('b', 3, [event()], sent.at(-1)!)).toMatchObject({
        replayed: true,
        revision: 3,
      });
      await expect(store.append('b', 'none', [event()], command())).rejects.toMatchObject({ actual: 3 });
      expect((await all(store)).filter(({ disclosures }) => disclosures.length > 0)).toHaveLength(
        4 - derived,
      );
      await write('c', 1);
      await close();
      store = await open();
    },
  );

  it('what was erased by order is not said to be lost', async () => {
    await write('a', 2);
    const [first] = await store!.read('a');
    const { digest } = first!.disclosures[0]!;
    await store!.append(
      'erasures',
      'none',
      [event({ type: 'Erased', data: { digests: [digest] } })],
      command(),
    );
    await store!.erase([digest]);
    const meet = ({ type, data }: { type: string; data: unknown }) =>
      type === 'Erased' ? (data as { digests: string[] }).digests : [];
    expect(await settleEventStoreDb(pool, options(), { accept: undefined, meet })).toMatchObject({
      disclosures: { missing: 0 },
    });
    expect(await settle()).toMatchObject({ disclosures: { missing: 1, streams: ['a'] } });
  });

  it('the newest stream deleted on the server is damage, and no other log', async () => {
    await write('a', 1);
    await write('b', 1);
    standIn.log.deleteForGood('anjuan.b');
    standIn.log.replaceBy(
      standIn.log.all.filter(({ stream, type }) => stream !== 'anjuan.b' || type === '$streamDeleted'),
    );
    await close();
    store = await open();
    await expect(store.read('b')).rejects.toThrow(RecordDamaged);
    expect(await settle()).toMatchObject({ lost: { commands: 0 } });
    expect(await store.append('a', 1, [event()], command())).toMatchObject({ revision: 2 });
  });

  it('what is under way in the outbox is neither unknown nor lost', async () => {
    await write('a', 1);
    const copy = await copyOfPostgres();
    await write('b', 1);
    const landed = await store!.read('b');
    await close();
    await putBack(copy);
    await difference();
    await pool.query(
      `INSERT INTO eventstoredb.outbox (command_id, attempt, index, digest, stream, expected, id, type, bytes)
       SELECT $1, $2, n, 'digest of b 0', 'b', -1, id, 'CaseFiled', bytes
       FROM unnest($3::int[], $4::uuid[], $5::bytea[]) AS e (n, id, bytes)`,
      [
        sent.at(-1)!.id,
        crypto.randomUUID(),
        landed.map(({ revision }) => revision),
        landed.map(({ id }) => id),
        landed.map(({ bytes }) => bytes),
      ],
    );
    store = await open();
    // What is under way is settled after the start.
    let found = await store.find(sent.at(-1)!.id);
    while (found === undefined) found = await store.find(sent.at(-1)!.id);
    expect(found).toMatchObject({ appended: { stream: 'b', revision: 1 } });
  });
});
