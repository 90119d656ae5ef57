/** When an execution is suspended, resumed and terminated: ACL 39, 40. */
import { type EntryProvision, type Provision, actsAs, filled, forSomebodyElse } from '@anjuan/procedure';
import { acl, count, policy, timeLimit, type Calendar, type LocalDate } from '@anjuan/law';
import { onRequestedTerms, requestedTerms } from '../approval/requested-terms.js';
import type { CaseFile } from '../steps.js';
import { applicationOf, isRefusal, lastAnswerOf, type Enforced } from '../court-enforcement/standing.js';
import { ordersFirst } from '../decision-change/orders-first.js';
import { owed } from '../execution/owed.js';
import { confiscatedGoodsLeft, nothingConfiscatedHere } from '../goods/confiscated.js';
import type {
  ExecutionSuspension,
  ExecutionSuspensionTerms,
  ExecutionTerminationTerms,
  ResumeExecution,
} from './execution-suspension.js';
import { suspensionOf, type AtRest } from './standing.js';

type Approvals = Pick<CaseFile, 'approvals'>;

export const somethingToExecute: Provision<Pick<CaseFile, 'decision' | 'summary' | 'execution' | 'goods'>> = {
  id: 'execution-suspension/something-to-execute',
  cites: acl(34),
  says: '行政机关依法作出行政决定后，当事人在行政机关决定的期限内不履行义务的',
  en: 'Something of the decision is still to be performed: money is owed, or confiscated goods are left',
  cure: { zh: '已经履行完毕的，办理结案', en: 'Close the case if everything is performed' },
  curedBy: ['closure/request'],
  instead: true,
  holds: (file) => {
    const { left } = owed(file);
    return left.fine > 0 || left.gains > 0 || confiscatedGoodsLeft(file);
  },
};

/** What a court enforces, a court suspends and ends: CPL, not ACL 39 and 40. */
export const notWithTheCourt: Provision<Enforced> = {
  id: 'execution-suspension/not-with-the-court',
  cites: policy(
    '已经申请法院强制执行的，由法院裁定中止、终结；What a court enforces, the court suspends and ends',
  ),
  also: [acl(53)],
  says: '已经申请人民法院强制执行且法院未裁定不予受理、不予执行的，中止、终结执行由人民法院裁定',
  en: 'No application is before the court, and none has been granted',
  cure: { zh: '登记法院的裁定', en: "Enter the court's answer" },
  curedBy: ['court-enforcement/record-court-answer'],
  holds: (file) =>
    applicationOf(file) === undefined || isRefusal(lastAnswerOf(file)) || lastAnswerOf(file) === 'ended',
};

/** Checked for every act that executes: the reminder, the court, the goods. */
export const executionNotSuspended: Provision<AtRest> = {
  id: 'execution-suspension/not-suspended',
  cites: acl(39, 2),
  says: '中止执行的情形消失后，行政机关应当恢复执行',
  en: 'The execution is not suspended',
  cure: { zh: '情形消失后先恢复执行', en: 'Resume it once the cause is gone' },
  curedBy: ['execution-suspension/resume'],
  holds: (file) => suspensionOf(file) === undefined,
};

export const executionSuspended: Provision<AtRest> = {
  id: 'execution-suspension/suspended',
  cites: acl(39, 2),
  says: '中止执行的情形消失后，行政机关应当恢复执行',
  en: 'What is resumed has been suspended',
  cure: { zh: '执行未中止，直接办理', en: 'It is not suspended: go on' },
  curedBy: ['execution-suspension/request', 'execution-suspension/approve'],
  holds: (file) => suspensionOf(file) !== undefined,
};

export const executionNotTerminated: Provision<AtRest> = {
  id: 'execution-suspension/not-terminated',
  cites: acl(40),
  says: '有下列情形之一的，终结执行',
  en: 'The execution has not been ended: what was ended leads to closure and to nothing else',
  cure: { zh: '办理结案', en: 'Close the case' },
  curedBy: ['closure/request'],
  instead: true,
  holds: ({ executionTermination }) => executionTermination === undefined,
};

/** Checked for every act that executes. */
export const whileExecuted = [executionNotSuspended, executionNotTerminated, ordersFirst] as const;

type WithGoods = AtRest & Pick<CaseFile, 'decision' | 'summary' | 'goods'>;

/** What ends is the execution against the party: confiscated goods that are here are disposed of all the same (APL 74). */
const onlyGoodsHere = (file: WithGoods): boolean =>
  file.executionTermination !== undefined && !nothingConfiscatedHere(file);
const orGoodsHere = (provision: Provision<AtRest>): Provision<WithGoods> => ({
  ...provision,
  holds: (file, context) => onlyGoodsHere(file) || provision.holds(file, context),
});
export const whileGoodsAreDisposedOf = [
  orGoodsHere(executionNotSuspended),
  orGoodsHere(executionNotTerminated),
  ordersFirst,
] as const;

