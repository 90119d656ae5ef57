/** The notes kept of every entry, and the history after corrections and withdrawals. */
import { awaited, type EntryNumber, type PersonId } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import type { EventAttributes } from '../event-kind.js';
import { doneAnew } from './anew.js';
import type { EntryConfirmed, EntryCorrected, EntryNote, EntryWithdrawn } from './entry.js';

type Fields = Readonly<Record<string, unknown>>;

const referredTo = ({ data }: CaseEvent, { refersTo = [] }: EventAttributes): readonly EntryNumber[] => {
  // Where the step defines it, the compiler has seen that it fits the event's data.
  if (typeof refersTo === 'function') return refersTo(data as never);
  const fields: Fields = data;
  return refersTo.map((field) => fields[field]).filter((value) => typeof value === 'number');
};

const presentValues = (
  { data }: CaseEvent,
  { correctable = {} }: EventAttributes,
): Readonly<Record<string, string>> => {
  const fields: Fields = data;
  const values: Record<string, string> = {};
  for (const field of Object.keys(correctable)) {
    const value = fields[field];
    if (typeof value === 'string') values[field] = value;
  }
  return values;
};

const filedWith = ({ data }: CaseEvent, attributes: EventAttributes): Pick<EntryNote, 'filedWith'> => {
  const fields: Fields = data;
  const entry = attributes.filedWith === undefined ? undefined : fields[attributes.filedWith];
  return typeof entry === 'number' ? { filedWith: entry } : {};
};

const partyOf = ({ data }: CaseEvent): Pick<EntryNote, 'ofParty'> => {
  const { ofParty }: Fields = data;
  return typeof ofParty === 'number' ? { ofParty } : {};
};

const capacityOf = ({ actors, recordedBy }: CaseEvent): Pick<EntryNote, 'as'> => {
  const capacity = actors.find(({ person }) => person === recordedBy)?.capacity;
  return capacity === undefined ? {} : { as: capacity };
};

const noteOf = (event: CaseEvent, attributes: EventAttributes): EntryNote => {
  const { revision, type, occurredAt, recordedAt, recordedBy, data } = event;
  const together = 'officers' in data;
  const awaits = together ? awaited(data, recordedBy) : [];
  return {
    entry: revision,
    type,
    occurredAt,
    recordedAt,
    recordedBy,
    ...capacityOf(event),
    officers: together ? data.officers : [],
    awaits,
    neverConfirmed: awaits,
    state: 'standing',
    values: presentValues(event, attributes),
    restsOn: referredTo(event, attributes),
    ...filedWith(event, attributes),
    ...partyOf(event),
    attributes,
  };
};

type ReachingBack = EntryConfirmed | EntryCorrected | EntryWithdrawn;

const reachesBack = (event: CaseEvent): event is ReachingBack =>
  event.type === 'EntryConfirmed' || event.type === 'EntryCorrected' || event.type === 'EntryWithdrawn';

/** The slices already hold what it changes, so they are folded anew. A confirmation changes the notes alone. */
export const refolds = ({ type }: CaseEvent): boolean =>
  type === 'EntryCorrected' || type === 'EntryWithdrawn';

/** The one who confirms, or those whose signed paper is bound in their place. */
const confirmedFor = ({ recordedBy, data: { inPlaceOf } }: EntryConfirmed): readonly PersonId[] =>
  inPlaceOf ?? [recordedBy];

const after = (note: EntryNote, event: ReachingBack): EntryNote => {
  switch (event.type) {
    case 'EntryConfirmed': {
      const left = (awaited: readonly PersonId[]) =>
        awaited.filter((person) => !confirmedFor(event).includes(person));
      return { ...note, awaits: left(note.awaits), neverConfirmed: left(note.neverConfirmed) };
    }
    case 'EntryCorrected':
      return {
        ...note,
        state: 'corrected',
        changedBy: event.revision,
        values: { ...note.values, ...event.data.changes },
        // What the others confirmed has changed: they confirm it again, each as themselves.
        awaits: note.officers.filter((person) => person !== event.recordedBy),
      };
    case 'EntryWithdrawn':
      return { ...note, state: 'withdrawn', changedBy: event.revision, awaits: [] };
  }
};

/** The report of a crime that the principal has refused: nothing comes of it. */
const refusedReport = (notes: readonly EntryNote[], event: CaseEvent): EntryNote | undefined =>
  event.type === 'CrimeTransferDecided' && !event.data.approved
    ? notes.findLast(({ type, state }) => type === 'CrimeTransferProposed' && state !== 'withdrawn')
    : undefined;

const changedIn = (notes: readonly EntryNote[], event: CaseEvent): EntryNumber | undefined =>
  reachesBack(event) ? event.data.entry : (doneAnew(event) ?? refusedReport(notes, event)?.entry);

const changedBy = (note: EntryNote, event: CaseEvent): EntryNote => {
  if (reachesBack(event)) return after(note, event);
  if (event.type === 'CrimeTransferDecided') return { ...note, refused: true, awaits: [] };
  return { ...note, doneAnewBy: event.revision };
};

/** The notes after further events, one more of each; a withdrawn entry keeps its note, marked. */
export const noted = (
  entries: readonly EntryNote[],
  further: readonly CaseEvent[],
  attributes: Readonly<Record<CaseEvent['type'], EventAttributes>>,
): readonly EntryNote[] => {
  const notes = [...entries];
  for (const event of further) {
    const changed = changedIn(notes, event);
    const at = changed === undefined ? -1 : notes.findLastIndex(({ entry }) => entry === changed);
    const note = notes[at];
    if (note !== undefined) notes[at] = changedBy(note, event);
    notes.push(noteOf(event, attributes[event.type]));
  }
  return notes;
};

const withChanges = <E extends CaseEvent>(event: E, changes: Readonly<Record<string, string>>): E => ({
  ...event,
  data: { ...event.data, ...changes },
});

/** What the slices are folded from: withdrawn entries left out, corrected ones with their corrected data. */
export const standing = (history: readonly CaseEvent[]): readonly CaseEvent[] => {
  const withdrawn = new Set<EntryNumber>();
  const changes = new Map<EntryNumber, Readonly<Record<string, string>>>();
  for (const event of history) {
    if (event.type === 'EntryWithdrawn') withdrawn.add(event.data.entry);
    if (event.type === 'EntryCorrected') {
      changes.set(event.data.entry, { ...changes.get(event.data.entry), ...event.data.changes });
    }
  }
  return history
    .filter(({ revision }) => !withdrawn.has(revision))
    .map((event) => {
      const changed = changes.get(event.revision);
      return changed === undefined ? event : withChanges(event, changed);
    });
};
