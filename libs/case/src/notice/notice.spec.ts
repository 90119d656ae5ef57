import { recordedByOneOfThem, twoOfficers } from '../officers.js';
import { caseOpen, byHandler } from '../initiation/initiation.js';
import {
  concluded,
  sentForLegalReview,
  decided,
  fine,
  firstBreach,
  goods,
  filed,
  legallyReviewed,
  majorPenalty,
  minorPenalty,
  notified,
  proposalApproved,
} from '../histories.testing.js';
import {
  caseReviewed,
  hearingHeld,
  hearingPrepared,
  hearingReported,
  hearingRequested,
  noticeOf,
  reviewedAgain,
  statementOf,
} from '../histories-to-decision.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { proposalApproved as approvedProposal, reviewPassed } from '../proposal/provisions.js';
import { beforeDecision } from '../review/provisions.js';
import { contextOn, digestOf, fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import {
  asApproved,
  electronicByConsent,
  factsNotified,
  hearingRightTold,
  notHeavierForSpeaking,
  penaltyProposed,
  publicNoticeLast,
  servedAfterApproval,
} from './provisions.js';
import type { ServeNotice } from './notice.js';

const entryOf = (outcome: Outcome, more: Partial<ServeNotice> = {}): ServeNotice => ({
  officers: ['lin', 'gao'],
  signedPaper: paper('notice-signed'),
  penalties: penaltiesOf(outcome),
  facts: '使用超过保质期的原料',
  hearingRightTold: true,
  method: 'direct',
  proof: paper('receipt'),
  ...more,
});
const serve = (outcome: Outcome, more: Partial<ServeNotice> = {}) =>
  ({ on: '2026-04-30', by: 'lin', act: 'notice/serve', entry: entryOf(outcome, more) }) as const;
const ready = proposalApproved(majorPenalty);
const heavier: Outcome = { kind: 'penalty', penalties: [{ ...fine, fen: 20_000_000 }, goods] };

describe('notice/serve (APL 44, SAMR-P 56–57)', () => {
  it('starts five working days, Labour Day left out and the make-up Saturday counted', () => {
    given(...ready)
      .when(serve(majorPenalty))
      .then({
        type: 'NoticeServed',
        data: { ...entryOf(majorPenalty), servedOn: '2026-04-30', lastDay: '2026-05-11', provisional: false },
      });
  });

  it('from the proven day; without proof from the day of entry', () => {
    const { proof, ...unproven } = entryOf(majorPenalty);
    const late = { occurredAt: morningOf('2026-04-29'), lateReason: '外出' };
    const period = { servedOn: '2026-04-29', lastDay: '2026-05-09', provisional: false };
    const attempt = serve(majorPenalty);
    given(...ready)
      .when({ ...attempt, entry: { ...unproven, ...late, ...(proof && { proof }) } })
      .then({ type: 'NoticeServed', data: { ...attempt.entry, lateReason: '外出', ...period } });
    given(...ready)
      .when({ ...attempt, entry: { ...unproven, ...late } })
      .then({
        type: 'NoticeServed',
        data: { ...unproven, lateReason: '外出', ...period, servedOn: '2026-04-30', lastDay: '2026-05-11' },
      });
  });

  it('SAMR-P 56: not on a day before its approval, whatever the receipt says', () => {
    const dated = (day: string) => serve(majorPenalty, { occurredAt: morningOf(day), lateReason: '外出' });
    given(...ready)
      .when(dated('2026-04-28'))
      .thenRefused(servedAfterApproval);
    given(...ready)
      .when(dated('2026-04-29'))
      .thenRecords('NoticeServed');
  });

  it('by public notice thirty days after publication (a Saturday, so the Monday), once the other ways have failed', () => {
    given(...ready)
      .when(serve(majorPenalty, { method: 'public-notice' }))
      .thenRefused(publicNoticeLast);
    const entry = entryOf(majorPenalty, { method: 'public-notice', otherMethodsFailed: '邮件退回' });
    given(...ready)
      .when({ ...serve(majorPenalty), entry })
      .then({
        type: 'NoticeServed',
        data: { ...entry, servedOn: '2026-06-01', lastDay: '2026-06-08', provisional: false },
      });
  });

  it('electronically by consent', () => {
    given(...ready)
      .when(serve(majorPenalty, { method: 'electronic' }))
      .thenRefused(electronicByConsent);
    given(...ready)
      .when(serve(majorPenalty, { method: 'electronic', addressConfirmation: paper('address') }))
      .thenRecords('NoticeServed');
  });

  it('by two officers, one of them a handler of the case', () => {
    given(...ready)
      .when(serve(majorPenalty, { officers: ['lin', 'lin'] }))
      .thenRefused(twoOfficers);
    given(...ready)
      .when({ ...serve(majorPenalty), by: 'zhou' })
      .thenRefused(byHandler, recordedByOneOfThem);
  });

  it('SAMR-P 56: after the review was passed and the proposal approved', () => {
    const sent = sentForLegalReview(concluded(majorPenalty));
    const supplement = happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
      opinion: 'supplement',
      points: { evidence: '缺少成品销售去向' },
      sent: 6,
      digest: digestOf(fileOf(...sent)),
    });
    given(...sent, supplement)
      .when(serve(majorPenalty))
      .thenRefused(reviewPassed, approvedProposal);
    given(...legallyReviewed(majorPenalty))
      .when(serve(majorPenalty))
      .thenRefused(approvedProposal);
  });

  it('the approval is of the present proposal, after the present review, and not taken back', () => {
    const returned = happened('ProposalReturned', '2026-04-29', 'tang', { reason: '再议' });
    given(...ready, returned)
      .when(serve(majorPenalty))
      .thenRefused(approvedProposal);
    given(...reviewedAgain(ready, '2026-04-30'))
      .when(serve(majorPenalty))
      .thenRefused(approvedProposal);
    given(...ready, statementOf('2026-04-29'))
      .when(serve(majorPenalty))
      .thenRefused(reviewPassed);
  });

  it('names exactly what was approved: not heavier, not lighter', () => {
    for (const penalties of [penaltiesOf(heavier), [fine]])
      given(...ready)
        .when(serve(majorPenalty, { penalties }))
        .thenRefused(asApproved);
  });

  it('APL 63(1): tells the right to a hearing where there is one', () => {
    given(...ready)
      .when(serve(majorPenalty, { hearingRightTold: false }))
      .thenRefused(hearingRightTold);
    given(
      ...caseReviewed(minorPenalty),
      happened('ProposalApproved', '2026-04-29', 'tang', { proposal: minorPenalty }),
    )
      .when(serve(minorPenalty, { hearingRightTold: false }))
      .thenRecords('NoticeServed');
  });

  it('tells the facts', () => {
    given(...ready)
      .when(serve(majorPenalty, { facts: ' ' }))
      .thenRefused(factsNotified);
  });

  it('of an open case with a penalty proposed, before the decision', () => {
    given(...proposalApproved(firstBreach))
      .when(serve(majorPenalty))
      .thenRefused(penaltyProposed, asApproved);
    given(...filed.slice(0, 1))
      .when(serve(majorPenalty))
      .thenRefused(caseOpen, byHandler, penaltyProposed, reviewPassed, approvedProposal);
    given(...decided(majorPenalty))
      .when({ ...serve(majorPenalty), on: '2026-06-08' })
      .thenRefused(beforeDecision);
  });
});

