import { but, measured } from '../compliance/measured.testing.js';
import {
  recheckedOn,
  reviewedAgain,
  statementOf,
  heard,
  caseReviewed,
  noticeOf,
} from '../histories-to-decision.testing.js';
import { majorPenalty, minorPenalty } from '../histories.testing.js';
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { discussedTogether } from '../decision/of-penalty.js';
import { statementsRechecked } from '../decision/of-penalty.js';
import { noDecisionWithoutReview, reviewedAfterHearing } from '../legal-review/provisions.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { RecheckStatement } from '../statement/statement.js';
import type { Outcome } from '../penalty/penalty.js';

const fine = minorPenalty.kind === 'penalty' ? minorPenalty.penalties : [];
/** Reviewed on 2026-04-28, approved, notified on 2026-04-30: the party may speak until 2026-05-11. */
const notified: readonly Happened[] = [
  ...caseReviewed(minorPenalty),
  happened('ProposalApproved', '2026-04-29', 'tang', { proposal: minorPenalty }),
  noticeOf(fine, '2026-04-30', '2026-05-11'),
];
const recheckOf = (result: RecheckStatement['result']): Happened =>
  happened('StatementRechecked', '2026-05-08', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('re-check-signed'),
    result,
    reason: '核实情况如下',
  });
const evidence = happened('EvidenceAdded', '2026-05-07', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  kind: '书证',
  what: '当事人提交的进货单',
  provider: '赵一鸣',
  papers: [paper('invoice')],
});
const order = happened('CorrectionOrdered', '2026-05-07', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  until: '2026-05-12',
  what: '停止使用',
});
const verified = (at: number): Happened =>
  happened('CorrectionVerified', '2026-05-08', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    order: at,
    corrected: true,
    record: paper('re-check'),
  });
const decide = (history: readonly Happened[], outcome: Outcome = minorPenalty) =>
  given(...history).when({ on: '2026-05-13', by: 'tang', act: 'decision/make', entry: { outcome } });
const spoken = [...notified, statementOf('2026-05-06')];

describe('Fault 26: what the party says costs a re-check, and a review only where something changed (SAMR-P 58)', () => {
  it('a statement of which nothing is adopted, and an order to correct, leave the review as it is', () => {
    decide(notified).thenRecords('DecisionMade');
    decide([...spoken, recheckOf('not-adopted')]).thenRecords('DecisionMade');
    decide([...spoken, order, recheckOf('not-adopted')]).thenRecords('DecisionMade');
    decide([...notified, order]).thenRecords('DecisionMade');
  });

  it('it is still re-checked before the decision', () => {
    decide(spoken).thenRefused(noDecisionWithoutCaseReview, statementsRechecked);
  });

  it.each(['adopted', 'partly-adopted'] as const)('%s asks for the review again', (result) => {
    decide([...spoken, recheckOf(result)]).thenRefused(noDecisionWithoutCaseReview);
    decide(reviewedCaseAgain([...spoken, recheckOf(result)])).thenRecords('DecisionMade');
  });

  it('and so does evidence that came in with it, and what is found of a correction', () => {
    decide([...spoken, evidence, recheckOf('not-adopted')]).thenRefused(noDecisionWithoutCaseReview);
    decide([...notified, order, verified(notified.length)]).thenRefused(noDecisionWithoutCaseReview);
  });

  it('and one adopted before a later one that is not', () => {
    decide([
      ...spoken,
      recheckOf('adopted'),
      statementOf('2026-05-09'),
      recheckOf('not-adopted'),
    ]).thenRefused(noDecisionWithoutCaseReview);
  });

  it('a statement before the review that is corrected after it changes what was reviewed', () => {
    const before = reviewedCaseAgain([...spoken, recheckOf('not-adopted')]);
    decide(before).thenRecords('DecisionMade');
    const at = notified.length;
    const corrected = happened('EntryCorrected', '2026-05-12', 'lin', {
      entry: at,
      changes: { what: '请求免罚' },
      reason: '漏记',
    });
    const again = happened('StatementRechecked', '2026-05-12', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('re-check-signed'),
      result: 'not-adopted',
      reason: '无证据支持',
    });
    decide([...before, corrected, again]).thenRefused(noDecisionWithoutCaseReview);
  });

  it('a hearing is reviewed as before (SAMR-P 50(2))', () => {
    const afterHearing = heard(majorPenalty);
    given(...afterHearing)
      .when({ on: '2026-06-05', by: 'he', act: 'decision/make', entry: { outcome: majorPenalty } })
      .thenRefused(noDecisionWithoutReview, reviewedAfterHearing, discussedTogether);
    const again = [
      ...reviewedAgain(afterHearing, '2026-06-02'),
      statementOf('2026-06-03'),
      recheckedOn('2026-06-03'),
    ];
    const file = fileOf(...again);
    const context = contextOn('2026-06-05', 'he', file);
    expect(noDecisionWithoutReview.holds(file, context)).toBe(false);
  });

  it('the decision says which file was reviewed, and the inspectors find nothing wrong with that', () => {
    const history = [...spoken, recheckOf('not-adopted')];
    const file = fileOf(...history);
    const context = contextOn('2026-05-13', 'tang', file);
    const digest = file.reviews.at(-1)?.digest ?? '';
    expect(context.dossierDigest).not.toBe(digest);
    expect(context.reviewedDigest).toBe(digest);
    const made = happened('DecisionMade', '2026-05-13', 'tang', {
      number: '朝市监处罚〔2026〕217号',
      outcome: minorPenalty,
      dossier: digest,
      dueOn: '2026-06-08',
    });
    expect(reviewFound([...history, made])).toBe('met');
    expect(reviewFound(but([...history, made], 'DecisionMade', { dossier: 'another' }))).toBe('not-met');
  });
});

const reviewedCaseAgain = (history: readonly Happened[]): readonly Happened[] => {
  const file = fileOf(...history);
  const digest = contextOn('2026-05-09', 'zhou', file).dossierDigest;
  return [
    ...history,
    happened('SentForCaseReview', '2026-05-09', 'zhou', { digest, dueOn: '2026-05-22' }),
    happened('CaseReviewOpinionGiven', '2026-05-11', 'meng', {
      opinion: 'agree',
      sent: history.length,
      digest,
    }),
  ];
};
const reviewFound = (history: readonly Happened[]): string | undefined =>
  measured('2026-05-14', history).fatal.find(({ id }) => id === 'not-reviewed')?.state;
