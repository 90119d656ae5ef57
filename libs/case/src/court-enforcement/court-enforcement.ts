/** Enforcement by the court (申请人民法院强制执行): ACL 35, 36, 53–58; APL 72(1)(4); SAMR-P 76. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { late, signed } from '../evidence/recorded.js';
import { overdue, overdueThen } from '../execution/later-payment-provisions.js';
import { byThoseInCharge, notClosed } from '../execution/provisions.js';
import { whileExecuted } from '../execution-suspension/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { partyHeard } from '../service/provisions.js';
import * as court from './answers.js';
import * as law from './provisions.js';

/** court-enforcement/serve-reminder (催告书): by when, how; the amounts are the file's. `proof`: the return receipt. */
export type ServeReminder = Outside &
  ByOfficers &
  Readonly<{ payBy: LocalDate; how: string; reminder: Paper; proof: Paper }>;
export type ReminderServed = Event<'ReminderServed', Omit<ServeReminder, 'occurredAt'>>;
/** court-enforcement/record-opinion: what the party said to the reminder, and what became of it (ACL 36). */
export type RecordOpinion = Outside & Readonly<{ opinion: string; reply: string; paper: Paper }>;
export type ReminderAnswered = Event<'ReminderAnswered', Omit<RecordOpinion, 'occurredAt'>>;
/** court-enforcement/request */
export type EnforcementTerms = Readonly<{ court: string; object: string }>;
/** court-enforcement/approve: the head signs. */
export type ApproveEnforcement = Readonly<{ approval: EntryNumber }>;
/** court-enforcement/apply: the application and the papers of ACL 55. `whyLate`: after the three months. */
export type ApplyToCourt = Outside &
  Readonly<{ approval: EntryNumber; application: Paper; enclosed: readonly Paper[]; whyLate?: string }>;
export type CourtApplied = Event<'CourtApplied', Omit<ApplyToCourt, 'occurredAt'> & EnforcementTerms>;
export const courtAnswers = [
  'accepted', // 受理
  'refused', // 裁定不予受理
  'ordered', // 裁定准予执行
  'not-enforced', // 裁定不予执行
  'ended', // 裁定终结执行
] as const;
export type CourtAnswer = (typeof courtAnswers)[number];
/** court-enforcement/record-court-answer */
export type RecordCourtAnswer = Outside & Readonly<{ answer: CourtAnswer; ruling: Paper }>;
export type CourtAnswered = Event<'CourtAnswered', Omit<RecordCourtAnswer, 'occurredAt'>>;
/** court-enforcement/ask-higher-court: within fifteen days of a refusal (ACL 56, 58). */
export type AskHigherCourt = Outside & Readonly<{ court: string; application: Paper }>;
export type HigherCourtAsked = Event<'HigherCourtAsked', Omit<AskHigherCourt, 'occurredAt'>>;

/** `challenged`: the higher court was asked about it. */
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

