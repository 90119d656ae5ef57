import { defaultLists } from '@anjuan/law';
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { concluded, fine, firstBreach, majorPenalty, minorPenalty, notified } from '../histories.testing.js';
import {
  caseReviewed,
  discussedOn,
  heard,
  hearingRequested,
  hearingHeld,
  hearingPrepared,
  hearingReported,
  noticeOf,
  readyToDecide,
  recheckedOn,
  reviewedAgain,
  statementOf,
} from '../histories-to-decision.testing.js';
import { noDecisionWithoutReview, reviewedAfterHearing } from '../legal-review/provisions.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { letOffAsReviewed } from './of-no-penalty.js';
import { entriesConfirmed } from '../review/provisions.js';
import { leaderStandsApart, reviewerDoesNotLead } from '../review/separation.js';
import { digestOf, fileOf, given, happened, paper, people, type Happened } from '../testing.js';
import {
  asDiscussed,
  discussedTogether,
  hearingHeldIfRequested,
  hearingReported as reportedToLeaders,
  noticeServed,
  notHeavierThanNotified,
  notHeavierThanReviewed,
  penaltyNamed,
  periodOver,
  statementsRechecked,
} from './of-penalty.js';
import { decidedByLeader } from './provisions.js';

const decide = (outcome: Outcome, on = '2026-06-05') =>
  ({ on, by: 'he', act: 'decision/make', entry: { number: '朝市监处罚〔2026〕217号', outcome } }) as const;
const ready = readyToDecide(majorPenalty);
/** A minor case after case review, approval and notice; its period is over on 2026-05-11. */
const minor: readonly Happened[] = [
  ...caseReviewed(minorPenalty),
  happened('ProposalApproved', '2026-04-29', 'tang', { proposal: minorPenalty }),
  noticeOf(penaltiesOf(minorPenalty), '2026-04-30', '2026-05-11'),
];
const educated = happened('EducationGiven', '2026-05-04', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('education-signed'),
  record: paper('education'),
});

