import { defaultLists, type AgencyLists, type MajorTrigger } from '@anjuan/law';
import { heard, caseReviewed, noticeOf } from '../histories-to-decision.testing.js';
import {
  concluded,
  filedAs,
  filingTerms,
  fine,
  firstBreach,
  investigated,
  majorPenalty,
  minorPenalty,
  legallyReviewed,
  sentForLegalReview,
  decided,
} from '../histories.testing.js';
import type { FilingTerms, Marks, PartyKind } from '../initiation/initiation.js';
import type { Outcome, Penalty, PenaltyKind } from '../penalty/penalty.js';
import { contextOn, fileOf, happened, paper, sampleLists, type Happened } from '../testing.js';
import { isMajor, legalReviewRequired, standingReview } from './required.js';

const noTriggers = { lists: defaultLists };
const listing = (...triggers: MajorTrigger[]) => ({
  lists: { ...defaultLists, majorDecisions: { basis: 'SAMR-P 50(3)', triggers } },
});
const concludedAs = (marks: Marks): readonly Happened[] =>
  concluded(minorPenalty).map((event) =>
    event.type === 'InvestigationConcluded' ? { ...event, data: { ...event.data, marks } } : event,
  );
const redone = (outcome: Outcome): readonly Happened[] => [
  ...decided(outcome),
  happened('DecisionChanged', '2026-06-08', 'tang', {
    kind: 'annulled-to-redo',
    ground: 'own-correction',
    reason: '适用依据有误',
    paper: paper('annulment'),
  }),
];
const legallySent = (outcome: Outcome): readonly Happened[] => sentForLegalReview(concluded(outcome));
const takenBack = (entry: number): Happened =>
  happened('EntryWithdrawn', '2026-04-23', 'zhou', { entry, reason: '误送' });
const proposing = (...penalties: Penalty[]) => fileOf(...concluded({ kind: 'penalty', penalties }));

describe('the four triggers of APL 58(1), whatever the list', () => {
  it('none of them: an ordinary case', () => {
    expect(legalReviewRequired(fileOf(...concluded(minorPenalty)), noTriggers)).toBe(false);
  });

  it.each<[string, Marks]>([
    ['(一) major public interest', { majorPublicInterest: true }],
    ['(三) complex', { complex: true }],
    ['(四) other law', { reviewRequiredByOtherLaw: true }],
  ])('%s, marked at filing', (_, marks) => {
    const terms: FilingTerms = { ...filingTerms, marks };
    const history = [...filedAs(terms), ...concluded(firstBreach).slice(4)];
    expect(legalReviewRequired(fileOf(...history), noTriggers)).toBe(true);
  });

  it('(二) a hearing was held, and stays one when another follows', () => {
    const history = heard(majorPenalty);
    expect(legalReviewRequired(fileOf(...history), noTriggers)).toBe(true);
    const again = happened('HearingRequested', '2026-05-28', 'lin', { inTime: false });
    expect(legalReviewRequired(fileOf(...history, again), noTriggers)).toBe(true);
  });
});

describe('a list cannot switch off what the law demands', () => {
  const marked = (marks: Marks) =>
    fileOf(...filedAs({ ...filingTerms, marks }), ...concluded(minorPenalty).slice(4));
  const statutory = [
    marked({ majorPublicInterest: true }),
    fileOf(...heard(majorPenalty)),
    marked({ complex: true }),
    marked({ reviewRequiredByOtherLaw: true }),
  ];
  const never = { comparator: '>', fen: Number.MAX_SAFE_INTEGER } as const;

  it.each<[string, AgencyLists['majorDecisions']]>([
    ['an empty list', { basis: '本局', triggers: [] }],
    ['each trigger but that of public interest', { basis: '本局', triggers: ['hearing-eligible'] }],
    [
      'amounts no fine reaches',
      { basis: '本局', triggers: [], fines: { naturalPerson: never, entity: never } },
    ],
  ])('%s', (_, majorDecisions) => {
    const lists = { ...defaultLists, majorDecisions };
    expect(statutory.map((file) => legalReviewRequired(file, { lists }))).toEqual([true, true, true, true]);
    expect(legalReviewRequired(proposing({ kind: 'warning' }), { lists })).toBe(false);
  });
});

