/** Decision (行政处罚决定): APL 38–45, 57–62; SAMR-P 60–64. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Digest, EntryNumber, Event, PersonId } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { notAnnulledForGood, redoneOnOtherGrounds } from '../decision-change/provisions.js';
import { decisionDue } from '../decision-period/due.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { notTransferred, settledForUs, undisputed } from '../jurisdiction/provisions.js';
import { noDecisionWithoutReview, reviewedAfterHearing } from '../legal-review/provisions.js';
import { standingReview } from '../legal-review/required.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { partyKnown } from '../party/identifying.js';
import { transferredAlone } from '../joined-parties/provisions.js';
import { decidedOnSomebody } from '../party/provisions.js';
import { opinionsGivenAgain } from '../recusal/provisions.js';
import { entriesConfirmed, investigationConcluded } from '../review/provisions.js';
import { papersServed } from '../seizure/absent.js';
import { notSuspended, notTerminated } from '../suspension/provisions.js';
import { educatedFirst, letOffAsReviewed } from './of-no-penalty.js';
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
  recusalsDecided,
} from './provisions.js';
import { noTransferPending } from './no-transfer-pending.js';
import { makeDecisionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { PartsOf } from '../of-party.js';

/** decision/make */
export type MakeDecision = Entry<typeof makeDecisionSchema>;
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

/** What this step adds to the file. */
export type Slice = Readonly<{
  decision?: Decision | undefined;
}>;
export const empty: Slice = {};
export const ofParty = { decision: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'decision/make': act<MakeDecision, Recorded<'DecisionMade'>>({
    title: { zh: '作出决定', en: 'Decide the case' },
    entry: makeDecisionSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [
      caseOpen,
      decidedByLeader,
      onlyOne,
      notTerminated,
      notSuspended,
      investigationConcluded,
      partyKnown,
      entriesConfirmed,
      undisputed,
      settledForUs,
      notTransferred,
      notAnnulledForGood,
      recusalsDecided,
      opinionsGivenAgain,
      noTransferPending,
      papersServed,
      noDecisionWithoutReview,
      noDecisionWithoutCaseReview,
      reviewedAfterHearing,
    ],
    demands: [
      ourJurisdictionStill,
      decidedOnSomebody,
      transferredAlone,
      documentNumbered,
      reasonGiven,
      lateWithReason,
      educatedFirst,
      letOffAsReviewed,
      noFineAfterCriminalFine,
      notForFactsNotEstablished,
      redoneOnOtherGrounds,
      ...ofPenalty,
    ],
    records: 'DecisionMade',
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
        // What was reviewed, where nothing came in since that asks for another review.
        dossier: standingReview(file, context)?.digest ?? context.dossierDigest,
        dueOn: decisionDue(file, context),
      };
      return [{ type: 'DecisionMade', v: 1, occurredAt: context.now, actors: [context.actor], data }];
    },
  }),
};

export const events: Events<DecisionMade> = {
  DecisionMade: eventKind(
    { v: 1, volume: 'decision', personal: {} },
    (_, { data, revision, occurredAt, recordedBy }) => ({
      decision: {
        entry: revision,
        number: data.number,
        outcome: data.outcome,
        decidedOn: dayOf(occurredAt),
        by: recordedBy,
      },
    }),
  ),
};