describe('decision/make: a major penalty', () => {
  it('when everything the law asks has been done', () => {
    given(...ready)
      .when(decide(majorPenalty))
      .thenRecords('DecisionMade');
    given(...ready)
      .when({ ...decide(majorPenalty), by: 'tang' })
      .thenRecords('DecisionMade');
  });

  it('APL 57(1): by a leader who has neither handled nor reviewed the case', () => {
    given(...ready)
      .when({ ...decide(majorPenalty), by: 'zhou' })
      .thenRefused(decidedByLeader);
    const fang = { ...people.fang, capacities: ['legal-reviewer' as const, 'principal' as const] };
    const gao = { ...people.gao, capacities: ['officer' as const, 'leader' as const] };
    const context = { people: { ...people, fang, gao } };
    given(...ready)
      .when({ ...decide(majorPenalty), by: 'fang', as: 'principal', context })
      .thenRefused(reviewerDoesNotLead);
    given(...ready)
      .when({ ...decide(majorPenalty), by: 'gao', as: 'leader', context })
      .thenRefused(leaderStandsApart);
  });

  it('APL 58(1), 62: not on the day of the report', () => {
    given(...concluded(majorPenalty))
      .when(decide(majorPenalty, '2026-04-14'))
      .thenRefused(noDecisionWithoutReview, noticeServed, discussedTogether);
  });

  it('APL 62: not while the five working days run; on the day after the last', () => {
    const early = [...discussedOn(notified(majorPenalty), '2026-05-06', majorPenalty)];
    given(...early)
      .when(decide(majorPenalty, '2026-05-06'))
      .thenRefused(periodOver);
    given(...early)
      .when(decide(majorPenalty, '2026-05-11'))
      .thenRefused(periodOver);
    given(...early)
      .when(decide(majorPenalty, '2026-05-12'))
      .thenRecords('DecisionMade');
  });

  it('APL 58(1): the review before the hearing does not count', () => {
    given(...heard(majorPenalty))
      .when(decide(majorPenalty, '2026-05-26'))
      .thenRefused(noDecisionWithoutReview, reviewedAfterHearing, discussedTogether);
    given(...heard(majorPenalty))
      .when({
        ...decide(majorPenalty, '2026-05-26'),
        context: { dossierDigest: digestOf(fileOf(...concluded(majorPenalty))) },
      })
      .thenRefused(reviewedAfterHearing, discussedTogether);
  });

  it('APL 57(2): not without collective discussion', () => {
    given(...reviewedAgain(heard(majorPenalty), '2026-06-02'))
      .when(decide(majorPenalty, '2026-06-03'))
      .thenRefused(discussedTogether);
  });

  it('APL 57(2): the discussion before the last statement, and the review with it, do not count', () => {
    const late = [...ready, statementOf('2026-06-04'), recheckedOn('2026-06-04')];
    given(...late)
      .when(decide(majorPenalty))
      .thenRefused(noDecisionWithoutReview, discussedTogether);
    given(...reviewedAgain(late, '2026-06-05'))
      .when(decide(majorPenalty))
      .thenRefused(discussedTogether);
  });

  it('APL 45(2): not heavier than notified, in amount or by another kind', () => {
    const outcomes: readonly (readonly Penalty[])[] = [
      [{ ...fine, fen: 20_000_000 }],
      [...penaltiesOf(majorPenalty), { kind: 'permit-revocation' }],
    ];
    for (const penalties of outcomes)
      given(...ready)
        .when(decide({ kind: 'penalty', penalties }))
        .thenRefused(asDiscussed, notHeavierThanNotified, notHeavierThanReviewed);
  });

  it('APL 45(2): nor when the leaders together wish it', () => {
    const heavier: Outcome = { kind: 'penalty', penalties: [{ ...fine, fen: 20_000_000 }] };
    const history = discussedOn(reviewedAgain(heard(majorPenalty), '2026-06-02'), '2026-06-04', heavier);
    given(...history)
      .when(decide(heavier))
      .thenRefused(notHeavierThanNotified, notHeavierThanReviewed);
  });

  it('lighter when the leaders together conclude so, and never by one of them alone', () => {
    const lighter: Outcome = { kind: 'penalty', penalties: [{ ...fine, fen: 10_000_000 }] };
    const history = discussedOn(reviewedAgain(heard(majorPenalty), '2026-06-02'), '2026-06-04', lighter);
    given(...history)
      .when(decide(lighter))
      .thenRecords('DecisionMade');
    given(...ready)
      .when(decide(lighter))
      .thenRefused(asDiscussed);
    given(...reviewedAgain(heard(majorPenalty), '2026-06-02'), educated)
      .when(decide(firstBreach))
      .thenRefused(letOffAsReviewed, discussedTogether);
  });

  it('APL 58(1): let off only as it was reviewed, also where the leaders together wish it', () => {
    const reviewed = reviewedAgain(heard(majorPenalty), '2026-06-02');
    const transfer: Outcome = { kind: 'transfer', to: '农业农村局', reason: '不属本局管辖' };
    for (const outcome of [firstBreach, transfer])
      given(...discussedOn([...reviewed, educated], '2026-06-04', outcome))
        .when(decide(outcome))
        .thenRefused(letOffAsReviewed);
    const again = [...heard(majorPenalty), ...concluded(firstBreach).slice(-1), educated];
    given(...discussedOn(reviewedAgain(again, '2026-06-02'), '2026-06-04', firstBreach))
      .when(decide(firstBreach))
      .thenRecords('DecisionMade');
  });

  it('evidence after the review: reviewed and discussed again', () => {
    const evidence = happened('EvidenceAdded', '2026-06-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('evidence-signed'),
      kind: '书证',
      what: '补充台账',
      provider: '当事人',
      papers: [paper('ledger')],
    });
    given(...ready, evidence)
      .when(decide(majorPenalty))
      .thenRefused(noDecisionWithoutReview);
    given(...reviewedAgain([...ready, evidence], '2026-06-05'))
      .when(decide(majorPenalty))
      .thenRefused(discussedTogether);
  });

  it('APL 42(1): every act of two officers confirmed', () => {
    const unconfirmed = happened('GoodsDisposedOf', '2026-06-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      manner: 'destroyed',
      record: paper('disposal'),
    });
    given(...ready, unconfirmed)
      .when(decide(majorPenalty))
      .thenRefused(entriesConfirmed);
  });
});

