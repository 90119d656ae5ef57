/** Lists are drawn up line by line, and penalties and samples name lines of them. */
import { defaultLists } from '@anjuan/law';
import { concluded, filed, fine, investigated, oneLine } from '../histories.testing.js';
import type { ConcludeInvestigation } from '../investigation/investigation.js';
import { hearingEligible } from '../penalty/hearing-eligible.js';
import { heavierThan, samePenalties } from '../penalty/heavier.js';
import type { Penalty } from '../penalty/penalty.js';
import { benchmarkStated, factsProven, noticeServed } from '../decision/of-penalty.js';
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { reviewPassed } from '../proposal/provisions.js';
import { investigationConcluded } from '../review/provisions.js';
import { fileOf, given, happened, paper } from '../testing.js';
import {
  bottles,
  confiscationOf,
  givenBack,
  listedHistory,
  ofLine,
  seizure,
  two,
  van,
} from './goods.testing.js';
import { type GoodsLine } from './ledger.js';
import { hereOrFromTheParty } from './of-penalties.js';
import {
  lineOfTheList,
  listedLineByLine,
  notMoreThanIsHere,
  stillHere,
  valuedOrWhyNot,
} from './provisions.js';

describe('Fault 14: a list is drawn up line by line (ACL 24; SAMR-P 34)', () => {
  const take = (lines?: readonly GoodsLine[]) =>
    given(...investigated).when({
      on: '2026-03-12',
      by: 'lin',
      act: 'preservation/take',
      entry: {
        ...two,
        urgent: { items: '酒和车', reason: '可能灭失' },
        listHandedOver: true,
        noticeHandedOver: true,
        list: paper('list'),
        recordSigned: true,
        ...(lines && { lines }),
      },
    });

  it('with the value of each line, or why it has none', () => {
    take([bottles, { ...van, fen: undefined, noValue: '无法评估' } as unknown as GoodsLine]).thenRecords(
      'EvidencePreserved',
    );
    take([{ what: '账册', quantity: 3, unit: '本', noValue: '仅作为证据' }]).thenRecords('EvidencePreserved');
    const { fen: _, ...unvalued } = bottles;
    take([unvalued]).thenRefused(valuedOrWhyNot);
    take([{ ...unvalued, noValue: ' ' }]).thenRefused(valuedOrWhyNot);
    take([{ ...bottles, fen: 0 }]).thenRefused(valuedOrWhyNot);
    take([{ ...bottles, noValue: '无法评估' }]).thenRefused(valuedOrWhyNot);
  });

  it('with a name, a whole number and a unit in each', () => {
    take().thenRefused(listedLineByLine);
    take([]).thenRefused(listedLineByLine);
    take([{ ...bottles, what: ' ' }]).thenRefused(listedLineByLine);
    take([{ ...bottles, unit: '' }]).thenRefused(listedLineByLine);
    for (const quantity of [0, -1, 1.5, Number.NaN])
      take([bottles, { ...van, quantity }]).thenRefused(listedLineByLine);
  });

  it('one of before is the one line that its text is', () => {
    const old = happened('ItemsSeizedUrgently', '2026-03-11', ['lin', 'gao'], {
      ...two,
      items: '侵权白酒120瓶、送货车辆1台',
      basis: { law: '食品安全法', article: '110(4)' },
      days: 30,
      reason: '防止转移',
      urgency: '正在装车',
      credentialShown: true,
      rightsTold: true,
      statementHeard: true,
      decisionHandedOver: true,
      listHandedOver: true,
      media: [],
      until: '2026-04-10',
    });
    expect(fileOf(...filed, old).goods).toStrictEqual([
      {
        entry: 4,
        line: 1,
        what: '侵权白酒120瓶、送货车辆1台',
        quantity: 1,
        unit: '批',
        asText: true,
        gone: [],
      },
    ]);
  });
});

