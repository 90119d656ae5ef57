/** Before, when and how the agency applies to the court: ACL 35, 36, 53–58; SAMR-P 76. */
import { actsAs, checkEntry, filled, forSomebodyElse, happenedAt } from '@anjuan/procedure';
import { acl, apl, dayOf, policy, samrP, spc, type LocalDate } from '@anjuan/law';
import type { Context, EntryProvision, Outside, Provision } from '@anjuan/procedure';
import { approvalOf } from '../approval/approval.js';
import { approvedTerms } from '../approval/requested-terms.js';
import type { CaseFile } from '../steps.js';
import type { ApplyToCourt, EnforcementTerms, RecordOpinion, ServeReminder } from './court-enforcement.js';
import { servedOnOf } from '../notice/served.js';
import { ofThisDecision } from '../remedy/on-the-spot.js';
import { asItStandsSince } from '../decision-change/standing.js';
import { applicationOf, isRefusal, lastAnswerOf, remindersOf, type Enforced } from './standing.js';
import { applyUntil, enforceableFrom, reminderRunsUntil, remedyEnds } from './remedy-period.js';

type Approvals = Pick<CaseFile, 'approvals'>;
type Periods = Pick<
  CaseFile,
  'service' | 'summary' | 'remedies' | 'execution' | 'decision' | 'formerDecisions'
>;

const dayOfAct = (entry: Outside, context: Context): LocalDate => dayOf(happenedAt(entry, context));

/** A public notice reminds when its days are over. */
const remindedOn = (entry: ServeReminder, context: Context): LocalDate =>
  entry.method === 'public-notice' ? servedOnOf(entry, context) : dayOfAct(entry, context);

export const reminderComplete: EntryProvision<unknown, ServeReminder> = {
  id: 'court-enforcement/reminder-complete',
  cites: acl(35),
  says: '催告应当以书面形式作出，并载明下列事项：履行义务的期限；履行义务的方式；涉及金钱给付的，应当有明确的金额和给付方式；当事人依法享有的陈述权和申辩权',
  en: 'The reminder says by when and how to perform; the last day comes after the service',
  cure: { zh: '写明履行的期限和方式', en: 'State by when and how to pay' },
  fields: ['/how', '/media', '/method', '/occurredAt', '/payBy', '/proof'],
  holds: (entry, _, context) => filled(entry.how) && entry.payBy > remindedOn(entry, context),
};

export const reminderServed: Provision<Enforced> = {
  id: 'court-enforcement/reminder-served',
  cites: acl(54),
  also: [samrP(76)],
  says: '行政机关申请人民法院强制执行前，应当催告当事人履行义务',
  en: 'The party was reminded in writing first',
  cure: { zh: '先送达催告书', en: 'Serve a reminder first' },
  curedBy: ['court-enforcement/serve-reminder'],
  holds: (file) => remindersOf(file).length > 0,
};

export const order = {
  id: 'court-enforcement/in-the-order-of-time',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [acl(36), acl(56)],
  says: '当事人的意见不早于催告，法院的裁定和复议申请不早于申请',
  en: "The party's opinion is not earlier than the reminder, nor the court's answer than the application",
  cure: checkEntry,
  fields: ['/occurredAt'],
} as const;

export const afterTheReminder: EntryProvision<Enforced, Outside> = {
  ...order,
  holds: (entry, file, context) => (remindersOf(file).at(-1)?.servedOn ?? '') <= dayOfAct(entry, context),
};

export const opinionReChecked: EntryProvision<unknown, RecordOpinion> = {
  id: 'court-enforcement/opinion-re-checked',
  cites: acl(36),
  says: '行政机关应当充分听取当事人的意见，对当事人提出的事实、理由和证据，应当进行记录、复核',
  en: 'What the party says to the reminder is written down and re-checked',
  cure: { zh: '填写当事人的意见和复核结果', en: "State the party's opinion and the result" },
  fields: ['/opinion', '/reply'],
  holds: ({ opinion, reply }) => filled(opinion) && filled(reply),
};

export const notApplied: Provision<Enforced> = {
  id: 'court-enforcement/applied-once',
  cites: policy('同一决定不重复申请；One application at a time'),
  says: '已经申请强制执行且法院未裁定不予受理、不予执行的，不重复申请',
  en: 'No application is before the court, and none has been granted',
  cure: { zh: '登记法院的裁定', en: "Enter the court's answer" },
  curedBy: ['court-enforcement/record-court-answer'],
  holds: (file) => applicationOf(file) === undefined || isRefusal(lastAnswerOf(file)),
};

export const oneRequest: Provision<Approvals> = {
  id: 'court-enforcement/one-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有申请待批的，应当先撤回或者退回',
  en: 'No other request to apply to the court is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: ({ approvals }) =>
    !approvals.some(({ matter, state }) => matter === 'court-enforcement' && state === 'open'),
};

export const objectNamed: EntryProvision<unknown, EnforcementTerms> = {
  id: 'court-enforcement/court-and-object-named',
  cites: acl(55, 1, 4),
  also: [acl(54)],
  says: '申请强制执行标的情况',
  en: 'The competent court and the object of the execution are named',
  cure: { zh: '填写法院和执行标的', en: 'Name the court and the object' },
  fields: ['/court', '/object'],
  holds: ({ court, object }) => filled(court) && filled(object),
};

