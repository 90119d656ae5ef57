/** Where each entry belongs in the archived file: SAMR-P 78, main volume (正卷) and sub-volume (副卷). */
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { EntryNote } from '../entry/entry.js';
import { places, type Place } from './places.js';

type Filed = Pick<CaseFile, 'revision' | 'entries' | 'approvals'>;

/** What belongs to an entry is filed with it: a correction of a lead is no more for the main volume than the lead. */
const placeOf = (file: Filed, note: EntryNote): Place => {
  const of = file.entries.find(({ entry, state }) => entry === note.filedWith && state !== 'withdrawn');
  return of === undefined ? ownPlaceOf(file, note) : placeOf(file, of);
};

/** A request and its answer are filed with their matter, not with the approvals. */
const ownPlaceOf = (
  { approvals }: Filed,
  { entry, attributes, recordedAt, recordedBy }: EntryNote,
): Place => {
  const requested = approvals.find(
    (approval) =>
      approval.entry === entry || (approval.answeredBy === recordedBy && approval.answeredAt === recordedAt),
  );
  const { volume } = attributes;
  if (volume !== 'filing' || requested === undefined || requested.matter === 'filing') return places[volume];
  if (requested.matter === 'not-filing' || requested.matter === 'check-extension') return places.source;
  return requested.matter === 'closure' ? places.closing : places['other-sub'];
};

/** Entry numbers of both volumes; withdrawn entries are last in the sub-volume, never in the main one. */
export const volumes = (
  file: Filed,
): Readonly<{ mainVolume: readonly EntryNumber[]; subVolume: readonly EntryNumber[] }> => {
  const standing = file.entries.filter(({ state }) => state !== 'withdrawn');
  const placed = standing.map((note) => ({ entry: note.entry, ...placeOf(file, note) }));
  const inOrder = (volume: Place['volume']) =>
    placed
      .filter((each) => each.volume === volume)
      .sort((a, b) => a.heading - b.heading || a.entry - b.entry)
      .map(({ entry }) => entry);
  const known = new Set(standing.map(({ entry }) => entry));
  const withdrawn = Array.from({ length: file.revision + 1 }, (_, entry) => entry).filter(
    (entry) => !known.has(entry),
  );
  return { mainVolume: inOrder('main'), subVolume: [...inOrder('sub'), ...withdrawn] };
};
