import { chinaCalendar } from '@anjuan/law';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { deadlines } from '../deadlines.js';
import { decidedAfter, investigated, minorPenalty } from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  groundStated,
  notSuspended,
  notTerminated,
  oneSuspensionRequest,
  resumedForReason,
  suspended,
  suspendedByLeader,
  undecidedYet,
} from './provisions.js';

const terms = { ground: 'depends-on-another-case', reason: '相关商标案件尚未审结' } as const;
const ask = { on: '2026-03-20', by: 'lin', act: 'suspension/request', entry: terms } as const;
const requested = happened('ApprovalRequested', '2026-03-20', 'lin', { matter: 'suspension', terms });
const suspendedSince = (history: readonly Happened[], on = '2026-03-20'): readonly Happened[] => [
  ...history,
  happened('InvestigationSuspended', on, 'tang', { ...terms, approval: history.length }),
];
const resumed = happened('InvestigationResumed', '2026-04-09', 'lin', { reason: '判决已生效' });

const end = { ground: 'entity-ended', reason: '企业已注销，无权利义务承受人' } as const;
const endRequested = happened('ApprovalRequested', '2026-03-20', 'lin', {
  matter: 'termination',
  terms: end,
});
const ended = happened('InvestigationTerminated', '2026-03-21', 'tang', { ...end, approval: 5 });
const decidedAlready = decidedAfter(readyToDecide(minorPenalty), minorPenalty);

describe('suspension/request (SAMR-P 46(1))', () => {
  it('is asked by a handler on one of the grounds, with the facts of it', () => {
    given(...investigated)
      .when(ask)
      .then({ type: 'ApprovalRequested', data: { matter: 'suspension', terms } });
    given(...investigated)
      .when({ ...ask, entry: { ...terms, reason: ' ' } })
      .thenRefused(groundStated);
    given(...investigated)
      .when({ ...ask, by: 'shen' })
      .thenRefused(byHandler);
  });

  it('once at a time, and not of what is suspended, ended or decided', () => {
    given(...investigated, requested)
      .when(ask)
      .thenRefused(oneSuspensionRequest);
    given(...suspendedSince(investigated))
      .when({ ...ask, on: '2026-03-21' })
      .thenRefused(notSuspended);
    given(...investigated, ended)
      .when({ ...ask, on: '2026-03-22' })
      .thenRefused(notTerminated);
    given(...decidedAlready)
      .when({ ...ask, on: '2026-06-08' })
      .thenRefused(undecidedYet);
  });
});

describe('suspension/approve', () => {
  const approve = {
    on: '2026-03-20',
    by: 'tang',
    act: 'suspension/approve',
    entry: { approval: 5 },
  } as const;

  it('is a leader’s, on the request of another, and suspends the case', () => {
    given(...investigated, requested)
      .when(approve)
      .then(
        { type: 'ApprovalGiven', data: { approval: 5, matter: 'suspension' } },
        { type: 'InvestigationSuspended', data: { approval: 5, ...terms } },
      );
    given(...investigated, requested)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(suspendedByLeader);
    const own = happened('ApprovalRequested', '2026-03-20', 'tang', { matter: 'suspension', terms });
    given(...investigated, own)
      .when(approve)
      .thenRefused(approverNotRequester);
    given(...investigated, endRequested)
      .when(approve)
      .thenRefused(approvalOpen);
  });

  it('not of a case that is suspended, ended or decided by then', () => {
    given(...suspendedSince([...investigated, requested]))
      .when(approve)
      .thenRefused(notSuspended);
    given(...investigated, requested, ended)
      .when({ ...approve, on: '2026-03-22' })
      .thenRefused(notTerminated);
  });
});

describe('suspension/resume (SAMR-P 46(2))', () => {
  const resume = {
    on: '2026-04-09',
    by: 'lin',
    act: 'suspension/resume',
    entry: { reason: '判决已生效' },
  } as const;

  it('is by a handler, when there is something to resume, and says how the cause is gone', () => {
    given(...suspendedSince(investigated))
      .when(resume)
      .then({ type: 'InvestigationResumed', data: resume.entry });
    given(...suspendedSince(investigated))
      .when({ ...resume, entry: { reason: '' } })
      .thenRefused(resumedForReason);
    given(...investigated)
      .when(resume)
      .thenRefused(suspended);
    given(...suspendedSince(investigated), resumed)
      .when(resume)
      .thenRefused(suspended);
    given(...suspendedSince(investigated), ended)
      .when(resume)
      .thenRefused(notTerminated);
  });
});

describe('a suspended case', () => {
  const conclude = {
    on: '2026-04-14',
    by: 'lin',
    act: 'investigation/conclude',
    entry: {
      officers: ['lin', 'gao'],
      signedPaper: paper('report-signed'),
      facts: '使用超过保质期的原料',
      basis: [{ law: '食品安全法', article: '124(1)(2)' }],
      proposal: minorPenalty,
      discretion: '从轻',
      report: paper('report'),
    },
  } as const;

  it('is not concluded until it is resumed', () => {
    given(...suspendedSince(investigated))
      .when(conclude)
      .thenRefused(notSuspended);
    given(...suspendedSince(investigated), resumed)
      .when(conclude)
      .thenRecords('InvestigationConcluded');
  });

  it('is not decided, though everything else is there', () => {
    const ready = readyToDecide(minorPenalty);
    const decide = {
      on: '2026-06-05',
      by: 'he',
      act: 'decision/make',
      entry: { number: '朝市监处罚〔2026〕217号', outcome: minorPenalty },
    } as const;
    given(...ready)
      .when(decide)
      .thenRecords('DecisionMade');
    given(...suspendedSince(ready, '2026-06-04'))
      .when(decide)
      .thenRefused(notSuspended);
    given(...ready, happened('InvestigationTerminated', '2026-06-04', 'tang', { ...end, approval: 5 }))
      .when(decide)
      .thenRefused(notTerminated);
  });

  const due = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today }).find(
      ({ id }) => id === 'decision-period',
    );

  it('SAMR-P 64(2), CAL-09: its days do not count, nor twice where they overlap a test', () => {
    expect(due('2026-06-01', ...investigated)).toMatchObject({ due: '2026-06-08', excludedDays: 0 });
    // 2026-03-20 to 2026-04-08: twenty days.
    const history = [...suspendedSince(investigated), resumed];
    expect(due('2026-06-01', ...history)).toMatchObject({ due: '2026-06-28', excludedDays: 20 });
    const test = happened('TestCommissioned', '2026-03-15', 'lin', {
      body: '检验院',
      periodDays: 30,
      toldInWriting: true,
    });
    const result = happened('TestResultRecorded', '2026-03-25', 'lin', {
      test: 5,
      kind: '鉴定意见',
      what: '检验报告',
      report: paper('test'),
    });
    // 2026-03-15 to 2026-04-08: twenty-five days.
    expect(due('2026-06-01', ...suspendedSince([...investigated, test]), result, resumed)).toMatchObject({
      due: '2026-07-03',
      excludedDays: 25,
    });
  });

  it('runs no clock for the decision while it rests', () => {
    expect(due('2026-07-20', ...suspendedSince(investigated))).toMatchObject({ state: 'running' });
    expect(due('2026-07-20', ...investigated)).toMatchObject({ state: 'missed' });
  });
});
