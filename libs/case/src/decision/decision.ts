/** Decision (行政处罚决定): APL 38–45, 57–62; SAMR-P 60–64. */
import type { LocalDate } from '@anjuan/law';
import type { Digest } from '../kernel/context.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { PersonId } from '../kernel/people.js';
import type { Outcome } from '../penalty/penalty.js';

/** decision/make */
export type MakeDecision = Readonly<{
  /** Number of the document, claimed; the program allots one when it is absent. */
  number?: string;
  outcome: Outcome;
  /** How statements were adopted and why (SAMR-P 62). */
  onStatements?: string;
  /** Why it is made after its time limit (APL 60): an alarm, never a bar. */
  lateReason?: string;
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
