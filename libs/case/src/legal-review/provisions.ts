/** What legal review asks, and what asks for legal review: APL 58, SAMR-P 50–51. */
import { type Provision, actsAs, forSomebodyElse } from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import { heardUntil } from '../hearing/sat.js';
import type { CaseFile } from '../steps.js';
import { latestReview } from '../review/provisions.js';
import { qualifiedToReview } from '../review/qualified.js';
import { waitingReview } from '../review/review.js';
import { legalReviewRequired, standingReview, type Reviewable } from './required.js';

export const byLegalReviewer = actsAs({
  id: 'legal-review/by-a-legal-reviewer',
  cites: apl(58, 1),
  says: '应当由从事行政处罚决定法制审核的人员进行法制审核',
  en: 'Legal review is done by the people of legal review',
  noCure: forSomebodyElse,
  capacities: ['legal-reviewer'],
});

export const sentForLegalReview: Provision<Pick<CaseFile, 'reviews'>> = {
  id: 'legal-review/sent-and-unanswered',
  cites: samrP(49, 1),
  says: '办案机构应当将调查终结报告连同案件材料，交由市场监督管理部门审核机构进行审核',
  en: 'The case was sent for legal review and has not been answered yet',
  cure: { zh: '先送法制审核', en: 'Send it for legal review first' },
  curedBy: ['legal-review/send'],
  holds: (file) => waitingReview(file)?.kind === 'legal',
};

export const firstTimeReviewerQualified: Provision<unknown> = {
  id: 'legal-review/first-time-reviewer-qualified',
  cites: apl(58, 2),
  also: [samrP(51)],
  says: '行政机关中初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格',
  en: 'A reviewer who began in 2018 or later holds the national legal qualification',
  cure: { zh: '由取得法律职业资格的人员审核', en: 'Let a qualified reviewer do it' },
  noCure: forSomebodyElse,
  holds: (_, { people, actor }) => qualifiedToReview(people[actor.person]),
};

type Reviewed = Reviewable & Pick<CaseFile, 'reviews' | 'recusals'>;

/** Defined here, with article 58; checked in ../decision, under article 57. */
export const noDecisionWithoutReview: Provision<Reviewed> = {
  id: 'legal-review/no-decision-without-review',
  cites: apl(58, 1),
  also: [
    samrP(50, 1),
    policy(
      '应当告知听证权利的处罚均经法制审核；Every penalty that gives a right to a hearing is legally reviewed',
    ),
    policy(
      '需要法制审核的案件，不予处罚和移送的决定同样经法制审核；Of a case that needs it, a decision not to punish or to hand over is legally reviewed as well',
    ),
    policy('曾送法制审核的案件，仍由法制审核；A case that was once sent for legal review stays with it'),
  ],
  says: '未经法制审核或者审核未通过的，不得作出决定',
  en: 'No decision unless the file as it stands now has passed legal review',
  cure: { zh: '将现有案卷送法制审核并通过', en: 'Have the present file pass legal review' },
  curedBy: ['legal-review/send', 'legal-review/give-opinion'],
  holds: (file, context) =>
    !legalReviewRequired(file, context) || standingReview(file, context) !== undefined,
};

export const reviewedAfterHearing: Provision<Pick<CaseFile, 'hearing' | 'reviews'>> = {
  id: 'legal-review/after-the-hearing',
  cites: samrP(50, 2),
  also: [apl(58, 1, 2)],
  says: '前款第二项规定的案件，在听证程序结束后进行法制审核',
  en: 'A case that went through a hearing is reviewed after its hearing',
  cure: { zh: '听证结束后重新送法制审核', en: 'Send it for legal review after the hearing' },
  curedBy: ['legal-review/send'],
  holds: (file) => {
    const { report, earlier = [], sessions = [] } = file.hearing;
    const parts = [...sessions, heardUntil(file.hearing), report, ...earlier];
    const over = Math.max(...parts.map((part) => part?.entry ?? -1));
    return over < 0 || (latestReview(file)?.entry ?? -1) > over;
  },
};
