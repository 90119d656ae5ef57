/** Every ordinary case that needs no legal review has a case review: SAMR-P 52. */
import { type Provision, actsAs, forSomebodyElse } from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { legalReviewRequired, standingReview, type Reviewable } from '../legal-review/required.js';
import { waitingReview } from '../review/review.js';

export const byCaseReviewer = actsAs({
  id: 'case-review/by-a-case-reviewer',
  cites: samrP(52, 2),
  says: '案件审核由市场监督管理部门办案机构或者其他机构负责实施',
  en: 'Case review is done by the people of case review',
  noCure: forSomebodyElse,
  capacities: ['case-reviewer'],
});

export const caseReviewDoes: Provision<Reviewable> = {
  id: 'case-review/where-no-legal-review-is-required',
  cites: policy(
    '按本机关标准应当法制审核或者曾送法制审核的案件，不以案件审核代替；A case that the agency reviews legally, or has sent for it once, is not reviewed otherwise instead',
  ),
  also: [samrP(52, 1), samrP(50, 1)],
  says: '应当进行法制审核的案件和曾送法制审核的案件，不以案件审核代替法制审核',
  en: 'Case review is for the cases that need no legal review',
  cure: { zh: '本案应当送法制审核', en: 'Send this case for legal review' },
  curedBy: ['legal-review/send'],
  instead: true,
  holds: (file, context) => !legalReviewRequired(file, context),
};

export const sentForCaseReview: Provision<Pick<CaseFile, 'reviews'>> = {
  id: 'case-review/sent-and-unanswered',
  cites: samrP(49, 1),
  says: '办案机构应当将调查终结报告连同案件材料，交由市场监督管理部门审核机构进行审核',
  en: 'The case was sent for case review and has not been answered yet',
  cure: { zh: '先送案件审核', en: 'Send it for case review first' },
  curedBy: ['case-review/send'],
  holds: (file) => waitingReview(file)?.kind === 'case',
};

/** Defined here, with article 52; checked in ../decision. */
export const noDecisionWithoutCaseReview: Provision<Reviewable & Pick<CaseFile, 'reviews' | 'recusals'>> = {
  id: 'case-review/no-decision-without-review',
  cites: samrP(52, 1),
  says: '除本规定第五十条第一款规定以外适用普通程序的案件，应当进行案件审核',
  en: 'No decision unless the file as it stands now has passed its review',
  cure: { zh: '将现有案卷送审核并通过', en: 'Have the present file pass review' },
  curedBy: ['case-review/send', 'case-review/give-opinion'],
  holds: (file, context) => legalReviewRequired(file, context) || standingReview(file, context) !== undefined,
};
