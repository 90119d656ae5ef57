import { chinaCalendar } from '@anjuan/law';
import { approvalOpenFor, approverNotRequester } from '../approval/approval.js';
import { executionTerminated } from '../closure/ended.js';
import { byThoseInCharge, notClosed } from '../execution/provisions.js';
import { surchargeOf } from '../execution/surcharge.js';
import { deadlines } from '../deadlines.js';
import {
  collectedOnTheSpot,
  decided,
  disposedOf,
  majorPenalty,
  onTheSpot,
  paid,
  served,
} from '../histories.testing.js';
import { decisionInHand } from '../service/provisions.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { ExecutionSuspensionGround, ExecutionTerminationGround } from './execution-suspension.js';
import * as law from './provisions.js';

/** Served on 2026-06-08, entry 11; fifteen days end on 2026-06-23. A fine of 184,000 yuan: 5,520 yuan a day. */
const due = served(majorPenalty);
const aDay = 552_000;
const hardship = { ground: 'hardship', reason: '账户被另案冻结' } as const;
const ended = {
  ground: 'entity-ended',
  reason: '破产程序终结，无财产可供执行',
  paper: paper('bankruptcy'),
} as const;

const suspension = (on: string, ground: ExecutionSuspensionGround = 'hardship'): readonly Happened[] => [
  happened('ApprovalRequested', on, 'lin', {
    matter: 'execution-suspension',
    terms: { ground, reason: hardship.reason },
  }),
  happened('ApprovalGiven', on, 'tang', { approval: due.length, matter: 'execution-suspension' }),
  happened('ExecutionSuspended', on, 'tang', { approval: due.length, ground, reason: hardship.reason }),
];
const resumedOn = (on: string) => happened('ExecutionResumed', on, 'lin', { reason: '账户解冻' });
const termination = (on: string, ground: ExecutionTerminationGround = 'entity-ended') =>
  happened('ExecutionTerminated', on, 'tang', { approval: due.length, ground, reason: ended.reason });
const suspended = [...due, ...suspension('2026-07-01')];
const requestOf = (matter: 'execution-suspension' | 'execution-termination', on = '2026-07-01'): Happened =>
  matter === 'execution-suspension'
    ? happened('ApprovalRequested', on, 'lin', { matter, terms: hardship })
    : happened('ApprovalRequested', on, 'lin', { matter, terms: ended });

const ask = { on: '2026-07-02', by: 'lin', act: 'execution-suspension/request', entry: hardship } as const;
const approve = {
  on: '2026-07-02',
  by: 'tang',
  act: 'execution-suspension/approve',
  entry: { approval: due.length },
} as const;
const resume = {
  on: '2026-08-03',
  by: 'lin',
  act: 'execution-suspension/resume',
  entry: { reason: '账户解冻' },
} as const;
const askEnd = {
  on: '2026-07-02',
  by: 'lin',
  act: 'execution-suspension/request-termination',
  entry: ended,
} as const;
const approveEnd = {
  on: '2026-07-02',
  by: 'tang',
  act: 'execution-suspension/approve-termination',
  entry: { approval: due.length },
} as const;

