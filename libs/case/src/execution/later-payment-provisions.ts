/** What the law asks of deferral, instalments and agreements: APL 66(2), 72; SAMR-P 74; ACL 42. */
import {
  type EntryProvision,
  type Outside,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  happenedAt,
  notInThisCase,
  timeToPass,
} from '@anjuan/procedure';
import { acl, apl, dayOf, policy, samrP, type Calendar, type LocalDate } from '@anjuan/law';
import { investigatedBy } from '../review/separation.js';
import type { CaseFile } from '../steps.js';
import type {
  ApplyForInstalments,
  ApproveDeferral,
  ApproveInstalments,
  RefuseInstalments,
} from './later-payment.js';
import { owed } from './owed.js';
import { caseOpen, eitherCaseOpen, handling } from '../initiation/provisions.js';
import { missedStage, payableUntil, type Debtor } from './surcharge.js';

type Debt = Pick<CaseFile, 'decision' | 'summary' | 'execution'>;

/** The same sentences, of either procedure: APL 66(2) excepts none. */
export const openToPayLater: Provision<Pick<CaseFile, 'filing' | 'summary' | 'closure'>> = {
  ...caseOpen,
  holds: eitherCaseOpen,
};

export const fineUnpaid: Provision<Debt> = {
  id: 'execution/fine-unpaid',
  cites: apl(66, 2),
  says: '当事人确有经济困难，需要延期或者分期缴纳罚款的，经当事人申请和行政机关批准，可以暂缓或者分期缴纳',
  en: 'There is a fine not yet paid that could be paid later or in parts',
  noCure: notInThisCase,
  holds: (file) => owed(file).left.fine > 0,
};

export const noApplicationOpen: Provision<Pick<CaseFile, 'execution'>> = {
  id: 'execution/no-application-open',
  cites: policy('同一时间只有一份分期申请；One application at a time'),
  says: '已有申请尚未答复或者已经批准的，不重复申请',
  en: 'No other application is waiting or has been granted',
  cure: { zh: '先答复原申请', en: 'Answer the earlier application first' },
  curedBy: ['execution/approve-instalments', 'execution/approve-deferral', 'execution/refuse-instalments'],
  holds: ({ execution: { application } }) => application === undefined || application.state === 'refused',
};

export const hardshipInWriting: EntryProvision<unknown, ApplyForInstalments> = {
  id: 'execution/hardship-in-writing',
  cites: samrP(74),
  also: [apl(66, 2)],
  says: '当事人确有经济困难，需要延期或者分期缴纳罚款的，应当提出书面申请',
  en: 'The party applies in writing and states the hardship',
  cure: { zh: '上传书面申请并填写困难情形', en: 'Add the written application and its reason' },
  fields: ['/application', '/reason'],
  holds: ({ reason, application }) => filled(reason) && application.sha256 !== '',
};

