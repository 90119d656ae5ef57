/** An act that cannot be completed, because one of its officers left or died without signing, is done anew. */
import type { Context, EntryNumber } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { confirmed } from './completed.js';
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

/** The reference to the earlier entry in the event that replaces it, which marks the earlier one as never completed. */
export const anewOf = (
  file: Entries,
  number: EntryNumber | undefined,
  context: Context,
): Readonly<{ anewOf?: EntryNumber }> =>
  number !== undefined && cannotBeCompleted(file, number, context) ? { anewOf: number } : {};

/** The earlier entry that the event replaces. */
export const doneAnew = ({ data }: CaseEvent): EntryNumber | undefined =>
  'anewOf' in data ? data.anewOf : undefined;
