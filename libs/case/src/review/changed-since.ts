/** When the file stopped being the one that was sent: what was entered since is part of what is reviewed. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { EntryNote } from '../entry/entry.js';
import type { CaseFile } from '../steps.js';

/** Part of it, or a correction or withdrawal of what is; of several corrections of one entry its note names the last. */
const changes = (entries: readonly EntryNote[], { type, entry, filedWith, attributes }: EntryNote): boolean =>
  attributes.inDossier === true ||
  entries.some(
    (other) =>
      other.attributes.inDossier === true &&
      (other.changedBy === entry || (type === 'EntryCorrected' && other.entry === filedWith)),
  );

/** The first entry since that changed the dossier, withdrawn later or not, and the day on which it was recorded. */
export const fileChangedSince = (
  { entries }: Pick<CaseFile, 'entries'>,
  sent: EntryNumber,
): Readonly<{ entry: EntryNumber; on: LocalDate }> | undefined => {
  const note = entries.find((one) => one.entry > sent && changes(entries, one));
  return note && { entry: note.entry, on: dayOf(note.recordedAt) };
};
