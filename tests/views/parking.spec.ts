import type { CaseFile } from '@anjuan/case';
import {
  agencyCases,
  approvalsOf,
  lateEntries,
  myCases,
  publishedDecisions,
  reviewQueue,
  statesOfViews,
  views as everyView,
  type View,
} from '@anjuan/views';
import { concluded, entry, filed, lead, notified, served } from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

/** The lists of cases: others have none to park. */
const views = everyView.filter(({ of }) => of.name === 'case');
const docket = views.find(({ name }) => name === 'docket') as View;

/** As a program from before a fix: it cannot take the case of that name once it is filed. */
const stumblingOver = (caseId: string): View => ({
  ...docket,
  rows: (of) => {
    if (of.id === caseId && (of.file as CaseFile).filing) throw new RangeError('no such date');
    return docket.rows(of);
  },
});

describe('a case that a view cannot take', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const cases = async (): Promise<readonly string[]> => {
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 200 });
    return items
      .map((one) => `${one.case} ${one.stage} ${one.revision}${one.parked ? ' parked' : ''}`)
      .sort();
  };
  const parked = () =>
    desk.ask(
      `SELECT name, case_id, position, revision::int, type, last_revision::int, events::int
       FROM views.parked ORDER BY name, position`,
    );
  const reasons = async (): Promise<readonly string[]> => {
    const rows = await desk.ask<{ reason: string }>('SELECT reason FROM views.parked');
    return rows.map(({ reason }) => reason);
  };

  it('waits alone, marked in the list, and the others go on', async () => {
    const runner = await desk.run({ views });
    await desk.enter('a', filed);
    const unknown = await desk.enterUnknown('a', 3);
    const later = await desk.enter('b', filed);
    expect(await runner.waitFor(later, patienceMs)).toBe(true);
    expect(await cases()).toStrictEqual(['a filed 3 parked', 'b filed 3']);
    expect(await parked()).toStrictEqual(
      [...views.map(({ name }) => name)].sort().map((name) => ({
        name,
        case_id: 'a',
        position: unknown,
        revision: 4,
        type: 'CaseSentToTheMoon',
        last_revision: 4,
        events: 1,
      })),
    );
    for (const reason of await reasons()) {
      expect(reason).toContain('CaseSentToTheMoon v1 at revision 4 of case-a');
      expect(reason).toContain('Start a newer program');
    }
    for (const state of await runner.states())
      expect(state).toMatchObject({ state: 'following', lag: 0, parked: 1, position: later });
  });

  it('keeps what comes after in its order, also within one batch, and takes it all once after a fix', async () => {
    await desk.enter('a', filed);
    await desk.enter('b', [lead]);
    await desk.enter('a', concluded, { from: 4 });
    const old = await desk.run({ views: [stumblingOver('a')] });
    await old.waitFor(await desk.enter('a', notified, { from: 5 }), patienceMs);
    // Entries 0 to 2 were taken, in the batch that met the filing too.
    expect(await cases()).toStrictEqual(['a lead 2 parked', 'b lead 0']);
    expect(await parked()).toMatchObject([{ revision: 3, type: 'CaseFiled', last_revision: 8, events: 6 }]);
    expect(await reasons()).toStrictEqual([expect.stringContaining('RangeError: no such date')]);
    await old.stop();

    let taken = 0;
    const mended: View = {
      ...docket,
      rows: (of) => {
        taken++;
        return docket.rows(of);
      },
    };
    const runner = await desk.run({ views: [mended] });
    await desk.until(async () => (await parked()).length === 0);
    expect(taken).toBe(1);
    expect(await cases()).toStrictEqual(['a notified 8', 'b lead 0']);
    await runner.waitFor(await desk.enter('a', served, { from: 9 }), patienceMs);
    expect(await cases()).toStrictEqual(['a served 10', 'b lead 0']);
  });

  it('stays parked across a restart that mends nothing, and counts what comes meanwhile', async () => {
    const first = await desk.run({ views });
    await desk.enter('a', filed);
    const at = await desk.enterUnknown('a', 3);
    await first.waitFor(at, patienceMs);
    await first.stop();
    const further = await desk.enterUnknown('a', 4);
    const second = await desk.run({ views });
    expect(await second.waitFor(further, patienceMs)).toBe(true);
    for (const row of await parked())
      expect(row).toMatchObject({ position: at, revision: 4, last_revision: 5, events: 2 });
    expect(await parked()).toHaveLength(views.length);
    expect(await cases()).toStrictEqual(['a filed 3 parked']);
  });

  it('does not hold up another parked case: each is tried by itself', async () => {
    const both: View = { ...docket, rows: (of) => stumblingOver(of.id).rows(of) };
    await desk.enter('a', filed);
    const old = await desk.run({ views: [both] });
    await old.waitFor(await desk.enter('b', filed), patienceMs);
    expect(await cases()).toStrictEqual(['a lead 2 parked', 'b lead 2 parked']);
    await old.stop();
    const half = await desk.run({ views: [stumblingOver('a')] });
    await desk.until(async () => (await parked()).length === 1);
    expect(await cases()).toStrictEqual(['a lead 2 parked', 'b filed 3']);
    expect(await half.retry('docket')).toStrictEqual({ taken: 0, stillParked: 1 });
    await half.stop();
  });

  it('is tried again on demand, and goes as far as it can', async () => {
    let mended = 0;
    const view: View = {
      ...docket,
      rows: (of) => {
        if (of.revision > mended) throw new RangeError('not yet');
        return docket.rows(of);
      },
    };
    const runner = await desk.run({ views: [view] });
    await runner.waitFor(await desk.enter('a', filed), patienceMs);
    expect(await parked()).toMatchObject([{ revision: 1, events: 3 }]);
    mended = 2;
    expect(await runner.retry('docket')).toStrictEqual({ taken: 0, stillParked: 1 });
    expect(await parked()).toMatchObject([{ revision: 3, events: 1 }]);
    expect(await cases()).toStrictEqual(['a lead 2 parked']);
    mended = 9;
    expect(await runner.retry('docket')).toStrictEqual({ taken: 1, stillParked: 0 });
    expect(await cases()).toStrictEqual(['a filed 3']);
  });

  it('is parked when the table refuses its row, and no other with it', async () => {
    const strict: View = { ...docket, columns: `${docket.columns}, CHECK (stage <> 'filed')` };
    await desk.enter('a', filed);
    await desk.enter('b', [lead]);
    const runner = await desk.run({ views: [strict] });
    await runner.waitFor(await desk.enter('c', notified), patienceMs);
    expect(await cases()).toStrictEqual(['a lead 2 parked', 'b lead 0', 'c notified 8']);
    expect(await reasons()).toStrictEqual([expect.stringContaining('violates check constraint')]);
  });

  it('is parked when its agency never had the lists it names', async () => {
    await desk.enter('a', filed);
    const runner = await desk.run({ views });
    await runner.waitFor(await desk.enter('b', [lead], { lists: 'lists-nobody-set' }), patienceMs);
    expect(await cases()).toStrictEqual(['a filed 3']);
    expect(await parked()).toHaveLength(views.length);
    for (const reason of await reasons())
      expect(reason).toContain('agency bureau has no lists lists-nobody-set');
  });

  it('is parked by a rebuild too, and the table that took it is served until then', async () => {
    await desk.enter('a', filed);
    const first = await desk.run({ views: [docket] });
    await first.waitFor(await desk.enter('b', [lead]), patienceMs);
    await first.stop();
    const runner = await desk.run({ views: [stumblingOver('a')] });
    await runner.rebuild('docket');
    await desk.until(async () => (await statesOfViews(desk.pool, desk.store))[0]?.build === 2);
    expect(await statesOfViews(desk.pool, desk.store)).toMatchObject([
      { build: 2, served: true, state: 'following', parked: 1 },
    ]);
    expect(await cases()).toStrictEqual(['a lead 2 parked', 'b lead 0']);
  });

  it('is taken off the list that anybody may read', async () => {
    const published = entry('DecisionPublished', '2026-05-25', 'gao', {
      summary: '摘要',
      publishedOn: '2026-05-25',
    } as never);
    const runner = await desk.run({ views });
    await runner.waitFor(await desk.enter('a', [...served, published]), patienceMs);
    expect((await publishedDecisions(desk.pool, { limit: 10 })).items).toHaveLength(1);
    await runner.waitFor(await desk.enterUnknown('a', 11), patienceMs);
    expect((await publishedDecisions(desk.pool, { limit: 10 })).items).toStrictEqual([]);
  });

  it('is counted in its agency’s lists, also when there is no row of it yet', async () => {
    const runner = await desk.run({ views });
    await desk.enter('a', filed);
    await desk.enter('b', [lead], { lists: 'lists-nobody-set' });
    await runner.waitFor(await desk.enter('c', filed, { agency: 'another' }), patienceMs);
    const request = { limit: 10 };
    const { items, parked: waiting } = await agencyCases(
      desk.pool,
      { person: 'luo', agency: 'bureau' },
      request,
    );
    expect(items.map((item) => item.case)).toStrictEqual(['a']);
    expect(waiting).toBe(1);
    for (const list of [approvalsOf, lateEntries, reviewQueue])
      expect((await list(desk.pool, 'bureau', request)).parked).toBe(1);
    for (const list of [approvalsOf, lateEntries, reviewQueue])
      expect((await list(desk.pool, 'another', request)).parked).toBe(0);
    const ofAnother = { person: 'luo', agency: 'another' };
    expect((await agencyCases(desk.pool, ofAnother, request)).parked).toBe(0);
    const mine = (agency: string) => myCases(desk.pool, { person: 'lin', agency }, request);
    expect((await mine('bureau')).parked).toBe(1);
    expect((await mine('another')).parked).toBe(0);
  });
});