describe('suspending an execution (ACL 39(1))', () => {
  it('is asked for by a handler and approved by a leader', () => {
    given(...due)
      .when(ask)
      .then({ type: 'ApprovalRequested', data: { matter: 'execution-suspension', terms: hardship } });
    given(...due, requestOf('execution-suspension'))
      .when(approve)
      .then(
        { type: 'ApprovalGiven', data: { approval: due.length, matter: 'execution-suspension' } },
        { type: 'ExecutionSuspended', data: { approval: due.length, ...hardship } },
      );
    expect(fileOf(...suspended).executionSuspensions).toStrictEqual([
      { entry: due.length + 2, ground: 'hardship', suspendedOn: '2026-07-01' },
    ]);
  });

  it('states its facts, once', () => {
    given(...due)
      .when({ ...ask, entry: { ground: 'other', reason: ' ' } })
      .thenRefused(law.suspensionExplained);
    given(...due, requestOf('execution-suspension'))
      .when(ask)
      .thenRefused(law.oneSuspensionRequest);
    given(...suspended)
      .when(ask)
      .thenRefused(law.executionNotSuspended);
  });

  it('is of a decision that the party has and that is not performed', () => {
    given(...decided(majorPenalty))
      .when(ask)
      .thenRefused(decisionInHand);
    const performed = [
      ...due,
      paid('2026-06-10', 'fine', 18_400_000),
      paid('2026-06-10', 'illegal-gains', 1_526_000),
    ];
    given(...performed)
      .when(ask)
      .thenRecords('ApprovalRequested'); // the goods are still there
    given(...performed, disposedOf('2026-06-12'))
      .when(ask)
      .thenRefused(law.somethingToExecute);
    given(...onTheSpot)
      .when(ask)
      .thenRecords('ApprovalRequested');
    given(...collectedOnTheSpot)
      .when(ask)
      .thenRefused(law.somethingToExecute);
  });

  it('is not the agency’s while a court enforces', () => {
    const applied = happened('CourtApplied', '2026-07-01', 'lin', {
      approval: 3,
      application: paper('application'),
      enclosed: [],
      court: '朝阳区人民法院',
      object: '罚款',
    });
    const answered = (answer: 'refused' | 'accepted' | 'not-enforced' | 'ended') =>
      happened('CourtAnswered', '2026-07-01', 'lin', { answer, ruling: paper(answer) });
    given(...due, applied)
      .when(ask)
      .thenRefused(law.notWithTheCourt);
    given(...due, applied, answered('accepted'))
      .when(askEnd)
      .thenRefused(law.notWithTheCourt);
    for (const answer of ['refused', 'not-enforced', 'ended'] as const)
      given(...due, applied, answered(answer))
        .when(ask)
        .thenRecords('ApprovalRequested');
  });

  it('is approved by a leader who did not ask, of what was asked', () => {
    const requested = [...due, requestOf('execution-suspension')];
    given(...requested)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(law.restDecidedByLeader);
    given(...due, { ...requestOf('execution-suspension'), recordedBy: 'tang' })
      .when(approve)
      .thenRefused(approverNotRequester);
    given(...due, requestOf('execution-termination'))
      .when(approve)
      .thenRefused(approvalOpenFor('execution-suspension'));
  });

  it('is asked for by those who handle the case, while it is open', () => {
    given(...due)
      .when({ ...ask, by: 'zhou' })
      .thenRefused(byThoseInCharge);
    const closed = happened('CaseClosed', '2026-07-01', 'tang', { approval: 3, ground: 'other' });
    given(...due, closed)
      .when(ask)
      .thenRefused(notClosed);
  });
});

describe('what a suspended execution stops', () => {
  it('neither reminder nor court, nor the disposal of goods', () => {
    const reminder = {
      on: '2026-07-02',
      by: 'lin',
      act: 'court-enforcement/serve-reminder',
      entry: {
        officers: ['lin', 'gao'],
        payBy: '2026-07-20',
        how: '到指定银行缴纳',
        reminder: paper('reminder'),
        method: 'direct',
        proof: paper('receipt'),
      },
    } as const;
    const disposal = {
      on: '2026-07-02',
      by: 'lin',
      act: 'execution/dispose-of-goods',
      entry: { officers: ['lin', 'gao'], manner: 'destroyed', record: paper('record') },
    } as const;
    const court = {
      on: '2026-07-02',
      by: 'tang',
      act: 'court-enforcement/approve',
      entry: { approval: due.length },
    } as const;
    const toCourt = happened('ApprovalRequested', '2026-07-01', 'lin', {
      matter: 'court-enforcement',
      terms: { court: '朝阳区人民法院', object: '罚款' },
    });
    given(...suspended)
      .when(reminder)
      .thenRefused(law.executionNotSuspended);
    given(...suspended)
      .when(disposal)
      .thenRefused(law.executionNotSuspended);
    given(...due, toCourt, ...suspension('2026-07-01').slice(2))
      .when(court)
      .thenRefused(law.executionNotSuspended);
    given(...due, termination('2026-07-01'))
      .when(reminder)
      .thenRefused(law.executionNotTerminated);
    given(...suspended, resumedOn('2026-07-02'))
      .when(reminder)
      .thenRecords('ReminderServed');
  });

  it('the surcharge, from its first day to that of the resumption', () => {
    const ranUp = (today: string, ...history: readonly Happened[]) =>
      surchargeOf(fileOf(...history), today, chinaCalendar).accrued;
    // From 24 to 30 June: seven days.
    expect(ranUp('2026-07-10', ...due)).toBe(17 * aDay);
    expect(ranUp('2026-07-10', ...suspended)).toBe(7 * aDay);
    expect(ranUp('2026-07-10', ...suspended, resumedOn('2026-07-08'))).toBe(9 * aDay);
    expect(ranUp('2026-07-10', ...due, termination('2026-07-01'))).toBe(7 * aDay);
  });

  it('not what the party pays', () => {
    given(...suspended)
      .when({
        on: '2026-07-02',
        by: 'lin',
        act: 'execution/record-payment',
        entry: { fen: 100, for: 'fine', channel: 'bank', receipt: paper('slip') },
      })
      .thenRecords('PaymentReceived');
  });
});

