/** Let off by a special law: FSL 136, AUCL 23(2). */
import { educatedFirst, letOffAsReviewed } from '../decision/of-no-penalty.js';
import {
  asDiscussed,
  benchmarkStated,
  discussedTogether,
  noticeServed,
  notHeavierThanNotified,
  notHeavierThanReviewed,
} from '../decision/of-penalty.js';
import { confiscationOf, givenBack, ofLine } from '../goods/goods.testing.js';
import { discussedOn } from '../histories-to-decision.testing.js';
import { fine, gains } from '../histories.testing.js';
import { oneActFinedOnce } from '../investigation/breach-provisions.js';
import { expired, fineOf, label } from '../investigation/two-breaches.testing.js';
import { reviewPassed } from '../proposal/provisions.js';
import { asApproved, hearingRightTold } from '../notice/provisions.js';
import { sameOutcome } from '../penalty/heavier.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { dossier } from '../review/dossier.js';
import { fileOf, given, happened, paper, sampleLists, type Happened } from '../testing.js';
import type { Exemption } from './exemption.js';
import {
  approvedOf,
  bottlesTaken,
  byCompetitionLaw,
  byFoodLaw,
  exempted,
  findingsOf,
  letOffBy,
  listing,
  notifiedOf,
  reportedOf,
  reviewedOf,
  shop,
  takenBy,
  without,
} from './exemption.testing.js';
import {
  eachConditionProven,
  groundWithItsArticle,
  nothingBesideTheGoods,
  specialLawInTheList,
  takesWhatItsArticleTakes,
} from './provisions.js';

const conclude = (proposal: Outcome, history = shop, more: object = {}, lists = sampleLists) =>
  given(...history).when({
    on: '2026-04-14',
    by: 'lin',
    act: 'investigation/conclude',
    entry: { ...findingsOf(proposal), ...more },
    context: { lists },
  });
const penalty = (...penalties: readonly Penalty[]): Outcome => ({ kind: 'penalty', penalties });
/** Without the sealed things: given back on 2026-03-20. */
const emptied = [
  ...shop,
  givenBack('2026-03-20', [
    { line: 1, quantity: 120 },
    { line: 2, quantity: 1 },
  ]),
];

describe('a shop that checked what it took in, did not know, and says where it came from (FSL 136)', () => {
  it('has its goods confiscated and nothing else, the article and the proof of each condition on record', () => {
    conclude(exempted).then({ type: 'InvestigationConcluded', data: findingsOf(exempted) });
    const file = fileOf(...reportedOf(exempted));
    expect(file.investigation?.proposal).toStrictEqual(exempted);
  });

  it.each(['duties-done', 'unaware', 'source-stated'])('is not let off without %s', (condition) => {
    conclude(takenBy(without(byFoodLaw, condition))).thenRefused(eachConditionProven);
    const unproven = { ...without(byFoodLaw, condition) };
    const named = [...unproven.conditions, { condition, evidence: [] }] as Exemption['conditions'];
    conclude(takenBy({ ...unproven, conditions: named })).thenRefused(eachConditionProven);
  });

  it('nor on an entry that is no evidence, was withdrawn or excluded', () => {
    const proven = (evidence: readonly number[]) =>
      takenBy({
        ...byFoodLaw,
        conditions: [...without(byFoodLaw, 'unaware').conditions, { condition: 'unaware', evidence }],
      });
    conclude(proven([0])).thenRefused(eachConditionProven);
    conclude(proven([99])).thenRefused(eachConditionProven);
    conclude(proven([9, 3])).thenRefused(eachConditionProven);
    conclude(exempted, [
      ...shop,
      happened('EntryWithdrawn', '2026-03-19', 'lin', { entry: 9, reason: '误录' }),
    ]).thenRefused(eachConditionProven);
    conclude(exempted, [
      ...shop,
      happened('EvidenceExcluded', '2026-03-19', 'lin', { piece: 9, ground: 'not-verified', reason: '伪造' }),
    ]).thenRefused(eachConditionProven);
  });

  it('has no fine, no gains and no permit taken for that breach, and no goods on another ground', () => {
    for (const other of [fine, gains, { kind: 'warning' }, { kind: 'permit-revocation' }] as const)
      conclude(penalty(bottlesTaken, other)).thenRefused(nothingBesideTheGoods);
    conclude(penalty(bottlesTaken, confiscationOf(ofLine(2, 1)))).thenRefused(nothingBesideTheGoods);
    const van = { ...confiscationOf(ofLine(2, 1)), exemption: byFoodLaw };
    conclude(penalty(bottlesTaken, van)).thenRecords('InvestigationConcluded');
  });

  it('is let off without a penalty only where nothing of the case is here', () => {
    conclude(letOffBy(byFoodLaw)).thenRefused(takesWhatItsArticleTakes);
    conclude(letOffBy(byFoodLaw), emptied).thenRecords('InvestigationConcluded');
  });
});

