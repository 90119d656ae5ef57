/** Suspending, resuming and ending an investigation (中止、恢复、终止调查): SAMR-P 46–47. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import {
  groundStated,
  notSuspended,
  notTerminated,
  oneSuspensionRequest,
  oneTerminationRequest,
  resumedForReason,
  suspended,
  suspendedByLeader,
  suspensionAsked,
  terminatedByLeader,
  terminationAsked,
  terminationStated,
  undecidedYet,
  whileUnderInvestigation,
} from './provisions.js';

/** SAMR-P 46(1), (一)–(五). */
export const suspensionGrounds = [
  'depends-on-another-case', // 须以相关案件的裁判结果或者其他行政决定为依据
  'question-of-law', // 涉及法律适用等问题，需要送请有权机关作出解释或者确认
  'force-majeure', // 因不可抗力致使案件暂时无法调查
  'party-not-found', // 因当事人下落不明致使案件暂时无法调查
  'other', // 其他应当中止调查的情形
] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];
/** suspension/request */
export type SuspensionTerms = Readonly<{ ground: SuspensionGround; reason: string }>;

/** SAMR-P 47. */
export const terminationGrounds = [
  'person-died', // 自然人死亡，无权利义务承受人
  'entity-ended', // 法人、其他组织终止，无权利义务承受人
  'other', // 其他致使案件调查无法继续进行的原因
] as const;
export type TerminationGround = (typeof terminationGrounds)[number];
/** suspension/request-termination */
export type TerminationTerms = Readonly<{ ground: TerminationGround; reason: string }>;
/** suspension/approve, suspension/approve-termination */
export type ApproveSuspension = Readonly<{ approval: EntryNumber }>;
/** suspension/resume */
export type Resume = Readonly<{ reason: string }>;

export type InvestigationSuspended = Event<
  'InvestigationSuspended',
  SuspensionTerms & { approval: EntryNumber }
>;
export type InvestigationResumed = Event<'InvestigationResumed', Resume>;
export type InvestigationTerminated = Event<
  'InvestigationTerminated',
  TerminationTerms & { approval: EntryNumber }
>;

export type Suspension = Readonly<{
  entry: EntryNumber;
  ground: SuspensionGround;
  suspendedOn: LocalDate;
  resumedOn?: LocalDate;
}>;
export type Termination = Readonly<{
  entry: EntryNumber;
  ground: TerminationGround;
  terminatedOn: LocalDate;
}>;

export const acts = {
  'suspension/request': act<SuspensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请中止调查', en: 'Ask for the investigation to be suspended' },
    by: ['officer'],
    requires: [...whileUnderInvestigation, notSuspended, oneSuspensionRequest],
    demands: [groundStated],
    record: ({ ground, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'suspension', terms: { ground, reason } },
      },
    ],
  }),
  'suspension/approve': act<
    ApproveSuspension,
    Recorded<'ApprovalGiven'> | Recorded<'InvestigationSuspended'>
  >({
    title: { zh: '批准中止调查', en: 'Suspend the investigation' },
    by: ['leader', 'principal'],
    requires: [suspendedByLeader, caseOpen, undecidedYet, notTerminated, notSuspended],
    demands: givesApproval('suspension'),
    record: ({ approval }, file, { now, actor }) => {
      const terms = suspensionAsked(file, approval);
      // `approval/open` has refused what was not asked for.
      if (terms === undefined) return [];
      const { ground, reason } = terms;
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'suspension' } },
        { type: 'InvestigationSuspended', ...stamp, data: { approval, ground, reason } },
      ];
    },
  }),
  'suspension/resume': act<Resume, Recorded<'InvestigationResumed'>>({
    title: { zh: '恢复调查', en: 'Resume the investigation' },
    by: ['officer'],
    requires: [caseOpen, byHandler, notTerminated, suspended],
    demands: [resumedForReason],
    record: ({ reason }, _, { now, actor }) => [
      { type: 'InvestigationResumed', v: 1, occurredAt: now, actors: [actor], data: { reason } },
    ],
  }),
  'suspension/request-termination': act<TerminationTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请终止调查', en: 'Ask for the investigation to be ended' },
    by: ['officer'],
    requires: [...whileUnderInvestigation, oneTerminationRequest],
    demands: [terminationStated],
    record: ({ ground, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'termination', terms: { ground, reason } },
      },
    ],
  }),
  'suspension/approve-termination': act<
    ApproveSuspension,
    Recorded<'ApprovalGiven'> | Recorded<'InvestigationTerminated'>
  >({
    title: { zh: '批准终止调查', en: 'End the investigation' },
    by: ['leader', 'principal'],
    requires: [terminatedByLeader, caseOpen, undecidedYet, notTerminated],
    demands: givesApproval('termination'),
    record: ({ approval }, file, { now, actor }) => {
      const terms = terminationAsked(file, approval);
      // `approval/open` has refused what was not asked for.
      if (terms === undefined) return [];
      const { ground, reason } = terms;
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'termination' } },
        { type: 'InvestigationTerminated', ...stamp, data: { approval, ground, reason } },
      ];
    },
  }),
};

export const folds: Folds<'InvestigationSuspended' | 'InvestigationResumed' | 'InvestigationTerminated'> = {
  InvestigationSuspended: ({ suspensions }, { data, revision, occurredAt }) => ({
    suspensions: [...suspensions, { entry: revision, ground: data.ground, suspendedOn: dayOf(occurredAt) }],
  }),
  InvestigationResumed: ({ suspensions }, { occurredAt }) => ({
    suspensions: suspensions.map((suspension) =>
      suspension.resumedOn === undefined ? { ...suspension, resumedOn: dayOf(occurredAt) } : suspension,
    ),
  }),
  InvestigationTerminated: (_, { data, revision, occurredAt }) => ({
    termination: { entry: revision, ground: data.ground, terminatedOn: dayOf(occurredAt) },
  }),
};
