/** Archive (归档): SAMR-P 78–79. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';

/** archive/archive */
export type ArchiveCase = Readonly<{ note?: string }>;
export type CaseArchived = Event<
  'CaseArchived',
  {
    /** Entry numbers in the order of SAMR-P 78: main volume (正卷), sub-volume (副卷). */
    mainVolume: readonly EntryNumber[];
    subVolume: readonly EntryNumber[];
    note?: string;
  }
>;
export type Archived = Readonly<{ entry: EntryNumber; archivedOn: LocalDate }>;
