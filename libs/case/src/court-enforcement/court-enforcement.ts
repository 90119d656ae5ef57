/** Enforcement by the court (申请人民法院强制执行): ACL 35, 36, 53–58; APL 72(1)(4); SAMR-P 76. */
import type { LocalDate } from '@anjuan/law';
import { happenedAt, late, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { byOfficers } from '../officers.js';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { overdue, overdueThen } from '../execution/later-payment-provisions.js';
import { byThoseInCharge, notClosed } from '../execution/provisions.js';
import { whileExecuted } from '../execution-suspension/provisions.js';
import { act } from '../case-act.js';
import { servedByTheRules } from '../notice/provisions.js';
import { servedOnOf } from '../notice/served.js';
import { asIssued, paperServed, type Service } from '../paper/issued.js';
import { partyHeard, servedAs } from '../service/provisions.js';
import type { ServiceMethod } from '../service/service.js';
import * as court from './answers.js';
import * as law from './provisions.js';
import {
  serveReminderSchema,
  recordOpinionSchema,
  requestEnforcementSchema,
  applyToCourtSchema,
  recordCourtAnswerSchema,
  askHigherCourtSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';
import type { CourtAnswer } from './words.js';
import type { PartsOf } from '../of-party.js';

export { courtAnswers, type CourtAnswer } from './words.js';

/** court-enforcement/serve-reminder (催告书): by when, how; the amounts are the file's. `proof`: the return receipt. */
export type ServeReminder = Entry<typeof serveReminderSchema>;
export type ReminderServed = Event<
  'ReminderServed',
  Omit<ServeReminder, 'occurredAt' | 'method'> & {
    /** Absent before 2026-12: handed over, with its receipt. */
    method?: ServiceMethod;
    /** By public notice: the day on which its days are over. */
    servedOn?: LocalDate;
    /** The entry by which it was issued. */
    issued?: EntryNumber;
  }
>;
/** court-enforcement/record-opinion: what the party said to the reminder, and what became of it (ACL 36). */
export type RecordOpinion = Entry<typeof recordOpinionSchema>;
export type ReminderAnswered = Event<'ReminderAnswered', Omit<RecordOpinion, 'occurredAt'>>;
/** court-enforcement/request */
export type EnforcementTerms = Entry<typeof requestEnforcementSchema>;
/** court-enforcement/approve: the head signs. */
export type ApproveEnforcement = Readonly<{ approval: EntryNumber }>;
/** court-enforcement/apply: the application and the papers of ACL 55. `whyLate`: after the three months. */
export type ApplyToCourt = Entry<typeof applyToCourtSchema>;
export type CourtApplied = Event<'CourtApplied', Omit<ApplyToCourt, 'occurredAt'> & EnforcementTerms>;
/** court-enforcement/record-court-answer */
export type RecordCourtAnswer = Entry<typeof recordCourtAnswerSchema>;
export type CourtAnswered = Event<'CourtAnswered', Omit<RecordCourtAnswer, 'occurredAt'>>;
/** court-enforcement/ask-higher-court: within fifteen days of a refusal (ACL 56, 58). */
export type AskHigherCourt = Entry<typeof askHigherCourtSchema>;
export type HigherCourtAsked = Event<'HigherCourtAsked', Omit<AskHigherCourt, 'occurredAt'>>;

/** `challenged`: the agency applied to the higher court against it. */
export type AnswerOfCourt = Readonly<{
  entry: EntryNumber;
  answer: CourtAnswer;
  on: LocalDate;
  challenged?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
}>;
export type Reminder = Readonly<{ entry: EntryNumber; servedOn: LocalDate; answeredOn?: LocalDate }>;
export type Application = Readonly<{
  entry: EntryNumber;
  approval: EntryNumber;
  on: LocalDate;
  answers: readonly AnswerOfCourt[];
}>;
export type CourtEnforcement = Readonly<{
  reminders: readonly Reminder[];
  applications: readonly Application[];
}>;

const inCharge = [notClosed, byThoseInCharge];
const ofReminder: Service<ServeReminder> = {
  kind: 'reminder',
  at: '/reminder',
  paper: ({ reminder }) => reminder,
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  courtEnforcement: CourtEnforcement;
}>;
export const empty: Slice = { courtEnforcement: { reminders: [], applications: [] } };
export const ofParty = { courtEnforcement: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'court-enforcement/serve-reminder': act<ServeReminder, Recorded<'ReminderServed'>>({
    title: { zh: '送达催告书', en: 'Serve a reminder' },
    entry: serveReminderSchema,
    by: ['officer'],
    requires: [...inCharge, ...whileExecuted, partyHeard, overdue],
    demands: [
      ...byOfficers,
      ...outsideAct,
      overdueThen,
      law.reminderComplete,
      ...servedByTheRules,
      ...asIssued(ofReminder),
    ],
    records: 'ReminderServed',
    data: (entry, file, context) => ({
      ...signed(entry),
      ...late(entry),
      ...servedAs(entry),
      proof: entry.proof,
      payBy: entry.payBy,
      how: entry.how,
      reminder: entry.reminder,
      ...paperServed(ofReminder, entry, file),
      ...(entry.method === 'public-notice' && { servedOn: servedOnOf(entry, context) }),
    }),
  }),
  'court-enforcement/record-opinion': act<RecordOpinion, Recorded<'ReminderAnswered'>>({
    title: { zh: '记录对催告的陈述申辩', en: "Record the party's answer to the reminder" },
    entry: recordOpinionSchema,
    by: ['officer'],
    requires: [...inCharge, law.reminderServed],
    demands: [...outsideAct, law.afterTheReminder, law.opinionReChecked],
    records: 'ReminderAnswered',
  }),
  'court-enforcement/request': act<EnforcementTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请向法院申请强制执行', en: 'Ask for an application to the court' },
    entry: requestEnforcementSchema,
    by: ['officer'],
    requires: [...inCharge, ...whileExecuted, overdue, law.reminderServed, law.notApplied, law.oneRequest],
    demands: [law.objectNamed],
    records: 'ApprovalRequested',
    matter: 'court-enforcement',
    data: ({ court, object }) => ({ matter: 'court-enforcement', terms: { court, object } }),
  }),
  'court-enforcement/approve': act<ApproveEnforcement, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准向法院申请强制执行', en: 'Approve an application to the court' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [notClosed, ...whileExecuted, law.signedByHead],
    demands: givesApproval('court-enforcement'),
    records: 'ApprovalGiven',
    matter: 'court-enforcement',
    data: ({ approval }) => ({ approval, matter: 'court-enforcement' }),
  }),
  'court-enforcement/apply': act<ApplyToCourt, Recorded<'CourtApplied'>>({
    title: { zh: '申请人民法院强制执行', en: 'Apply to the court' },
    entry: applyToCourtSchema,
    by: ['officer'],
    requires: [
      ...inCharge,
      ...whileExecuted,
      partyHeard,
      overdue,
      law.reminderServed,
      law.noRemedyPending,
      law.notApplied,
    ],
    demands: [
      ...outsideAct,
      law.applicationApproved,
      law.remedyPeriodOver,
      law.tenDaysAfterReminder,
      law.inThreeMonths,
      law.bundleComplete,
    ],
    records: 'CourtApplied',
    record: (entry, file, context) => {
      const terms = law.enforcementApproved(file, entry.approval);
      // Without an approval `court-enforcement/approved-by-the-head` has refused.
      if (terms === undefined) return [];
      const data = {
        approval: entry.approval,
        application: entry.application,
        enclosed: [...entry.enclosed],
        ...(entry.whyLate !== undefined && { whyLate: entry.whyLate }),
        court: terms.court,
        object: terms.object,
        ...late(entry),
      };
      const occurredAt = happenedAt(entry, context);
      return [{ type: 'CourtApplied', v: 1, occurredAt, actors: [context.actor], data }];
    },
  }),
  'court-enforcement/record-court-answer': act<RecordCourtAnswer, Recorded<'CourtAnswered'>>({
    title: { zh: '登记法院裁定', en: "Record the court's answer" },
    entry: recordCourtAnswerSchema,
    by: ['officer'],
    requires: [...inCharge, court.applied],
    demands: [...outsideAct, court.afterTheApplication, court.answersInOrder],
    records: 'CourtAnswered',
  }),
  'court-enforcement/ask-higher-court': act<AskHigherCourt, Recorded<'HigherCourtAsked'>>({
    title: { zh: '向上一级法院申请复议', en: 'Ask the higher court' },
    entry: askHigherCourtSchema,
    by: ['officer'],
    requires: [...inCharge, court.refusedByCourt],
    demands: [...outsideAct, court.afterTheApplication],
    records: 'HigherCourtAsked',
  }),
};

export { events } from './events.js';
