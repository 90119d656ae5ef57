/** After the review and before the notice: SAMR-P 56. */
import { type EntryProvision, type Provision, actsAs, filled, forSomebodyElse } from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { standingReview, type Reviewable } from '../legal-review/required.js';
import { sameOutcome } from '../penalty/heavier.js';

type Reviewed = Reviewable & Pick<CaseFile, 'investigation' | 'reviews' | 'recusals'>;

export const answeredByLeader = actsAs({
  id: 'proposal/answered-by-a-leader',
  cites: samrP(56),
  says: '办案机构应当将案件材料、行政处罚建议及审核意见报市场监督管理部门负责人批准',
  en: 'The proposal is put before a leader of the agency',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const reviewPassed: Provision<Reviewed> = {
  id: 'proposal/review-passed',
  cites: samrP(56),
  says: '审核机构完成审核并退回案件材料后，对于拟给予行政处罚的案件，办案机构应当将案件材料、行政处罚建议及审核意见报市场监督管理部门负责人批准，并依法履行告知等程序',
  en: 'The file as it stands now has passed the review this case needs',
  cure: { zh: '将现有案卷送审核并通过', en: 'Have the present file pass review' },
  curedBy: ['legal-review/send', 'legal-review/give-opinion', 'case-review/send', 'case-review/give-opinion'],
  holds: (file, context) => standingReview(file, context) !== undefined,
};

/** Approved after the review in force, for what the report proposes now. */
export const proposalApproved: Provision<Reviewed & Pick<CaseFile, 'proposal'>> = {
  id: 'proposal/approved',
  cites: samrP(56),
  says: '行政处罚建议及审核意见报市场监督管理部门负责人批准，并依法履行告知等程序',
  en: 'A leader has approved the present proposal after its review',
  cure: { zh: '报负责人批准处罚建议', en: 'Have a leader approve the proposal' },
  curedBy: ['proposal/approve'],
  holds: ({ proposal, investigation, reviews }) =>
    proposal?.state === 'approved' &&
    proposal.outcome !== undefined &&
    investigation !== undefined &&
    sameOutcome(proposal.outcome, investigation.proposal) &&
    proposal.entry > (reviews.at(-1)?.answer ?? -1),
};

/** As with a review: what one leader has returned is not put before another one as it is. */
export const returnedDealtWith: Provision<Pick<CaseFile, 'proposal' | 'investigation'>> = {
  id: 'proposal/returned-dealt-with',
  cites: policy(
    '退回的处理建议重新提出后再批准；A proposal that was returned is made again before it is approved',
  ),
  also: [samrP(56)],
  says: '负责人退回的处理建议，应当重新提出；未重新提出的，其他负责人不得批准',
  en: 'A proposal that a leader has returned is approved by that leader, or after it was made again',
  cure: { zh: '重新终结调查，提出处理建议', en: 'Conclude the investigation again, with a proposal' },
  curedBy: ['investigation/conclude'],
  holds: ({ proposal, investigation }, { actor }) =>
    proposal?.state !== 'returned' ||
    proposal.by === actor.person ||
    (investigation?.entry ?? -1) > proposal.entry,
};

export const returnReasoned: EntryProvision<unknown, Readonly<{ reason: string }>> = {
  id: 'proposal/return-gives-its-reason',
  cites: apl(57, 1),
  says: '行政机关负责人应当对调查结果进行审查',
  en: 'A proposal that is returned says why',
  cure: { zh: '填写退回理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};
