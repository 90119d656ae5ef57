/** What is remembered of every entry, and the history as it stands after corrections and withdrawals. */
import type { CaseEvent } from '../case-event.js';
import type { EntryNumber } from '../kernel/event.js';
import { awaited } from '../kernel/officers.js';
import { correctable } from './correctable.js';
import type { EntryConfirmed, EntryCorrected, EntryNote, EntryWithdrawn } from './entry.js';

type Fields = Readonly<Record<string, unknown>>;

/** Fields in which an entry names another. */
const references = [
  'approval',
  'test',
  'order',
  'seizure',
  'sent',
  'application',
  'piece',
  'review',
  'request',
];

const referredTo = (event: CaseEvent): readonly EntryNumber[] => {
  if (event.type === 'CaseFiled') {
    const affirmed = Object.values(event.data.terms.conditions);
    return [event.data.approval, ...affirmed.flatMap(({ evidence }) => evidence)];
  }
  const fields: Fields = event.data;
  return references.map((field) => fields[field]).filter((value) => typeof value === 'number');
};

const presentValues = (event: CaseEvent): Readonly<Record<string, string>> => {
  const fields: Fields = event.data;
  const values: Record<string, string> = {};
  for (const field of Object.keys(correctable[event.type] ?? {})) {
    const value = fields[field];
    if (typeof value === 'string') values[field] = value;
  }
  return values;
};

const noteOf = (event: CaseEvent): EntryNote => {
  const { revision, type, occurredAt, recordedAt, recordedBy, data } = event;
  const together = 'officers' in data;
  return {
    entry: revision,
    type,
    occurredAt,
    recordedAt,
    recordedBy,
    officers: together ? data.officers : [],
    awaits: together ? awaited(data, recordedBy) : [],
    state: 'standing',
    values: presentValues(event),
    restsOn: referredTo(event),
  };
};

type ReachingBack = EntryConfirmed | EntryCorrected | EntryWithdrawn;

const reachesBack = (event: CaseEvent): event is ReachingBack =>
  event.type === 'EntryConfirmed' || event.type === 'EntryCorrected' || event.type === 'EntryWithdrawn';

/** What it changes stands in the slices already: they are folded anew. A confirmation is in the notes alone. */
export const refolds = ({ type }: CaseEvent): boolean =>
  type === 'EntryCorrected' || type === 'EntryWithdrawn';

const after = (note: EntryNote, event: ReachingBack): EntryNote => {
  if (note.entry !== event.data.entry) return note;
  switch (event.type) {
    case 'EntryConfirmed':
      return { ...note, awaits: note.awaits.filter((person) => person !== event.recordedBy) };
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

/** The notes after one more event; a withdrawn entry keeps its note, marked. */
export const noted = (entries: readonly EntryNote[], event: CaseEvent): readonly EntryNote[] => [
  ...(reachesBack(event) ? entries.map((note) => after(note, event)) : entries),
  noteOf(event),
];

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
