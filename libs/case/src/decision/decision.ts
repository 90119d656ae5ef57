/** Decision (行政处罚决定): APL 38–45, 57–62; SAMR-P 60–64. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { notAnnulledForGood, redoneOnOtherGrounds } from '../decision-change/provisions.js';
import { decisionDue } from '../decision-period/due.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { Digest } from '../kernel/context.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import type { PersonId } from '../kernel/people.js';
import { notTransferred, settledForUs, undisputed } from '../jurisdiction/provisions.js';
import { noDecisionWithoutReview, reviewedAfterHearing } from '../legal-review/provisions.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { opinionsGivenAgain } from '../recusal/provisions.js';
import { entriesConfirmed, investigationConcluded } from '../review/provisions.js';
import { leaderStandsApart } from '../review/separation.js';
import { notSuspended, notTerminated } from '../suspension/provisions.js';
import { educatedFirst } from './of-no-penalty.js';
import { ofPenalty } from './of-penalty.js';
import {
  decidedByLeader,
  documentNumbered,
  lateWithReason,
  numberOf,
  onlyOne,
  ourJurisdictionStill,
  reasonGiven,
  noFineAfterCriminalFine,
  notForFactsNotEstablished,
  noTransferPending,
  recusalsDecided,
} from './provisions.js';

/** decision/make */
export type MakeDecision = Readonly<{
  /** Number of the document, claimed; the program allots one when it is absent. */
  number?: string;
  outcome: Outcome;
  /** How statements were adopted and why (SAMR-P 62). */
  onStatements?: string;
  /** Why it is made after its time limit (APL 60): an alarm, never a bar. */
  lateReason?: string;
  /** Made anew after an annulment and yet the same: on which other facts and reasons (ALL 71; ARL 64(2)). */
  redo?: string;
}>;
export type DecisionMade = Event<
  'DecisionMade',
  Omit<MakeDecision, 'number'> & { number: string; dossier: Digest; dueOn: LocalDate }
>;
export type Decision = Readonly<{
  entry: EntryNumber;
  number: string;
  outcome: Outcome;
  decidedOn: LocalDate;
  by: PersonId;
}>;

export const acts = {
  'decision/make': act<MakeDecision, Recorded<'DecisionMade'>>({
    title: { zh: '作出决定', en: 'Decide the case' },
    by: ['leader', 'principal'],
    requires: [
      caseOpen,
      decidedByLeader,
      leaderStandsApart,
      onlyOne,
      notTerminated,
      notSuspended,
      investigationConcluded,
      entriesConfirmed,
      ourJurisdictionStill,
      undisputed,
      settledForUs,
      notTransferred,
      notAnnulledForGood,
      recusalsDecided,
      opinionsGivenAgain,
      noTransferPending,
      noDecisionWithoutReview,
      noDecisionWithoutCaseReview,
      reviewedAfterHearing,
    ],
    demands: [
      documentNumbered,
      reasonGiven,
      lateWithReason,
      educatedFirst,
      noFineAfterCriminalFine,
      notForFactsNotEstablished,
      redoneOnOtherGrounds,
      ...ofPenalty,
    ],
    record: (entry, file, context) => {
      const number = numberOf(entry, context);
      // `decision/document-numbered` has refused a decision without one.
      if (number === undefined) return [];
      const data = {
        number,
        outcome: outcomeOf(entry.outcome),
        ...(entry.onStatements !== undefined && { onStatements: entry.onStatements }),
        ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        ...(entry.redo !== undefined && { redo: entry.redo }),
        dossier: context.dossierDigest,
        dueOn: decisionDue(file, context),
      };
      return [{ type: 'DecisionMade', v: 1, occurredAt: context.now, actors: [context.actor], data }];
    },
  }),
};

export const folds: Folds<'DecisionMade'> = {
  DecisionMade: (_, { data, revision, occurredAt, recordedBy }) => ({
    decision: {
      entry: revision,
      number: data.number,
      outcome: data.outcome,
      decidedOn: dayOf(occurredAt),
      by: recordedBy,
    },
  }),
};