export const signedByHead = actsAs({
  id: 'court-enforcement/signed-by-the-head',
  cites: acl(55, 2),
  says: '强制执行申请书应当由行政机关负责人签名，加盖行政机关的印章，并注明日期',
  en: 'The head of the agency signs the application',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const enforcementApproved = approvedTerms('court-enforcement');

export const applicationApproved: EntryProvision<Approvals & Enforced, ApplyToCourt> = {
  id: 'court-enforcement/approved-by-the-head',
  cites: acl(55, 2),
  says: '强制执行申请书应当由行政机关负责人签名',
  en: 'The head had approved the application before it was made, of the decision as it is now, and that approval has not been used',
  cure: { zh: '先报负责人批准', en: 'Have it approved first' },
  curedBy: ['court-enforcement/request', 'court-enforcement/approve'],
  fields: ['/approval', '/occurredAt'],
  holds: (entry, file, context) =>
    enforcementApproved(file, entry.approval) !== undefined &&
    entry.approval > (asItStandsSince(file)?.entry ?? -1) &&
    (approvalOf(file, entry.approval)?.answeredAt ?? '') <= happenedAt(entry, context) &&
    file.courtEnforcement.applications.every((used) => used.approval !== entry.approval),
};

export const noRemedyPending: Provision<Pick<CaseFile, 'remedies' | 'decision' | 'summary'>> = {
  id: 'court-enforcement/no-remedy-pending',
  cites: acl(53),
  says: '当事人在法定期限内不申请行政复议或者提起行政诉讼，又不履行行政决定的，没有行政强制执行权的行政机关可以自期限届满之日起三个月内，依照本章规定申请人民法院强制执行',
  en: 'Neither a reconsideration nor a suit against this decision is pending',
  cure: { zh: '待复议、诉讼终结', en: 'Wait for the outcome' },
  curedBy: ['remedy/record-outcome'],
  holds: (file) => ofThisDecision(file).every(({ concluded }) => concluded !== undefined),
};

export const remedyPeriodOver: EntryProvision<Periods, ApplyToCourt> = {
  id: 'court-enforcement/remedy-period-over',
  cites: acl(53),
  also: [samrP(76)],
  says: '当事人在法定期限内不申请行政复议或者提起行政诉讼，又不履行行政决定的',
  en: 'The time for reconsideration and suit was over on the day of the application',
  cure: { zh: '待法定救济期限届满', en: 'Wait until the remedy period is over' },
  fields: ['/occurredAt'],
  holds: (entry, file, context) => {
    const ends = remedyEnds(file, context.calendar);
    return ends !== undefined && dayOfAct(entry, context) > ends;
  },
};

export const tenDaysAfterReminder: EntryProvision<Enforced, ApplyToCourt> = {
  id: 'court-enforcement/ten-working-days-after-the-reminder',
  cites: acl(54),
  also: [acl(69), samrP(76)],
  says: '催告书送达十日后当事人仍未履行义务的，行政机关可以向所在地有管辖权的人民法院申请强制执行',
  en: 'Ten working days have passed since a reminder was served',
  cure: { zh: '待催告期满', en: 'Wait until the ten days are over' },
  fields: ['/occurredAt'],
  holds: (entry, file, context) => {
    const reminders = remindersOf(file);
    return (
      reminders.length === 0 ||
      reminders.some(
        ({ servedOn }) => dayOfAct(entry, context) > reminderRunsUntil(servedOn, context.calendar),
      )
    );
  },
};

export const inThreeMonths: EntryProvision<Periods, ApplyToCourt> = {
  id: 'court-enforcement/in-three-months',
  cites: acl(53),
  also: [apl(72, 2), spc(156)],
  says: '没有行政强制执行权的行政机关可以自期限届满之日起三个月内，依照本章规定申请人民法院强制执行',
  en: 'The court is asked within three months of the end of the remedy period; later only for a good reason, which is stated',
  cure: { zh: '写明逾期申请的正当理由', en: 'State the good reason for the delay' },
  fields: ['/occurredAt', '/whyLate'],
  holds: (entry, file, context) => {
    const from = enforceableFrom(file, context.calendar);
    return (
      from === undefined ||
      dayOfAct(entry, context) <= applyUntil(from, context.calendar) ||
      filled(entry.whyLate ?? '')
    );
  },
};

export const bundleComplete: EntryProvision<unknown, ApplyToCourt> = {
  id: 'court-enforcement/bundle-complete',
  cites: acl(55, 1),
  says: '应当提供下列材料：强制执行申请书；行政决定书及作出决定的事实、理由和依据；当事人的意见及行政机关催告情况；申请强制执行标的情况',
  en: 'With the application go the decision with its grounds, and the reminder with what the party said',
  cure: { zh: '附上决定书和催告材料', en: 'Enclose the decision and the reminder' },
  fields: ['/application', '/enclosed'],
  holds: ({ application: { sha256 }, enclosed }) =>
    new Set([sha256, ...enclosed.map((each) => each.sha256)]).size >= 3,
};