describe('the articles of other laws', () => {
  it('one that no list has lets nobody off', () => {
    for (const named of [
      { law: '食品安全法', article: '135' },
      { law: '化妆品监督管理条例', article: '68' },
      { law: '某市食品摊贩条例', article: '30' },
    ])
      conclude(takenBy({ ...byFoodLaw, ...named })).thenRefused(specialLawInTheList);
  });

  it('one of the agency’s own list does, and takes gains where it says so', () => {
    const exemption: Exemption = {
      law: '某市食品摊贩条例',
      article: '第三十条',
      conditions: [{ condition: 'unaware', evidence: [9] }],
    };
    const taken = { ...bottlesTaken, exemption };
    conclude(penalty(taken, gains), shop, {}, listing).thenRecords('InvestigationConcluded');
    conclude(penalty(taken, fine), shop, {}, listing).thenRefused(nothingBesideTheGoods);
  });

  it('AUCL 23(2) takes nothing: the outcome is no penalty', () => {
    conclude(takenBy(byCompetitionLaw)).thenRefused(takesWhatItsArticleTakes);
    conclude(letOffBy(byCompetitionLaw)).thenRecords('InvestigationConcluded');
    conclude(letOffBy(without(byCompetitionLaw, 'lawfully-acquired'))).thenRefused(eachConditionProven);
  });

  it('ended before the decision: that of the day on which the act ended counts (APL 37)', () => {
    const [row] = listing.specialLaws;
    const ended = { ...listing, specialLaws: [{ ...row, validTo: '2026-03-01' } as typeof row & object] };
    const exemption: Exemption = {
      law: '某市食品摊贩条例',
      article: '30',
      conditions: [{ condition: 'unaware', evidence: [9] }],
    };
    const taken = penalty({ ...bottlesTaken, exemption });
    conclude(taken, shop, {}, ended).thenRecords('InvestigationConcluded');
    conclude(taken, shop, { act: { from: '2026-02-01', to: '2026-03-02' } }, ended).thenRefused(
      specialLawInTheList,
    );
  });

  it('are named where a special law is the ground, and only there', () => {
    const { exemption: _, ...bare } = letOffBy(byCompetitionLaw) as Extract<Outcome, { kind: 'no-penalty' }>;
    conclude(bare).thenRefused(groundWithItsArticle);
    conclude({ ...bare, ground: 'minor', exemption: byCompetitionLaw }).thenRefused(groundWithItsArticle);
  });
});