describe('resuming it (ACL 39(2))', () => {
  it('says how the cause came to an end', () => {
    given(...suspended)
      .when(resume)
      .then({ type: 'ExecutionResumed', data: { reason: '账户解冻' } });
    given(...suspended)
      .when({ ...resume, entry: { reason: '' } })
      .thenRefused(law.resumptionReasoned);
    given(...suspended, resumedOn('2026-07-20'))
      .when(resume)
      .thenRefused(law.executionSuspended);
    given(...due)
      .when(resume)
      .thenRefused(law.executionSuspended);
  });

  it('after three years only with harm or ability shown', () => {
    const last = { ...resume, on: '2029-07-01' } as const;
    const over = { ...resume, on: '2029-07-02' } as const;
    const credential = { number: '执-lin', validFrom: '2022-01-01', validTo: '2030-12-31' };
    const people = { lin: { person: 'lin', capacities: ['officer'], credential } } as const;
    const context = { people, actor: { person: 'lin', capacity: 'officer', credential } } as const;
    given(...suspended)
      .when({ ...last, context })
      .thenRecords('ExecutionResumed');
    given(...suspended)
      .when({ ...over, context })
      .thenRefused(law.threeYears);
    given(...suspended)
      .when({ ...over, entry: { reason: '账户解冻', whyStill: '当事人已恢复履行能力' }, context })
      .then({
        type: 'ExecutionResumed',
        data: { reason: '账户解冻', whyStill: '当事人已恢复履行能力' },
      });
  });

  it('is counted as suspended-execution until then', () => {
    const clock = (...history: readonly Happened[]) =>
      deadlines(fileOf(...history), { today: '2026-08-10', calendar: chinaCalendar })
        .filter(({ id }) => id === 'suspended-execution')
        .map(({ due: last, state, metBy }) => ({ last, state, metBy }));
    expect(clock(...due)).toStrictEqual([]);
    // ACL 39(2): a party that cannot perform, and no other ground.
    expect(clock(...due, ...suspension('2026-07-01', 'third-party-claim'))).toStrictEqual([]);
    expect(clock(...suspended)).toStrictEqual([{ last: '2029-07-01', state: 'running', metBy: undefined }]);
    expect(clock(...suspended, resumedOn('2026-08-03'))).toStrictEqual([
      { last: '2029-07-01', state: 'met', metBy: due.length + 3 },
    ]);
    expect(clock(...suspended, termination('2026-08-03'))).toStrictEqual([
      { last: '2029-07-01', state: 'met', metBy: due.length + 3 },
    ]);
  });
});

