/** Paying later or in parts (暂缓、分期、执行协议): APL 66(2); SAMR-P 74; ACL 42. */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import { caseOpen } from '../initiation/provisions.js';
import { act } from '../kernel/act.js';
import type { Context } from '../kernel/context.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { decisionServed } from '../service/provisions.js';
import type { Execution } from './execution.js';
import * as law from './later-payment-provisions.js';
import { owed } from './owed.js';
import { byThoseInCharge, notBeforeDecision, notClosed } from './provisions.js';
import { surchargeOf, type Debtor } from './surcharge.js';

export const laterPayments = ['instalments', 'deferral'] as const; // 分期、延期
/**
 * execution/apply-for-instalments: the party's written application (SAMR-P 74). `kind`: what it asks for, absent:
 * instalments; the leader may grant what suits the hardship better.
 */
export type ApplyForInstalments = Outside &
  Readonly<{ kind?: (typeof laterPayments)[number]; reason: string; application: Paper }>;
export type InstalmentsAppliedFor = Event<'InstalmentsAppliedFor', Omit<ApplyForInstalments, 'occurredAt'>>;
export type Instalment = Readonly<{ due: LocalDate; fen: Fen }>;
/** execution/approve-instalments, execution/refuse-instalments: by a leader. */
export type ApproveInstalments = Readonly<{ plan: readonly Instalment[] }>;
/** `surcharge`: what had run up by then, in fen; absent where nothing had. */
type OnApplication = Readonly<{ application: EntryNumber; surcharge?: Fen }>;
export type InstalmentsApproved = Event<'InstalmentsApproved', ApproveInstalments & OnApplication>;
/** execution/approve-deferral: the whole rest is due on one later day. */
export type ApproveDeferral = Readonly<{ until: LocalDate }>;
export type DeferralApproved = Event<'DeferralApproved', ApproveDeferral & OnApplication>;
/** execution/make-agreement: in stages; `waived` of the surcharge where the party has taken remedial measures. */
export type MakeAgreement = ApproveInstalments &
  Readonly<{ waived: Fen; remedied?: string; agreement: Paper }>;
export type ExecutionAgreed = Event<'ExecutionAgreed', MakeAgreement & { surcharge?: Fen }>;
export type RefuseInstalments = Readonly<{ reason: string }>;
export type InstalmentsRefused = Event<
  'InstalmentsRefused',
  RefuseInstalments & { application: EntryNumber }
>;
const answered = (execution: Execution, state: 'approved' | 'refused'): Pick<Execution, 'application'> =>
  execution.application === undefined ? {} : { application: { ...execution.application, state } };

const ranUp = (file: Debtor, { today, calendar }: Context): Readonly<{ surcharge?: Fen }> => {
  const { accrued } = surchargeOf(file, today, calendar);
  return accrued > 0 ? { surcharge: accrued } : {};
};

const planned = (
  file: CaseFile,
  { revision, data }: { revision: EntryNumber; data: ApproveInstalments & Readonly<{ surcharge?: Fen }> },
): Execution => {
  const { surchargeBefore: _, ...before } = file.execution;
  return {
    ...before,
    plan: data.plan,
    planEntry: revision,
    paidBeforePlan: owed(file).paid.fine - (file.summary?.collected?.fen ?? 0),
    ...(data.surcharge !== undefined && { surchargeBefore: data.surcharge }),
  };
};

const toLeader = [notClosed, law.answeredByLeader, law.answeredByAnother, law.applicationOpen];