describe('a list by amounts', () => {
  const fines = {
    naturalPerson: { comparator: '>=', fen: 500_000 },
    entity: { comparator: '>', fen: 1_000_000 },
  } as const;
  const withFines = (individualBusiness: 'natural-person' | 'entity' = 'natural-person') => ({
    lists: {
      ...defaultLists,
      hearingThresholds: { ...defaultLists.hearingThresholds, individualBusiness },
      majorDecisions: { basis: '本局', triggers: [], fines },
    },
  });
  const fined = (kind: PartyKind, ...penalties: Penalty[]) =>
    fileOf(
      ...filedAs({ ...filingTerms, party: { ...filingTerms.party, kind } }),
      ...concluded({ kind: 'penalty', penalties }).slice(4),
    );

  it.each<[PartyKind, number, boolean]>([
    ['natural-person', 499_999, false],
    ['natural-person', 500_000, true],
    ['individual-business', 500_000, true],
    ['entity', 1_000_000, false],
    ['entity', 1_000_001, true],
  ])('%s fined %d fen', (kind, fen, expected) => {
    expect(legalReviewRequired(fined(kind, { kind: 'fine', fen }), withFines())).toBe(expected);
  });

  it('counts the fines of one decision together, and nothing else', () => {
    const half: Penalty = { kind: 'fine', fen: 250_000 };
    expect(legalReviewRequired(fined('natural-person', half, half), withFines())).toBe(true);
    const gains: Penalty = { kind: 'confiscation-of-gains', fen: 900_000 };
    expect(legalReviewRequired(fined('natural-person', half, gains), withFines())).toBe(false);
  });

  it('takes an individual business for what the list says it is', () => {
    const file = fined('individual-business', { kind: 'fine', fen: 999_999 });
    expect(legalReviewRequired(file, withFines('natural-person'))).toBe(true);
    expect(legalReviewRequired(file, withFines('entity'))).toBe(false);
  });

  it('reaches no proposal without a fine, were the amount nothing', () => {
    const nothing = { comparator: '>=', fen: 0 } as const;
    const lists = {
      ...defaultLists,
      majorDecisions: { basis: '', triggers: [], fines: { naturalPerson: nothing, entity: nothing } },
    };
    expect(legalReviewRequired(proposing({ kind: 'warning' }), { lists })).toBe(false);
    expect(legalReviewRequired(proposing({ kind: 'fine', fen: 1 }), { lists })).toBe(true);
  });
});

