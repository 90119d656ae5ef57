/** Suspending, resuming and ending the execution of a decision (中止、恢复、终结执行): ACL 39, 40. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { byThoseInCharge, notClosed } from '../execution/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { decisionInHand } from '../service/provisions.js';
import * as law from './provisions.js';

/** ACL 39(1), (一)–(四). */
export const executionSuspensionGrounds = [
  'hardship', // 履行确有困难或者暂无履行能力
  'third-party-claim', // 第三人对执行标的主张权利，确有理由
  'irreparable-loss', // 执行可能造成难以弥补的损失，且中止执行不损害公共利益
  'other', // 行政机关认为需要中止执行的其他情形
] as const;
export type ExecutionSuspensionGround = (typeof executionSuspensionGrounds)[number];
/** execution-suspension/request */
export type ExecutionSuspensionTerms = Readonly<{ ground: ExecutionSuspensionGround; reason: string }>;

/** ACL 40, 39(2). A decision that was annulled (四) is not executed by `execution/decided`. */
export const executionTerminationGrounds = [
  'person-died', // 公民死亡，无遗产可供执行，又无义务承受人
  'entity-ended', // 法人或者其他组织终止，无财产可供执行，又无义务承受人
  'object-lost', // 执行标的灭失
  'three-years-suspended', // 中止执行满三年未恢复执行
  'other', // 行政机关认为需要终结执行的其他情形
] as const;
export type ExecutionTerminationGround = (typeof executionTerminationGrounds)[number];
/** execution-suspension/request-termination */
export type ExecutionTerminationTerms = Readonly<{ ground: ExecutionTerminationGround; reason: string }>;
/** execution-suspension/approve, execution-suspension/approve-termination */
export type ApproveExecutionRest = Readonly<{ approval: EntryNumber }>;
/** execution-suspension/resume. `whyStill`: after three years, the harm or the ability to perform. */
export type ResumeExecution = Readonly<{ reason: string; whyStill?: string }>;

export type ExecutionSuspended = Event<
  'ExecutionSuspended',
  ExecutionSuspensionTerms & { approval: EntryNumber }
>;
export type ExecutionResumed = Event<'ExecutionResumed', ResumeExecution>;
export type ExecutionTerminated = Event<
  'ExecutionTerminated',
  ExecutionTerminationTerms & { approval: EntryNumber }
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

const standing = [
  decisionInHand,
  law.somethingToExecute,
  law.executionNotTerminated,
  law.notWithTheCourt,
] as const;

export const acts = {
  'execution-suspension/request': act<ExecutionSuspensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请中止执行', en: 'Ask for the execution to be suspended' },
    by: ['officer'],
    requires: [notClosed, byThoseInCharge, ...standing, law.executionNotSuspended, law.oneSuspensionRequest],
    demands: [law.suspensionExplained],
    record: ({ ground, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'execution-suspension', terms: { ground, reason } },
      },
    ],
  }),
  'execution-suspension/approve': act<
    ApproveExecutionRest,
    Recorded<'ApprovalGiven'> | Recorded<'ExecutionSuspended'>
  >({
    title: { zh: '批准中止执行', en: 'Suspend the execution' },
    by: ['leader', 'principal'],
    requires: [law.restDecidedByLeader, notClosed, ...standing, law.executionNotSuspended],
    demands: givesApproval('execution-suspension'),
    record: ({ approval }, file, { now, actor }) => {
      const terms = law.suspensionAsked(file, approval);
      // `approval/open` has refused what was not asked for.
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
    by: ['officer'],
    requires: [notClosed, byThoseInCharge, law.executionNotTerminated, law.executionSuspended],
    demands: [law.resumptionReasoned, law.threeYears],
    record: ({ reason, whyStill }, _, { now, actor }) => [
      {
        type: 'ExecutionResumed',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { reason, ...(whyStill !== undefined && { whyStill }) },
      },
    ],
  }),
  'execution-suspension/request-termination': act<ExecutionTerminationTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请终结执行', en: 'Ask for the execution to be ended' },
    by: ['officer'],
    requires: [notClosed, byThoseInCharge, ...standing, law.oneTerminationRequest],
    demands: [law.terminationExplained, law.threeYearsRun],
    record: ({ ground, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'execution-termination', terms: { ground, reason } },
      },
    ],
  }),
  'execution-suspension/approve-termination': act<
    ApproveExecutionRest,
    Recorded<'ApprovalGiven'> | Recorded<'ExecutionTerminated'>
  >({
    title: { zh: '批准终结执行', en: 'End the execution' },
    by: ['leader', 'principal'],
    requires: [law.restDecidedByLeader, notClosed, ...standing],
    demands: [...givesApproval('execution-termination'), law.threeYearsRunWhenApproved],
    record: ({ approval }, file, { now, actor }) => {
      const terms = law.terminationAsked(file, approval);
      // `approval/open` has refused what was not asked for.
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

export const folds: Folds<'ExecutionSuspended' | 'ExecutionResumed' | 'ExecutionTerminated'> = {
  ExecutionSuspended: ({ executionSuspensions = [] }, { data, revision, occurredAt }) => ({
    executionSuspensions: [
      ...executionSuspensions,
      { entry: revision, ground: data.ground, suspendedOn: dayOf(occurredAt) },
    ],
  }),
  ExecutionResumed: ({ executionSuspensions = [] }, { revision, occurredAt }) => ({
    executionSuspensions: executionSuspensions.map((one, index) =>
      index === executionSuspensions.length - 1
        ? { ...one, resumedOn: dayOf(occurredAt), resumedBy: revision }
        : one,
    ),
  }),
  ExecutionTerminated: (_, { data, revision, occurredAt }) => ({
    executionTermination: { entry: revision, ground: data.ground, terminatedOn: dayOf(occurredAt) },
  }),
};