describe('what is confiscated is here, or is to be handed over by the party', () => {
  const report: ConcludeInvestigation = {
    ...two,
    facts: '销售侵权白酒',
    basis: [{ law: '商标法', article: '60(2)' }],
    proposal: { kind: 'facts-not-established', reason: '…' },
    discretion: '一般',
    benchmark: '裁量基准（食品类）',
    report: paper('report'),
  };
  const propose = (penalties: readonly Penalty[], history = listedHistory) =>
    given(...history).when({
      on: '2026-04-20',
      by: 'lin',
      act: 'investigation/conclude',
      entry: { ...report, proposal: { kind: 'penalty', penalties } },
    });
  const words = { kind: 'confiscation-of-goods', what: '侵权白酒' } as const;

  it('names lines, or the party, and not both in one', () => {
    propose([confiscationOf(ofLine(1, 80))]).thenRecords('InvestigationConcluded');
    propose([{ ...words, fromParty: true }]).thenRecords('InvestigationConcluded');
    propose([words]).thenRefused(hereOrFromTheParty);
    propose([{ ...words, items: [] }]).thenRefused(hereOrFromTheParty);
    propose([{ ...confiscationOf(ofLine(1, 80)), fromParty: true }]).thenRefused(hereOrFromTheParty);
  });

  it('no more than is here, however it is spread', () => {
    propose([confiscationOf(ofLine(1, 121))]).thenRefused(notMoreThanIsHere);
    propose([confiscationOf(ofLine(1, 80)), confiscationOf(ofLine(1, 41))]).thenRefused(notMoreThanIsHere);
    propose([confiscationOf(ofLine(3, 1))]).thenRefused(lineOfTheList);
    const back = [...listedHistory, givenBack('2026-03-20', [{ line: 2, quantity: 1 }])];
    propose([confiscationOf(ofLine(2, 1))], back).thenRefused(stillHere);
  });

  it('and not what was preserved and has lapsed (SAMR-P 35(2))', () => {
    const preserved = happened('EvidencePreserved', '2026-03-12', ['lin', 'gao'], {
      ...two,
      items: '酒',
      reason: '可能灭失',
      urgent: true,
      listHandedOver: true,
      noticeHandedOver: true,
      list: paper('list'),
      lines: oneLine,
    });
    propose(
      [{ ...words, items: [{ entry: 5, line: 1, quantity: 32 }] }],
      [...investigated, preserved],
    ).thenRefused(stillHere);
  });

  it('in the notice as well', () => {
    const proposal = { kind: 'penalty', penalties: [words] } as const;
    const history = [
      ...concluded(proposal),
      happened('ProposalApproved', '2026-04-29', 'tang', { proposal }),
    ];
    const serve = (penalties: readonly Penalty[]) =>
      given(...history).when({
        on: '2026-04-30',
        by: 'lin',
        act: 'notice/serve',
        entry: {
          ...two,
          penalties,
          facts: '销售侵权白酒',
          hearingRightTold: true,
          method: 'direct',
          proof: paper('receipt'),
        },
      });
    serve([words]).thenRefused(reviewPassed, hereOrFromTheParty);
    serve([confiscationOf(ofLine(1, 1))]).thenRefused(reviewPassed, lineOfTheList);
  });

  it('and in the decision', () => {
    const decide = (items: readonly ReturnType<typeof ofLine>[]) =>
      given(...listedHistory).when({
        on: '2026-04-30',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: { kind: 'penalty', penalties: [confiscationOf(...items)] } },
      });
    const notReady = [
      investigationConcluded,
      noDecisionWithoutCaseReview,
      factsProven,
      benchmarkStated,
      noticeServed,
    ];
    decide([ofLine(1, 121)]).thenRefused(...notReady, notMoreThanIsHere);
    decide([ofLine(9, 1)]).thenRefused(...notReady, lineOfTheList);
  });
});

