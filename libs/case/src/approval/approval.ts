/** Approvals (审批): requested by one person, given or returned by another, each under their own sign-in. */
import {
  type EntryNumber,
  type EntryProvision,
  type Event,
  type PersonId,
  actsAs,
  filled,
  forSomebodyElse,
} from '@anjuan/procedure';
import { dayOf, policy, type Instant, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { leaderDecides } from '../leader-decides.js';
import type { EnforcementTerms } from '../court-enforcement/court-enforcement.js';
import type { ClosureTerms } from '../closure/closure.js';
import type { DecisionExtensionTerms } from '../decision-period/decision-period.js';
import type {
  ExecutionSuspensionTerms,
  ExecutionTerminationTerms,
} from '../execution-suspension/execution-suspension.js';
import type { AgreementTerms } from '../execution/agreement.js';
import type { FilingTerms } from '../initiation/initiation.js';
import type { CheckExtensionTerms, NotFilingTerms } from '../initiation/lead-check.js';
import type { TransferTerms } from '../jurisdiction/jurisdiction.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PreservationTerms } from '../preservation/preservation.js';
import type { ExtensionTerms, SeizureTerms } from '../seizure/seizure.js';
import type { EarlyDisposalTerms } from '../seizure/early-disposal.js';
import type { LiftingTerms } from '../seizure/lifting.js';
import type { PartyChangeTerms } from '../party/party.js';
import type { ReviewExtensionTerms } from '../review/extension.js';
import type { SuspensionTerms, TerminationTerms } from '../suspension/suspension.js';
import { returnApprovalSchema, withdrawApprovalRequestSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** What may be put before a leader, and on which terms. */
export type Matter =
  | Readonly<{ matter: 'filing'; terms: FilingTerms }>
  | Readonly<{ matter: 'not-filing'; terms: NotFilingTerms }>
  | Readonly<{ matter: 'check-extension'; terms: CheckExtensionTerms }>
  | Readonly<{ matter: 'seizure'; terms: SeizureTerms }>
  | Readonly<{ matter: 'seizure-extension'; terms: ExtensionTerms }>
  | Readonly<{ matter: 'seizure-lifting'; terms: LiftingTerms }>
  | Readonly<{ matter: 'early-disposal'; terms: EarlyDisposalTerms }>
  | Readonly<{ matter: 'suspension'; terms: SuspensionTerms }>
  | Readonly<{ matter: 'termination'; terms: TerminationTerms }>
  | Readonly<{ matter: 'preservation'; terms: PreservationTerms }>
  | Readonly<{ matter: 'transfer'; terms: TransferTerms }>
  | Readonly<{ matter: 'court-enforcement'; terms: EnforcementTerms }>
  | Readonly<{ matter: 'execution-suspension'; terms: ExecutionSuspensionTerms }>
  | Readonly<{ matter: 'execution-termination'; terms: ExecutionTerminationTerms }>
  | Readonly<{ matter: 'execution-agreement'; terms: AgreementTerms }>
  | Readonly<{ matter: 'decision-extension'; terms: DecisionExtensionTerms }>
  | Readonly<{ matter: 'review-extension'; terms: ReviewExtensionTerms }>
  | Readonly<{ matter: 'party-change'; terms: PartyChangeTerms }>
  | Readonly<{ matter: 'closure'; terms: ClosureTerms }>;
export type MatterName = Matter['matter'];

export type ApprovalRequested = Event<'ApprovalRequested', Matter>;
export type ApprovalGiven = Event<'ApprovalGiven', { approval: EntryNumber; matter: MatterName }>;
/** approval/return */
export type ReturnApproval = Entry<typeof returnApprovalSchema>;
export type ApprovalReturned = Event<
  'ApprovalReturned',
  { approval: EntryNumber; matter: MatterName; reason: string }
>;
/** approval/withdraw: by the requester. */
export type WithdrawApprovalRequest = Entry<typeof withdrawApprovalRequestSchema>;
export type ApprovalRequestWithdrawn = Event<
  'ApprovalRequestWithdrawn',
  { approval: EntryNumber; matter: MatterName; reason: string }
>;

export type Approval = Matter &
  Readonly<{
    entry: EntryNumber;
    /** Of a matter of one party in a case of several: which. */
    ofParty?: EntryNumber;
    requestedBy: PersonId;
    requestedAt: Instant;
    requestedOn: LocalDate;
    state: 'open' | 'given' | 'returned' | 'withdrawn';
    answeredBy?: PersonId;
    answeredAt?: Instant;
    answeredOn?: LocalDate;
  }>;

type Approvals = Pick<CaseFile, 'approvals'>;
type Answer = Readonly<{ approval: EntryNumber }>;

export const approvalOf = ({ approvals }: Approvals, entry: EntryNumber): Approval | undefined =>
  approvals.find((approval) => approval.entry === entry);

const open = {
  id: 'approval/open',
  cites: policy('审批针对尚未答复的申请；An approval answers a request that is still open'),
  says: '审批应当针对本事项尚未批准、退回或者撤回的申请',
  en: 'What is answered is a request of this matter, neither given nor returned nor withdrawn yet',
  cure: { zh: '先由办案人员提出申请', en: 'Let a handler ask for it first' },
  fields: ['/approval'],
} as const;

/** The request is open, whatever it asks for. */
export const approvalOpen: EntryProvision<Approvals, Answer> = {
  ...open,
  holds: ({ approval }, file) => approvalOf(file, approval)?.state === 'open',
};

/** The request is open and asks for this matter. */
export const approvalOpenFor = (matter: MatterName): EntryProvision<Approvals, Answer> => ({
  ...open,
  holds: ({ approval }, file) => {
    const request = approvalOf(file, approval);
    return request?.state === 'open' && request.matter === matter;
  },
});

/** Approvals are two acts by two people, whatever the accounts they use. */
export const approverNotRequester: EntryProvision<Approvals, Answer> = {
  id: 'approval/approver-is-not-the-requester',
  cites: policy('申请人不得审批本人的申请；Nobody answers their own request'),
  says: '申请与审批应当由不同的人作出',
  en: 'Whoever approves is not the person who asked',
  cure: { zh: '由另一名负责人审批', en: 'Let another leader answer' },
  fields: ['/approval'],
  holds: ({ approval }, file, { actor }) => approvalOf(file, approval)?.requestedBy !== actor.person,
};

/** Checked for every approval; `demands: [...givesApproval('filing'), …]`. */
export const givesApproval = (matter: MatterName) => [approvalOpenFor(matter), approverNotRequester] as const;

export const returnedByLeader = actsAs({
  id: 'approval/returned-by-a-leader',
  ...leaderDecides,
  en: 'What is put before a leader is returned by a leader',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const withdrawnByRequester: EntryProvision<Approvals, Answer> = {
  id: 'approval/withdrawn-by-the-requester',
  cites: policy('申请由申请人本人撤回；A request is withdrawn by the one who asked'),
  says: '审批申请由提出申请的人撤回',
  en: 'A request is withdrawn by the person who made it',
  cure: { zh: '由申请人撤回，或者由负责人退回', en: 'Let the requester withdraw it, or a leader return it' },
  curedBy: ['approval/return'],
  fields: ['/approval'],
  holds: ({ approval }, file, { actor }) => {
    const request = approvalOf(file, approval);
    return request === undefined || request.requestedBy === actor.person;
  },
};

export const answerReasoned: EntryProvision<unknown, { reason: string }> = {
  id: 'approval/reason-given',
  cites: policy('退回、撤回应当说明理由；Returning or withdrawing a request gives its reason'),
  says: '退回或者撤回审批申请应当说明理由',
  en: 'Whoever returns or withdraws a request says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const withdrawalByOfficer = actsAs({
  id: 'approval/withdrawn-by-an-officer',
  cites: policy('申请由办案人员提出和撤回；Requests are made and withdrawn by officers'),
  says: '审批申请由办案人员提出和撤回',
  en: 'Requests are made and withdrawn by officers',
  noCure: forSomebodyElse,
  capacities: ['officer'],
});

const matterOf = (file: Approvals, entry: EntryNumber): MatterName =>
  approvalOf(file, entry)?.matter ?? 'filing';

/** What this step adds to the file. */
export type Slice = Readonly<{
  approvals: readonly Approval[];
}>;
export const empty: Slice = { approvals: [] };

export const acts = {
  'approval/return': act<ReturnApproval, Recorded<'ApprovalReturned'>>({
    title: { zh: '退回审批申请', en: 'Return a request for approval' },
    entry: returnApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    // It only lets go: nobody waits for a leader who took no part.
    exemptFrom: ['review/leader-stands-apart'],
    requires: [returnedByLeader],
    demands: [approvalOpen, approverNotRequester, answerReasoned],
    records: 'ApprovalReturned',
    data: ({ approval, reason }, file) => ({ approval, matter: matterOf(file, approval), reason }),
  }),
  'approval/withdraw': act<WithdrawApprovalRequest, Recorded<'ApprovalRequestWithdrawn'>>({
    title: { zh: '撤回审批申请', en: 'Withdraw a request for approval' },
    entry: withdrawApprovalRequestSchema,
    by: ['officer'],
    requires: [withdrawalByOfficer],
    demands: [approvalOpen, withdrawnByRequester, answerReasoned],
    records: 'ApprovalRequestWithdrawn',
    data: ({ approval, reason }, file) => ({ approval, matter: matterOf(file, approval), reason }),
  }),
};

type AnswerEvent = ApprovalGiven | ApprovalReturned | ApprovalRequestWithdrawn;

const answered = (
  { approvals }: Approvals,
  { data, recordedBy, occurredAt }: AnswerEvent,
  state: 'given' | 'returned' | 'withdrawn',
): Approvals => ({
  approvals: approvals.map((approval) =>
    approval.entry === data.approval
      ? {
          ...approval,
          state,
          answeredBy: recordedBy,
          answeredAt: occurredAt,
          answeredOn: dayOf(occurredAt),
        }
      : approval,
  ),
});

/** The seizure that a request is about, if it is about one. */
const seizuresOfTerms = ({ terms }: Matter): readonly EntryNumber[] =>
  'seizure' in terms ? [terms.seizure] : [];

export const events: Events<ApprovalRequested | ApprovalGiven | ApprovalReturned | ApprovalRequestWithdrawn> =
  {
    ApprovalRequested: eventKind(
      {
        v: 1,
        volume: 'filing',
        personal: {
          '/terms/party/person': 'party',
          '/terms/party/address': 'party',
          '/terms/partyDescribed': 'party',
        },
        refersTo: seizuresOfTerms,
      },
      ({ approvals }, { data, revision, recordedBy, occurredAt }) => ({
        approvals: [
          ...approvals,
          {
            ...data,
            entry: revision,
            requestedBy: recordedBy,
            requestedAt: occurredAt,
            requestedOn: dayOf(occurredAt),
            state: 'open',
          },
        ],
      }),
    ),
    ApprovalGiven: eventKind(
      { v: 1, volume: 'filing', personal: {}, refersTo: ['approval'] },
      (file, event) => answered(file, event, 'given'),
    ),
    ApprovalReturned: eventKind(
      { v: 1, volume: 'other-sub', personal: {}, refersTo: ['approval'] },
      (file, event) => answered(file, event, 'returned'),
    ),
    ApprovalRequestWithdrawn: eventKind(
      { v: 1, volume: 'other-sub', personal: {}, refersTo: ['approval'] },
      (file, event) => answered(file, event, 'withdrawn'),
    ),
  };
