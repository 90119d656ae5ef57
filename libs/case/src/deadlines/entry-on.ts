import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../steps.js';

/** The last standing entry of a type; of that day, where one is named. */
export const entryOn = (
  { entries }: Pick<CaseFile, 'entries'>,
  type: CaseEvent['type'],
  on?: LocalDate,
): EntryNumber | undefined =>
  entries.findLast(
    (note) =>
      note.type === type && note.state !== 'withdrawn' && (on === undefined || dayOf(note.occurredAt) === on),
  )?.entry;

/** The day an entry happened; for a service by public notice the day it was published. */
export const dayOfEntry = (
  { entries }: Pick<CaseFile, 'entries'>,
  number: EntryNumber | undefined,
): LocalDate | undefined => {
  const note = entries.find(({ entry }) => entry === number);
  return note && dayOf(note.occurredAt);
};