const serve = (history: readonly Happened[], penalties: readonly Penalty[], hearing = true) =>
  given(...history).when({
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
      takesWhatItsArticleTakes,
    );
    const unproven = without(byFoodLaw, 'unaware');
    serve(approvedOf(exempted), [{ ...bottlesTaken, exemption: unproven }]).thenRefused(eachConditionProven);
  });

  it('tells the right to a hearing where what is taken is worth as much, and the leaders discuss it', () => {
    const van = { ...confiscationOf(ofLine(2, 1)), exemption: byFoodLaw };
    const dear = penalty(bottlesTaken, van);
    serve(approvedOf(dear), [bottlesTaken, van], false).thenRefused(hearingRightTold);
    serve(approvedOf(dear), [bottlesTaken, van]).thenRecords('NoticeServed');
    decide(notifiedOf(dear), dear).thenRefused(discussedTogether);
    decide(ready(dear), dear).thenRecords('DecisionMade');
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
const decide = (history: readonly Happened[], outcome: Outcome) =>
  given(...history).when({ on: '2026-06-05', by: 'he', act: 'decision/make', entry: { outcome } });

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

  it('by a special law that takes nothing is a decision not to punish: the party is educated', () => {
    const off = letOffBy(byCompetitionLaw);
    const reported = discussedOn(reviewedOf(off), '2026-06-04', off);
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

describe('of several breaches', () => {
  const of = (breach: string, more: object = {}) => ({ ...bottlesTaken, breach, ...more });
  const both = (...penalties: readonly Penalty[]) => findingsOfTwo(penalty(...penalties));
  const findingsOfTwo = (proposal: Outcome) => ({ proposal, breaches: [expired, label] });
  const two = (given: ReturnType<typeof both>) => conclude(given.proposal, shop, given);

  it('one is let off with its goods, and another fined', () => {
    two(both(of(expired.breach), fineOf(label.breach, 3_000_000))).thenRecords('InvestigationConcluded');
    two(
      both(of(expired.breach), fineOf(expired.breach, 7_000_000), fineOf(label.breach, 3_000_000)),
    ).thenRefused(nothingBesideTheGoods);
  });

  it('none is let off as one and fined as another that is the same act (APL 29)', () => {
    const again = { ...label, facts: expired.facts };
    const asBoth = penalty(of(expired.breach), fineOf(again.breach, 3_000_000));
    conclude(asBoth, shop, { breaches: [expired, again] }).thenRefused(oneActFinedOnce);
    const dropped: Outcome = {
      kind: 'penalty',
      penalties: [fineOf(again.breach, 3_000_000)],
      dropped: [
        { breach: expired.breach, ground: 'special-law', exemption: byCompetitionLaw, reason: '不知道' },
      ],
    };
    conclude(dropped, shop, { breaches: [expired, again] }).thenRefused(oneActFinedOnce);
  });

  it('one is dropped by a special law with its article', () => {
    const dropping = (more: object): Outcome => ({
      kind: 'penalty',
      penalties: [fineOf(label.breach, 3_000_000)],
      dropped: [{ breach: expired.breach, ground: 'special-law', reason: '不知道', ...more }],
    });
    const drop = (more: object, history = shop) => {
      const proposal = dropping(more);
      return conclude(proposal, history, findingsOfTwo(proposal));
    };
    drop({ exemption: byCompetitionLaw }).thenRecords('InvestigationConcluded');
    drop({}).thenRefused(groundWithItsArticle);
    drop({ exemption: byFoodLaw }).thenRefused(takesWhatItsArticleTakes);
    drop({ exemption: byFoodLaw }, emptied).thenRecords('InvestigationConcluded');
    expect(sameOutcome(dropping({ exemption: byFoodLaw }), dropping({ exemption: byCompetitionLaw }))).toBe(
      false,
    );
  });
});

describe('what was reviewed, and what is the same', () => {
  it('is the article with what proves it: another one is another file', () => {
    const seen = (outcome: Outcome) => JSON.stringify(dossier(fileOf(...reportedOf(outcome))));
    const confiscation = penalty(confiscationOf(ofLine(1, 120)));
    expect(seen(exempted)).not.toBe(seen(confiscation));
    expect(seen(exempted)).not.toBe(seen(takenBy(without(byFoodLaw, 'unaware'))));
    expect(seen(letOffBy(byCompetitionLaw))).not.toBe(seen(letOffBy(byFoodLaw)));
  });

  it('is the same article however it is written', () => {
    const written = { ...byFoodLaw, law: '《中华人民共和国食品安全法》', article: '第一百三十六条' };
    expect(sameOutcome(exempted, takenBy(written))).toBe(true);
    expect(sameOutcome(exempted, penalty(confiscationOf(ofLine(1, 120))))).toBe(false);
    expect(sameOutcome(letOffBy(byFoodLaw), letOffBy(byCompetitionLaw))).toBe(false);
    expect(sameOutcome(letOffBy(byFoodLaw), letOffBy(written))).toBe(true);
  });
});