describe('the triggers of the agency list', () => {
  it('every-penalty: whatever is proposed, if it is a penalty', () => {
    expect(legalReviewRequired(proposing({ kind: 'warning' }), listing('every-penalty'))).toBe(true);
    expect(legalReviewRequired(fileOf(...concluded(firstBreach)), listing('every-penalty'))).toBe(false);
    expect(legalReviewRequired(fileOf(...investigated), listing('every-penalty'))).toBe(false);
  });

  it.each<[MajorTrigger, PenaltyKind]>([
    ['suspension-or-closure', 'suspension'],
    ['suspension-or-closure', 'closure'],
    ['revocation-or-lowering', 'permit-revocation'],
    ['revocation-or-lowering', 'qualification-lowering'],
    ['hearing-eligible', 'permit-withholding'],
    ['hearing-eligible', 'employment-restriction'],
    ['hearing-eligible', 'business-restriction'],
  ])('%s: %s', (trigger, kind) => {
    expect(legalReviewRequired(proposing({ kind }), listing(trigger))).toBe(true);
    expect(legalReviewRequired(proposing({ kind: 'warning' }), listing(trigger))).toBe(false);
  });

  it('opened-to-public-interest is the mark of the report as well', () => {
    const [conclusion] = concluded(minorPenalty).slice(5);
    if (conclusion?.type !== 'InvestigationConcluded') throw new Error('the history ends with its report');
    const marked: Happened = {
      ...conclusion,
      data: { ...conclusion.data, marks: { majorPublicInterest: true } },
    };
    const file = fileOf(...investigated, marked);
    expect(legalReviewRequired(file, listing('opened-to-public-interest'))).toBe(true);
  });

  it.each<[string, Penalty[], boolean]>([
    ['99,999.99 yuan', [{ kind: 'fine', fen: 9_999_999 }], false],
    ['100,000 yuan, the number itself included', [{ kind: 'fine', fen: 10_000_000 }], true],
    [
      'two fines that make it together',
      [
        { kind: 'fine', fen: 5_000_000 },
        { kind: 'fine', fen: 5_000_000 },
      ],
      true,
    ],
    [
      'gains and goods added together',
      [
        { kind: 'confiscation-of-gains', fen: 6_000_000 },
        { kind: 'confiscation-of-goods', fen: 4_000_000 },
      ],
      true,
    ],
    [
      'a fine and gains, which are not',
      [
        { kind: 'fine', fen: 6_000_000 },
        { kind: 'confiscation-of-gains', fen: 6_000_000 },
      ],
      false,
    ],
  ])('hearing-eligible for an entity: %s', (_, penalties, expected) => {
    expect(legalReviewRequired(proposing(...penalties), listing('hearing-eligible'))).toBe(expected);
  });

  const reporting = (
    penalties: readonly Penalty[],
    values: Readonly<{ goodsValueFen?: number; illegalGainsFen?: number }>,
  ) => {
    const [conclusion] = concluded({ kind: 'penalty', penalties }).slice(5);
    if (conclusion?.type !== 'InvestigationConcluded') throw new Error('the history ends with its report');
    return fileOf(...investigated, { ...conclusion, data: { ...conclusion.data, ...values } });
  };
  const goods = (fen?: number): Penalty => ({
    kind: 'confiscation-of-goods',
    what: '酒',
    ...(fen !== undefined && { fen }),
  });

  it.each<[string, Penalty[], Parameters<typeof reporting>[1], boolean]>([
    ['goods without a value: what the report says', [goods()], { goodsValueFen: 10_000_000 }, true],
    ['goods without a value: less than that', [goods()], { goodsValueFen: 9_999_999 }, false],
    [
      'goods of a small value, of which the report says more',
      [goods(1)],
      { goodsValueFen: 300_000_000 },
      true,
    ],
    [
      'goods of a large value, of which the report says less',
      [goods(10_000_000)],
      { goodsValueFen: 1 },
      true,
    ],
    ['goods of a value that nobody has entered', [goods()], {}, true],
    ['goods of no value, by the penalty alone', [goods(0)], {}, true],
    ['some of them of a value that nobody has entered', [goods(1), goods()], {}, true],
    ['goods that are known to be worth nothing', [goods()], { goodsValueFen: 0 }, false],
    ['goods whose value the penalty alone names', [goods(9_999_999)], {}, false],
    [
      'gains of which the report says more',
      [{ kind: 'confiscation-of-gains', fen: 1 }],
      { illegalGainsFen: 10_000_000 },
      true,
    ],
    [
      'a report of much, and nothing confiscated',
      [{ kind: 'warning' }],
      { goodsValueFen: 10_000_000 },
      false,
    ],
  ])('%s', (_, penalties, values, expected) => {
    expect(legalReviewRequired(reporting(penalties, values), listing('hearing-eligible'))).toBe(expected);
    expect(legalReviewRequired(reporting(penalties, values), noTriggers)).toBe(expected);
  });

  it('an individual business has the lower amount, whatever the list takes it for', () => {
    const terms: FilingTerms = { ...filingTerms, party: { kind: 'individual-business', name: '禾木花店' } };
    const { hearingThresholds } = sampleLists;
    const required = (fen: number, change: Partial<AgencyLists['hearingThresholds']>) => {
      const penalties: Penalty[] = [{ kind: 'fine', fen }];
      const history = [...filedAs(terms), ...concluded({ kind: 'penalty', penalties }).slice(4)];
      const lists = { ...sampleLists, hearingThresholds: { ...hearingThresholds, ...change } };
      return legalReviewRequired(fileOf(...history), { lists });
    };
    expect(required(1_000_000, {})).toBe(true);
    expect(required(1_000_000, { individualBusiness: 'entity' })).toBe(true);
    expect(required(999_999, { individualBusiness: 'entity' })).toBe(false);
    expect(required(999_999, { entity: { comparator: '>=', fen: 900_000 } })).toBe(true);
  });

  it('a natural person by the lower amount; "more than" leaves the number itself out', () => {
    const terms: FilingTerms = { ...filingTerms, party: { kind: 'natural-person', person: { name: '王' } } };
    const exact = concluded({ kind: 'penalty', penalties: [{ ...fine, fen: 1_000_000 }] }).slice(4);
    const file = fileOf(...filedAs(terms), ...exact);
    expect(legalReviewRequired(file, { lists: sampleLists })).toBe(true);
    const naturalPerson = { comparator: '>', fen: 1_000_000 } as const;
    const lists = {
      ...sampleLists,
      hearingThresholds: { ...sampleLists.hearingThresholds, naturalPerson },
    };
    // SAMR-H 5 has the number itself included: a list takes nothing away from that.
    expect(legalReviewRequired(file, { lists })).toBe(true);
    const lower = { comparator: '>', fen: 999_999 } as const;
    const lowered = {
      ...sampleLists,
      hearingThresholds: { ...sampleLists.hearingThresholds, naturalPerson: lower },
    };
    expect(legalReviewRequired(file, { lists: lowered })).toBe(true);
  });
});