describe('heavier is more of a line (APL 45(2))', () => {
  const notified = [confiscationOf(ofLine(1, 120))];
  it.each<[string, readonly Penalty[], boolean]>([
    ['fewer of it, whatever the words', [{ ...confiscationOf(ofLine(1, 80)), what: '白酒80瓶' }], false],
    ['as many', notified, false],
    ['more of it', [confiscationOf(ofLine(1, 121))], true],
    ['another line', [confiscationOf(ofLine(1, 80), ofLine(2, 1))], true],
    ['from the party instead', [{ kind: 'confiscation-of-goods', what: '侵权白酒', fromParty: true }], true],
    ['no lines any more', [{ kind: 'confiscation-of-goods', what: '侵权白酒' }], true],
  ])('%s', (_, decided, expected) => {
    expect(heavierThan(decided, notified)).toBe(expected);
  });

  it('of all that is confiscated together, however it is split', () => {
    const two = [confiscationOf(ofLine(1, 60)), confiscationOf(ofLine(2, 1))];
    expect(heavierThan([confiscationOf(ofLine(1, 60)), confiscationOf(ofLine(1, 60))], two)).toBe(true);
    expect(heavierThan([confiscationOf(ofLine(1, 30)), confiscationOf(ofLine(1, 30))], two)).toBe(false);
    expect(heavierThan([confiscationOf(ofLine(1, 60), ofLine(2, 1))], two)).toBe(false);
    const ofTwo = two.map((one, index) => ({ ...one, breach: index === 0 ? 'a' : 'b' }));
    expect(heavierThan([{ ...confiscationOf(ofLine(2, 1)), breach: 'a' }], ofTwo)).toBe(true);
  });

  it('what the party was to hand over was not notified as taken from what is here', () => {
    const fromParty = { kind: 'confiscation-of-goods', what: '侵权白酒', fromParty: true } as const;
    expect(heavierThan(notified, [fromParty])).toBe(true);
    expect(samePenalties(notified, [confiscationOf(ofLine(1, 80))])).toBe(false);
    expect(samePenalties([fine, ...notified], [...notified, fine])).toBe(true);
  });
});

describe('the right to a hearing looks at what the list says (SAMR-H 5)', () => {
  const reported = fileOf(...concluded({ kind: 'facts-not-established', reason: '…' })).investigation;
  const eligible = (penalties: readonly Penalty[], lines: readonly GoodsLine[], goodsValueFen?: number) =>
    hearingEligible(
      penalties,
      {
        filing: fileOf(...filed).filing,
        investigation: reported && { ...reported, ...(goodsValueFen !== undefined && { goodsValueFen }) },
        goods: lines.map((one, index) => ({ ...one, entry: seizure, line: index + 1, gone: [] })),
      },
      defaultLists,
    );
  // A hundred thousand yuan, for an entity.
  const dear = { ...bottles, fen: 12_000_000 };
  const { fen: _, ...unvalued } = bottles;

  it('by the share that is confiscated', () => {
    expect(eligible([confiscationOf(ofLine(1, 100))], [dear])).toBe(true);
    expect(eligible([confiscationOf(ofLine(1, 99))], [dear])).toBe(false);
    expect(eligible([confiscationOf(ofLine(1, 60), ofLine(2, 60))], [dear, dear])).toBe(true);
  });

  it('a line without a value takes nothing from what the others are worth', () => {
    const both = confiscationOf(ofLine(1, 120), ofLine(2, 120));
    expect(eligible([{ ...both, fen: 1 }], [dear, unvalued])).toBe(true);
    expect(eligible([{ ...both, fen: 1 }], [bottles, unvalued])).toBe(true);
    // More than the known line: what the other one is worth is in it.
    expect(eligible([{ ...both, fen: 3_600_001 }], [bottles, unvalued])).toBe(false);
    expect(eligible([{ ...both, fen: 10_000_000 }], [bottles, unvalued])).toBe(true);
  });

  it('a report values it that says more than is known without it, or where nothing is', () => {
    const says = (goodsValueFen: number, lines: readonly GoodsLine[]) =>
      eligible(
        lines.map((_line, index) => confiscationOf(ofLine(index + 1, 120))),
        lines,
        goodsValueFen,
      );
    expect(says(3_600_000, [bottles, unvalued])).toBe(true);
    expect(says(3_600_001, [bottles, unvalued])).toBe(false);
    expect(says(0, [unvalued])).toBe(false);
  });

  it('whatever the penalty says that is less; unknown is large', () => {
    expect(eligible([{ ...confiscationOf(ofLine(1, 120)), fen: 1 }], [dear])).toBe(true);
    expect(eligible([confiscationOf(ofLine(1, 1))], [unvalued])).toBe(true);
    expect(eligible([confiscationOf(ofLine(1, 1), ofLine(2, 1))], [bottles, unvalued])).toBe(true);
  });
});
