/** K3, faults 14 and 15: a firm and its manager in one case, each with its own course to its own decision. */
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import {
  discussedTogether,
  hearingHeldIfRequested,
  noticeServed,
  notHeavierThanNotified,
  notHeavierThanReviewed,
  statementsRechecked,
} from '../decision/of-penalty.js';
import { minorPenalty } from '../histories.testing.js';
import { hearingRequested, recheckedOn } from '../histories-to-decision.testing.js';
import { hearingRightTold } from '../notice/provisions.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { fileOf as laid, seenFor } from '../parties.js';
import {
  handlerMayNotReview,
  investigatedBy,
  reviewedBy,
  reviewerDoesNotLead,
} from '../review/separation.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { notBeforeItsJoining, partyInTheCase, partyNamed } from './named.js';
import type { SeparateParty } from './joined-parties.js';
import { separatedBeforeItsDecision } from './provisions.js';
import {
  approvedFor,
  course,
  decidedFor,
  discussedFor,
  firm,
  joined,
  manager,
  managersFine,
  managersSmallFine,
  notifiedOf,
  of,
  reported,
  reviewedFor,
  sentFor,
  theManager,
  upToNotice,
} from './several.testing.js';

const decide = (history: readonly Happened[], outcome = managersSmallFine, ofParty = manager) =>
  given(...history).when({
    on: '2026-06-05',
    by: 'he',
    act: 'decision/make',
    entry: { outcome, ofParty },
  });

const firmNotified = upToNotice(joined, firm, minorPenalty);
const both = upToNotice(firmNotified, manager, managersSmallFine);
const leaving: SeparateParty = {
  joined: manager,
  way: 'own-case',
  number: '朝市监案〔2026〕9号',
  reason: '分案',
  paper: paper('separation'),
};
const left = happened('PartySeparated', '2026-05-02', 'tang', leaving);

describe('A joined party', () => {
  it('is decided on in the case, after a course of its own; the other waits for its own decision', () => {
    decide(both).thenRecords('DecisionMade');
    const managerDecided = decidedFor(both, manager, managersSmallFine);
    const file = fileOf(...managerDecided);
    expect(file.decision).toBeUndefined();
    expect(laid(file, manager).decision?.outcome).toStrictEqual(managersSmallFine);
    expect(laid(file, manager).filing?.party).toStrictEqual(theManager);
    decide(managerDecided, minorPenalty, firm).thenRecords('DecisionMade');
  });

  it('is not decided on what was reported, reviewed or notified of the other', () => {
    const untold = course(firmNotified, manager, managersSmallFine, reported, reviewedFor, approvedFor);
    decide(untold).thenRefused(noticeServed);
    const unreviewed = course(firmNotified, manager, managersSmallFine, reported, approvedFor, notifiedOf);
    decide(unreviewed).thenRefused(noDecisionWithoutCaseReview);
    const heavier = upToNotice(upToNotice(joined, firm, managersFine), manager, managersSmallFine);
    decide(heavier, managersFine).thenRefused(notHeavierThanNotified, notHeavierThanReviewed);
  });

  it('is heard for itself: a hearing of the other is none of its own', () => {
    const eligible = upToNotice(upToNotice(joined, firm, minorPenalty), manager, managersFine);
    const asked = [...eligible, of(manager, hearingRequested)];
    decide(discussedFor(asked, manager, managersFine), managersFine).thenRefused(hearingHeldIfRequested);
    decide(
      discussedFor([...eligible, of(firm, hearingRequested)], manager, managersFine),
      managersFine,
    ).thenRecords('DecisionMade');
  });

  it('has a right to a hearing by its own amount', () => {
    const notify = (ofParty: number) =>
      given(...course(joined, ofParty, managersFine, reported, reviewedFor, approvedFor)).when({
        on: '2026-04-30',
        by: 'lin',
        act: 'notice/serve',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('signed'),
          penalties: [{ kind: 'fine', fen: 1_200_000 }],
          facts: '使用超过保质期的原料',
          hearingRightTold: false,
          method: 'direct',
          proof: paper('receipt'),
          ofParty,
        },
      });
    notify(manager).thenRefused(hearingRightTold);
    notify(firm).thenRecords('NoticeServed');
  });

  it('is discussed for itself: what the leaders said of the other counts for nothing', () => {
    const eligible = upToNotice(upToNotice(joined, firm, managersFine), manager, managersFine);
    decide(discussedFor(eligible, firm, managersFine), managersFine).thenRefused(discussedTogether);
    decide(discussedFor(eligible, manager, managersFine), managersFine).thenRecords('DecisionMade');
  });

  it('whose statement was not re-checked keeps its own decision waiting, not the other', () => {
    const said = of(
      manager,
      happened('StatementMade', '2026-05-06', 'lin', {
        what: '请求从轻',
        paper: paper('statement'),
      }),
    );
    const spoken = [...both, said];
    decide(spoken, minorPenalty, firm).thenRecords('DecisionMade');
    decide(spoken).thenRefused(noDecisionWithoutReview, statementsRechecked);
    decide([...spoken, of(firm, recheckedOn('2026-05-12'))]).thenRefused(
      noDecisionWithoutReview,
      statementsRechecked,
    );
    decide([...spoken, of(manager, recheckedOn('2026-05-12'))]).thenRecords('DecisionMade');
  });

  it('does not leave once it has been decided on', () => {
    const leave = (history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-06-08',
        by: 'tang',
        act: 'joined-parties/separate',
        entry: leaving,
      });
    leave(both).thenRecords('PartySeparated');
    leave(decidedFor(both, manager, managersSmallFine)).thenRefused(separatedBeforeItsDecision);
    leave(decidedFor(both, firm, minorPenalty)).thenRecords('PartySeparated');
  });
});