describe('decision/make: an ordinary penalty', () => {
  it('after case review and notice, by one leader', () => {
    given(...minor)
      .when(decide(minorPenalty, '2026-05-12'))
      .thenRecords('DecisionMade');
  });

  it('SAMR-P 52: every ordinary case has its review', () => {
    given(...concluded(minorPenalty), noticeOf(penaltiesOf(minorPenalty), '2026-04-30', '2026-05-11'))
      .when(decide(minorPenalty, '2026-05-12'))
      .thenRefused(noDecisionWithoutCaseReview);
  });

  it('the list by which the case is measured decides which review', () => {
    const every = { basis: 'SAMR-P 50(3)', triggers: ['every-penalty'] } as const;
    given(...minor)
      .when({ ...decide(minorPenalty, '2026-05-12'), context: { lists: defaultLists } })
      .thenRecords('DecisionMade');
    given(...minor)
      .when({
        ...decide(minorPenalty, '2026-05-12'),
        context: { lists: { ...defaultLists, majorDecisions: every } },
      })
      .thenRefused(noDecisionWithoutReview, discussedTogether);
  });

  it('APL 58(1): what gives a hearing is reviewed legally, also where no list says so', () => {
    given(...caseReviewed(majorPenalty), ...notified(majorPenalty).slice(-1))
      .when({ ...decide(majorPenalty, '2026-05-12'), context: { lists: defaultLists } })
      .thenRefused(noDecisionWithoutReview, discussedTogether);
  });

  it('APL 62: the period is given up only for the notice before the waiver', () => {
    const waived = happened('StatementWaived', '2026-05-06', 'lin', { paper: paper('waiver') });
    given(...minor, waived)
      .when(decide(minorPenalty, '2026-05-07'))
      .thenRecords('DecisionMade');
    const renewed = noticeOf(penaltiesOf(minorPenalty), '2026-05-07', '2026-05-14');
    given(...minor, waived, renewed)
      .when(decide(minorPenalty, '2026-05-13'))
      .thenRefused(periodOver);
    given(...minor, waived, renewed)
      .when(decide(minorPenalty, '2026-05-15'))
      .thenRecords('DecisionMade');
  });

  it('APL 62: nor by a waiver that is dated before the notice and typed in after it', () => {
    const backdated = happened('StatementWaived', '2026-04-29', 'lin', { paper: paper('waiver') });
    given(...minor, backdated)
      .when(decide(minorPenalty, '2026-05-07'))
      .thenRefused(periodOver);
  });

  it('SAMR-P 60(1): a notice of a major penalty does not carry it once the report proposes a minor one', () => {
    const afterNotice = notified(majorPenalty);
    const lighter = concluded(minorPenalty).slice(-1);
    const again = [...afterNotice, statementOf('2026-05-06'), recheckedOn('2026-05-07'), ...lighter];
    const reviewed = reviewedAgain(again, '2026-05-13');
    given(...reviewed)
      .when(decide(majorPenalty, '2026-05-14'))
      .thenRefused(discussedTogether, notHeavierThanReviewed);
    given(...discussedOn(reviewed, '2026-05-13', minorPenalty))
      .when(decide({ kind: 'penalty', penalties: [{ ...fine, fen: 100_000 }] }, '2026-05-14'))
      .thenRecords('DecisionMade');
  });

  it('APL 58(1): what needed legal review once is not decided on a case review, whatever the report says now', () => {
    const again = [...notified(majorPenalty), ...concluded(minorPenalty).slice(-1)];
    const digest = digestOf(fileOf(...again));
    given(
      ...again,
      happened('SentForCaseReview', '2026-05-12', 'zhou', { digest, dueOn: '2026-05-26' }),
      happened('CaseReviewOpinionGiven', '2026-05-13', 'meng', {
        opinion: 'agree',
        sent: again.length,
        digest,
      }),
    )
      .when(decide(minorPenalty, '2026-05-14'))
      .thenRefused(noDecisionWithoutReview, discussedTogether);
  });

  it('APL 45(1): a statement is re-checked; where nothing of it is adopted, the review stays good', () => {
    const said = [...minor, statementOf('2026-05-20')];
    given(...said)
      .when(decide(minorPenalty, '2026-05-21'))
      .thenRefused(noDecisionWithoutCaseReview, statementsRechecked);
    given(...said, recheckedOn('2026-05-21'))
      .when(decide(minorPenalty, '2026-05-22'))
      .thenRecords('DecisionMade');
    given(...reviewedAgain([...said, recheckedOn('2026-05-21')], '2026-05-22'))
      .when(decide(minorPenalty, '2026-05-25'))
      .thenRecords('DecisionMade');
  });

  it('APL 63(1), 65: a hearing asked for in time is held and reported, or has ended', () => {
    const requested = [...minor, hearingRequested];
    given(...requested)
      .when(decide(minorPenalty, '2026-05-25'))
      .thenRefused(hearingHeldIfRequested);
    const ended = happened('HearingEnded', '2026-05-12', 'tang', { ground: 'withdrawn', reason: '撤回' });
    given(...requested, ended)
      .when(decide(minorPenalty, '2026-05-25'))
      .thenRecords('DecisionMade');
    const late = happened('HearingRequested', '2026-05-12', 'lin', { inTime: false });
    given(...minor, late)
      .when(decide(minorPenalty, '2026-05-25'))
      .thenRecords('DecisionMade');
    const unreported = [...minor, ...hearingPrepared, hearingHeld, recheckedOn('2026-05-26')];
    given(...discussedOn(reviewedAgain(unreported, '2026-05-27'), '2026-05-28', minorPenalty))
      .when(decide(minorPenalty, '2026-05-29'))
      .thenRefused(reportedToLeaders);
    given(
      ...discussedOn(
        reviewedAgain([...unreported, hearingReported], '2026-05-27'),
        '2026-05-28',
        minorPenalty,
      ),
    )
      .when(decide(minorPenalty, '2026-05-29'))
      .thenRecords('DecisionMade');
  });

  it('APL 63(1): a renewed notice does not wash out a request', () => {
    const renewed = noticeOf(penaltiesOf(minorPenalty), '2026-05-12', '2026-05-19');
    given(...minor, hearingRequested, renewed)
      .when(decide(minorPenalty, '2026-05-25'))
      .thenRefused(hearingHeldIfRequested);
    const waived = happened('StatementWaived', '2026-05-13', 'lin', { paper: paper('waiver') });
    given(...minor, hearingRequested, renewed, waived)
      .when(decide(minorPenalty, '2026-05-25'))
      .thenRefused(hearingHeldIfRequested);
  });

  it('names a penalty, and no other than was notified; a warning in its place is less (fault 27)', () => {
    given(...minor)
      .when(decide({ kind: 'penalty', penalties: [] }, '2026-05-12'))
      .thenRefused(penaltyNamed);
    given(...minor)
      .when(decide({ kind: 'penalty', penalties: [{ kind: 'public-criticism' }] }, '2026-05-12'))
      .thenRefused(notHeavierThanNotified, notHeavierThanReviewed);
    given(...minor)
      .when(decide({ kind: 'penalty', penalties: [{ kind: 'warning' }] }, '2026-05-12'))
      .thenRecords('DecisionMade');
  });
});
