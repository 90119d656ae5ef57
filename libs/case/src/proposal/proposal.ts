/** The leader approves the proposal after the review (拟处罚意见审批): SAMR-P 56. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, PersonId } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { beforeDecision, investigationConcluded } from '../review/provisions.js';
import { answeredByLeader, returnedDealtWith, returnReasoned, reviewPassed } from './provisions.js';
import { approveProposalSchema, returnProposalSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** proposal/approve */
export type ApproveProposal = Entry<typeof approveProposalSchema>;
export type ProposalApproved = Event<'ProposalApproved', { proposal: Outcome; note?: string }>;
/** proposal/return */
export type ReturnProposal = Entry<typeof returnProposalSchema>;
export type ProposalReturned = Event<'ProposalReturned', { reason: string }>;

export type Proposal = Readonly<{
  entry: EntryNumber;
  state: 'approved' | 'returned';
  on: LocalDate;
  by: PersonId;
  outcome?: Outcome;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  proposal?: Proposal | undefined;
}>;
export const empty: Slice = {};
export const ofParty = { proposal: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'proposal/approve': act<ApproveProposal, Recorded<'ProposalApproved'>>({
    title: { zh: '批准处理建议', en: 'Approve the proposal' },
    entry: approveProposalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [
      caseOpen,
      answeredByLeader,
      beforeDecision,
      investigationConcluded,
      reviewPassed,
      returnedDealtWith,
    ],
    demands: [],
    records: 'ProposalApproved',
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
    entry: returnProposalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [caseOpen, answeredByLeader, beforeDecision, investigationConcluded],
    demands: [returnReasoned],
    records: 'ProposalReturned',
  }),
};

export const events: Events<ProposalApproved | ProposalReturned> = {
  ProposalApproved: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    (_, { data, revision, occurredAt, recordedBy }) => ({
      proposal: {
        entry: revision,
        state: 'approved',
        on: dayOf(occurredAt),
        by: recordedBy,
        outcome: data.proposal,
      },
    }),
  ),
  ProposalReturned: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    (_, { revision, occurredAt, recordedBy }) => ({
      proposal: { entry: revision, state: 'returned', on: dayOf(occurredAt), by: recordedBy },
    }),
  ),
};
