/** What the closure of a case must not do: undo a decision, or go around the legal review. APL 58(1), SAMR-P 77. */
import { apl, policy, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { penaltiesOf } from '../execution/owed.js';
import { legalReviewRequired, standingReview } from '../legal-review/required.js';
import type { CaseFile } from '../steps.js';
import type { ClosureTerms } from './closure.js';

/** No closure lets off what a decision demands. */
export const nothingLetOff: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/no-standing-penalty-let-off',
  cites: policy(
    '处罚决定不因结案而免除；A penalty that stands is performed, ended by law or changed, never let off by closing the case',
  ),
  also: [samrP(77)],
  says: '处罚决定有效的案件，应当按执行完毕、终结执行或者撤销决定等相应事由结案',
  en: 'A case whose penalty stands is closed on the ground of what became of the penalty',
  cure: {
    zh: '选择相应事由；未执行完毕的，先执行、终结执行或者依法变更决定',
    en: 'Choose the ground that fits; perform the penalty, have its execution ended or the decision changed first',
  },
  holds: ({ ground }, file) => ground !== 'other' || penaltiesOf(file).length === 0,
};

/** Stated of the decision in ../legal-review; a closure must not be the way around it. */
export const majorReviewedBeforeClosure: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/major-case-reviewed',
  cites: policy(
    '重大案件不经法制审核不得以其他事由结案；No other ground closes a major case that no legal review has passed',
  ),
  also: [apl(58, 1)],
  says: '已经调查终结的重大案件，以其他事由结案的，现有案卷应当通过法制审核',
  en: 'A major case whose investigation was concluded has passed legal review as it stands before it is closed on another ground',
  cure: { zh: '将现有案卷送法制审核并通过', en: 'Have the present file pass legal review' },
  curedBy: ['legal-review/send', 'legal-review/give-opinion'],
  holds: ({ ground }, file, context) =>
    ground !== 'other' ||
    file.reports.length === 0 ||
    !legalReviewRequired(file, context) ||
    standingReview(file, context) !== undefined,
};
