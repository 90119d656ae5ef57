/** What the closure of a case must not do: undo a decision, or go around the legal review. APL 58(1), SAMR-P 77. */
import { apl, policy, samrP, trans } from '@anjuan/law';
import { type EntryProvision, type Provision, forSomebodyElse } from '@anjuan/procedure';
import { discussionRequired, standingDiscussion } from '../collective-discussion/required.js';
import { isPending, withThePolice } from '../crime-transfer/provisions.js';
import { penaltiesOf } from '../execution/owed.js';
import { legalReviewRequired, standingReview } from '../legal-review/required.js';
import type { CaseFile } from '../steps.js';
import type { ClosureTerms } from './closure.js';

/** What the police have filed is theirs; until then the answer belongs into the file (SAMR-P 60(1)(5), 77(1)(4)). */
export const noCrimeReportWaiting: Provision<Pick<CaseFile, 'crimeTransfers'>> = {
  id: 'closure/no-crime-report-waiting',
  cites: apl(27, 1),
  also: [trans(5, 2), samrP(77)],
  says: '违法行为涉嫌犯罪的，行政机关应当及时将案件移送司法机关，依法追究刑事责任',
  en: 'No report of a suspected crime waits for the principal, for its sending or for the answer of the police',
  cure: {
    zh: '先由主要负责人决定、移送公安机关并登记其答复',
    en: 'Have the principal decide, send the case and record the answer of the police first',
  },
  curedBy: ['crime-transfer/decide', 'crime-transfer/send', 'crime-transfer/record-answer'],
  holds: ({ crimeTransfers }) =>
    crimeTransfers.every((one) => !isPending(one) || one.answer?.kind === 'filed'),
};

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
  fields: ['/ground'],
  holds: ({ ground }, file) => ground !== 'other' || penaltiesOf(file).length === 0,
};

/** A decision that asks for no penalty is carried out all the same: served, or the case sent. */
export const decisionNotLeftLying: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/decision-without-penalty-carried-out',
  cites: samrP(77, undefined, 4),
  also: [samrP(60, 1), samrP(17, 1), apl(27, 1)],
  says: '作出本规定第六十条第一款第二项至五项决定的',
  en: 'A case that was decided without a penalty is closed as what the decision says, once it was served or the case was sent',
  cure: {
    zh: '按不予处罚或者移送的事由结案；决定未送达、案件未移送的，先送达、移送',
    en: 'Close it as not punished or as transferred; serve the decision or send the case first',
  },
  fields: ['/ground'],
  holds: ({ ground }, { decision }) =>
    ground !== 'other' || decision === undefined || decision.outcome.kind === 'penalty',
};

/** What the last report wants punished is decided; a review that agreed to it agreed to no closure. */
export const proposedPenaltyDecided: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/no-proposed-penalty-let-off',
  cites: policy(
    '拟处罚案件应当作出决定，不得以其他事由结案；What is to be punished by the report is decided, never closed on another ground',
  ),
  also: [apl(57, 1), samrP(60, 1), samrP(77)],
  says: '调查终结报告拟给予行政处罚的，应当依法作出决定；已经立案侦查的涉嫌犯罪案件除外',
  en: 'A case whose last report proposes a penalty is decided, unless the police have filed it',
  cure: {
    zh: '依法作出决定后按相应事由结案；不应处罚的，重新提出调查终结报告并经审核',
    en: 'Decide the case and close it on the ground that fits; where it is not to be punished, conclude it anew and have it reviewed',
  },
  curedBy: ['decision/make', 'legal-review/send', 'case-review/send', 'investigation/conclude'],
  instead: true,
  fields: ['/ground'],
  holds: ({ ground }, file) =>
    ground !== 'other' || withThePolice(file) || file.reports.at(-1)?.proposal.kind !== 'penalty',
};

/** Otherwise a note and a leader would take the place of the decision that every filed case is owed. */
export const otherCircumstanceShown: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/other-circumstance-shown',
  cites: policy(
    '立案后未作决定的案件，以其他事由结案限于列明的情形；Once filed, a case that nobody has decided is closed on another ground in the circumstances listed alone',
  ),
  also: [apl(57, 1), samrP(60, 1), samrP(77, undefined, 5)],
  says: '立案后未作出决定，以其他事由结案的，应当属于并案、重复立案、立案被撤销、上级机关办理或者公安机关已立案，并附证明文书',
  en: 'A filed case that was not decided is closed on another ground only where it was joined with another, filed twice, its filing annulled, taken over by the superior, or filed by the police; a paper shows it, but for the police, whose answer is in the file',
  cure: {
    zh: '选择相应情形并附证明文书；不属于这些情形的，依法作出决定',
    en: 'Choose the circumstance and bind its paper; where it is none of them, decide the case',
  },
  fields: ['/circumstance', '/ground', '/paper'],
  holds: ({ ground, circumstance, paper }, file) => {
    if (ground !== 'other' || file.decision !== undefined || file.summary !== undefined) return true;
    if (circumstance === 'filed-by-the-police') return withThePolice(file);
    return circumstance !== undefined && paper !== undefined;
  },
};