describe('what gives a hearing is major, whatever the list', () => {
  const beyond = { comparator: '>', fen: Number.MAX_SAFE_INTEGER } as const;
  const hollow: AgencyLists = {
    ...defaultLists,
    majorDecisions: { basis: '本局', triggers: [] },
    hearingThresholds: { naturalPerson: beyond, entity: beyond, individualBusiness: 'entity' },
  };
  const heavy: PenaltyKind[] = [
    'suspension',
    'closure',
    'permit-revocation',
    'permit-withholding',
    'qualification-lowering',
    'employment-restriction',
    'business-restriction',
  ];

  it.each([
    ['an agency without a list', defaultLists],
    ['a list of nothing, with amounts that nobody reaches', hollow],
  ])('%s', (_, lists) => {
    for (const kind of heavy) expect(legalReviewRequired(proposing({ kind }), { lists })).toBe(true);
    expect(legalReviewRequired(proposing({ kind: 'fine', fen: 900_000_000 }), { lists })).toBe(true);
    expect(
      legalReviewRequired(proposing({ kind: 'confiscation-of-gains', fen: 10_000_000 }), { lists }),
    ).toBe(true);
    expect(legalReviewRequired(proposing({ kind: 'fine', fen: 9_999_999 }), { lists })).toBe(false);
  });
});

const lighterReport = concluded(minorPenalty).slice(-1);

describe('the need can be gained, and is never lost', () => {
  it.each<[string, readonly Happened[]]>([
    ['by a report that proposes less', [...concluded(majorPenalty), ...lighterReport]],
    ['by a report without the mark', [...concludedAs({ complex: true }), ...lighterReport]],
    ['by an annulment after which everything is done anew', [...redone(majorPenalty), ...lighterReport]],
    ['by a case review of a file that legal review has', [...legallySent(minorPenalty), ...lighterReport]],
    ['by taking back what was sent', [...legallySent(minorPenalty), takenBack(6)]],
  ])('%s', (_, history) => {
    expect(legalReviewRequired(fileOf(...history), noTriggers)).toBe(true);
  });
});

