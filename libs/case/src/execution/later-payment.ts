/** Paying later or in parts (暂缓、分期、执行协议): APL 66(2); SAMR-P 74; ACL 42. */
import { dayOf, type Fen, type Instant } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { Context, EntryNumber, Event } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { ordersFirst } from '../decision-change/orders-first.js';
import { executionNotTerminated } from '../execution-suspension/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { Execution } from './execution.js';
import * as law from './later-payment-provisions.js';
import { notWithTheCourt } from './agreement-provisions.js';
import { owed } from './owed.js';
import { decisionInHand } from '../service/provisions.js';
import { longDeferralByThePrincipal, longPlanByThePrincipal } from './long-deferral.js';
import { byThoseInCharge, notBeforeDecision, notClosed } from './provisions.js';
import { surchargeOf, type Debtor } from './surcharge.js';
import {
  applyForInstalmentsSchema,
  type instalmentSchema,
  approveInstalmentsSchema,
  approveDeferralSchema,
  type makeAgreementSchema,
  refuseInstalmentsSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';

export { laterPayments } from './words.js';
/**
 * execution/apply-for-instalments: the party's written application (SAMR-P 74). `kind`: what it asks for, absent:
 * instalments; the leader may grant what suits the hardship better.
 */
export type ApplyForInstalments = Entry<typeof applyForInstalmentsSchema>;
export type InstalmentsAppliedFor = Event<'InstalmentsAppliedFor', Omit<ApplyForInstalments, 'occurredAt'>>;
export type Instalment = Entry<typeof instalmentSchema>;
/** execution/approve-instalments, execution/refuse-instalments: by a leader. */
export type ApproveInstalments = Entry<typeof approveInstalmentsSchema>;
/** `surcharge`: what was known to have run up by then, in fen; absent where nothing had. */
type OnApplication = Readonly<{ application: EntryNumber; surcharge?: Fen }>;
export type InstalmentsApproved = Event<'InstalmentsApproved', ApproveInstalments & OnApplication>;
/** execution/approve-deferral: the whole rest is due on one later day. */
export type ApproveDeferral = Entry<typeof approveDeferralSchema>;
export type DeferralApproved = Event<'DeferralApproved', ApproveDeferral & OnApplication>;
/** execution/make-agreement (agreement.ts): in stages; `waived` of the surcharge for remedial measures of the party. */
export type MakeAgreement = Entry<typeof makeAgreementSchema>;
export type ExecutionAgreed = Event<'ExecutionAgreed', MakeAgreement & { surcharge?: Fen }>;
export type RefuseInstalments = Entry<typeof refuseInstalmentsSchema>;
export type InstalmentsRefused = Event<
  'InstalmentsRefused',
  RefuseInstalments & { application: EntryNumber }
>;
const answered = (execution: Execution, state: 'approved' | 'refused'): Pick<Execution, 'application'> =>
  execution.application === undefined ? {} : { application: { ...execution.application, state } };

export const ranUp = (file: Debtor, { today, calendar }: Context): Readonly<{ surcharge?: Fen }> => {
  const { accrued } = surchargeOf(file, today, calendar);
  return accrued > 0 ? { surcharge: accrued } : {};
};

const planned = (
  file: Pick<CaseFile, 'decision' | 'summary' | 'execution'>,
  { revision, occurredAt, data }: { revision: EntryNumber; occurredAt: Instant; data: ApproveInstalments },
): Execution => {
  const { plan = [], plannedOn, paidBeforePlan = 0, planBefore } = file.execution;
  return {
    ...file.execution,
    plan: data.plan,
    planEntry: revision,
    plannedOn: dayOf(occurredAt),
    paidBeforePlan: owed(file).paid.fine - (file.summary?.collected?.fen ?? 0),
    ...(plannedOn !== undefined && {
      planBefore: { plan, plannedOn, paidBeforePlan, ...(planBefore && { planBefore }) },
    }),
  };
};

const toLeader = [notClosed, law.answeredByLeader, law.answeredByAnother, law.applicationOpen];
const toPutOff = [...toLeader, law.fineUnpaid, executionNotTerminated, notWithTheCourt, ordersFirst];

export const laterPaymentActs = {
  'execution/apply-for-instalments': act<ApplyForInstalments, Recorded<'InstalmentsAppliedFor'>>({
    title: { zh: '记录分期缴款申请', en: 'Record an application for instalments' },
    entry: applyForInstalmentsSchema,
    by: ['officer'],
    requires: [law.openToPayLater, byThoseInCharge, decisionInHand, law.fineUnpaid, law.noApplicationOpen],
    demands: [...outsideAct, notBeforeDecision, law.hardshipInWriting],
    records: 'InstalmentsAppliedFor',
  }),
  'execution/approve-instalments': act<ApproveInstalments, Recorded<'InstalmentsApproved'>>({
    title: { zh: '批准分期缴款', en: 'Approve instalments' },
    entry: approveInstalmentsSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: toPutOff,
    demands: [law.planSumsToFine, law.planAhead, longPlanByThePrincipal],
    records: 'InstalmentsApproved',
    data: ({ plan }, file, context) => ({
      plan: plan.map(({ due, fen }) => ({ due, fen })),
      application: file.execution.application?.entry ?? -1,
      ...ranUp(file, context),
    }),
  }),
  'execution/approve-deferral': act<ApproveDeferral, Recorded<'DeferralApproved'>>({
    title: { zh: '批准暂缓缴款', en: 'Approve a deferral' },
    entry: approveDeferralSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: toPutOff,
    demands: [law.deferralAhead, longDeferralByThePrincipal],
    records: 'DeferralApproved',
    data: ({ until }, file, context) => ({
      until,
      application: file.execution.application?.entry ?? -1,
      ...ranUp(file, context),
    }),
  }),
  'execution/refuse-instalments': act<RefuseInstalments, Recorded<'InstalmentsRefused'>>({
    title: { zh: '不同意分期缴款', en: 'Refuse instalments' },
    entry: refuseInstalmentsSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: toLeader,
    demands: [law.refusalReasoned],
    records: 'InstalmentsRefused',
    data: ({ reason }, { execution }) => ({ reason, application: execution.application?.entry ?? -1 }),
  }),
};

export const laterPaymentEvents: Events<
  InstalmentsAppliedFor | InstalmentsApproved | DeferralApproved | ExecutionAgreed | InstalmentsRefused
> = {
  InstalmentsAppliedFor: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ execution }, { revision, occurredAt }) => ({
      execution: { ...execution, application: { entry: revision, on: dayOf(occurredAt), state: 'open' } },
    }),
  ),
  InstalmentsApproved: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['application'] },
    (file, event) => ({
      execution: { ...planned(file, event), ...answered(file.execution, 'approved') },
    }),
  ),
  DeferralApproved: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['application'] },
    (file, { revision, occurredAt, data: { until } }) => ({
      execution: {
        ...planned(file, {
          revision,
          occurredAt,
          data: { plan: [{ due: until, fen: owed(file).left.fine }] },
        }),
        ...answered(file.execution, 'approved'),
      },
    }),
  ),
  ExecutionAgreed: eventKind({ v: 1, volume: 'to-party', personal: {} }, (file, event) => ({
    execution: { ...planned(file, event), waived: (file.execution.waived ?? 0) + event.data.waived },
  })),
  InstalmentsRefused: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['application'] },
    ({ execution }) => ({
      execution: { ...execution, ...answered(execution, 'refused') },
    }),
  ),
};
