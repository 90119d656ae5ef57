/** Let off by a special law: FSL 136, AUCL 23(2). */
import { bottles, confiscationOf, givenBack, ofLine, two as officers } from '../goods/goods.testing.js';
import { fine, gains } from '../histories.testing.js';
import { oneActFinedOnce } from '../investigation/breach-provisions.js';
import { expired, fineOf, label } from '../investigation/two-breaches.testing.js';
import { sameOutcome } from '../penalty/heavier.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { dossier } from '../review/dossier.js';
import { contextOn, fileOf, given, happened, paper, sampleLists } from '../testing.js';
import type { Exemption } from './exemption.js';
import {
  bottlesTaken,
  byCompetitionLaw,
  byFoodLaw,
  competitionLaw,
  exempted,
  findingsOf,
  letOffBy,
  listing,
  reportedOf,
  shop,
  takenBy,
  vanIsNoFood,
  without,
} from './exemption.testing.js';
import {
  eachConditionProven,
  groundWithItsArticle,
  nothingBesideTheGoods,
  ofTheLawBroken,
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
const { notTaken: _said, ...silent } = byFoodLaw;
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
  });

  it('has all of the food taken, or it is said what became of the rest and why it is not taken', () => {
    const taken = (quantity: number, exemption: Exemption) =>
      penalty({ ...confiscationOf(ofLine(1, quantity)), exemption });
    conclude(taken(1, silent)).thenRefused(takesWhatItsArticleTakes);
    conclude(taken(120, silent)).thenRefused(takesWhatItsArticleTakes);
    conclude(taken(100, { ...silent, notTaken: '20瓶经检验符合标准，车辆不是食品' })).thenRecords(
      'InvestigationConcluded',
    );
    const withoutVan = [...shop, givenBack('2026-03-20', [{ line: 2, quantity: 1 }])];
    conclude(taken(120, { ...silent, notTaken: '车辆不是食品' }), withoutVan).thenRecords(
      'InvestigationConcluded',
    );
  });

  it('has the food taken that was given back to it: it hands it over', () => {
    const handedOver = (exemption: Exemption) =>
      penalty({ kind: 'confiscation-of-goods', what: '白酒120瓶', fromParty: true, exemption });
    conclude(handedOver(silent), emptied).thenRefused(takesWhatItsArticleTakes);
    conclude(handedOver(byFoodLaw), emptied).thenRecords('InvestigationConcluded');
  });

  it('is let off without a penalty only where nothing of the case is here', () => {
    conclude(letOffBy(byFoodLaw)).thenRefused(takesWhatItsArticleTakes);
    conclude(letOffBy(silent), emptied).thenRefused(takesWhatItsArticleTakes);
    conclude(letOffBy({ ...silent, notTaken: ' ' }), emptied).thenRefused(takesWhatItsArticleTakes);
    const file = fileOf(...shop);
    const proposal = penalty(confiscationOf(ofLine(1, 120)), confiscationOf(ofLine(2, 1)));
    const ofSupplier = { 9: { filing: {}, reports: [{ proposal }] } } as unknown as typeof file.others;
    const isLetOff = (others?: typeof file.others) =>
      takesWhatItsArticleTakes.holds(
        { outcome: letOffBy(byFoodLaw) },
        { ...file, ...(others && { others }) },
        contextOn('2026-04-14', 'lin', file),
      );
    expect([isLetOff(), isLetOff(ofSupplier)]).toEqual([false, true]);
    const sold = { ...silent, notTaken: '白酒全部售出，已公告召回；封存的是另一批次，检验合格后返还' };
    conclude(letOffBy(sold), emptied).thenRecords('InvestigationConcluded');
  });

  it('though a list is here whose preservation is over: it takes a word on what became of that', () => {
    const preserved = happened('EvidencePreserved', '2026-03-21', ['lin', 'gao'], {
      ...officers,
      items: '酒',
      reason: '可能灭失',
      urgent: true,
      listHandedOver: true,
      noticeHandedOver: true,
      list: paper('list'),
      lines: [bottles],
    });
    const off = (exemption: Exemption, on: string) =>
      given(...emptied, preserved).when({
        on,
        by: 'lin',
        act: 'investigation/conclude',
        entry: findingsOf(letOffBy(exemption)),
      });
    off(byFoodLaw, '2026-03-23').thenRefused(takesWhatItsArticleTakes);
    off(silent, '2026-04-14').thenRefused(takesWhatItsArticleTakes);
    off(byFoodLaw, '2026-04-14').thenRecords('InvestigationConcluded');
  });

  it('nor for a breach of another law, or of another provision, also beside one of its own', () => {
    const other = (...basis: readonly { law: string; article: string }[]) =>
      conclude(exempted, shop, { basis });
    const of = (article: string) => ({ law: '食品安全法', article });
    other(of('122(1)')).thenRefused(ofTheLawBroken);
    other(of('124(1)(1)'), of('122(1)')).thenRefused(ofTheLawBroken);
    other(...competitionLaw).thenRefused(ofTheLawBroken);
    other(of('34(4)'), of('124(1)(1)'), of('136')).thenRecords('InvestigationConcluded');
  });

  it('nor for all the breaches of a report where the article is about one (APL 57(1))', () => {
    const unlicensed = { ...label, basis: [{ law: '食品安全法', article: '122(1)' }] };
    const sold = letOffBy(byFoodLaw);
    conclude(sold, emptied, { breaches: [expired, unlicensed] }).thenRefused(ofTheLawBroken);
    conclude(sold, emptied, { breaches: [expired, label] }).thenRecords('InvestigationConcluded');
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
      notTaken: vanIsNoFood,
    };
    const taken = { ...bottlesTaken, exemption };
    conclude(penalty(taken, gains), shop, {}, listing).thenRecords('InvestigationConcluded');
    conclude(penalty(taken, fine), shop, {}, listing).thenRefused(nothingBesideTheGoods);
  });

  it('AUCL 23(2) takes nothing: the outcome is no penalty', () => {
    const basis = { basis: competitionLaw };
    conclude(takenBy(byCompetitionLaw), shop, basis).thenRefused(takesWhatItsArticleTakes);
    conclude(letOffBy(byCompetitionLaw), shop, basis).thenRecords('InvestigationConcluded');
    conclude(letOffBy(without(byCompetitionLaw, 'lawfully-acquired')), shop, basis).thenRefused(
      eachConditionProven,
    );
  });

  it('AUCL 23(2) lets nobody off who sold food below the standard', () => {
    conclude(letOffBy(byCompetitionLaw)).thenRefused(ofTheLawBroken);
  });

  it('one of the agency’s own list is of the breaches that the list names, or of its own law', () => {
    const exemption: Exemption = {
      law: '某市食品摊贩条例',
      article: '30',
      conditions: [{ condition: 'unaware', evidence: [9] }],
      notTaken: vanIsNoFood,
    };
    const [{ of: _, ...row }] = listing.specialLaws as [(typeof listing.specialLaws)[0] & object];
    const unsaid = { ...listing, specialLaws: [row] };
    const taken = penalty({ ...bottlesTaken, exemption });
    conclude(taken, shop, {}, unsaid).thenRefused(ofTheLawBroken);
    const basis = [{ law: '某市食品摊贩条例', article: '12' }];
    conclude(taken, shop, { basis }, unsaid).thenRecords('InvestigationConcluded');
  });

  it('ended before the decision: that of the day on which the act ended counts (APL 37)', () => {
    const [row] = listing.specialLaws;
    const ended = { ...listing, specialLaws: [{ ...row, validTo: '2026-03-01' } as typeof row & object] };
    const exemption: Exemption = {
      law: '某市食品摊贩条例',
      article: '30',
      conditions: [{ condition: 'unaware', evidence: [9] }],
      notTaken: vanIsNoFood,
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
    conclude({ ...bare, ground: 'minor', exemption: byCompetitionLaw }, shop, {
      basis: competitionLaw,
    }).thenRefused(groundWithItsArticle);
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
    const warned = penalty(of(expired.breach), { kind: 'warning', breach: again.breach });
    conclude(warned, shop, { breaches: [expired, again] }).thenRefused(oneActFinedOnce);
    const dropped: Outcome = {
      kind: 'penalty',
      penalties: [fineOf(again.breach, 3_000_000)],
      dropped: [
        { breach: expired.breach, ground: 'special-law', exemption: byCompetitionLaw, reason: '不知道' },
      ],
    };
    conclude(dropped, shop, { breaches: [{ ...expired, basis: competitionLaw }, again] }).thenRefused(
      oneActFinedOnce,
    );
  });

  it('of two goods of one day and article one is let off and the other is not, told apart by the facts', () => {
    const leek = { ...label, facts: '销售的韭菜不合格', basis: expired.basis, act: expired.act };
    const apart = penalty(of(expired.breach), { kind: 'warning', breach: leek.breach });
    conclude(apart, shop, { breaches: [expired, leek] }).thenRecords('InvestigationConcluded');
  });

  it('one is dropped by a special law with its article', () => {
    const dropping = (more: object): Outcome => ({
      kind: 'penalty',
      penalties: [fineOf(label.breach, 3_000_000)],
      dropped: [{ breach: expired.breach, ground: 'special-law', reason: '不知道', ...more }],
    });
    const drop = (more: object, history = shop, basis = expired.basis) => {
      const proposal = dropping(more);
      return conclude(proposal, history, { proposal, breaches: [{ ...expired, basis }, label] });
    };
    drop({ exemption: byCompetitionLaw }, shop, competitionLaw).thenRecords('InvestigationConcluded');
    drop({ exemption: byCompetitionLaw }).thenRefused(ofTheLawBroken);
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