describe('a report without the value of the goods', () => {
  const valued = (...reports: Readonly<{ fen?: number; marks?: Marks; goods?: number }>[]) => {
    const made = reports.map(({ fen, marks, goods }): Happened => {
      const what: Penalty = {
        kind: 'confiscation-of-goods',
        what: '面包',
        ...(fen !== undefined && { fen }),
      };
      const [report] = concluded({
        kind: 'penalty',
        penalties: [{ kind: 'fine', fen: 100_000 }, what],
      }).slice(-1);
      if (report?.type !== 'InvestigationConcluded') throw new Error('the history ends with its report');
      const more = { ...(marks && { marks }), ...(goods !== undefined && { goodsValueFen: goods }) };
      return { ...report, data: { ...report.data, ...more } };
    });
    return made;
  };
  const [without, mended] = [valued({}), valued({ goods: 3000 })];
  const sent = (type: 'SentForLegalReview' | 'SentForCaseReview') =>
    happened(type, '2026-04-16', 'zhou', { digest: 'any', dueOn: '2026-05-09' });
  const required = (...later: Happened[]) =>
    legalReviewRequired(fileOf(...investigated, ...later), noTriggers);

  it('counts as large while it is the last one, and not once it was mended before anybody relied on it', () => {
    expect(required(...without)).toBe(true);
    expect(required(...without, ...mended)).toBe(false);
    expect(required(...mended, ...without)).toBe(true);
  });

  it('goes on counting once it was sent for review, withdrawn or not, or notified', () => {
    const notice = noticeOf([fine], '2026-04-16', '2026-04-24');
    for (const relied of [sent('SentForLegalReview'), sent('SentForCaseReview'), notice])
      expect(required(...without, relied, ...mended)).toBe(true);
    expect(required(...without, sent('SentForCaseReview'), takenBack(7), ...mended)).toBe(true);
    // What was sent was the mended one.
    expect(required(...without, ...mended, sent('SentForCaseReview'))).toBe(false);
  });

  it('and its marks and the values it names are never lost', () => {
    expect(required(...valued({ marks: { complex: true } }), ...mended)).toBe(true);
    expect(required(...valued({ fen: 10_000_000 }), ...mended)).toBe(true);
    expect(required(...valued({ goods: 10_000_000 }), ...mended)).toBe(true);
  });
});

it('a hearing that was held makes a case major, also after an annulment', () => {
  const annulled = redone(minorPenalty).slice(-1);
  const again = [...heard(minorPenalty), ...decided(minorPenalty).slice(-1), ...annulled];
  expect(isMajor(fileOf(...again, ...lighterReport), noTriggers)).toBe(true);
  expect(isMajor(fileOf(...redone(minorPenalty), ...lighterReport), noTriggers)).toBe(false);
});

describe('the review that stands', () => {
  const standing = (...history: Happened[]) => {
    const file = fileOf(...history);
    return standingReview(file, contextOn('2026-04-29', 'tang', file))?.kind;
  };

  it('is of the kind the case needs; legal review does for every case', () => {
    expect(standing(...legallyReviewed(majorPenalty))).toBe('legal');
    expect(standing(...legallyReviewed(minorPenalty))).toBe('legal');
    expect(standing(...caseReviewed(minorPenalty))).toBe('case');
    expect(standing(...caseReviewed(majorPenalty))).toBeUndefined();
  });

  it('is the last one: a later opinion that does not agree takes its place', () => {
    const history = legallyReviewed(majorPenalty);
    const digest = 'another';
    const sent = happened('SentForLegalReview', '2026-04-28', 'zhou', { digest, dueOn: '2026-05-13' });
    expect(standing(...history, sent)).toBeUndefined();
  });

  it('follows the list by which the case is measured', () => {
    const file = fileOf(...caseReviewed(minorPenalty));
    const context = contextOn('2026-04-29', 'tang', file);
    expect(standingReview(file, { ...context, lists: defaultLists })?.kind).toBe('case');
    expect(standingReview(file, { ...context, ...listing('every-penalty') })).toBeUndefined();
  });
});
