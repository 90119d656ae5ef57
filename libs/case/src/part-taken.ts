/** Who has a part in a case by its entries: not by one of their own that no other officer has confirmed or signed. */
import type { PersonId } from '@anjuan/procedure';
import type { CaseEvent } from './case-event.js';
import type { EntryNote } from './entry/entry.js';
import { actedIn } from './review/separation.js';
import type { CaseFile } from './steps.js';

type Noted = Pick<CaseFile, 'entries'>;

/** Anybody may enter these, or take back what they entered: that alone makes nobody a part of the case. */
const givesNoPart: ReadonlySet<CaseEvent['type']> = new Set([
  'RecusalRequested',
  'LeadSupplemented',
  'ApprovalRequestWithdrawn',
  'EntryWithdrawn',
]);

/** What they entered of themselves and others, whom nobody has heard of it: neither a confirmation nor a signed paper. */
const isTheirWordAlone = ({ officers, recordedBy, neverConfirmed }: EntryNote, person: PersonId): boolean =>
  recordedBy === person &&
  neverConfirmed.length > 0 &&
  officers.every((officer) => officer === person || neverConfirmed.includes(officer));

/** A request is anybody's until a leader gives what it asks for. */
const wasGiven = ({ approvals }: Pick<CaseFile, 'approvals'>, { entry }: EntryNote): boolean =>
  approvals.some((request) => request.entry === entry && request.state === 'given');

export const givesPart = (file: Pick<CaseFile, 'approvals'>, note: EntryNote, person: PersonId): boolean => {
  if (isTheirWordAlone(note, person)) return false;
  if (actedIn(note, person)) return true;
  if (note.recordedBy !== person || givesNoPart.has(note.type)) return false;
  return note.type !== 'ApprovalRequested' || wasGiven(file, note);
};

/** An act of theirs that another of its officers has entered, or confirmed as themselves: no paper that they bind. */
export const isEnteredOrConfirmedByAnother = (
  { entries }: Noted,
  note: EntryNote,
  person: PersonId,
): boolean =>
  note.recordedBy !== person ||
  entries.some(
    ({ type, filedWith, recordedBy }) =>
      type === 'EntryConfirmed' &&
      filedWith === note.entry &&
      recordedBy !== person &&
      note.officers.includes(recordedBy),
  );
