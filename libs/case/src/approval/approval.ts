/** Approvals (审批): requested by one person, given or returned by another, each under their own sign-in. */
import type { Instant, LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { PersonId } from '../kernel/people.js';

import type { ClosureTerms } from '../closure/closure.js';
import type { FilingTerms } from '../initiation/initiation.js';
import type { ExtensionTerms, SeizureTerms } from '../seizure/seizure.js';

/** What may be put before a leader, and on which terms. */
export type Matter =
  | Readonly<{ matter: 'filing'; terms: FilingTerms }>
  | Readonly<{ matter: 'seizure'; terms: SeizureTerms }>
  | Readonly<{ matter: 'seizure-extension'; terms: ExtensionTerms }>
  | Readonly<{ matter: 'closure'; terms: ClosureTerms }>;
export type MatterName = Matter['matter'];

export type ApprovalRequested = Event<'ApprovalRequested', Matter>;
export type ApprovalGiven = Event<'ApprovalGiven', { approval: EntryNumber; matter: MatterName }>;
/** approval/return */
export type ReturnApproval = Readonly<{ approval: EntryNumber; reason: string }>;
export type ApprovalReturned = Event<
  'ApprovalReturned',
  { approval: EntryNumber; matter: MatterName; reason: string }
>;
/** approval/withdraw: by the one who asked. */
export type WithdrawApprovalRequest = Readonly<{ approval: EntryNumber; reason: string }>;
export type ApprovalRequestWithdrawn = Event<
  'ApprovalRequestWithdrawn',
  { approval: EntryNumber; matter: MatterName; reason: string }
>;

export type Approval = Matter &
  Readonly<{
    entry: EntryNumber;
    requestedBy: PersonId;
    requestedAt: Instant;
    requestedOn: LocalDate;
    state: 'open' | 'given' | 'returned' | 'withdrawn';
    answeredBy?: PersonId;
    answeredOn?: LocalDate;
  }>;
