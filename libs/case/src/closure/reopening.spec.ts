import { chinaCalendar } from '@anjuan/law';
import { actions } from '../case.js';
import { deadlines } from '../deadlines.js';
import { archivedOnce } from '../archive/archive.js';
import { notClosed } from '../execution/provisions.js';
import { executionNotTerminated } from '../execution-suspension/provisions.js';
import { surchargeOf } from '../execution/surcharge.js';
import { filed, minorPenalty, paid, served } from '../histories.testing.js';
import { caseOpen } from '../initiation/provisions.js';
import type { Outcome } from '../penalty/penalty.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import * as law from './reopening.js';

const money = { ground: 'money-came', reason: '原股东代为缴纳', paper: paper('bank-notice') } as const;
const resume = { ground: 'execution-resumed', reason: '发现账户存款', paper: paper('trace') } as const;
type Ground = 'entity-ended' | 'three-years-suspended';

/** A fine of 1,000 yuan, unpaid: ended by the agency, closed on 2026-09-02 and archived; 17 entries. */
const closedUnpaid = (
  ground: Ground = 'entity-ended',
  outcome: Outcome = minorPenalty,
): readonly Happened[] => {
  const history = served(outcome);
  const [ended, closing] = [history.length, history.length + 3];
  return [
    ...history,
    happened('ApprovalRequested', '2026-09-01', 'lin', {
      matter: 'execution-termination',
      terms: { ground, reason: '已注销，无财产' },
    }),
    happened('ApprovalGiven', '2026-09-01', 'tang', { approval: ended, matter: 'execution-termination' }),
    happened('ExecutionTerminated', '2026-09-01', 'tang', {
      approval: ended,
      ground,
      reason: '已注销，无财产',
    }),
    happened('ApprovalRequested', '2026-09-02', 'lin', {
      matter: 'closure',
      terms: { ground: 'execution-terminated' },
    }),
    happened('ApprovalGiven', '2026-09-02', 'tang', { approval: closing, matter: 'closure' }),
    happened('CaseClosed', '2026-09-02', 'tang', { approval: closing, ground: 'execution-terminated' }),
    happened('CaseArchived', '2026-09-03', 'lin', { mainVolume: [], subVolume: [] }),
  ];
};
const reopened = (entry: typeof money | typeof resume = money): readonly Happened[] => [
  ...closedUnpaid(),
  happened('CaseReopened', '2026-10-12', 'tang', entry),
];
const reopen = (
  history: readonly Happened[],
  entry: typeof money | typeof resume | object = money,
  by: 'tang' | 'lin' = 'tang',
) =>
  given(...history).when({
    on: '2026-10-12',
    by,
    act: 'closure/reopen',
    entry: { ...money, ...entry },
  });
