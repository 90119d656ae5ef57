/** The leader approves the proposal after the review (拟处罚意见审批): SAMR-P 56. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import type { PersonId } from '../kernel/people.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { beforeDecision, investigationConcluded } from '../review/provisions.js';
import { leaderStandsApart } from '../review/separation.js';
import { answeredByLeader, returnReasoned, reviewPassed } from './provisions.js';

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

export const acts = {
  'proposal/approve': act<ApproveProposal, Recorded<'ProposalApproved'>>({
    title: { zh: '批准处理建议', en: 'Approve the proposal' },
    by: ['leader', 'principal'],
    requires: [
      caseOpen,
      answeredByLeader,
      leaderStandsApart,
      beforeDecision,
      investigationConcluded,
      reviewPassed,
    ],
    demands: [],
    record: ({ note }, { investigation }, { now, actor }) =>
      // `review/investigation-concluded` has refused a case without a proposal.
      investigation === undefined
        ? []
        : [
            {
              type: 'ProposalApproved',
              v: 1,
              occurredAt: now,
              actors: [actor],
              data: { proposal: outcomeOf(investigation.proposal), ...(note !== undefined && { note }) },
            },
          ],
  }),
  'proposal/return': act<ReturnProposal, Recorded<'ProposalReturned'>>({
    title: { zh: '退回处理建议', en: 'Return the proposal' },
    by: ['leader', 'principal'],
    requires: [caseOpen, answeredByLeader, leaderStandsApart, beforeDecision, investigationConcluded],
    demands: [returnReasoned],
    record: ({ reason }, _, { now, actor }) => [
      { type: 'ProposalReturned', v: 1, occurredAt: now, actors: [actor], data: { reason } },
    ],
  }),
};

export const folds: Folds<'ProposalApproved' | 'ProposalReturned'> = {
  ProposalApproved: (_, { data, revision, occurredAt, recordedBy }) => ({
    proposal: {
      entry: revision,
      state: 'approved',
      on: dayOf(occurredAt),
      by: recordedBy,
      outcome: data.proposal,
    },
  }),
  ProposalReturned: (_, { revision, occurredAt, recordedBy }) => ({
    proposal: { entry: revision, state: 'returned', on: dayOf(occurredAt), by: recordedBy },
  }),
};
