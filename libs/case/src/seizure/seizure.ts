/** Sealing and seizure (查封、扣押): Administrative Coercion Law, articles 16–28; SAMR-P 36–42. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';
import type { Basis } from '../initiation/initiation.js';

/** seizure/request */
export type SeizureTerms = Readonly<{ items: string; basis: Basis; days: number; reason: string }>;
/** seizure/approve, seizure/approve-extension */
export type ApproveSeizure = Readonly<{ approval: EntryNumber }>;
/** seizure/seize: the checklist of ACL 18 and 24. */
export type Seize = Outside &
  ByOfficers &
  Readonly<{
    approval: EntryNumber;
    credentialShown: boolean;
    rightsTold: boolean;
    statementHeard: boolean;
    decisionHandedOver: boolean;
    listHandedOver: boolean;
    /** Full audio-video record (全程音像记录). */
    media: readonly Paper[];
  }>;
export type ItemsSeized = Event<
  'ItemsSeized',
  Omit<Seize, 'occurredAt' | 'lateReason'> & SeizureTerms & { until: LocalDate; lateReason?: string }
>;
/** seizure/request-extension */
export type ExtensionTerms = Readonly<{ seizure: EntryNumber; days: number; reason: string }>;
export type SeizureExtended = Event<
  'SeizureExtended',
  { approval: EntryNumber; seizure: EntryNumber; days: number; reason: string; until: LocalDate }
>;
/** seizure/lift */
export type LiftSeizure = Outside & ByOfficers & Readonly<{ seizure: EntryNumber; reason: string }>;
export type SeizureLifted = Event<
  'SeizureLifted',
  { officers: readonly string[]; signedPaper?: Paper; seizure: EntryNumber; reason: string; lateReason?: string }
>;

export type Seizure = Readonly<{
  entry: EntryNumber;
  items: string;
  takenOn: LocalDate;
  /** Last day of the term, extensions included, excluded test days not (they are added by `deadlines`). */
  until: LocalDate;
  extended: boolean;
  liftedOn?: LocalDate;
}>;
