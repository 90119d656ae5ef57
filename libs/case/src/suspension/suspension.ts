/** Suspending, resuming and ending an investigation (中止、恢复、终止调查): SAMR-P 46–47. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import { onRequestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { servedBy } from '../service/reached.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import {
  groundStated,
  notSuspended,
  notTerminated,
  oneSuspensionRequest,
  oneTerminationRequest,
  resumedForReason,
  suspended,
  suspendedByLeader,
  requestedSuspension,
  terminatedByLeader,
  requestedTermination,
  terminationStated,
  undecidedOrUnserved,
  undecidedYet,
  whileUnderInvestigation,
} from './provisions.js';
import { markedEndedByThePrincipal, terminationDemands } from './termination.js';
import { requestSuspensionSchema, resumeSchema, requestTerminationSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';
import type { SuspensionGround, TerminationGround } from './words.js';

export {
  suspensionGrounds,
  type SuspensionGround,
  terminationGrounds,
  type TerminationGround,
} from './words.js';
/** suspension/request */
export type SuspensionTerms = Entry<typeof requestSuspensionSchema>;
/** suspension/request-termination */
export type TerminationTerms = Entry<typeof requestTerminationSchema>;
/** suspension/approve, suspension/approve-termination */
export type ApproveSuspension = Readonly<{ approval: EntryNumber }>;
/** suspension/resume */
export type Resume = Entry<typeof resumeSchema>;

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

/** An event holds what it declares and nothing a caller added. */
const termsOf = ({ ground, reason, paper, evidence }: TerminationTerms): TerminationTerms => ({
  ground,
  reason,
  ...(paper !== undefined && { paper }),
  ...(evidence !== undefined && { evidence }),
});

/** What this step adds to the file. */
export type Slice = Readonly<{
  suspensions: readonly Suspension[];
  termination?: Termination;
}>;
export const empty: Slice = { suspensions: [] };

export const acts = {
  'suspension/request': act<SuspensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请中止调查', en: 'Ask for the investigation to be suspended' },
    entry: requestSuspensionSchema,
    by: ['officer'],
    requires: [...whileUnderInvestigation, notSuspended, oneSuspensionRequest],
    demands: [groundStated],
    records: 'ApprovalRequested',
    matter: 'suspension',
    data: ({ ground, reason }) => ({ matter: 'suspension', terms: { ground, reason } }),
  }),
  'suspension/approve': act<
    ApproveSuspension,
    Recorded<'ApprovalGiven'> | Recorded<'InvestigationSuspended'>
  >({
    title: { zh: '批准中止调查', en: 'Suspend the investigation' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [suspendedByLeader, caseOpen, undecidedYet, notTerminated, notSuspended],
    demands: givesApproval('suspension'),
    records: 'InvestigationSuspended',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedSuspension(file, approval);
      // Without a request `approval/open` has refused.
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
    entry: resumeSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, notTerminated, suspended],
    demands: [resumedForReason],
    records: 'InvestigationResumed',
  }),
  'suspension/request-termination': act<TerminationTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请终止调查', en: 'Ask for the investigation to be ended' },
    entry: requestTerminationSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, undecidedOrUnserved, notTerminated, oneTerminationRequest],
    demands: [terminationStated, ...terminationDemands],
    records: 'ApprovalRequested',
    matter: 'termination',
    data: (terms) => ({ matter: 'termination', terms: termsOf(terms) }),
  }),
  'suspension/approve-termination': act<
    ApproveSuspension,
    Recorded<'ApprovalGiven'> | Recorded<'InvestigationTerminated'>
  >({
    title: { zh: '批准终止调查', en: 'End the investigation' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [terminatedByLeader, caseOpen, undecidedOrUnserved, notTerminated],
    demands: [
      ...givesApproval('termination'),
      ...terminationDemands.map(onRequestedTerms('termination')),
      markedEndedByThePrincipal,
    ],
    records: 'InvestigationTerminated',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedTermination(file, approval);
      // Without a request `approval/open` has refused.
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'termination' } },
        { type: 'InvestigationTerminated', ...stamp, data: { approval, ...termsOf(terms) } },
      ];
    },
  }),
};

export const events: Events<InvestigationSuspended | InvestigationResumed | InvestigationTerminated> = {
  InvestigationSuspended: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['approval'] },
    ({ suspensions }, { data, revision, occurredAt }) => ({
      suspensions: [...suspensions, { entry: revision, ground: data.ground, suspendedOn: dayOf(occurredAt) }],
    }),
  ),
  InvestigationResumed: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    ({ suspensions }, { occurredAt }) => ({
      suspensions: suspensions.map((suspension) =>
        suspension.resumedOn === undefined ? { ...suspension, resumedOn: dayOf(occurredAt) } : suspension,
      ),
    }),
  ),
  InvestigationTerminated: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['approval', 'evidence'] },
    (file, { data, revision, occurredAt }) => {
      const terminatedOn = dayOf(occurredAt);
      const termination = { entry: revision, ground: data.ground, terminatedOn };
      // A public notice whose days had not passed serves nobody any more.
      return servedBy(file, terminatedOn) ? { termination } : { termination, service: undefined };
    },
  ),
};
