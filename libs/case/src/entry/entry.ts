/** Entries of the file (案卷记录): confirmed by the second officer, corrected, withdrawn; never edited. */
import type { Instant } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { PersonId } from '../kernel/people.js';

/** entry/confirm: the second officer, as themselves. */
export type ConfirmEntry = Readonly<{ entry: EntryNumber }>;
export type EntryConfirmed = Event<'EntryConfirmed', { entry: EntryNumber }>;
/** entry/correct: new values for fields of the entry's data that may be corrected (`correctable`). */
export type CorrectEntry = Readonly<{
  entry: EntryNumber;
  changes: Readonly<Record<string, string>>;
  reason: string;
}>;
export type EntryCorrected = Event<
  'EntryCorrected',
  { entry: EntryNumber; changes: Readonly<Record<string, string>>; reason: string }
>;
/** entry/withdraw */
export type WithdrawEntry = Readonly<{ entry: EntryNumber; reason: string }>;
export type EntryWithdrawn = Event<'EntryWithdrawn', { entry: EntryNumber; reason: string }>;

/** What is remembered of every entry, by its number. */
export type EntryNote = Readonly<{
  entry: EntryNumber;
  type: string;
  occurredAt: Instant;
  recordedAt: Instant;
  recordedBy: PersonId;
  /** Officers who have still to confirm. */
  awaits: readonly PersonId[];
  state: 'standing' | 'corrected' | 'withdrawn';
}>;
