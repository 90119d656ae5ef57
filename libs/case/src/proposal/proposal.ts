/** The leader approves the proposal after the review (拟处罚意见审批): SAMR-P 56. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { PersonId } from '../kernel/people.js';
import type { Outcome } from '../penalty/penalty.js';

/** proposal/approve */
export type ApproveProposal = Readonly<{ note?: string }>;
export type ProposalApproved = Event<'ProposalApproved', { proposal: Outcome; note?: string }>;
/** proposal/return */
export type ReturnProposal = Readonly<{ reason: string }>;
export type ProposalReturned = Event<'ProposalReturned', { reason: string }>;

export type Proposal = Readonly<{
  entry: EntryNumber;
  state: 'approved' | 'returned';
  on: LocalDate;
  by: PersonId;
  outcome?: Outcome;
}>;
