/** A case of two breaches: expired ingredients, and a false label. Neither fine gives a hearing; both together do. */
import {
  discussedOn,
  hearingHeld,
  hearingPrepared,
  hearingReported,
  recheckedOn,
} from '../histories-to-decision.testing.js';
import { investigated } from '../histories.testing.js';
import type { Dropped, Outcome, Penalty } from '../penalty/penalty.js';
import { digestOf, fileOf, happened, paper, type Happened } from '../testing.js';
import type { LocalDate } from '@anjuan/law';
import type { Breach } from './breaches.js';
import type { ConcludeInvestigation } from './investigation.js';

export const expired: Breach = {
  breach: '使用过期原料',
  facts: '以超过保质期的原料加工腊肠',
  basis: [{ law: '食品安全法', article: '124(1)(2)' }],
  act: { from: '2026-01-05', to: '2026-02-20' },
  discoveredOn: '2026-03-02',
  discretion: '一般',
  benchmark: '裁量基准（食品类）',
  grading: { grade: 'ordinary', range: { min: 5_000_000, max: 10_000_000 }, grounds: [] },
};
export const label: Breach = {
  breach: '标签虚假',
  facts: '腊肠标签所标生产日期与实际不符',
  basis: [{ law: '食品安全法', article: '125(1)(2)' }],
  act: { from: '2026-02-01', to: '2026-02-28' },
  discoveredOn: '2026-03-11',
  discretion: '一般',
  benchmark: '裁量基准（标签）',
  grading: { grade: 'ordinary', range: { min: 500_000, max: 5_000_000 }, grounds: [] },
};

/** An outcome that punishes some of them. */
export type Punishing = Extract<Outcome, { kind: 'penalty' }>;

export const fineOf = (breach: string | undefined, fen: number): Penalty => ({
  kind: 'fine',
  fen,
  ...(breach !== undefined && { breach }),
});
export const ofBoth: readonly Penalty[] = [
  fineOf(expired.breach, 7_000_000),
  fineOf(label.breach, 3_000_000),
];
export const both: Punishing = { kind: 'penalty', penalties: ofBoth };
export const labelDropped: Dropped = {
  breach: label.breach,
  ground: 'facts-not-established',
  reason: '听证查明系标签印制瑕疵',
};
export const onlyExpired: Punishing = {
  kind: 'penalty',
  penalties: [fineOf(expired.breach, 7_000_000)],
  dropped: [labelDropped],
};

export const findings = (more: Partial<ConcludeInvestigation> = {}): ConcludeInvestigation => ({
  officers: ['lin', 'gao'],
  signedPaper: paper('report-signed'),
  facts: '两项违法行为事实清楚',
  basis: [{ law: '食品安全法', article: '124(1)(2)' }],
  proposal: both,
  breaches: [expired, label],
  report: paper('report'),
  ...more,
});

export const reported = (on: LocalDate, more: Partial<ConcludeInvestigation> = {}): Happened =>
  happened('InvestigationConcluded', on, ['lin', 'gao'], findings(more));

export const reviewedLegally = (history: readonly Happened[], on: LocalDate): readonly Happened[] => {
  const digest = digestOf(fileOf(...history));
  return [
    ...history,
    happened('SentForLegalReview', on, 'zhou', { digest, dueOn: '2026-06-30' }),
    happened('LegalReviewOpinionGiven', on, 'fang', { opinion: 'agree', sent: history.length, digest }),
  ];
};

export const notifiedOf = (
  penalties: readonly Penalty[],
  on: LocalDate = '2026-04-30',
  lastDay: LocalDate = '2026-05-11',
): Happened =>
  happened('NoticeServed', on, ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('notice-signed'),
    penalties,
    facts: '两项违法行为',
    breaches: [expired, label]
      .filter(({ breach }) => penalties.some((penalty) => penalty.breach === breach))
      .map(({ breach, facts }) => ({ breach, facts })),
    hearingRightTold: true,
    method: 'direct',
    proof: paper('receipt'),
    servedOn: on,
    lastDay,
    provisional: false,
  });

/** Reported on 2026-04-14, reviewed and approved. */
export const bothApproved: readonly Happened[] = [
  ...reviewedLegally([...investigated, reported('2026-04-14')], '2026-04-22'),
  happened('ProposalApproved', '2026-04-29', 'tang', { proposal: both }),
];
export const bothNotified: readonly Happened[] = [...bothApproved, notifiedOf(ofBoth)];

/** Heard on 2026-05-22, reported and re-checked on 2026-05-26. */
export const bothHeard: readonly Happened[] = [
  ...bothNotified,
  ...hearingPrepared,
  hearingHeld,
  hearingReported,
  recheckedOn('2026-05-26'),
];

/** Another report after it, reviewed on 2026-06-02 and discussed on 2026-06-04. */
export const readyAfterHearing = (
  more: Partial<ConcludeInvestigation>,
  outcome: Outcome = more.proposal ?? both,
): readonly Happened[] =>
  discussedOn(
    reviewedLegally([...bothHeard, reported('2026-05-28', more)], '2026-06-02'),
    '2026-06-04',
    outcome,
  );