export const laterPaymentActs = {
  'execution/apply-for-instalments': act<ApplyForInstalments, Recorded<'InstalmentsAppliedFor'>>({
    title: { zh: '记录分期缴款申请', en: 'Record an application for instalments' },
    by: ['officer'],
    requires: [caseOpen, byThoseInCharge, decisionServed, law.fineUnpaid, law.noApplicationOpen],
    demands: [...outsideAct, notBeforeDecision, law.hardshipInWriting],
    record: (entry, _, context) => [
      {
        type: 'InstalmentsAppliedFor',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          ...(entry.kind !== undefined && { kind: entry.kind }),
          reason: entry.reason,
          application: entry.application,
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  'execution/approve-instalments': act<ApproveInstalments, Recorded<'InstalmentsApproved'>>({
    title: { zh: '批准分期缴款', en: 'Approve instalments' },
    by: ['leader', 'principal'],
    requires: [...toLeader, law.fineUnpaid],
    demands: [law.planSumsToFine, law.planAhead],
    record: ({ plan }, file, context) => [
      {
        type: 'InstalmentsApproved',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: {
          plan: plan.map(({ due, fen }) => ({ due, fen })),
          application: file.execution.application?.entry ?? -1,
          ...ranUp(file, context),
        },
      },
    ],
  }),
  'execution/approve-deferral': act<ApproveDeferral, Recorded<'DeferralApproved'>>({
    title: { zh: '批准暂缓缴款', en: 'Approve a deferral' },
    by: ['leader', 'principal'],
    requires: [...toLeader, law.fineUnpaid],
    demands: [law.deferralAhead],
    record: ({ until }, file, context) => [
      {
        type: 'DeferralApproved',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: { until, application: file.execution.application?.entry ?? -1, ...ranUp(file, context) },
      },
    ],
  }),
  'execution/make-agreement': act<MakeAgreement, Recorded<'ExecutionAgreed'>>({
    title: { zh: '达成执行协议', en: 'Make an execution agreement' },
    by: ['leader', 'principal'],
    requires: [
      notClosed,
      law.agreedByLeader,
      law.agreedByAnother,
      law.fineUnpaid,
      law.overdue,
      law.notWithTheCourt,
    ],
    demands: [law.planSumsToFine, law.planAhead, law.waivedForRemedy, law.waivedOfWhatRanUp],
    record: ({ plan, waived, remedied, agreement }, file, context) => [
      {
        type: 'ExecutionAgreed',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: {
          plan: plan.map(({ due, fen }) => ({ due, fen })),
          waived,
          ...(remedied !== undefined && { remedied }),
          agreement,
          ...ranUp(file, context),
        },
      },
    ],
  }),
  'execution/refuse-instalments': act<RefuseInstalments, Recorded<'InstalmentsRefused'>>({
    title: { zh: '不同意分期缴款', en: 'Refuse instalments' },
    by: ['leader', 'principal'],
    requires: toLeader,
    demands: [law.refusalReasoned],
    record: ({ reason }, { execution }, { now, actor }) => [
      {
        type: 'InstalmentsRefused',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { reason, application: execution.application?.entry ?? -1 },
      },
    ],
  }),
};

export type LaterPayment =
  | 'InstalmentsAppliedFor'
  | 'InstalmentsApproved'
  | 'DeferralApproved'
  | 'ExecutionAgreed'
  | 'InstalmentsRefused';

export const laterPaymentFolds: Folds<LaterPayment> = {
  InstalmentsAppliedFor: ({ execution }, { revision, occurredAt }) => ({
    execution: { ...execution, application: { entry: revision, on: dayOf(occurredAt), state: 'open' } },
  }),
  InstalmentsApproved: (file, event) => ({
    execution: { ...planned(file, event), ...answered(file.execution, 'approved') },
  }),
  DeferralApproved: (file, { revision, data: { until, surcharge } }) => ({
    execution: {
      ...planned(file, {
        revision,
        data: {
          plan: [{ due: until, fen: owed(file).left.fine }],
          ...(surcharge !== undefined && { surcharge }),
        },
      }),
      ...answered(file.execution, 'approved'),
    },
  }),
  ExecutionAgreed: (file, event) => ({
    execution: { ...planned(file, event), waived: (file.execution.waived ?? 0) + event.data.waived },
  }),
  InstalmentsRefused: ({ execution }) => ({
    execution: { ...execution, ...answered(execution, 'refused') },
  }),
};
