import { executionNotTerminated } from '../execution-suspension/provisions.js';
import { decidedAfter, majorPenalty, minorPenalty, served, servedAfter } from '../histories.testing.js';
import { caseReviewed } from '../histories-to-decision.testing.js';
import { given, happened, paper, type Happened } from '../testing.js';
import { notWithTheCourt } from './agreement-provisions.js';
import { longDeferralByThePrincipal, longPlanByThePrincipal } from './long-deferral.js';

/** Decided after legal review, and served on 2026-06-08; the fine of the other needed none. */
const major = { history: served(majorPenalty), fen: 18_400_000 };
const minor = { history: servedAfter(decidedAfter(caseReviewed(minorPenalty), minorPenalty)), fen: 100_000 };
const appliedFor = happened('InstalmentsAppliedFor', '2026-06-20', 'lin', {
  reason: '资金周转困难',
  application: paper('application'),
});
const on = '2026-06-26';
const deferral = (until: string, by: 'tang' | 'he' = 'tang') =>
  ({ on, by, act: 'execution/approve-deferral', entry: { until } }) as const;
const instalments = (due: string, fen: number, by: 'tang' | 'he' = 'tang') =>
  ({ on, by, act: 'execution/approve-instalments', entry: { plan: [{ due, fen }] } }) as const;
const agreement = (due: string, fen: number, by: 'tang' | 'he' = 'tang') =>
  ({
    on,
    by,
    act: 'execution/make-agreement',
    entry: { plan: [{ due, fen }], waived: 0, agreement: paper('agreement') },
  }) as const;
const requested = (due: string, fen: number): Happened =>
  happened('ApprovalRequested', '2026-06-26', 'lin', {
    matter: 'execution-agreement',
    terms: { plan: [{ due, fen }], waived: 0 },
  });

describe('letting a fine be paid later than in a year (APL 66(2))', () => {
  const inAYear = '2027-06-26';
  const later = '2027-06-27';

  it('is for the principal where the decision needed legal review (APL 58(1))', () => {
    const { history, fen } = major;
    const asked = given(...history, appliedFor);
    asked.when(deferral(later)).thenRefused(longDeferralByThePrincipal);
    asked.when(deferral(later, 'he')).thenRecords('DeferralApproved');
    asked.when(deferral(inAYear)).thenRecords('DeferralApproved');
    asked.when(instalments(later, fen)).thenRefused(longPlanByThePrincipal);
    asked.when(instalments(later, fen, 'he')).thenRecords('InstalmentsApproved');
    asked.when(instalments(inAYear, fen)).thenRecords('InstalmentsApproved');
    given(...history, requested(later, fen))
      .when(agreement(later, fen))
      .thenRefused(longPlanByThePrincipal);
    given(...history, requested(later, fen))
      .when(agreement(later, fen, 'he'))
      .thenRecords('ApprovalGiven', 'ExecutionAgreed');
  });

  it('is for any leader where it needed none', () => {
    given(...minor.history, appliedFor)
      .when(deferral(later))
      .thenRecords('DeferralApproved');
  });

  it('is over when the court was asked, or the execution ended: also what was applied for before', () => {
    const { history, fen } = major;
    const enforced = happened('CourtApplied', '2026-06-25', 'lin', {
      approval: 13,
      application: paper('application'),
      enclosed: [paper('decision'), paper('reminder')],
      court: '北京市朝阳区人民法院',
      object: '罚款184,000元',
    });
    const ended = happened('ExecutionTerminated', '2026-06-25', 'tang', {
      approval: 13,
      ground: 'entity-ended',
      reason: '破产程序终结',
    });
    for (const [after, provision] of [
      [enforced, notWithTheCourt],
      [ended, executionNotTerminated],
    ] as const) {
      const asked = given(...history, appliedFor, after);
      asked.when(deferral('2026-12-31')).thenRefused(provision);
      asked.when(instalments('2026-12-31', fen)).thenRefused(provision);
      given(...history, requested('2026-12-31', fen), after)
        .when(agreement('2026-12-31', fen))
        .thenRefused(provision);
    }
  });
});
