/** What the end of the execution of a major decision asks: it undoes what legal review has passed. ACL 40; APL 58(1). */
import { acl, apl, policy, samrP } from '@anjuan/law';
import { type EntryProvision, forSomebodyElse } from '@anjuan/procedure';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import type { CaseFile } from '../steps.js';
import type { ApproveExecutionRest, ExecutionTerminationTerms } from './execution-suspension.js';
import { requestedTermination } from './provisions.js';

type File = Reviewable & Pick<CaseFile, 'approvals'>;

/** Three years of suspension the program counts by itself. */
export const endOfMajorShown: EntryProvision<Reviewable, ExecutionTerminationTerms> = {
  id: 'execution-suspension/end-of-a-major-decision-shown',
  cites: policy(
    '重大决定终结执行，应当附证明该情形的文书；The end of the execution of a major decision is shown by a paper',
  ),
  also: [acl(40), samrP(78, 1)],
  says: '重大行政处罚决定终结执行的，应当附证明死亡、终止、灭失或者其他情形的文书',
  en: 'Where the decision needed legal review, a paper shows why its execution ends, unless three years of suspension have run out',
  cure: { zh: '附上证明该情形的文书', en: 'Bind the paper that shows it' },
  fields: ['/ground', '/paper'],
  holds: ({ ground, paper }, file, context) =>
    ground === 'three-years-suspended' || paper !== undefined || !legalReviewRequired(file, context),
};

/** The same provision, checked on the requested terms. */
export const endOfMajorShownWhenApproved: EntryProvision<File, ApproveExecutionRest> = {
  ...endOfMajorShown,
  fields: ['/approval'],
  holds: ({ approval }, file, context) => {
    const terms = requestedTermination(file, approval);
    return terms === undefined || endOfMajorShown.holds(terms, file, context);
  },
};

/** ACL 40(5) leaves the ground to the agency: to its head, not to one leader. */
export const otherEndByThePrincipal: EntryProvision<File, ApproveExecutionRest> = {
  id: 'execution-suspension/other-end-by-the-principal',
  cites: policy(
    '重大决定以其他情形终结执行的，由主要负责人批准；The principal approves another end of the execution of a major decision',
  ),
  also: [acl(40), apl(58, 1)],
  says: '重大行政处罚决定以其他情形终结执行的，由行政机关主要负责人批准',
  en: 'Where the decision needed legal review, the principal of the agency approves an end of its execution on another ground',
  noCure: forSomebodyElse,
  fields: ['/approval'],
  holds: ({ approval }, file, context) =>
    requestedTermination(file, approval)?.ground !== 'other' ||
    context.actor.capacity === 'principal' ||
    !legalReviewRequired(file, context),
};
