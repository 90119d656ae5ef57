import { randomUUID } from 'node:crypto';
import { caseProcedure, type CaseFile } from '@anjuan/case';
import { Growth, migrate, openPool, PostgresEventStore, type RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import { CommandFiles } from '../../apps/api/src/procedures/command-files.js';
import { testDatabase } from '../support/postgres.js';

const agency = 'agency-of-the-test';
const clock = () => new Date();

/** Counts the events that came from the database. */
class CountedStore extends PostgresEventStore {
  events = 0;
  override async read(stream: string, upTo?: number, from?: number): Promise<readonly RecordedEvent[]> {
    const found = await super.read(stream, upTo, from);
    this.events += found.length;
    return found;
  }
}

describe('The file that a command decides on', () => {
  let pools: pg.Pool[];
  let here: CountedStore;
  let there: PostgresEventStore;
  let files: CommandFiles;
  let id: string;

  beforeEach(async () => {
    const database = await testDatabase();
    pools = [openPool(database), openPool(database)];
    await migrate(pools[0]!);
    here = new CountedStore(pools[0]!, { clock });
    there = new PostgresEventStore(pools[1]!, { clock });
    files = new CommandFiles(here, new Growth(here));
    id = randomUUID();
    await record('none', 'LeadReceived', { source: '投诉', summary: '未明码标价' });
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    await Promise.all(pools.map((pool) => pool.end()));
  });

  const record = (expected: number | 'none', type: string, data: Record<string, string>, key?: string) =>
    there.append(
      `case-${id}`,
      expected,
      [
        {
          type,
          v: 1,
          occurredAt: clock().toISOString(),
          actors: [],
          recordedBy: 'p',
          agency,
          rules: {},
          data,
        },
      ],
      { id: key ?? randomUUID(), digest: 'd' },
    );
  const standing = async (of = files, caseId = id) => {
    const found = await of.standing(caseProcedure, caseId, agency);
    return { ...found, file: found.file as CaseFile };
  };
  const educate = (expected: number, content: string, key?: string) =>
    record(expected, 'EducationGiven', { content }, key);
  const restoreTo = (revision: number) =>
    pools[1]!.query(`BEGIN;
      ALTER TABLE ledger.log DISABLE TRIGGER events_are_permanent;
      DELETE FROM ledger.log WHERE revision > ${String(revision)};
      UPDATE ledger.log_head SET position = (SELECT max(position) FROM ledger.log);
      ALTER TABLE ledger.log ENABLE TRIGGER events_are_permanent;
      COMMIT`);

  it('is read from its beginning once, then only what another process has added', async () => {
    for (let revision = 0; revision < 200; revision++) await educate(revision, `第${String(revision)}次`);
    expect((await standing()).revision).toBe(200);
    expect(here.events).toBe(201);
    await educate(200, '最后一次');
    const { revision, file } = await standing();
    expect(revision).toBe(201);
    expect(file.education).toMatchObject({ entry: 201 });
    expect(here.events).toBe(201 + 2);
  });

  it('follows a record restored to an older copy', async () => {
    for (const revision of [0, 1, 2]) await educate(revision, '旧');
    expect((await standing()).revision).toBe(3);
    await restoreTo(1);
    expect((await standing()).revision).toBe(1);
  });

  it('follows it also when it has grown as far again, the last command sent again under its key', async () => {
    await educate(0, '旧');
    const key = randomUUID();
    await educate(1, '末', key);
    await standing();
    await restoreTo(0);
    await educate(0, '新');
    await educate(1, '末', key);
    const before = here.events;
    const fresh = await standing(new CommandFiles(there, new Growth(there)));
    expect(await standing()).toMatchObject({ revision: 2, file: fresh.file });
    expect(here.events - before).toBe(1 + 3);
  });

  it('is read from its beginning again when 500 other cases were in use since', async () => {
    const first = id;
    await standing(files, first);
    for (let other = 0; other < 500; other++) {
      id = randomUUID();
      await record('none', 'LeadReceived', { source: '投诉', summary: '其他' });
      await standing();
    }
    id = first;
    await educate(0, '后来');
    const before = here.events;
    expect((await standing(files, first)).revision).toBe(1);
    expect(here.events - before).toBe(2);
  });
});
