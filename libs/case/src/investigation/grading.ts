/** How a fine was measured (裁量档次) and why: APL 30–32; SAMR-P 48; 国办发〔2022〕27号. */
import {
  apl,
  discretionRange,
  discretionShareOn,
  fenRange,
  isFineRange,
  policy,
  samrP,
  withinFen,
  type DiscretionGrade,
  type Fen,
  type FineRange,
  type LocalDate,
} from '@anjuan/law';
import { type EntryProvision, filled, type Paper } from '@anjuan/procedure';
import { finedIn } from '../penalty/hearing-eligible.js';
import { forBreach } from '../penalty/breaches.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { found, type Listing } from './breaches.js';
import type { MitigationGround } from './words.js';

export { mitigationGrounds, type MitigationGround } from './words.js';

/** `departure`: why the fine lies outside its grade; `approval` the superior's paper that allows it. */
export type Grading = Readonly<{
  grade: DiscretionGrade;
  /** What the article provides for the fine. */
  range: FineRange;
  grounds: readonly MitigationGround[];
  departure?: Readonly<{ reason: string; approval?: Paper }>;
}>;
type Measured = Listing & Readonly<{ benchmark?: string; noBenchmark?: string }>;
type Graded = Listing & Readonly<{ proposal: Outcome; grading?: Grading }>;

export const gradingOf = ({
  grade,
  range: { min, max, timesFen },
  grounds,
  departure,
}: Grading): Grading => ({
  grade,
  range: { min, max, ...(timesFen !== undefined && { timesFen }) },
  grounds: [...grounds],
  ...(departure !== undefined && {
    departure: {
      reason: departure.reason,
      ...(departure.approval !== undefined && { approval: departure.approval }),
    },
  }),
});

/** The fine of an outcome that has one. A range that is none is refused by another provision. */
const fineOf = (outcome: Outcome, { range }: Grading): Fen | undefined => {
  const fines = penaltiesOf(outcome).filter(({ kind }) => kind === 'fine');
  return fines.length === 0 || !isFineRange(range) ? undefined : finedIn(fines);
};

/** Whether the fine lies where its grade says; an outcome without a fine has nothing to measure. */
export const inItsGrade = (outcome: Outcome, grading: Grading, today: LocalDate): boolean => {
  const fine = fineOf(outcome, grading);
  const { percent } = discretionShareOn(today);
  return fine === undefined || withinFen(discretionRange(grading.range, grading.grade, percent), fine);
};

/** Below what the article provides only as mitigated, on a ground of the law. */
export const minimumKept = (outcome: Outcome, grading: Grading): boolean => {
  const fine = fineOf(outcome, grading);
  const mitigated = grading.grade === 'mitigated' && grading.grounds.length > 0;
  return fine === undefined || mitigated || fine >= fenRange(grading.range).min;
};

export const departureReasoned = ({ departure }: Grading): boolean => filled(departure?.reason);

/** Asked of each breach with its own grading, and its own part of the proposal. */
const graded = (
  stated: Omit<EntryProvision<unknown, Graded>, 'holds'>,
  holds: (grading: Grading, proposed: () => Outcome, today: LocalDate) => boolean,
): EntryProvision<unknown, Graded> => ({
  ...stated,
  fields: stated.fields.flatMap((field) =>
    field === '/proposal' ? [field, '/breaches/*/breach' as const] : [field, `/breaches/*${field}` as const],
  ),
  holds: (entry, _, { today }) =>
    found(entry).every((breach) => {
      const { grading } = breach;
      return grading === undefined || holds(grading, () => forBreach(entry.proposal, breach), today);
    }),
});

export const rangeInOrder = graded(
  {
    id: 'investigation/range-in-order',
    cites: policy('法定幅度有下限和上限；The range of the article has a lower and an upper end'),
    also: [samrP(48, undefined, 5)],
    says: '法定幅度的下限不得高于上限',
    en: 'The range the article provides has a lower and an upper end, in that order',
    cure: { zh: '更正法定幅度的上下限', en: 'Correct the ends of the range' },
    fields: ['/grading/range'],
  },
  ({ range }) => isFineRange(range),
);

