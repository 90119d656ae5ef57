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

/** APL 63(1), (一)–(二): large fines; large gains and goods. */
const large = (record: readonly CaseEvent[], penalties: readonly Penalty[], lists: AgencyLists): boolean => {
  const { naturalPerson, entity, individualBusiness } = lists.hearingThresholds;
  const kind = lastOf(record, 'CaseFiled')?.data.terms.party.kind;
  const asEntity = kind === 'entity' || (kind === 'individual-business' && individualBusiness === 'entity');
  const { comparator, fen } = asEntity ? entity : naturalPerson;
  const reached = (amount: number) => (comparator === '>=' ? amount >= fen : amount > fen);
  const named = sum(penalties, 'confiscation-of-goods');
  const takesGoods = penalties.some((penalty) => penalty.kind === 'confiscation-of-goods');
  const valued =
    takesGoods && named === 0 ? (lastOf(record, 'InvestigationConcluded')?.data.goodsValueFen ?? 0) : named;
  return reached(sum(penalties, 'fine')) || reached(sum(penalties, 'confiscation-of-gains') + valued);
};

const listed = (record: readonly CaseEvent[], penalties: readonly Penalty[], lists: AgencyLists): boolean => {
  const kinds = penalties.map(({ kind }) => kind);
  const is = (...these: readonly PenaltyKind[]) => these.some((kind) => kinds.includes(kind));
  return lists.majorDecisions.triggers.some((trigger) => {
    switch (trigger) {
      case 'hearing-eligible':
        return is(...heavyKinds) || large(record, penalties, lists);
      case 'suspension-or-closure':
        return is('suspension', 'closure');
      case 'revocation-or-lowering':
        return is('permit-revocation', 'qualification-lowering');
      case 'opened-to-public-interest':
        return false;
      case 'every-penalty':
        return penalties.length > 0;
    }
  });
};

/** APL 58(1) and the agency's list: whether these penalties, in this case, ask for legal review. */
export const isMajor = (
  record: readonly CaseEvent[],
  penalties: readonly Penalty[],
  lists: AgencyLists,
): boolean => {
  const filed = lastOf(record, 'CaseFiled')?.data.terms.marks;
  const reported = lastOf(record, 'InvestigationConcluded')?.data.marks;
  const marked = [filed, reported].some(
    (marks) =>
      marks?.complex === true ||
      marks?.majorPublicInterest === true ||
      marks?.reviewRequiredByOtherLaw === true,
  );
  return marked || allOf(record, 'HearingHeld').length > 0 || listed(record, penalties, lists);
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
