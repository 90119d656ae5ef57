/** What can no longer be completed, because an officer who took part has left or died without signing, is done anew. */
import type { Context, EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { confirmed } from './completed.js';
import type { EntryNote } from './entry.js';
import { goneSince } from './provisions.js';

type Entries = Pick<CaseFile, 'entries'>;

/** It waits for somebody who can no longer confirm. */
export const cannotBeCompleted = (
  { entries }: Entries,
  number: EntryNumber | undefined,
  context: Context,
): boolean => {
  const note = entries.find(({ entry }) => entry === number);
  return note !== undefined && !confirmed(note) && goneSince({ entries }, note.entry, context).length > 0;
};

/** What the event that does it anew says of the earlier one: by it the earlier one is marked as never completed. */
export const anewOf = (
  file: Entries,
  number: EntryNumber | undefined,
  context: Context,
): Readonly<{ anewOf?: EntryNumber }> =>
  number !== undefined && cannotBeCompleted(file, number, context) ? { anewOf: number } : {};

/** The earlier note, marked by the event that does it anew. */
export const marked = (
  note: EntryNote,
  event: Readonly<{ revision: EntryNumber; data: object }>,
): EntryNote =>
  'anewOf' in event.data && event.data.anewOf === note.entry ? { ...note, doneAnewBy: event.revision } : note;