describe('ending it (ACL 40)', () => {
  it('is asked for with its facts and approved by a leader', () => {
    given(...due)
      .when(askEnd)
      .then({ type: 'ApprovalRequested', data: { matter: 'execution-termination', terms: ended } });
    given(...due, requestOf('execution-termination'))
      .when(approveEnd)
      .then(
        { type: 'ApprovalGiven', data: { approval: due.length, matter: 'execution-termination' } },
        {
          type: 'ExecutionTerminated',
          data: { approval: due.length, ground: ended.ground, reason: ended.reason },
        },
      );
    given(...due)
      .when({ ...askEnd, entry: { ground: 'object-lost', reason: '', paper: paper('loss') } })
      .thenRefused(law.terminationExplained);
    given(...due, requestOf('execution-termination'))
      .when(askEnd)
      .thenRefused(law.oneTerminationRequest);
    given(...due, requestOf('execution-suspension'))
      .when(approveEnd)
      .thenRefused(approvalOpenFor('execution-termination'));
  });

  it('for three years of suspension only when they have passed, also when it is approved', () => {
    const three = { ground: 'three-years-suspended', reason: '三年未恢复' } as const;
    given(...suspended)
      .when({ ...askEnd, entry: three })
      .thenRefused(law.threeYearsRun);
    const requested = happened('ApprovalRequested', '2029-07-02', 'lin', {
      matter: 'execution-termination',
      terms: three,
    });
    const entry = { approval: suspended.length };
    given(...suspended, requested)
      .when({ ...approveEnd, on: '2029-07-03', entry })
      .thenRecords('ApprovalGiven', 'ExecutionTerminated');
    given(...suspended, requested, resumedOn('2029-07-02'))
      .when({ ...approveEnd, on: '2029-07-03', entry })
      .thenRefused(law.threeYearsRunWhenApproved);
    // ACL 39(2): suspended because the party cannot perform, and on no other ground.
    const claimed = [...due, ...suspension('2026-07-01', 'other')];
    given(...claimed, requested)
      .when({ ...approveEnd, on: '2029-07-03', entry })
      .thenRefused(law.threeYearsRunWhenApproved);
  });

  it('leaves only the closure, on that ground', () => {
    const over = [...due, termination('2026-07-02')];
    const close = (ground: 'execution-terminated') =>
      ({ on: '2026-07-06', by: 'lin', act: 'closure/request', entry: { ground } }) as const;
    given(...over)
      .when(ask)
      .thenRefused(law.executionNotTerminated);
    given(...over)
      .when(close('execution-terminated'))
      .thenRecords('ApprovalRequested');
    given(...due)
      .when(close('execution-terminated'))
      .thenRefused(executionTerminated);
  });
});

describe('a decision annulled to be made anew', () => {
  const annulled = happened('DecisionChanged', '2026-07-10', 'tang', {
    kind: 'annulled-to-redo',
    ground: 'own-correction',
    reason: '事实不清',
    paper: paper('decision'),
  });
  /** Another decision of the same fine, served on 1 September: fifteen days end on the 16th. */
  const again = [
    happened('DecisionMade', '2026-08-31', 'he', {
      outcome: majorPenalty,
      number: '朝市监罚决〔2026〕2号',
      dossier: 'digest',
      dueOn: '2026-10-31',
    }),
    happened('DecisionServed', '2026-09-01', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      method: 'direct',
      proof: paper('receipt'),
      servedOn: '2026-09-01',
    }),
  ];

  it.each([
    ['suspended', suspended],
    ['ended', [...due, termination('2026-07-02')]],
  ])('is executed, and its surcharge runs, though the execution before was %s', (_, before) => {
    const file = fileOf(...before, annulled, ...again);
    const then = contextOn('2026-09-20', 'lin', file);
    expect(law.executionNotSuspended.holds(file, then)).toBe(true);
    expect(law.executionNotTerminated.holds(file, then)).toBe(true);
    expect(surchargeOf(file, '2026-09-20', chinaCalendar).accrued).toBe(4 * aDay);
    const running = deadlines(file, { calendar: chinaCalendar, today: '2026-09-20' });
    expect(running.map(({ id }) => id)).not.toContain('suspended-execution');
  });
});
