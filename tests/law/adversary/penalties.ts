/** The oracle's own measure of penalties: what is major, what gives a hearing, what is heavier. */
import type { Outcome, Penalty, PenaltyKind } from '@anjuan/case';
import type { AgencyLists } from '@anjuan/law';
import { allOf, lastOf } from './record.js';
import type { CaseEvent } from '@anjuan/case';

export const penaltiesIn = (outcome: Outcome): readonly Penalty[] =>
  outcome.kind === 'penalty' ? outcome.penalties : [];

const sum = (penalties: readonly Penalty[], ...kinds: readonly PenaltyKind[]): number =>
  penalties.filter(({ kind }) => kinds.includes(kind)).reduce((fen, penalty) => fen + (penalty.fen ?? 0), 0);

/** APL 63(1), (三)–(五). */
const heavyKinds: readonly PenaltyKind[] = [
  'qualification-lowering',
  'permit-revocation',
  'permit-withholding',
  'suspension',
  'closure',
  'employment-restriction',
  'business-restriction',
];

/** SAMR-H 5, the number itself included; what an agency's list says can only be less. */
const national = { naturalPerson: 10_000_00, entity: 100_000_00 } as const;

type Proposed = Readonly<{ penalties: readonly Penalty[]; goodsValue: number }>;

/** APL 63(1), (一)–(二): large fines; large gains and goods. */
const large = (
  record: readonly CaseEvent[],
  { penalties, goodsValue }: Proposed,
  { hearingThresholds }: AgencyLists,
): boolean => {
  const kind = lastOf(record, 'CaseFiled')?.data.terms.party.kind;
  const asEntity =
    kind === 'entity' ||
    (kind === 'individual-business' && hearingThresholds.individualBusiness === 'entity');
  const of = asEntity ? 'entity' : 'naturalPerson';
  const { comparator, fen } = hearingThresholds[of];
  const reached = (amount: number) =>
    amount >= national[of] || (comparator === '>=' ? amount >= fen : amount > fen);
  const named = sum(penalties, 'confiscation-of-goods');
  const takesGoods = penalties.some((penalty) => penalty.kind === 'confiscation-of-goods');
  const valued = takesGoods && named === 0 ? goodsValue : named;
  return reached(sum(penalties, 'fine')) || reached(sum(penalties, 'confiscation-of-gains') + valued);
};

/** What gives a hearing, whatever the list; and what the list names besides. */
const heavy = (record: readonly CaseEvent[], proposed: Proposed, lists: AgencyLists): boolean => {
  const kinds = proposed.penalties.map(({ kind }) => kind);
  return (
    heavyKinds.some((kind) => kinds.includes(kind)) ||
    large(record, proposed, lists) ||
    (lists.majorDecisions.triggers.includes('every-penalty') && kinds.length > 0)
  );
};

/** APL 58(1) and the agency's list: whether these penalties, in this case, ask for legal review, or any report did. */
export const isMajor = (
  record: readonly CaseEvent[],
  penalties: readonly Penalty[],
  lists: AgencyLists,
): boolean => {
  const reports = allOf(record, 'InvestigationConcluded').map(({ data }) => data);
  const filed = lastOf(record, 'CaseFiled')?.data.terms.marks;
  const marked = [filed, ...reports.map(({ marks }) => marks)].some(
    (marks) =>
      marks?.complex === true ||
      marks?.majorPublicInterest === true ||
      marks?.reviewRequiredByOtherLaw === true,
  );
  const proposals = reports.map(({ proposal, goodsValueFen = 0 }) => ({
    penalties: penaltiesIn(proposal),
    goodsValue: goodsValueFen,
  }));
  const decided = { penalties, goodsValue: proposals.at(-1)?.goodsValue ?? 0 };
  return (
    marked ||
    allOf(record, 'HearingHeld').length > 0 ||
    [decided, ...proposals].some((proposed) => heavy(record, proposed, lists))
  );
};

/** A kind, an amount of money or a length that the other list does not hold. */
export const isHeavier = (these: readonly Penalty[], others: readonly Penalty[]): boolean =>
  these.some(({ kind, days = 0 }) => {
    const same = others.filter((other) => other.kind === kind);
    const money = kind === 'fine' || kind === 'confiscation-of-gains';
    if (same.length === 0 || (money && sum(these, kind) > sum(others, kind))) return true;
    return days > Math.max(...same.map((other) => other.days ?? Number.POSITIVE_INFINITY));
  });

/** One text for one ending, in whatever order its penalties stand. */
export const asText = (outcome: Outcome): string => {
  if (outcome.kind !== 'penalty') return outcome.kind;
  const lines = outcome.penalties.map(
    ({ kind, fen = '', what = '', days = '' }) => `${kind} ${fen} ${what} ${days}`,
  );
  return lines.sort().join('\n');
};
