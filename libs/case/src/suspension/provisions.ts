/** When an investigation is suspended, resumed, and terminated without a decision: SAMR-P 46–47. */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  stageOver,
} from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import { requestedTerms } from '../approval/requested-terms.js';
import { servedBy } from '../service/reached.js';
import type { CaseFile } from '../steps.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import type { Resume, SuspensionTerms, TerminationTerms } from './suspension.js';

type Suspensions = Pick<CaseFile, 'suspensions'>;
type Approvals = Pick<CaseFile, 'approvals'>;

const atRest = ({ suspensions }: Suspensions): boolean =>
  suspensions.some(({ resumedOn }) => resumedOn === undefined);

export const undecidedYet: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'suspension/before-the-decision',
  cites: policy('作出决定后不再中止、终止调查；Nothing is left to investigate after the decision'),
  also: [samrP(46), samrP(47)],
  says: '中止、终止调查应当在作出决定之前',
  en: 'An investigation is suspended or ended before the case is decided',
  noCure: stageOver,
  holds: ({ decision }) => decision === undefined,
};

export const notTerminated: Provision<Pick<CaseFile, 'termination'>> = {
  id: 'suspension/investigation-not-ended',
  cites: samrP(47),
  says: '致使案件调查无法继续进行的，经市场监督管理部门负责人批准，案件终止调查',
  en: 'The investigation has not been ended: what was ended leads to closure and to nothing else',
  cure: { zh: '办理结案', en: 'Close the case' },
  curedBy: ['closure/request'],
  instead: true,
  holds: ({ termination }) => termination === undefined,
};

export const notSuspended: Provision<Suspensions> = {
  id: 'suspension/not-suspended',
  cites: samrP(46, 2),
  says: '中止调查的原因消除后，应当立即恢复案件调查',
  en: 'The investigation is not suspended',
  cure: { zh: '原因消除后先恢复调查', en: 'Resume it once the cause is gone' },
  curedBy: ['suspension/resume'],
  holds: (file) => !atRest(file),
};

export const suspended: Provision<Suspensions> = {
  id: 'suspension/suspended',
  cites: samrP(46, 2),
  says: '中止调查的原因消除后，应当立即恢复案件调查',
  en: 'What is resumed has been suspended',
  curedBy: ['suspension/request', 'suspension/approve'],
  holds: (file) => atRest(file),
};

/** A party that died before service was never bound by the decision. */
export const undecidedOrUnserved: Provision<Pick<CaseFile, 'decision' | 'service'>> = {
  id: 'suspension/before-the-service',
  cites: policy(
    '决定送达后不再终止调查，按执行情况结案；Once the decision is served, what ends is its execution and no investigation',
  ),
  also: [samrP(47), samrP(77, undefined, 3)],
  says: '终止调查应当在决定送达之前；决定送达后当事人死亡、终止的，依法终结执行',
  en: 'An investigation is ended before the decision is served; from then on it is the execution that ends',
  cure: { zh: '申请终结执行', en: 'Have the end of the execution approved' },
  curedBy: ['execution-suspension/request-termination'],
  instead: true,
  holds: (file, { today }) => file.decision === undefined || !servedBy(file, today),
};

export const whileUnderInvestigation = [caseOpen, byHandler, undecidedYet, notTerminated] as const;

const oneRequest = {
  id: 'suspension/one-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有同一事项的申请待批的，应当先撤回或者退回',
  en: 'No other request of this matter is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
} as const;

const waiting = ({ approvals }: Approvals, matter: 'suspension' | 'termination'): boolean =>
  approvals.some((request) => request.matter === matter && request.state === 'open');

export const oneSuspensionRequest: Provision<Approvals> = {
  ...oneRequest,
  holds: (file) => !waiting(file, 'suspension'),
};

/** The same sentence of the other matter. */
export const oneTerminationRequest: Provision<Approvals> = {
  ...oneRequest,
  holds: (file) => !waiting(file, 'termination'),
};

export const suspendedByLeader = actsAs({
  id: 'suspension/approved-by-a-leader',
  cites: samrP(46, 1),
  says: '有下列情形之一的，经市场监督管理部门负责人批准，中止案件调查',
  en: 'A leader of the agency approves the suspension',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const terminatedByLeader = actsAs({
  id: 'suspension/termination-approved-by-a-leader',
  cites: samrP(47),
  says: '经市场监督管理部门负责人批准，案件终止调查',
  en: 'A leader of the agency approves the end of the investigation',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const groundStated: EntryProvision<unknown, SuspensionTerms> = {
  id: 'suspension/ground-stated',
  cites: samrP(46, 1),
  says: '有下列情形之一的，经市场监督管理部门负责人批准，中止案件调查',
  en: 'One of the five grounds is named, with the facts that make it so',
  cure: { zh: '写明中止的事实和理由', en: 'State the facts and the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const terminationStated: EntryProvision<unknown, TerminationTerms> = {
  id: 'suspension/termination-ground-stated',
  cites: samrP(47),
  says: '因涉嫌违法的自然人死亡或者法人、其他组织终止，并且无权利义务承受人等原因，致使案件调查无法继续进行的',
  en: 'It is stated why the investigation cannot go on, and that nobody succeeds to rights and duties',
  cure: { zh: '写明终止的事实和理由', en: 'State the facts and the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const resumedForReason: EntryProvision<unknown, Resume> = {
  id: 'suspension/resumed-for-a-reason',
  cites: samrP(46, 2),
  says: '中止调查的原因消除后，应当立即恢复案件调查',
  en: 'It is stated how the cause of the suspension came to an end',
  cure: { zh: '写明原因如何消除', en: 'State how the cause is gone' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const requestedSuspension = requestedTerms('suspension');
export const requestedTermination = requestedTerms('termination');