/** Before a report nothing can be reviewed: a case marked as major at filing is not closed without a paper. */
export const markedClosedOnPaper: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/marked-case-closed-on-a-paper',
  cites: policy(
    '立案时列为重大的案件，未经调查终结以其他事由结案的，应当附书面依据；A case marked as major is not closed unconcluded without a paper',
  ),
  also: [apl(58, 1), samrP(77, undefined, 5)],
  says: '立案时列为重大、尚未调查终结的案件，以其他事由结案的，应当附证明该事由的文书',
  en: 'A case that was marked as major when it was filed, and never concluded, is closed on another ground only with a paper that shows it',
  cure: { zh: '附上证明结案事由的文书', en: 'Bind the paper that shows the ground' },
  fields: ['/ground', '/paper'],
  holds: ({ ground, paper }, file, context) =>
    ground !== 'other' ||
    file.reports.length > 0 ||
    paper !== undefined ||
    !legalReviewRequired(file, context),
};

/** As the end of the investigation of such a case asks it (`suspension/marked-case-ended-by-the-principal`). */
export const markedClosedByThePrincipal: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/marked-case-closed-by-the-principal',
  cites: policy(
    '立案时列为重大的案件，未经调查终结以其他事由结案的，由主要负责人批准；The principal approves that a case marked as major is closed unconcluded',
  ),
  also: [apl(58, 1), samrP(77, undefined, 5)],
  says: '立案时列为重大、尚未调查终结的案件，以其他事由结案的，由行政机关主要负责人批准',
  en: 'The principal of the agency approves that a case that was marked as major, and never concluded, is closed on another ground',
  noCure: forSomebodyElse,
  fields: ['/ground'],
  holds: ({ ground }, file, context) =>
    ground !== 'other' ||
    file.reports.length > 0 ||
    context.actor.capacity === 'principal' ||
    !legalReviewRequired(file, context),
};

/** Stated of the decision in ../legal-review; a closure must not be the way around it. */
export const majorReviewedBeforeClosure: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/major-case-reviewed',
  cites: policy(
    '重大案件不经法制审核不得以其他事由结案；No other ground closes a major case that no legal review has passed',
  ),
  also: [apl(58, 1)],
  says: '已经调查终结的重大案件，以其他事由结案的，现有案卷应当通过法制审核；已经立案侦查的涉嫌犯罪案件除外',
  en: 'A major case whose investigation was concluded has passed legal review as it stands before it is closed on another ground, unless the police have filed it',
  cure: { zh: '将现有案卷送法制审核并通过', en: 'Have the present file pass legal review' },
  curedBy: ['legal-review/send', 'legal-review/give-opinion'],
  fields: ['/ground'],
  holds: ({ ground }, file, context) =>
    ground !== 'other' ||
    file.reports.length === 0 ||
    withThePolice(file) ||
    !legalReviewRequired(file, context) ||
    standingReview(file, context) !== undefined,
};

/** What a decision to let off would ask (`decision/discussed-together`), a closure in its place asks as well. */
export const letOffDiscussed: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/let-off-discussed',
  cites: policy(
    '重大案件曾提出处罚建议，以其他事由结案的，同样由负责人集体讨论；Where a penalty was once proposed in a major case, it is let off by the leaders together, also by closing the case',
  ),
  also: [apl(57, 2)],
  says: '重大案件曾拟给予行政处罚，改为不予处罚并以其他事由结案的，应当由负责人集体讨论决定',
  en: 'A major case in which a penalty was once proposed is closed on another ground only after the leaders have discussed it together',
  cure: {
    zh: '由负责人集体讨论，或者依法作出决定',
    en: 'Let the leaders discuss it together, or decide the case',
  },
  curedBy: ['collective-discussion/open', 'collective-discussion/conclude'],
  // For a report that still proposes it `closure/no-proposed-penalty-let-off` refuses.,
  fields: ['/ground'],
  holds: ({ ground }, file, context) =>
    ground !== 'other' ||
    file.decision !== undefined ||
    file.reports.at(-1)?.proposal.kind === 'penalty' ||
    withThePolice(file) ||
    !discussionRequired(file, context) ||
    standingDiscussion(file) !== undefined,
};
