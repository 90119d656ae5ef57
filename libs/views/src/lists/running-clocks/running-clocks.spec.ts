import { calendarOf, chinaCalendar, marketSupervision, type RulePack } from '@anjuan/law';
import {
  concluded,
  entry,
  filed,
  filingRequested,
  lead,
  notified,
  sent,
  served,
  viewCaseOf,
  type Entry,
} from '../../testing.js';
import { runningClocksBy, type RunningClockRow } from './running-clocks.js';

const counting = { calendar: chinaCalendar, packs: [marketSupervision] };
const view = runningClocksBy(counting);
const rowsOf = (history: readonly Entry[], domain?: string, by = view): readonly RunningClockRow[] =>
  by.rows({ ...viewCaseOf(history), ...(domain !== undefined && { domain }) }) as readonly RunningClockRow[];
const row = (history: readonly Entry[], id: string) => rowsOf(history).find((one) => one.id === id);

describe('running clocks', () => {
  it('say what runs, until when, under which article, and who answers for it', () => {
    expect(row(filed, 'decision-period')).toMatchObject({
      number: '朝市监案〔2026〕1号',
      due: '2026-06-08',
      cites: ['APL 60', 'SAMR-P 64'],
      effect: 'alarm',
      startedBy: 3,
      fromDay: '2026-03-10',
      provisional: false,
      standsStill: false,
      endsByItself: false,
      handlers: ['lin', 'gao'],
      waitsOn: 'handlers',
    });
    expect(row(filed, 'lead-check')).toBeUndefined();
  });

  it('wait on whoever has the file', () => {
    expect(row([lead], 'lead-check')?.waitsOn).toBe('handlers');
    expect(row(filingRequested, 'lead-check')?.waitsOn).toBe('leader');
    const inReview = [...concluded, sent('2026-04-22', '2026-05-09')];
    expect(row(inReview, 'review')?.waitsOn).toBe('legal-reviewer');
    expect(row(inReview, 'decision-period')?.waitsOn).toBe('legal-reviewer');
    expect(row(notified, 'statement')).toMatchObject({ waitsOn: 'party', endsByItself: true });
  });

  it('of a lead are those of who was named to check it, and of a request for filing that waits', () => {
    const named = entry('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['shen', 'gao'] });
    expect(row([lead], 'lead-check')?.handlers).toEqual(['lin']);
    expect(row([lead, named], 'lead-check')?.handlers).toEqual(['shen', 'gao']);
    expect(row(filingRequested, 'lead-check')?.handlers).toEqual(['lin', 'gao']);
    const returned = entry('ApprovalReturned', '2026-03-09', 'tang', {
      approval: filingRequested.length - 1,
      matter: 'filing',
      reason: '证据不足',
    });
    expect(row([...filingRequested, returned], 'lead-check')?.handlers).toEqual(['lin']);
  });

  it('begin by the mere passing of time: the surcharge and the way to the court', () => {
    expect(row(served, 'surcharge-ceiling')).toMatchObject({ fromDay: '2026-06-05', endsByItself: false });
    expect(row(served, 'court-application')).toMatchObject({ effect: 'gate', waitsOn: 'handlers' });
  });

  it('stand still while days are left out', () => {
    const suspended = entry('InvestigationSuspended', '2026-03-20', 'tang', {
      approval: 1,
      ground: 'party-not-found',
      reason: '下落不明',
    });
    expect(row([...filed, suspended], 'decision-period')).toMatchObject({
      standsStill: true,
      countedOn: '2026-03-20',
    });
  });

  it('are none in an archived case', () => {
    const archived = entry('CaseArchived', '2026-07-20', 'lin', { mainVolume: [], subVolume: [] });
    expect(rowsOf([...served, archived])).toStrictEqual([]);
  });

  it('are counted by the rules of the bureau, and anew with a new table', () => {
    const ecology: RulePack = { ...marketSupervision, id: 'ecology', domains: ['ecology'], laws: ['MEE-P'] };
    const both = runningClocksBy({ ...counting, packs: [marketSupervision, ecology] });
    const ids = (domain: string) => rowsOf([lead], domain, both).map(({ id }) => id);
    expect(ids('market-supervision')).toStrictEqual(['lead-check']);
    expect(ids('ecology')).toStrictEqual([]);
    const [first] = chinaCalendar.tables;
    const other = calendarOf(chinaCalendar.version, first === undefined ? [] : [first]);
    expect(runningClocksBy({ ...counting, calendar: other }).version).not.toBe(view.version);
  });
});
