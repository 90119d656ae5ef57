/** Suspending, resuming and ending the execution of a decision (中止、恢复、终结执行): ACL 39, 40. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { byThoseInCharge, notClosed } from '../execution/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { decisionInHand } from '../service/provisions.js';
import { endOfMajorShown, endOfMajorShownWhenApproved, otherEndByThePrincipal } from './major.js';
import * as law from './provisions.js';
import {
  requestExecutionSuspensionSchema,
  resumeExecutionSchema,
  requestExecutionTerminationSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';
import type { ExecutionSuspensionGround, ExecutionTerminationGround } from './words.js';

export {
  executionSuspensionGrounds,
  type ExecutionSuspensionGround,
  executionTerminationGrounds,
  type ExecutionTerminationGround,
} from './words.js';
import type { PartsOf } from '../of-party.js';
/** execution-suspension/request */
export type ExecutionSuspensionTerms = Entry<typeof requestExecutionSuspensionSchema>;
/** execution-suspension/request-termination */
export type ExecutionTerminationTerms = Entry<typeof requestExecutionTerminationSchema>;
/** execution-suspension/approve, execution-suspension/approve-termination */
export type ApproveExecutionRest = Readonly<{ approval: EntryNumber }>;
/** execution-suspension/resume. `whyStill`: after three years, the harm or the ability to perform. */
export type ResumeExecution = Entry<typeof resumeExecutionSchema>;

export type ExecutionSuspended = Event<
  'ExecutionSuspended',
  ExecutionSuspensionTerms & { approval: EntryNumber }
>;
export type ExecutionResumed = Event<'ExecutionResumed', ResumeExecution>;
export type ExecutionTerminated = Event<
  'ExecutionTerminated',
  Omit<ExecutionTerminationTerms, 'paper'> & { approval: EntryNumber }
>;

export type ExecutionSuspension = Readonly<{
  entry: EntryNumber;
  ground: ExecutionSuspensionGround;
  suspendedOn: LocalDate;
  resumedOn?: LocalDate;
  /** Entry number of the resumption. */
  resumedBy?: EntryNumber;
}>;
export type ExecutionTermination = Readonly<{
  entry: EntryNumber;
  ground: ExecutionTerminationGround;
  terminatedOn: LocalDate;
}>;

export type FormerTermination = ExecutionTermination &
  Readonly<{ resumedOn: LocalDate; resumedBy: EntryNumber }>;

const standing = [
  decisionInHand,
  law.somethingToExecute,
  law.executionNotTerminated,
  law.notWithTheCourt,
] as const;

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** In that order; absent where there was none. */
  executionSuspensions?: readonly ExecutionSuspension[] | undefined;
  executionTermination?: ExecutionTermination | undefined;
  /** Executions that were ended and then resumed, in a case that went on after its closure. */
  formerTerminations?: readonly FormerTermination[] | undefined;
}>;
export const empty: Slice = {};
export const ofParty = {
  executionSuspensions: true,
  executionTermination: true,
  formerTerminations: true,
} as const satisfies PartsOf<Slice>;

export const acts = {
  'execution-suspension/request': act<ExecutionSuspensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请中止执行', en: 'Ask for the execution to be suspended' },
    entry: requestExecutionSuspensionSchema,
    by: ['officer'],
    requires: [notClosed, byThoseInCharge, ...standing, law.executionNotSuspended, law.oneSuspensionRequest],
    demands: [law.suspensionExplained],
    records: 'ApprovalRequested',
    matter: 'execution-suspension',
    data: ({ ground, reason }) => ({ matter: 'execution-suspension', terms: { ground, reason } }),
  }),
  'execution-suspension/approve': act<
    ApproveExecutionRest,
    Recorded<'ApprovalGiven'> | Recorded<'ExecutionSuspended'>
  >({
    title: { zh: '批准中止执行', en: 'Suspend the execution' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.restDecidedByLeader, notClosed, ...standing, law.executionNotSuspended],
    demands: givesApproval('execution-suspension'),
    records: 'ExecutionSuspended',
    record: ({ approval }, file, { now, actor }) => {
      const terms = law.requestedSuspension(file, approval);
      // Without a request `approval/open` has refused.
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'execution-suspension' } },
        {
          type: 'ExecutionSuspended',
          ...stamp,
          data: { approval, ground: terms.ground, reason: terms.reason },
        },
      ];
    },
  }),
  'execution-suspension/resume': act<ResumeExecution, Recorded<'ExecutionResumed'>>({
    title: { zh: '恢复执行', en: 'Resume the execution' },
    entry: resumeExecutionSchema,
    by: ['officer'],
    requires: [notClosed, byThoseInCharge, law.executionNotTerminated, law.executionSuspended],
    demands: [law.resumptionReasoned, law.threeYears],
    records: 'ExecutionResumed',
  }),
  'execution-suspension/request-termination': act<ExecutionTerminationTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请终结执行', en: 'Ask for the execution to be ended' },
    entry: requestExecutionTerminationSchema,
    by: ['officer'],
    requires: [notClosed, byThoseInCharge, ...standing, law.oneTerminationRequest],
    demands: [law.terminationExplained, law.threeYearsRun, endOfMajorShown],
    records: 'ApprovalRequested',
    matter: 'execution-termination',
    data: ({ ground, reason, paper }) => ({
      matter: 'execution-termination',
      terms: { ground, reason, ...(paper !== undefined && { paper }) },
    }),
  }),
  'execution-suspension/approve-termination': act<
    ApproveExecutionRest,
    Recorded<'ApprovalGiven'> | Recorded<'ExecutionTerminated'>
  >({
    title: { zh: '批准终结执行', en: 'End the execution' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.restDecidedByLeader, notClosed, ...standing],
    demands: [
      ...givesApproval('execution-termination'),
      law.threeYearsRunWhenApproved,
      endOfMajorShownWhenApproved,
      otherEndByThePrincipal,
    ],
    records: 'ExecutionTerminated',
    record: ({ approval }, file, { now, actor }) => {
      const terms = law.requestedTermination(file, approval);
      // Without a request `approval/open` has refused.
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'execution-termination' } },
        {
          type: 'ExecutionTerminated',
          ...stamp,
          data: { approval, ground: terms.ground, reason: terms.reason },
        },
      ];
    },
  }),
};

export const events: Events<ExecutionSuspended | ExecutionResumed | ExecutionTerminated> = {
  ExecutionSuspended: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['approval'] },
    ({ executionSuspensions = [] }, { data, revision, occurredAt }) => ({
      executionSuspensions: [
        ...executionSuspensions,
        { entry: revision, ground: data.ground, suspendedOn: dayOf(occurredAt) },
      ],
    }),
  ),
  ExecutionResumed: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ executionSuspensions = [] }, { revision, occurredAt }) => ({
      executionSuspensions: executionSuspensions.map((one, index) =>
        index === executionSuspensions.length - 1
          ? { ...one, resumedOn: dayOf(occurredAt), resumedBy: revision }
          : one,
      ),
    }),
  ),
  ExecutionTerminated: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['approval'] },
    (_, { data, revision, occurredAt }) => ({
      executionTermination: { entry: revision, ground: data.ground, terminatedOn: dayOf(occurredAt) },
    }),
  ),
};
