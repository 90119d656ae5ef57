import {
  agencyCases,
  approvalsOf,
  CursorUnreadable,
  lateEntries,
  migrate,
  myCases,
  reviewQueue,
  runningClocks,
  ViewNotServed,
  type Page,
  type PageQuery,
} from '@anjuan/views';
import { Registry } from '@anjuan/registry';
import { defaultLists } from '@anjuan/law';
import {
  concluded,
  entry,
  filed,
  filedAs,
  filingRequested,
  lead,
  notified,
  sent,
  served,
  terms,
} from '../../libs/views/src/testing.js';
import { listsSet } from '../support/registry.js';
import { Desk, patienceMs } from './desk.js';

const everyPage = async <Item>(read: (request: PageQuery) => Promise<Page<Item>>, limit: number) => {
  const items: Item[] = [];
  let page = await read({ limit });
  items.push(...page.items);
  while (page.next !== undefined) {
    page = await read({ limit, after: page.next });
    items.push(...page.items);
  }
  return items;
};

const of = (person: string) => ({ person, agency: 'bureau' });

describe('lists', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const shown = async (position: string): Promise<void> => {
    const runner = await desk.run();
    expect(await runner.waitFor(position, patienceMs)).toBe(true);
  };

  it('give an officer their own cases by next date, page by page', async () => {
    await desk.enter('b-lead', [lead]);
    await desk.enter('a-notified', notified);
    await desk.enter('c-filed', filed);
    await desk.enter('d-served', served);
    await shown(await desk.enter('e-of-others', [{ ...lead, recordedBy: 'xu' }]));
    for (const limit of [1, 2, 10]) {
      const items = await everyPage((request) => myCases(desk.pool, of('lin'), request), limit);
      expect(items.map((item) => [item.case, item.nextDateId, item.nextDate])).toStrictEqual([
        ['b-lead', 'lead-check', expect.any(String)],
        ['a-notified', 'statement', '2026-05-11'],
        ['d-served', expect.any(String), expect.any(String)],
        ['c-filed', 'decision-period', '2026-06-08'],
      ]);
      const dates = items.map(({ nextDate }) => nextDate);
      expect(dates).toStrictEqual([...dates].sort());
    }
  });

  it('pass on to the next date when a period of the party has run out', async () => {
    await shown(await desk.enter('a', notified));
    const nextOn = async (today: string) => {
      const { items } = await myCases(desk.pool, of('gao'), { limit: 1, today });
      return items[0]?.nextDateId;
    };
    expect(await nextOn('2026-05-11')).toBe('statement');
    expect(await nextOn('2026-05-12')).toBe('decision-period');
    expect(await nextOn('2026-12-31')).toBe('decision-period');
  });

  it('put cases without a next date last', async () => {
    const archived = entry('CaseArchived', '2026-07-20', 'lin', { mainVolume: [], subVolume: [] });
    const withdrawn = entry('EntryWithdrawn', '2026-03-03', 'lin', { entry: 0, reason: '重复登记' });
    await desk.enter('a-without', [lead, withdrawn]);
    await desk.enter('b-with', filed);
    await shown(await desk.enter('c-archived', [...served, archived]));
    const mine = await everyPage((request) => myCases(desk.pool, of('lin'), request), 1);
    expect(mine.map((item) => item.case)).toStrictEqual(['b-with', 'a-without']);
    const all = await everyPage(
      (request) => agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, request),
      2,
    );
    expect(all.map((item) => item.case).sort()).toStrictEqual(['a-without', 'b-with', 'c-archived']);
    expect(
      (await agencyCases(desk.pool, { person: 'luo', agency: 'another' }, { limit: 10 })).items,
    ).toStrictEqual([]);
  });

  it('give every running clock, by person and by agency, page by page', async () => {
    await desk.enter('a', notified);
    await desk.enter('b', filed);
    await shown(await desk.enter('c', [{ ...lead, recordedBy: 'xu' }]));
    const read = (request: object, today = '2026-05-11', limit = 1) =>
      everyPage((page) => runningClocks(desk.pool, { agency: 'bureau', today, ...request, ...page }), limit);
    const afterNotice = (items: Awaited<ReturnType<typeof read>>) =>
      items.map((item) => [item.case, item.id, item.due, item.overdue]);
    const all = [
      ['c', 'lead-check', '2026-03-23', true],
      ['a', 'statement', '2026-05-11', false],
      ['a', 'decision-period', '2026-06-08', false],
      ['b', 'decision-period', '2026-06-08', false],
    ];
    for (const limit of [1, 3, 10])
      expect(afterNotice(await read({}, '2026-05-11', limit))).toStrictEqual(all);
    expect(afterNotice(await read({ person: 'lin' }))).toStrictEqual(all.slice(1));
    expect(afterNotice(await read({ person: 'nobody' }))).toStrictEqual([]);
    expect(afterNotice(await read({ overdue: true }))).toStrictEqual(all.slice(0, 1));
    expect(afterNotice(await read({ overdue: false }))).toStrictEqual(all.slice(1));
    expect(afterNotice(await read({ dueBefore: '2026-06-08' }))).toStrictEqual(all.slice(0, 2));
    expect(afterNotice(await read({ effect: 'lapse' }))).toStrictEqual(all.slice(1, 2));
    expect(await read({ agency: 'another' })).toStrictEqual([]);
    const nextDay = await read({}, '2026-05-12');
    expect(nextDay.map(({ id }) => id)).toStrictEqual(['lead-check', 'decision-period', 'decision-period']);
    expect(afterNotice(await read({ overdue: true }, '2026-06-09'))).toHaveLength(3);
  });

  it('show the party by name, and nobody who reported', async () => {
    const reported = { ...lead, data: { ...lead.data, realName: true, reporter: { name: '匿名举报人甲' } } };
    const party = { kind: 'natural-person', person: { name: '孙小曼' } } as const;
    const [, ...rest] = filedAs({ ...terms, party });
    await shown(await desk.enter('a', [reported, ...rest]));
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 10 });
    expect(items).toMatchObject([
      { partyKind: 'natural-person', partyName: '孙小曼', number: '朝市监案〔2026〕1号' },
    ]);
    const tables = await desk.ask(`SELECT to_jsonb(d)::text AS row FROM views.docket d`);
    expect(JSON.stringify(tables)).not.toContain('匿名举报人甲');
  });

  it('hide a natural person’s name from those who were taken off the case, and from nobody else', async () => {
    const party = { kind: 'natural-person', person: { name: '孙小曼' } } as const;
    const asked = entry('RecusalRequested', '2026-03-11', 'gao', {
      ...{ person: 'gao', askedBy: 'self', ground: '系当事人近亲属' },
    });
    const history = [...filedAs({ ...terms, party }), asked];
    const decided = entry('RecusalDecided', '2026-03-12', 'tang', {
      ...{ request: history.length - 1, person: 'gao', granted: true, reason: '经核实' },
    });
    await desk.enter('a', [...history, decided]);
    await desk.enter('b', history);
    const [, ...rest] = filed;
    await desk.enter('c', [lead, ...rest, asked, decided]);
    const partyDescribed = '四十岁左右男子';
    const unknown = [
      ...filedAs({ ...terms, party: { kind: 'entity' }, partyUnknown: true, partyDescribed }),
      asked,
    ];
    await shown(await desk.enter('d', [...unknown, decided]));
    const namesFor = async (person: string) => {
      const reader = { person, agency: 'bureau' };
      const all = (await agencyCases(desk.pool, reader, { limit: 10 })).items;
      const mine = (await myCases(desk.pool, reader, { limit: 10 })).items;
      for (const one of mine)
        expect(one.partyName).toBe(all.find(({ case: same }) => same === one.case)?.partyName);
      const described = all.map((one) => one.partyDescribed);
      expect(described).toStrictEqual([null, null, null, person === 'gao' ? null : partyDescribed]);
      expect(JSON.stringify(all)).not.toContain('recused');
      return Object.fromEntries(all.map((one) => [one.case, one.partyName]));
    };
    const entity = '京味源肉制品有限公司';
    expect(await namesFor('gao')).toStrictEqual({ a: null, b: '孙小曼', c: entity, d: null });
    for (const person of ['lin', 'luo'])
      expect(await namesFor(person)).toStrictEqual({ a: '孙小曼', b: '孙小曼', c: entity, d: null });
  });

  it('give reviewers what is sent, by kind, with what has changed since', async () => {
    const returned = entry('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
      opinion: 'other',
      sent: 5,
      digest: 'd',
    });
    const again = [
      ...concluded,
      sent('2026-04-22', '2026-05-09'),
      returned,
      sent('2026-05-06', '2026-05-19'),
    ];
    await desk.enter('a', again);
    const toCaseReview = entry('SentForCaseReview', '2026-04-15', 'zhou', {
      digest: 'd',
      dueOn: '2026-04-28',
    });
    await shown(await desk.enter('b', [...concluded, toCaseReview]));
    const all = await everyPage((request) => reviewQueue(desk.pool, 'bureau', request), 1);
    expect(all).toMatchObject([
      { case: 'b', kind: 'case', previous: null },
      { case: 'a', kind: 'legal', entry: 7, previous: { opinion: 'other', by: 'fang' }, changed: [] },
    ]);
    const { items } = await reviewQueue(desk.pool, 'bureau', { limit: 10, kinds: ['legal'] });
    expect(items.map((item) => item.case)).toStrictEqual(['a']);
  });

  it('give leaders what waits for them, and take it off when it is answered', async () => {
    const runner = await desk.run();
    await desk.enter('b', filingRequested);
    await runner.waitFor(await desk.enter('a', filingRequested), patienceMs);
    const waiting = () => everyPage((request) => approvalsOf(desk.pool, 'bureau', request), 1);
    expect(await waiting()).toMatchObject([
      { case: 'a', matter: 'filing', requestedBy: 'lin' },
      { case: 'b', matter: 'filing', requestedBy: 'lin' },
    ]);
    await runner.waitFor(await desk.enter('a', filed, { from: 2 }), patienceMs);
    expect(await waiting()).toMatchObject([{ case: 'b' }]);
  });

  it("give auditors what was entered late by the agency's own limit", async () => {
    const registry = new Registry(desk.store);
    const by = { person: 'admin', capacity: 'administrator' as const, at: '2026-01-01T00:00:00.000Z' };
    const facts = { name: '朝阳区市场监督管理局', uscc: '', level: '', domain: '', region: '' };
    const agency = await registry.registerAgency(facts, { ...by, command: { id: 'r1', digest: 'd' } });
    const lists = { ...defaultLists, lateEntry: { hours: 1_000_000 } };
    const version = await listsSet(registry, agency, lists, { ...by, command: { id: 'r2', digest: 'd' } });
    await desk.enter('strict', filingRequested);
    await shown(await desk.enter('lenient', [lead], { agency, lists: version }));
    const late = await everyPage((request) => lateEntries(desk.pool, 'bureau', request), 1);
    expect(late).toMatchObject([
      { case: 'strict', entry: 0, type: 'LeadReceived', limitHours: 24, reason: null },
      { case: 'strict', entry: 1, type: 'ApprovalRequested', limitHours: 24, reason: null },
    ]);
    expect((await lateEntries(desk.pool, agency, { limit: 10 })).items).toStrictEqual([]);
  });

  it('refuse a cursor that is not theirs, and are not there before they are filled', async () => {
    await migrate(desk.pool);
    await expect(myCases(desk.pool, of('lin'), { limit: 1 })).rejects.toThrow(ViewNotServed);
    await desk.run();
    await expect(myCases(desk.pool, of('lin'), { limit: 1, after: 'x' })).rejects.toThrow(CursorUnreadable);
  });
});