describe('An act of a party’s step', () => {
  const record = (entry: object, history: readonly Happened[] = both, on = '2026-05-04') =>
    given(...history).when({
      on,
      by: 'lin',
      act: 'statement/record',
      entry: { what: '请求从轻', paper: paper('statement'), ...entry },
    });

  it('names the party, where the case has several', () => {
    record({}).thenRefused(partyNamed);
    record({ ofParty: firm }).then({
      type: 'StatementMade',
      data: { what: '请求从轻', paper: paper('statement'), ofParty: firm },
    });
    record({ ofParty: manager }).thenRecords('StatementMade');
  });

  it('names one that is in the case, and was when it was done', () => {
    record({ ofParty: 0 }).thenRefused(partyInTheCase);
    record({ ofParty: 99 }).thenRefused(partyInTheCase);
    record({ ofParty: manager }, [...both, left]).thenRefused(partyInTheCase);
    record({}, [...both, left]).thenRecords('StatementMade');
    record({
      ofParty: manager,
      occurredAt: '2026-04-01T01:00:00.000Z',
      lateReason: '补录',
    }).thenRefused(notBeforeItsJoining);
  });
});

describe('People of the agency', () => {
  it('are apart in the whole case, of whichever party they acted', () => {
    const file = fileOf(...upToNotice(joined, firm, managersFine));
    const seen = seenFor(file, manager);
    expect(seen.entries.some(({ type }) => type === 'NoticeServed')).toBe(false);
    expect(investigatedBy(seen, 'lin')).toBe(true);
    expect(reviewedBy(seen, 'fang')).toBe(true);
  });

  it('do not review of one party what they investigated of the other', () => {
    const byFang = reported(joined, firm, minorPenalty).map((event) =>
      event.type === 'InvestigationConcluded' ? { ...event, recordedBy: 'fang' } : event,
    );
    given(...course(byFang, manager, managersFine, reported, sentFor))
      .when({
        on: '2026-04-28',
        by: 'fang',
        act: 'legal-review/give-opinion',
        entry: { opinion: 'agree', ofParty: manager },
      })
      .thenRefused(handlerMayNotReview);
  });

  it('do not decide on one party when they have reviewed of the other', () => {
    const byHe = both.map((event) =>
      event.type === 'LegalReviewOpinionGiven' && Object.entries(event.data).some(([, of]) => of === firm)
        ? { ...event, recordedBy: 'he' }
        : event,
    );
    decide(byHe).thenRefused(reviewerDoesNotLead);
  });
});
