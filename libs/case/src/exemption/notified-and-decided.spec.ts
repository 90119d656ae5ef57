/** Let off by a special law: the notice and the decision. */
import { educatedFirst, letOffAsReviewed } from '../decision/of-no-penalty.js';
import {
  asDiscussed,
  benchmarkStated,
  discussedTogether,
  noticeServed,
  notHeavierThanNotified,
  notHeavierThanReviewed,
} from '../decision/of-penalty.js';
import { confiscationOf, ofLine } from '../goods/goods.testing.js';
import { discussedOn } from '../histories-to-decision.testing.js';
import { fine } from '../histories.testing.js';
import { asApproved, hearingRightTold } from '../notice/provisions.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { reviewPassed } from '../proposal/provisions.js';
import { given, happened, paper, sampleLists, type Happened } from '../testing.js';
import {
  approvedOf,
  bottlesTaken,
  byCompetitionLaw,
  byFoodLaw,
  competitionLaw,
  exempted,
  letOffBy,
  notifiedOf,
  reviewedOf,
  takenBy,
  without,
} from './exemption.testing.js';
import {
  eachConditionProven,
  nothingBesideTheGoods,
  ofTheLawBroken,
  specialLawInTheList,
  takesWhatItsArticleTakes,
} from './provisions.js';

const penalty = (...penalties: readonly Penalty[]): Outcome => ({ kind: 'penalty', penalties });

const serve = (
  history: readonly Happened[],
  penalties: readonly Penalty[],
  hearing = true,
  lists = sampleLists,
) =>
  given(...history).when({
    context: { lists },
    on: '2026-04-30',
    by: 'lin',
    act: 'notice/serve',
    entry: {
      officers: ['lin', 'gao'],
      signedPaper: paper('notice-signed'),
      penalties,
      facts: '经营不符合食品安全标准的白酒，依据食品安全法第一百三十六条免予处罚',
      hearingRightTold: hearing,
      method: 'direct',
      proof: paper('receipt'),
    },
  });
const excluding = happened('EvidenceExcluded', '2026-04-29', 'lin', {
  piece: 10,
  ground: 'not-verified',
  reason: '供货商否认',
});

describe('the notice', () => {
  it('is of the goods and of the article, as they were approved', () => {
    serve(approvedOf(exempted), [bottlesTaken]).thenRecords('NoticeServed');
    const { exemption: _, ...unexempted } = bottlesTaken;
    serve(approvedOf(exempted), [unexempted]).thenRefused(asApproved);
    serve(approvedOf(exempted), [{ ...bottlesTaken, exemption: byCompetitionLaw }]).thenRefused(
      asApproved,
      ofTheLawBroken,
      takesWhatItsArticleTakes,
    );
    const unproven = without(byFoodLaw, 'unaware');
    serve(approvedOf(exempted), [{ ...bottlesTaken, exemption: unproven }]).thenRefused(eachConditionProven);
  });

  it('tells the right to a hearing where what is taken is worth as much, and the leaders discuss it', () => {
    const { hearingThresholds } = sampleLists;
    const entity = { comparator: '>=' as const, fen: 3_000_000 };
    const lists = { ...sampleLists, hearingThresholds: { ...hearingThresholds, entity } };
    serve(approvedOf(exempted), [bottlesTaken], false, lists).thenRefused(hearingRightTold);
    serve(approvedOf(exempted), [bottlesTaken], true, lists).thenRecords('NoticeServed');
    decide(notifiedOf(exempted), exempted, lists).thenRefused(discussedTogether);
    decide(ready(exempted), exempted, lists).thenRecords('DecisionMade');
  });

  it('is not served on evidence that was excluded since', () => {
    serve([...approvedOf(exempted), excluding], [bottlesTaken]).thenRefused(
      reviewPassed,
      eachConditionProven,
    );
  });
});

const ready = (proposal: Outcome, agreed = proposal) =>
  discussedOn(notifiedOf(proposal), '2026-06-04', agreed);
const decide = (history: readonly Happened[], outcome: Outcome, lists = sampleLists) =>
  given(...history).when({
    on: '2026-06-05',
    by: 'he',
    act: 'decision/make',
    entry: { outcome },
    context: { lists },
  });

