/** Histories from the notice to the eve of the decision. */
import type { LocalDate } from '@anjuan/law';
import { concluded, notified } from './histories.testing.js';
import type { Outcome, Penalty } from './penalty/penalty.js';
import { digestOf, fileOf, happened, paper, type Happened } from './testing.js';

/** Reviewed once more, of the file as the history leaves it: two entries, sent and agreed on one day. */
export const reviewedAgain = (history: readonly Happened[], on: LocalDate): readonly Happened[] => {
  const digest = digestOf(fileOf(...history));
  return [
    ...history,
    happened('SentForLegalReview', on, 'zhou', { digest, dueOn: '2026-06-10' }),
    happened('LegalReviewOpinionGiven', on, 'fang', { opinion: 'agree', sent: history.length, digest }),
  ];
};

/** Entries 6 and 7: case review sent on 2026-04-22 and passed on 2026-04-28. */
export const caseReviewed = (proposal: Outcome): readonly Happened[] => {
  const history = concluded(proposal);
  const digest = digestOf(fileOf(...history));
  return [
    ...history,
    happened('SentForCaseReview', '2026-04-22', 'zhou', { digest, dueOn: '2026-05-09' }),
    happened('CaseReviewOpinionGiven', '2026-04-28', 'meng', {
      opinion: 'agree',
      sent: history.length,
      digest,
    }),
  ];
};

/** A notice of these penalties, served with proof; the last day of the party is given. */
export const noticeOf = (penalties: readonly Penalty[], on: LocalDate, lastDay: LocalDate): Happened =>
  happened('NoticeServed', on, ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('notice-signed'),
    penalties,
    facts: '使用超过保质期的原料',
    hearingRightTold: true,
    method: 'direct',
    proof: paper('receipt'),
    servedOn: on,
    lastDay,
    provisional: false,
  });

export const statementOf = (on: LocalDate): Happened =>
  happened('StatementMade', on, 'lin', { what: '请求从轻', paper: paper('statement') });

export const recheckedOn = (on: LocalDate): Happened =>
  happened('StatementRechecked', on, ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('re-check-signed'),
    result: 'not-adopted',
    reason: '无证据支持',
  });

export const hearingRequested: Happened = happened('HearingRequested', '2026-05-08', 'lin', { inTime: true });

/** Requested, host named, notified for 2026-05-22, announced: four entries after the notice. */
export const hearingPrepared: readonly Happened[] = [
  hearingRequested,
  happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' }),
  happened('HearingNoticeServed', '2026-05-12', 'qiu', {
    for: '2026-05-22',
    place: '三楼听证室',
    method: 'direct',
    open: true,
    servedOn: '2026-05-12',
  }),
  happened('HearingAnnounced', '2026-05-18', 'qiu', {}),
];

export const hearingHeld: Happened = happened('HearingHeld', '2026-05-22', 'qiu', {
  record: paper('hearing-record'),
  recordSigned: true,
});

export const hearingReported: Happened = happened('HearingReported', '2026-05-26', 'qiu', {
  report: paper('hearing-report'),
  opinion: '维持拟处罚意见',
});

/** Entries 10–16: heard on 2026-05-22, reported and re-checked on 2026-05-26. */
export const heard = (proposal: Outcome): readonly Happened[] => [
  ...notified(proposal),
  ...hearingPrepared,
  hearingHeld,
  hearingReported,
  recheckedOn('2026-05-26'),
];

/** The leaders he and tang discuss and agree: four entries on one day. */
export const discussedOn = (
  history: readonly Happened[],
  on: LocalDate,
  outcome: Outcome,
): readonly Happened[] => {
  const discussion = history.length;
  return [
    ...history,
    happened('DiscussionOpened', on, 'he', {
      attending: ['he', 'tang'],
      handlersReport: ['lin', 'gao'],
      chair: 'he',
    }),
    happened('DiscussionOpinionGiven', on, 'he', { discussion, agrees: true, opinion: '同意' }),
    happened('DiscussionOpinionGiven', on, 'tang', { discussion, agrees: true, opinion: '同意' }),
    happened('DiscussionConcluded', on, 'he', { discussion, outcome, conclusion: '一致同意' }),
  ];
};

/** A major case that was heard, reviewed again on 2026-06-02 and discussed on 2026-06-04. */
export const readyToDecide = (proposal: Outcome): readonly Happened[] =>
  discussedOn(reviewedAgain(heard(proposal), '2026-06-02'), '2026-06-04', proposal);
