/** Summary procedure (简易程序): APL 51–53, 68–71; SAMR-P 66–73. */
import type { Fen, LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import type { Basis, Party } from '../initiation/initiation.js';
import type { Penalty } from '../penalty/penalty.js';

/** summary-procedure/decide: opens a case. */
export type DecideOnTheSpot = Outside &
  ByOfficers &
  Readonly<{
    number?: string;
    cause: string;
    party: Party;
    basis: readonly Basis[];
    facts: string;
    place: string;
    penalties: readonly Penalty[];
    credentialShown: boolean;
    rightsTold: boolean;
    /** What the party said (陈述、申辩), or that nothing was said. */
    statement: string;
    /** The remedies told: reconsideration comes first (ARL 23(1)(1)). */
    remedyTold: string;
  }>;
export type DecidedOnTheSpot = Event<
  'DecidedOnTheSpot',
  Omit<DecideOnTheSpot, 'occurredAt' | 'number'> & { number: string; caseNumber: string }
>;
/** summary-procedure/collect-fine */
export type CollectFine = Outside & Readonly<{ fen: Fen; receipt: string; hardToEnforceLater?: string }>;
export type FineCollectedOnTheSpot = Event<'FineCollectedOnTheSpot', Omit<CollectFine, 'occurredAt'>>;
/** summary-procedure/hand-in-money: the officer to the agency (APL 71). */
export type HandInMoney = Outside;
export type MoneyHandedIn = Event<'MoneyHandedIn', { lateReason?: string }>;
/** summary-procedure/bank-money: the agency to the bank (APL 71). */
export type BankMoney = Outside;
export type MoneyBanked = Event<'MoneyBanked', { lateReason?: string }>;
/** summary-procedure/hand-in-file (SAMR-P 70). */
export type HandInFile = Readonly<{ note?: string }>;
export type SummaryFileHandedIn = Event<'SummaryFileHandedIn', HandInFile>;

export type SummaryCase = Readonly<{
  entry: EntryNumber;
  caseNumber: string;
  number: string;
  cause: string;
  party: Party;
  officers: readonly PersonId[];
  penalties: readonly Penalty[];
  decidedOn: LocalDate;
  collected?: Readonly<{ on: LocalDate; fen: Fen; by: PersonId }>;
  handedInOn?: LocalDate;
  bankedOn?: LocalDate;
  fileHandedInOn?: LocalDate;
}>;