describe('the decision', () => {
  it('asks no benchmark for what is let off, and all else as for every penalty', () => {
    decide(ready(exempted), exempted).thenRecords('DecisionMade');
    const confiscation = penalty(confiscationOf(ofLine(1, 120)));
    decide(ready(confiscation), confiscation).thenRefused(benchmarkStated);
    decide(reviewedOf(exempted), exempted).thenRefused(noticeServed);
  });

  it('lets nobody off who lacks a condition, nor beside a fine', () => {
    const unproven = takenBy(without(byFoodLaw, 'source-stated'));
    decide(ready(exempted, unproven), unproven).thenRefused(eachConditionProven);
    const fined = penalty(bottlesTaken, { kind: 'fine', fen: 1 });
    decide(ready(exempted, fined), fined).thenRefused(
      notHeavierThanNotified,
      notHeavierThanReviewed,
      nothingBesideTheGoods,
    );
    const unlisted = takenBy({ ...byFoodLaw, article: '135' });
    decide(ready(exempted, unlisted), unlisted).thenRefused(letOffAsReviewed, specialLawInTheList);
  });

  it('lets off no more than was reviewed, and punishes nothing that was notified as let off', () => {
    const confiscation = penalty(confiscationOf(ofLine(1, 120)));
    decide(ready(confiscation, exempted), exempted).thenRefused(letOffAsReviewed);
    decide(ready(exempted, confiscation), confiscation).thenRefused(
      benchmarkStated,
      notHeavierThanNotified,
      notHeavierThanReviewed,
    );
  });

  it('does not warn in the place of the goods that were notified as all that is taken (APL 44, 62)', () => {
    const warning = penalty({ kind: 'warning' });
    decide(ready(exempted, warning), warning).thenRefused(
      benchmarkStated,
      notHeavierThanNotified,
      notHeavierThanReviewed,
    );
  });

  it('rests on the proof that was reviewed, or on less of it', () => {
    const onEntries = (...evidence: readonly number[]): Outcome =>
      takenBy({
        ...byFoodLaw,
        conditions: [...without(byFoodLaw, 'unaware').conditions, { condition: 'unaware', evidence }],
      });
    decide(ready(exempted), onEntries(7)).thenRefused(letOffAsReviewed);
    decide(ready(exempted), onEntries(9, 10)).thenRefused(letOffAsReviewed);
    const several = onEntries(9, 10);
    decide(ready(several), exempted).thenRecords('DecisionMade');
    decide(ready(exempted), takenBy({ ...byFoodLaw, notTaken: '另有理由' })).thenRefused(letOffAsReviewed);
  });

  it('by a special law that takes nothing is a decision not to punish: the party is educated', () => {
    const off = letOffBy(byCompetitionLaw);
    const reported = discussedOn(reviewedOf(off, competitionLaw), '2026-06-04', off);
    decide(reported, off).thenRefused(educatedFirst);
    const educated = happened('EducationGiven', '2026-06-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('education-signed'),
      record: paper('education'),
    });
    decide([...reported, educated], off).thenRecords('DecisionMade');
    decide([...reported, educated], letOffBy(without(byCompetitionLaw, 'unaware'))).thenRefused(
      eachConditionProven,
    );
    const minor: Outcome = { kind: 'no-penalty', ground: 'minor', reason: '轻微' };
    decide([...reported, educated], minor).thenRefused(letOffAsReviewed, asDiscussed);
  });

  it('is put to the vote only as it could be made', () => {
    const open = (outcome: Outcome) =>
      given(...notifiedOf(exempted)).when({
        on: '2026-06-04',
        by: 'he',
        act: 'collective-discussion/open',
        entry: { attending: ['he', 'tang'], handlersReport: ['lin'], outcome },
      });
    open(exempted).thenRecords('DiscussionOpened');
    open(penalty(bottlesTaken, fine)).thenRefused(nothingBesideTheGoods);
    open(takenBy(without(byFoodLaw, 'unaware'))).thenRefused(eachConditionProven);
  });
});
