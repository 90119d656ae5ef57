/** Initiation (案源、立案): SAMR-P 18–19, APL 36, 54. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';

export type Reporter = Readonly<{ name: string; phone?: string }>;
/** initiation/receive-lead: opens a case. */
export type ReceiveLead = Outside & Readonly<{ source: string; summary: string; reporter?: Reporter }>;
export type LeadReceived = Event<
  'LeadReceived',
  { source: string; summary: string; receivedOn: LocalDate; realName: boolean; reporter?: Reporter }
>;

export type PartyKind = 'natural-person' | 'individual-business' | 'entity';
/** The natural person behind the party: the party itself, an operator, a legal representative. Personal data. */
export type PartyPerson = Readonly<{ name: string; idType?: string; idNumber?: string; address?: string }>;
export type Party = Readonly<{
  kind: PartyKind;
  /** Of an entity or an individual business; a natural person's name stands in `person`. */
  name?: string;
  uscc?: string;
  person?: PartyPerson;
  address?: string;
  /** Why a code that fails its check digit is kept all the same. */
  override?: Readonly<{ field: 'uscc'; reason: string }>;
}>;

export type Basis = Readonly<{ law: string; article: string; says?: string }>;

/** SAMR-P 19(1), (一)–(四). */
export const filingConditions = [
  'breach-evidenced',
  'penalty-due',
  'our-jurisdiction',
  'within-limitation',
] as const;
export type FilingCondition = (typeof filingConditions)[number];
export type Affirmed = Readonly<{ affirmed: boolean; evidence: readonly EntryNumber[]; note?: string }>;

/** What makes a case major whatever its penalty (APL 58(1), (一), (三), (四)). */
export type Marks = Readonly<{
  majorPublicInterest?: boolean;
  complex?: boolean;
  reviewRequiredByOtherLaw?: boolean;
}>;

export type FilingTerms = Readonly<{
  cause: string;
  party: Party;
  basis: readonly Basis[];
  handlers: readonly PersonId[];
  /** Start and end of the act that is punished. */
  act: Readonly<{ from: LocalDate; to: LocalDate }>;
  discoveredOn: LocalDate;
  conditions: Readonly<Record<FilingCondition, Affirmed>>;
  /** Life, health or financial safety endangered and harm done: five years instead of two (APL 36(1)). */
  endangersLifeOrProperty?: boolean;
  marks?: Marks;
}>;
/** initiation/request-filing */
export type RequestFiling = FilingTerms;
/** initiation/approve-filing */
export type ApproveFiling = Readonly<{ approval: EntryNumber }>;
export type CaseFiled = Event<
  'CaseFiled',
  { number: string; approval: EntryNumber; filedOn: LocalDate; lists: string; terms: FilingTerms }
>;

export type Lead = Readonly<{ entry: EntryNumber; source: string; receivedOn: LocalDate; realName: boolean }>;
export type Filing = FilingTerms &
  Readonly<{ entry: EntryNumber; number: string; filedOn: LocalDate; approvedBy: PersonId }>;