export const restDecidedByLeader = actsAs({
  id: 'execution-suspension/decided-by-a-leader',
  cites: policy('执行的中止、终结由负责人决定；A leader decides that an execution rests or ends'),
  says: '中止执行、终结执行由行政机关负责人批准',
  en: 'A leader of the agency suspends or ends an execution',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

const one = {
  id: 'execution-suspension/one-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有同一事项的申请待批的，应当先撤回或者退回',
  en: 'No other request of this matter is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
} as const;

const waits = ({ approvals }: Approvals, matter: 'execution-suspension' | 'execution-termination') =>
  approvals.some((request) => request.matter === matter && request.state === 'open');

export const oneSuspensionRequest: Provision<Approvals> = {
  ...one,
  holds: (file) => !waits(file, 'execution-suspension'),
};
export const oneTerminationRequest: Provision<Approvals> = {
  ...one,
  holds: (file) => !waits(file, 'execution-termination'),
};

export const suspensionExplained: EntryProvision<unknown, ExecutionSuspensionTerms> = {
  id: 'execution-suspension/ground-stated',
  cites: acl(39, 1),
  says: '有下列情形之一的，中止执行：当事人履行行政决定确有困难或者暂无履行能力的；第三人对执行标的主张权利，确有理由的；执行可能造成难以弥补的损失，且中止执行不损害公共利益的；行政机关认为需要中止执行的其他情形',
  en: 'The facts that make up the ground are stated',
  cure: { zh: '写明事实和依据', en: 'State the facts and what shows them' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

const threeYearsOver = (
  { suspendedOn }: ExecutionSuspension,
  today: LocalDate,
  calendar: Calendar,
): boolean => {
  const { length, unit, roll } = timeLimit('suspended-execution', suspendedOn);
  return count({ from: suspendedOn, length, unit, roll }, calendar).due < today;
};

/** The three conditions of ACL 39(2): two are facts, which people state; the third is counted. */
export const threeYears: EntryProvision<AtRest, ResumeExecution> = {
  id: 'execution-suspension/resumed-in-three-years',
  cites: acl(39, 2),
  says: '对没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行的，行政机关不再执行',
  en: 'After three years an execution is resumed only where there is obvious harm or the party is able to perform, which is stated',
  cure: {
    zh: '写明有明显社会危害或者当事人有能力履行；否则申请终结执行',
    en: 'State the harm or the ability; otherwise ask for the end of the execution',
  },
  fields: ['/whyStill'],
  holds: ({ whyStill }, file, { today, calendar }) => {
    const suspended = suspensionOf(file);
    return suspended === undefined || !threeYearsOver(suspended, today, calendar) || filled(whyStill);
  },
};

export const resumptionReasoned: EntryProvision<unknown, ResumeExecution> = {
  id: 'execution-suspension/cause-gone',
  cites: acl(39, 2),
  says: '中止执行的情形消失后，行政机关应当恢复执行',
  en: 'How the cause came to an end is stated',
  cure: { zh: '写明中止的情形如何消失', en: 'Say how the cause came to an end' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const terminationExplained: EntryProvision<unknown, ExecutionTerminationTerms> = {
  id: 'execution-suspension/end-explained',
  cites: acl(40),
  says: '有下列情形之一的，终结执行：公民死亡，无遗产可供执行，又无义务承受人的；法人或者其他组织终止，无财产可供执行，又无义务承受人的；执行标的灭失的；据以执行的行政决定被撤销的；行政机关认为需要终结执行的其他情形',
  en: 'The facts that make up the ground are stated',
  cure: { zh: '写明事实和依据', en: 'State the facts and what shows them' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const threeYearsRun: EntryProvision<AtRest, ExecutionTerminationTerms> = {
  id: 'execution-suspension/three-years-run-out',
  cites: acl(39, 2),
  says: '对没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行的，行政机关不再执行',
  en: 'Where three years of suspension are the ground, they are over, and it was suspended because the party cannot perform',
  cure: {
    zh: '待中止满三年；未中止执行，或者因其他情形中止的，选择相应事由',
    en: 'Wait until the three years are over; where nothing is suspended, or on another ground, choose the ground that fits',
  },
  fields: ['/ground'],
  holds: ({ ground }, file, { today, calendar }) => {
    if (ground !== 'three-years-suspended') return true;
    const suspended = suspensionOf(file);
    return suspended?.ground === 'hardship' && threeYearsOver(suspended, today, calendar);
  },
};

export const requestedSuspension = requestedTerms('execution-suspension');
export const requestedTermination = requestedTerms('execution-termination');

/** The same provision on the day of approval: the execution may have been resumed since the request. */
export const threeYearsRunWhenApproved = onRequestedTerms('execution-termination')(threeYearsRun);
