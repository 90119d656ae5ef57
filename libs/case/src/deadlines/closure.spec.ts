/** The fifteen working days to ask for closure (SAMR-P 77(1)), on every ground that the article names. */
import { chinaCalendar } from '@anjuan/law';
import { courtEnded } from '../closure/provisions.js';
import { after, changed, ordered } from '../decision-change/changed.testing.js';
import { deadlines } from '../deadlines.js';
import {
  concluded,
  decidedAfter,
  disposedOf,
  investigated,
  majorPenalty,
  paid,
  served,
  servedAfter,
} from '../histories.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';

const closureOn = (today: string, ...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today })
    .filter(({ id }) => id === 'closure')
    .map(({ startedBy, from, state }) => ({ startedBy, from, state }));

const terms = { court: '北京市朝阳区人民法院', object: '罚款' };
const applied = (on: string): Happened =>
  happened('CourtApplied', on, 'lin', {
    ...terms,
    approval: 1,
    application: paper('application'),
    enclosed: [paper('decision'), paper('reminder')],
  });
const ruled = (on: string): Happened =>
  happened('CourtAnswered', on, 'lin', { answer: 'ended', ruling: paper('ruling') });

describe('the closure is to be asked for (SAMR-P 77)', () => {
  it('once the investigation was ended, (3)', () => {
    const ended = happened('InvestigationTerminated', '2026-03-21', 'tang', {
      ground: 'entity-ended',
      reason: '企业已注销',
      approval: 5,
    });
    expect(closureOn('2026-03-23', ...investigated, ended)).toEqual([
      { startedBy: 5, from: '2026-03-21', state: 'running' },
    ]);
    expect(closureOn('2026-04-20', ...investigated, ended)).toMatchObject([{ state: 'missed' }]);
  });

  it('once the case was sent to the competent agency, (5)', () => {
    const sent = [
      ...investigated,
      happened('CaseTransferApproved', '2026-04-01', 'tang', {
        approval: 1,
        to: 'market-supervision',
        agency: '海淀区市场监督管理局',
        reason: '违法行为地在海淀区',
      }),
      happened('CaseTransferred', '2026-04-02', 'lin', { letter: paper('letter'), enclosed: [] }),
    ];
    expect(closureOn('2026-04-03', ...sent)).toEqual([
      { startedBy: 6, from: '2026-04-02', state: 'running' },
    ]);
  });

  it('once the decision was annulled for good, and the money is back', () => {
    const undone = [
      ...served(majorPenalty),
      paid('2026-06-20', 'fine', 18_400_000),
      ...after('annulled').slice(12),
    ];
    const change = happened('DecisionChanged', '2026-08-21', 'tang', { ...ordered, remedy: 13 });
    expect(closureOn('2026-08-22', ...undone, change)).toEqual([]);
    const refund = happened('MoneyRefunded', '2026-08-25', 'lin', {
      fen: 18_400_000,
      receipt: paper('refund'),
    });
    expect(closureOn('2026-08-26', ...undone, change, refund)).toEqual([
      { startedBy: undone.length + 1, from: '2026-08-25', state: 'running' },
    ]);
    expect(closureOn('2026-08-22', ...after('annulled'), changed())).toMatchObject([{ from: '2026-08-21' }]);
    expect(
      closureOn('2026-08-22', ...after('annulled-to-redo'), changed({ kind: 'annulled-to-redo' })),
    ).toEqual([]);
  });

  it('once the court, or the agency, ended the execution, (2)', () => {
    const history = [...served(majorPenalty), applied('2027-01-04')];
    expect(closureOn('2027-02-01', ...history)).toEqual([]);
    expect(closureOn('2027-02-02', ...history, ruled('2027-02-01'))).toMatchObject([
      { startedBy: 13, from: '2027-02-01' },
    ]);
    const ended = happened('ExecutionTerminated', '2026-07-02', 'tang', {
      approval: 5,
      ground: 'object-lost',
      reason: '灭失',
    });
    expect(closureOn('2026-07-03', ...served(majorPenalty), ended)).toMatchObject([
      { startedBy: 12, from: '2026-07-02' },
    ]);
  });

  it('and not of a case that is closed, whatever is still paid or disposed of afterwards', () => {
    const all = [paid('2026-06-20', 'fine', 18_400_000), paid('2026-06-20', 'illegal-gains', 1_526_000)];
    const asked = happened('ApprovalRequested', '2026-06-24', 'lin', {
      matter: 'closure',
      terms: { ground: 'executed' },
    });
    const history = [...served(majorPenalty), ...all, disposedOf('2026-06-22'), asked];
    const closed = happened('CaseClosed', '2026-06-26', 'tang', {
      approval: history.length - 1,
      ground: 'executed',
    });
    const afterwards = paid('2026-06-25', 'surcharge', 100);
    expect(closureOn('2026-09-01', ...history, closed, afterwards)).toEqual([
      { startedBy: history.length + 1, from: '2026-06-25', state: 'met' },
    ]);
    const other = happened('CaseClosed', '2026-03-20', 'tang', { approval: 1, ground: 'other' });
    const clocks = deadlines(fileOf(...investigated, other), {
      calendar: chinaCalendar,
      today: '2026-09-01',
    });
    expect(clocks.filter(({ id }) => id === 'decision-period').map(({ state }) => state)).toEqual(['met']);
  });

  it('and a request for a closure that was since undone is not one of this', () => {
    const requested = happened('ApprovalRequested', '2026-06-20', 'lin', {
      matter: 'closure',
      terms: { ground: 'executed' },
    });
    expect(closureOn('2026-08-24', ...after('annulled'), changed(), requested)).toMatchObject([
      { state: 'running' },
    ]);
  });
});

describe('what the court ended (SAMR-P 77(1)(2))', () => {
  it('was the execution of a decision since annulled, and closes nothing of the one made anew', () => {
    const close = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2027-04-01',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'court-ended-execution', note: '（2027）京0105执1号' },
      });
    const ended = [...served(majorPenalty), applied('2026-06-05'), ruled('2026-06-06')];
    const redo = happened('DecisionChanged', '2026-06-07', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    });
    const anew = servedAfter(
      decidedAfter([...ended, redo, ...concluded(majorPenalty).slice(-1)], majorPenalty),
    );
    close(...anew).thenRefused(courtEnded);
    const now = [...anew, applied('2027-01-04')];
    close(...now, ruled('2027-02-01')).thenRecords('ApprovalRequested');
  });
});