export const acts = {
  'court-enforcement/serve-reminder': act<ServeReminder, Recorded<'ReminderServed'>>({
    title: { zh: '送达催告书', en: 'Serve a reminder' },
    by: ['officer'],
    requires: [...inCharge, ...whileExecuted, partyHeard, overdue],
    demands: [...byOfficers, ...outsideAct, overdueThen, law.reminderComplete],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'ReminderServed',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          payBy: entry.payBy,
          how: entry.how,
          reminder: entry.reminder,
          proof: entry.proof,
          ...late(entry),
        },
      },
    ],
  }),
  'court-enforcement/record-opinion': act<RecordOpinion, Recorded<'ReminderAnswered'>>({
    title: { zh: '记录对催告的陈述申辩', en: "Record the party's answer to the reminder" },
    by: ['officer'],
    requires: [...inCharge, law.reminderServed],
    demands: [...outsideAct, law.afterTheReminder, law.opinionReChecked],
    record: (entry, _, context) => [
      {
        type: 'ReminderAnswered',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { opinion: entry.opinion, reply: entry.reply, paper: entry.paper, ...late(entry) },
      },
    ],
  }),
  'court-enforcement/request': act<EnforcementTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请向法院申请强制执行', en: 'Ask for an application to the court' },
    by: ['officer'],
    requires: [...inCharge, ...whileExecuted, overdue, law.reminderServed, law.notApplied, law.oneRequest],
    demands: [law.objectNamed],
    record: ({ court, object }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'court-enforcement', terms: { court, object } },
      },
    ],
  }),
  'court-enforcement/approve': act<ApproveEnforcement, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准向法院申请强制执行', en: 'Approve an application to the court' },
    by: ['leader', 'principal'],
    requires: [notClosed, ...whileExecuted, law.signedByHead],
    demands: givesApproval('court-enforcement'),
    record: ({ approval }, _, { now, actor }) => [
      {
        type: 'ApprovalGiven',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { approval, matter: 'court-enforcement' },
      },
    ],
  }),
  'court-enforcement/apply': act<ApplyToCourt, Recorded<'CourtApplied'>>({
    title: { zh: '申请人民法院强制执行', en: 'Apply to the court' },
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
    record: (entry, file, context) => {
      const terms = law.enforcementApproved(file, entry.approval);
      // `court-enforcement/approved-by-the-head` has refused what was not approved.
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
    by: ['officer'],
    requires: [...inCharge, court.applied],
    demands: [...outsideAct, court.afterTheApplication, court.answersInOrder],
    record: (entry, _, context) => [
      {
        type: 'CourtAnswered',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { answer: entry.answer, ruling: entry.ruling, ...late(entry) },
      },
    ],
  }),
  'court-enforcement/ask-higher-court': act<AskHigherCourt, Recorded<'HigherCourtAsked'>>({
    title: { zh: '向上一级法院申请复议', en: 'Ask the higher court' },
    by: ['officer'],
    requires: [...inCharge, court.refusedByCourt],
    demands: [...outsideAct, court.afterTheApplication],
    record: (entry, _, context) => [
      {
        type: 'HigherCourtAsked',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { court: entry.court, application: entry.application, ...late(entry) },
      },
    ],
  }),
};

type Slice = Readonly<{ courtEnforcement: CourtEnforcement }>;

/** The last of a list, changed. */
const lastChanged = <One>(all: readonly One[], change: (one: One) => One): readonly One[] =>
  all.map((one, index) => (index === all.length - 1 ? change(one) : one));

const ofApplication = ({ courtEnforcement }: Slice, change: (one: Application) => Application): Slice => ({
  courtEnforcement: {
    ...courtEnforcement,
    applications: lastChanged(courtEnforcement.applications, change),
  },
});

export const folds: Folds<
  'ReminderServed' | 'ReminderAnswered' | 'CourtApplied' | 'CourtAnswered' | 'HigherCourtAsked'
> = {
  ReminderServed: ({ courtEnforcement }, { revision, occurredAt }) => ({
    courtEnforcement: {
      ...courtEnforcement,
      reminders: [...courtEnforcement.reminders, { entry: revision, servedOn: dayOf(occurredAt) }],
    },
  }),
  ReminderAnswered: ({ courtEnforcement }, { occurredAt }) => ({
    courtEnforcement: {
      ...courtEnforcement,
      reminders: lastChanged(courtEnforcement.reminders, (one) => ({
        ...one,
        answeredOn: dayOf(occurredAt),
      })),
    },
  }),
  CourtApplied: ({ courtEnforcement }, { revision, occurredAt, data: { approval } }) => ({
    courtEnforcement: {
      ...courtEnforcement,
      applications: [
        ...courtEnforcement.applications,
        { entry: revision, approval, on: dayOf(occurredAt), answers: [] },
      ],
    },
  }),
  CourtAnswered: (file, { revision, occurredAt, data: { answer } }) =>
    ofApplication(file, (one) => ({
      ...one,
      answers: [...one.answers, { entry: revision, answer, on: dayOf(occurredAt) }],
    })),
  HigherCourtAsked: (file, { revision, occurredAt }) =>
    ofApplication(file, (one) => ({
      ...one,
      answers: lastChanged(one.answers, (answer) => ({
        ...answer,
        challenged: { entry: revision, on: dayOf(occurredAt) },
      })),
    })),
};