/** APL 31 allows a lighter penalty, 30 and 32 demand it. */
const demandsLighter = (ground: MitigationGround): boolean => ground !== 'impaired';

export const groundsHeeded = graded(
  {
    id: 'investigation/grounds-make-it-lighter',
    cites: apl(32),
    also: [apl(30)],
    says: '当事人有下列情形之一，应当从轻或者减轻行政处罚',
    en: 'Where the law demands a lighter or mitigated penalty, the grade is one of these two',
    cure: { zh: '改为从轻或者减轻，或者更正情节', en: 'Choose a lighter grade, or correct the grounds' },
    fields: ['/grading/grade', '/grading/grounds'],
  },
  ({ grade, grounds }) => grade === 'lighter' || grade === 'mitigated' || !grounds.some(demandsLighter),
);

export const mitigatedOnGround = graded(
  {
    id: 'investigation/mitigated-on-a-ground',
    cites: apl(32),
    also: [apl(30), apl(31)],
    says: '当事人有下列情形之一，应当从轻或者减轻行政处罚',
    en: 'A penalty is mitigated on a ground that the law gives',
    cure: { zh: '写明减轻处罚的法定情节', en: 'Name the ground of the law' },
    fields: ['/grading/grade', '/grading/grounds'],
  },
  ({ grade, grounds }) => grade !== 'mitigated' || grounds.length > 0,
);

export const minimumProposed = graded(
  {
    id: 'investigation/not-below-the-minimum',
    cites: policy(
      '低于法定最低罚款属减轻处罚，须有法定情节；Below the minimum is mitigated, and needs a ground',
    ),
    also: [apl(32)],
    says: '没有法定减轻情节的，不得低于法定最低罚款数额',
    en: 'No fine below the minimum of the article is proposed without a ground to mitigate',
    cure: { zh: '提高罚款数额，或者写明减轻情节', en: 'Raise the fine, or name the ground to mitigate' },
    fields: ['/grading', '/proposal'],
  },
  (grading, proposed) => minimumKept(proposed(), grading),
);

export const outsideItsGradeReasoned = graded(
  {
    id: 'investigation/departure-reasoned',
    cites: policy(
      '国办发〔2022〕27号：调整适用裁量基准应当说明理由；Departing from the benchmark is reasoned',
    ),
    also: [samrP(48)],
    says: '罚款数额不在所选裁量档次之内的，应当说明理由',
    en: 'A fine outside the range of its grade is proposed with the reason why',
    cure: { zh: '调整数额或者档次，或者写明理由', en: 'Change amount or grade, or give the reason' },
    fields: ['/grading', '/proposal'],
  },
  (grading, proposed, today) => departureReasoned(grading) || inItsGrade(proposed(), grading, today),
);

/** A penalty may have no range to measure, and an agency no benchmark for it: then it says why. */
export const benchmarkOrWhyNone: EntryProvision<unknown, Measured> = {
  id: 'investigation/benchmark-or-why-none',
  cites: policy(
    '写明裁量基准，或者没有可适用的基准的理由，不得兼有；The benchmark, or why none applies, and not both',
  ),
  also: [apl(34)],
  says: '写明裁量基准的，不得又称没有可适用的裁量基准',
  en: 'Who names a benchmark does not say that none applies',
  cure: { zh: '只填写其中一项', en: 'State one of the two' },
  fields: ['/benchmark', '/noBenchmark', '/breaches/*/benchmark', '/breaches/*/noBenchmark'],
  holds: (report) =>
    found(report).every(({ benchmark, noBenchmark }) => !filled(benchmark) || !filled(noBenchmark)),
};

export const gradingDemands = [
  benchmarkOrWhyNone,
  rangeInOrder,
  groundsHeeded,
  mitigatedOnGround,
  minimumProposed,
  outsideItsGradeReasoned,
] as const;