describe('a renewed notice', () => {
  const proposed = (history: readonly Happened[], outcome: Outcome): readonly Happened[] => {
    const again = happened('InvestigationConcluded', '2026-05-13', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('report-2-signed'),
      facts: '使用超过保质期的原料',
      basis: [],
      proposal: outcome,
      benchmark: '裁量基准（食品类）',
      report: paper('report-2'),
    });
    return [
      ...reviewedAgain([...history, again], '2026-05-14'),
      happened('ProposalApproved', '2026-05-15', 'tang', { proposal: outcome }),
    ];
  };
  const renewed = { ...serve(heavier), on: '2026-05-15' } as const;
  const evidence: Happened = happened('EvidenceAdded', '2026-05-12', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('evidence-signed'),
    kind: '书证',
    what: '销售出库单',
    provider: '当事人',
    papers: [paper('ledger')],
  });

  it('replaces the first and starts the period anew', () => {
    const history = proposed(notified(majorPenalty), heavier);
    given(...history)
      .when(renewed)
      .thenRecords('NoticeServed');
    const { notices } = fileOf(...notified(majorPenalty), ...notified(majorPenalty).slice(-1));
    expect(notices).toHaveLength(2);
  });

  it.each<[string, Happened]>([
    ['a statement', statementOf('2026-05-08')],
    ['a request for a hearing', hearingRequested],
  ])('APL 45(2): is not heavier because of %s', (_, word) => {
    given(...proposed([...notified(majorPenalty), word], heavier))
      .when(renewed)
      .thenRefused(notHeavierForSpeaking);
    given(...proposed([...notified(majorPenalty), word], majorPenalty))
      .when({ ...serve(majorPenalty), on: '2026-05-15' })
      .thenRecords('NoticeServed');
    given(...proposed([...notified(majorPenalty), word, evidence], heavier))
      .when(renewed)
      .thenRecords('NoticeServed');
  });

  it('APL 45(2): nor after the same notice was served again, whatever became of the hearing', () => {
    const again = noticeOf(penaltiesOf(majorPenalty), '2026-05-13', '2026-05-20');
    const heard = [...notified(majorPenalty), ...hearingPrepared, hearingHeld, hearingReported];
    const served = noticeOf(penaltiesOf(majorPenalty), '2026-05-27', '2026-06-03');
    const asked = happened('HearingRequested', '2026-05-28', 'lin', { inTime: true });
    for (const history of [
      [...notified(majorPenalty), statementOf('2026-05-08'), again],
      [...notified(majorPenalty), hearingRequested, again],
      [...heard, served],
      [...heard, served, asked],
    ]) {
      const file = fileOf(...history);
      const heavierNow = (penalties: ServeNotice['penalties'], then = file) =>
        !notHeavierForSpeaking.holds(
          entryOf(heavier, { penalties }),
          then,
          contextOn('2026-06-02', 'lin', then),
        );
      expect([heavierNow(penaltiesOf(heavier)), heavierNow(penaltiesOf(majorPenalty))]).toStrictEqual([
        true,
        false,
      ]);
      expect(heavierNow(penaltiesOf(heavier), fileOf(...history, evidence))).toBe(false);
    }
    given(...proposed([...notified(majorPenalty), statementOf('2026-05-08'), again], heavier))
      .when(renewed)
      .thenRefused(notHeavierForSpeaking);
    // What came in after the first notice carries what is heavier than that, also after the second.
    given(...proposed([...notified(majorPenalty), statementOf('2026-05-08'), evidence, again], heavier))
      .when(renewed)
      .thenRecords('NoticeServed');
  });

  it('leaves a request for a hearing where it is', () => {
    const again = noticeOf(penaltiesOf(majorPenalty), '2026-05-15', '2026-05-22');
    const file = fileOf(...notified(majorPenalty), hearingRequested, again);
    expect(file.hearing.requested?.inTime).toBe(true);
  });
});
