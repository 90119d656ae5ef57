/** The oracle's own measure of penalties: what is major, what gives a hearing, what is heavier. */
import type { Outcome, Penalty, PenaltyKind } from '@anjuan/case';
import type { AgencyLists } from '@anjuan/law';
import { listedWorth } from './goods.js';
import { allOf, lastEntry, lastOf } from './record.js';
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

type Proposed = Readonly<{
  penalties: readonly Penalty[];
  goodsValue: number | undefined;
  illegalGains: number | undefined;
}>;

/** The larger of what the penalty and the report say; what neither says is large. */
const worth = (penalties: readonly Penalty[], kind: PenaltyKind, reported: number | undefined): number => {
  const amounts = penalties.filter((penalty) => penalty.kind === kind).map(({ fen }) => fen);
  if (amounts.length === 0) return 0;
  if (reported === undefined && amounts.includes(undefined)) return Number.MAX_SAFE_INTEGER;
  return Math.max(sum(penalties, kind), reported ?? 0);
};

/** APL 63(1), (一)–(二): large fines; large gains and goods. An individual business has the lower amount. */
const large = (
  record: readonly CaseEvent[],
  { penalties: named, goodsValue, illegalGains }: Proposed,
  { hearingThresholds }: AgencyLists,
): boolean => {
  const penalties = named.map((penalty) => {
    const listed = listedWorth(record, penalty);
    return listed === undefined ? penalty : { ...penalty, fen: Math.max(listed, penalty.fen ?? 0) };
  });
  const found = lastOf(record, 'PartyIdentified')?.data.party;
  const kind = (found ?? lastOf(record, 'CaseFiled')?.data.terms.party)?.kind;
  const reachedBy = (of: 'entity' | 'naturalPerson', amount: number): boolean => {
    const { comparator, fen } = hearingThresholds[of];
    return amount >= national[of] || (comparator === '>=' ? amount >= fen : amount > fen);
  };
  const reached = (amount: number): boolean =>
    (kind !== 'natural-person' && reachedBy('entity', amount)) ||
    (kind !== 'entity' && reachedBy('naturalPerson', amount));
  const taken =
    worth(penalties, 'confiscation-of-gains', illegalGains) +
    worth(penalties, 'confiscation-of-goods', goodsValue);
  return reached(sum(penalties, 'fine')) || reached(taken);
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
  const proposals = reports.map(({ proposal, goodsValueFen, illegalGainsFen }) => ({
    penalties: penaltiesIn(proposal),
    goodsValue: goodsValueFen,
    illegalGains: illegalGainsFen,
  }));
  const { goodsValue, illegalGains } = proposals.at(-1) ?? { goodsValue: undefined, illegalGains: undefined };
  const decided = { penalties, goodsValue, illegalGains };
  return (
    marked ||
    lastEntry(record, 'HearingHeld', 'HearingAdjourned') >= 0 ||
    [decided, ...proposals].some((proposed) => heavy(record, proposed, lists))
  );
};

/** More of a line than the other list holds of it, where both name lines. */
const isMoreGoods = (these: readonly Penalty[], others: readonly Penalty[]): boolean => {
  const goods = (of: readonly Penalty[]) => of.flatMap(({ items = [] }) => items);
  const count = (of: readonly Penalty[], at: Readonly<{ entry: number; line: number }>): number =>
    goods(of)
      .filter(({ entry, line }) => entry === at.entry && line === at.line)
      .reduce((total, { quantity }) => total + quantity, 0);
  return goods(others).length > 0 && goods(these).some((item) => count(these, item) > count(others, item));
};

/** A kind, an amount of money or a length that the other list does not hold. */
const isHeavier = (these: readonly Penalty[], others: readonly Penalty[]): boolean =>
  these.some(({ kind, days = 0 }) => {
    const same = others.filter((other) => other.kind === kind);
    const money = kind === 'fine' || kind === 'confiscation-of-gains';
    if (same.length === 0 || (money && sum(these, kind) > sum(others, kind))) return true;
    if (isMoreGoods(these, others)) return true;
    return days > Math.max(...same.map((other) => other.days ?? Number.POSITIVE_INFINITY));
  });

/** A warning in the place of what the party was heard on is less of it (APL 9, 45). */
export const isHeavierThanHeard = (these: readonly Penalty[], others: readonly Penalty[]): boolean => {
  const replaced = others.some(
    ({ kind }) =>
      kind !== 'warning' && kind !== 'public-criticism' && these.every((other) => other.kind !== kind),
  );
  return isHeavier(replaced ? these.filter(({ kind }) => kind !== 'warning') : these, others);
};

/** One text for one ending, in whatever order its penalties stand. */
export const asText = (outcome: Outcome): string => {
  if (outcome.kind !== 'penalty') return outcome.kind;
  const lines = outcome.penalties.map(
    ({ kind, fen = '', what = '', days = '', breach = '', items = [], exemption }) =>
      `${kind} ${fen} ${what} ${days} ${breach} ${exemption?.law ?? ''} ${items
        .map(({ entry, line, quantity }) => `${entry}/${line}/${quantity}`)
        .sort()
        .join()}`,
  );
  return lines.sort().join('\n');
};