export const answeredByLeader = actsAs({
  id: 'execution/instalments-answered-by-a-leader',
  cites: samrP(74),
  says: '经市场监督管理部门负责人批准，同意当事人暂缓或者分期缴纳罚款的，应当书面告知当事人暂缓或者分期的期限',
  en: 'A leader of the agency grants or refuses instalments',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const applicationOpen: Provision<Pick<CaseFile, 'execution'>> = {
  id: 'execution/application-open',
  cites: apl(66, 2),
  says: '经当事人申请和行政机关批准，可以暂缓或者分期缴纳',
  en: 'The party has applied and has no answer yet',
  cure: { zh: '先记录当事人的书面申请', en: "Enter the party's written application first" },
  curedBy: ['execution/apply-for-instalments'],
  holds: ({ execution }) => execution.application?.state === 'open',
};

export const answeredByAnother: Provision<Pick<CaseFile, 'execution' | 'entries' | 'filing' | 'summary'>> = {
  id: 'execution/answered-by-another',
  cites: policy('经办与审批分离；Whoever handles or records does not approve'),
  says: '办案人员、参加调查的人员和记录申请的人不得审批该申请',
  en: 'Whoever handles the case, has investigated in it or took the application down does not answer it',
  cure: { zh: '由另一名负责人审批', en: 'Let another leader answer' },
  noCure: forSomebodyElse,
  holds: (file, { actor: { person } }) => {
    const application = file.execution.application?.entry;
    const note = file.entries.find(({ entry }) => entry === application);
    return note?.recordedBy !== person && !handling(file).includes(person) && !investigatedBy(file, person);
  },
};

export const planSumsToFine: EntryProvision<Debt, ApproveInstalments> = {
  id: 'execution/plan-sums-to-the-unpaid-fine',
  cites: policy('分期之和等于未缴罚款；The instalments add up to the unpaid fine'),
  also: [apl(66, 2)],
  says: '各期金额均为正，其和等于尚未缴纳的罚款',
  en: 'Every instalment is positive and together they are the unpaid fine, no more and no less',
  cure: { zh: '调整各期金额', en: 'Adjust the amounts' },
  fields: ['/plan/*/fen'],
  holds: ({ plan }, file) =>
    plan.every(({ fen }) => Number.isSafeInteger(fen) && fen > 0) &&
    plan.reduce((sum, { fen }) => sum + fen, 0) === owed(file).left.fine,
};

export const planAhead: EntryProvision<unknown, ApproveInstalments> = {
  id: 'execution/plan-ahead-in-order',
  cites: policy('分期日期在批准之后并依次排列；Instalments fall due after the approval, one after the other'),
  also: [samrP(74)],
  says: '应当书面告知当事人暂缓或者分期的期限，期限在批准之后并依次排列',
  en: 'At least one instalment; each falls due after today and after the one before it',
  cure: { zh: '填写批准之后的日期', en: 'Enter days after today, in their order' },
  fields: ['/plan/*/due'],
  holds: ({ plan }, _, { today }) =>
    plan.length > 0 && plan.every(({ due }, index) => due > (plan[index - 1]?.due ?? today)),
};

export const deferralAhead: EntryProvision<unknown, ApproveDeferral> = {
  id: 'execution/deferral-ahead',
  cites: samrP(74),
  also: [apl(66, 2)],
  says: '同意当事人暂缓或者分期缴纳罚款的，应当书面告知当事人暂缓或者分期的期限',
  en: 'A deferral ends on a day after the approval',
  cure: { zh: '填写批准之后的日期', en: 'Enter a day after today' },
  fields: ['/until'],
  holds: ({ until }, _, { today }) => until > today,
};

/** With a plan, what of it had fallen due by then; no more than is still owed at all. */
const overdueOn = (file: Debtor, day: LocalDate, calendar: Calendar): boolean => {
  const until = payableUntil(file, calendar);
  if (until === undefined || until >= day) return false;
  return owed(file).left.gains > 0 || missedStage(file, day, calendar) !== undefined;
};

/** Money of the decision is still owed after the last day: reminder, agreement and court build on it. */
export const overdue: Provision<Debtor> = {
  id: 'execution/overdue-and-unpaid',
  cites: apl(72, 1),
  also: [acl(53)],
  says: '当事人逾期不履行行政处罚决定的，作出行政处罚决定的行政机关可以采取下列措施',
  en: 'The decision is not performed and the time for it is over',
  cure: { zh: '履行期限届满后再办理', en: 'Wait until the time to perform is over' },
  noCure: timeToPass,
  holds: (file, { today, calendar }) => overdueOn(file, today, calendar),
};

/** The same sentence of a day in the past: what is entered late was not done early. */
export const overdueThen: EntryProvision<Debtor, Outside> = {
  ...overdue,
  fields: ['/occurredAt'],
  holds: (entry, file, context) =>
    !overdue.holds(file, context) || overdueOn(file, dayOf(happenedAt(entry, context)), context.calendar),
};

export const refusalReasoned: EntryProvision<unknown, RefuseInstalments> = {
  id: 'execution/refusal-reasoned',
  cites: policy('不予批准应当说明理由；A refusal gives its reason'),
  says: '不同意暂缓或者分期缴纳的，应当说明理由',
  en: 'A refusal says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};
