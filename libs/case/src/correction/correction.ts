/** Order to correct (责令改正): APL 28. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';

/** correction/order */
export type OrderCorrection = Outside & ByOfficers & Readonly<{ until: LocalDate; what: string; paper?: Paper }>;
export type CorrectionOrdered = Event<'CorrectionOrdered', Omit<OrderCorrection, 'occurredAt'>>;
/** correction/verify */
export type VerifyCorrection = Outside &
  ByOfficers &
  Readonly<{ order: EntryNumber; corrected: boolean; record: Paper }>;
export type CorrectionVerified = Event<'CorrectionVerified', Omit<VerifyCorrection, 'occurredAt'>>;

export type Correction = Readonly<{
  entry: EntryNumber;
  orderedOn: LocalDate;
  until: LocalDate;
  verifiedOn?: LocalDate;
  corrected?: boolean;
}>;
