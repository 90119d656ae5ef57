/**
 * Which capacities nobody holds at the same time. An officer may review, and a unit head may host, in a case that is not
 * theirs: there the provisions on the case keep them apart.
 */
import type { Capacity } from '@anjuan/case';

type Why = Readonly<{ zh: string; en: string }>;

const alone: Why = {
  zh: '管理员、执法监督人员不得兼任其他身份',
  en: 'Administrators and auditors hold no other capacity',
};
const reviewsAndLeads: Why = {
  zh: '审核人员不得兼任送审的机构负责人或者作出决定的机关负责人',
  en: 'Nobody reviews for legality what they send for review or decide on',
};

/** Who grants, and who audits, does nothing else: what they did would be looked at by themselves. */
const exclusive: readonly Capacity[] = ['administrator', 'auditor'];

const apart: Partial<Record<Capacity, readonly Capacity[]>> = {
  'legal-reviewer': ['unit-head', 'leader', 'principal'],
  'case-reviewer': ['leader', 'principal'],
};

export const whyIncompatible = (one: Capacity, other: Capacity): Why | undefined => {
  if (one === other) return undefined;
  if (exclusive.includes(one) || exclusive.includes(other)) return alone;
  return apart[one]?.includes(other) || apart[other]?.includes(one) ? reviewsAndLeads : undefined;
};
