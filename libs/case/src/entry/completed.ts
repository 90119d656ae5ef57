/** When an act of two officers counts as theirs. APL 42(1). */
import type { EntryNote } from './entry.js';

/** By each officer who took part, or its signed paper is bound. */
export const confirmed = ({ awaits }: EntryNote): boolean => awaits.length === 0;

/** Confirmed, or replaced by a confirmed one: the earlier entry was never completed, and is ignored. */
export const completed = (
  entries: readonly EntryNote[],
  note: EntryNote,
  orElse: (note: EntryNote) => boolean = () => false,
): boolean => {
  if (confirmed(note) || orElse(note)) return true;
  const anew = entries.find(({ entry }) => entry === note.doneAnewBy);
  return anew !== undefined && completed(entries, anew, orElse);
};