const clocks = (history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-10-20' })
    .filter(({ id }) => id === 'closure')
    .map(({ startedBy, from, state }) => ({ startedBy, from, state }));

describe('Fault 6: a closed case goes on when money comes (APL 66; ACL 39, 40)', () => {
  it('by a leader, with what shows it', () => {
    reopen(closedUnpaid()).then({ type: 'CaseReopened', data: money });
    reopen(closedUnpaid(), resume).then({ type: 'CaseReopened', data: resume });
    reopen(closedUnpaid(), {}, 'lin').thenRefused(law.reopenedByLeader);
    reopen(closedUnpaid(), { reason: ' ' }).thenRefused(law.reopeningReasoned);
  });

  it('only what is closed, and while something is owed', () => {
    reopen(filed).thenRefused(law.caseClosed, law.somethingStillOwed);
    reopen(served(minorPenalty)).thenRefused(law.caseClosed);
    reopen(reopened()).thenRefused(law.caseClosed);
    const all = [
      ...served(minorPenalty),
      paid('2026-06-10', 'fine', 100_000),
      happened('CaseClosed', '2026-06-11', 'tang', { approval: 1, ground: 'executed' }),
    ];
    reopen(all).thenRefused(law.somethingStillOwed);
  });

  it('for confiscated goods of the party that are found as well, where the agency ended the execution (ACL 40)', () => {
    const notHandedOver: Outcome = {
      kind: 'penalty',
      penalties: [{ kind: 'confiscation-of-goods', what: '过期原料32箱', fromParty: true }],
    };
    const closed = closedUnpaid('entity-ended', notHandedOver);
    reopen(closed, resume).then({ type: 'CaseReopened', data: resume });
    reopen(closed).thenRefused(law.moneyStillOwed);
    reopen(closedUnpaid('three-years-suspended', notHandedOver), resume).thenRefused(law.executionMayResume);
    const again = [...closed, happened('CaseReopened', '2026-10-12', 'tang', resume)];
    const dispose = {
      on: '2026-10-13',
      by: 'lin',
      act: 'execution/dispose-of-goods',
      entry: {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        manner: 'destroyed',
        record: paper('record'),
      },
    } as const;
    given(...closed)
      .when(dispose)
      .thenRefused(caseOpen, executionNotTerminated);
    given(...again)
      .when(dispose)
      .thenRecords('GoodsDisposedOf');
  });

  it('what is not executed any more after three years takes money, and nothing else', () => {
    reopen(closedUnpaid('three-years-suspended'), resume).thenRefused(law.executionMayResume);
    reopen(closedUnpaid('three-years-suspended')).thenRecords('CaseReopened');
    const byCourt = [
      ...served(minorPenalty),
      happened('CaseClosed', '2026-09-02', 'tang', { approval: 1, ground: 'court-ended-execution' }),
    ];
    reopen(byCourt, resume).thenRefused(law.executionMayResume);
    reopen(byCourt).thenRecords('CaseReopened');
  });

  it('money is entered, and the case is closed and archived anew', () => {
    const payment = {
      on: '2026-10-13',
      by: 'lin',
      act: 'execution/record-payment',
      entry: { fen: 100_000, for: 'fine', channel: 'bank', receipt: paper('bank-notice') },
    } as const;
    given(...closedUnpaid())
      .when(payment)
      .thenRefused(notClosed);
    given(...reopened())
      .when(payment)
      .thenRecords('PaymentReceived');
    const inFull = [...reopened(), paid('2026-10-13', 'fine', 100_000)];
    const close = { on: '2026-10-14', by: 'lin', act: 'closure/request' } as const;
    given(...inFull)
      .when({ ...close, entry: { ground: 'executed' } })
      .thenRecords('ApprovalRequested');
    given(...reopened())
      .when({ ...close, entry: { ground: 'execution-terminated' } })
      .thenRecords('ApprovalRequested');
    const archive = { on: '2026-10-15', by: 'lin', act: 'archive/archive', entry: {} } as const;
    given(...closedUnpaid())
      .when(archive)
      .thenRefused(archivedOnce);
    const closedAnew = happened('CaseClosed', '2026-10-14', 'tang', { approval: 15, ground: 'executed' });
    given(...inFull, closedAnew)
      .when(archive)
      .thenRecords('CaseArchived');
  });

  it('its execution stays ended where money came, and goes on where property was found', () => {
    const suspend = {
      on: '2026-10-13',
      by: 'lin',
      act: 'execution-suspension/request',
      entry: { ground: 'hardship', reason: '暂无能力' },
    } as const;
    given(...reopened())
      .when(suspend)
      .thenRefused(executionNotTerminated);
    given(...reopened(resume))
      .when(suspend)
      .thenRecords('ApprovalRequested');
  });

  it('nothing runs up while the execution was ended', () => {
    // 3 % a day from 2026-06-24 on has reached the fine by July; of a fine paid in time nothing runs.
    const late = surchargeOf(fileOf(...reopened(resume)), '2026-10-20', chinaCalendar);
    expect(late).toMatchObject({ accrued: 100_000, left: 100_000 });
    const ended = closedUnpaid().map((event) =>
      event.type === 'ExecutionTerminated' ? { ...event, occurredAt: '2026-06-25T02:00:00.000Z' } : event,
    );
    const again = [...ended, happened('CaseReopened', '2026-10-12', 'tang', resume)];
    const before = surchargeOf(fileOf(...ended), '2026-10-12', chinaCalendar).accrued;
    expect(surchargeOf(fileOf(...again), '2026-10-12', chinaCalendar).accrued).toBe(before);
    expect(surchargeOf(fileOf(...again), '2026-10-14', chinaCalendar).accrued).toBeGreaterThan(before);
  });

  it('the fifteen working days to close it begin anew, and an old request meets none', () => {
    expect(clocks(closedUnpaid())).toStrictEqual([{ startedBy: 14, from: '2026-09-01', state: 'met' }]);
    expect(clocks(reopened())).toStrictEqual([{ startedBy: 19, from: '2026-10-12', state: 'running' }]);
    expect(clocks([...reopened(), paid('2026-10-13', 'fine', 100_000)])).toStrictEqual([
      { startedBy: 20, from: '2026-10-13', state: 'running' },
    ]);
    expect(clocks(reopened(resume))).toStrictEqual([]);
  });

  it('is offered to a leader where something is owed', () => {
    const file = fileOf(...closedUnpaid());
    const open = actions(file, contextOn('2026-10-12', 'tang', file)).find(
      ({ act }) => act === 'closure/reopen',
    );
    expect(open).toMatchObject({ state: 'open-subject-to-entry' });
  });
});
