/** An import as it is recorded: whole in one append, before anything of it is entered. */
import type { Entered, Recorder, Registered, StoredEntry } from '../entries.js';
import type { ImportedChange } from './import-line.js';

/** `registers`: the person was not registered before. */
export type AcceptedLine = Readonly<{
  line: number;
  person: string;
  registers: boolean;
  staffNumber: string;
  name: string;
  changes: readonly ImportedChange[];
}>;

type Accepted = Readonly<{
  type: 'ImportAccepted';
  data: Readonly<{
    import: string;
    /** Of the file. */
    sha256: string;
    part: number;
    parts: number;
    entries: readonly AcceptedLine[];
  }>;
}>;
type Kind = ImportedChange['type'];
/** What the registry did not take down when it came to it: everything else is entered. Without `change` of the whole line. */
export type Outrun = Readonly<{ line: number; reason: string; change?: Kind }>;
/** By their kind, the lines of which something had to be proposed, for days had passed, that one could have entered. */
export type Later = Readonly<Partial<Record<Kind, readonly number[]>>>;
/** In as many events as `outrun` takes, in one append. */
type Completed = Readonly<{
  type: 'ImportCompleted';
  data: Readonly<{ import: string; outrun: readonly Outrun[]; later?: Later }>;
}>;
type Abandoned = Readonly<{
  type: 'ImportAbandoned';
  data: Readonly<{ import: string; reason: string }>;
}>;
/** Whoever takes it up enters what is left of it as their own. */
type TakenUp = Readonly<{ type: 'ImportTakenUp'; data: Readonly<{ import: string }> }>;
export type ImportEvent = Accepted | Completed | Abandoned | TakenUp;
type Recorded = Readonly<{ by: Registered['by']; at: string }>;

export type AcceptedImport = Readonly<{
  import: string;
  sha256: string;
  by: Registered['by'];
  at: string;
  lines: readonly AcceptedLine[];
  completed: boolean;
  outrun: readonly Outrun[];
  later: Later;
  takenUp?: Recorded;
  abandoned?: Recorded & Readonly<{ reason: string }>;
}>;

export const isPending = ({ completed, abandoned }: AcceptedImport): boolean => !completed && !abandoned;

/** Who answers for what is left of it. */
export const enteredBy = ({ by, takenUp }: AcceptedImport): Registered['by'] => takenUp?.by ?? by;

export const hasEnded = (events: readonly ImportEvent[], id: string): boolean =>
  events.some(
    ({ type, data }) => data.import === id && (type === 'ImportCompleted' || type === 'ImportAbandoned'),
  );

/** Who took it up last; undefined: nobody. */
export const takenUpBy = (events: readonly Entered<ImportEvent>[], id: string): string | undefined =>
  events.findLast(({ type, data }) => type === 'ImportTakenUp' && data.import === id)?.by;

/** Whether events since it was read have ended it, or made it somebody else's. */
export const isOverIn = (since: readonly Entered<ImportEvent>[], one: AcceptedImport): boolean => {
  const mine = enteredBy(one).person;
  return hasEnded(since, one.import) || (takenUpBy(since, one.import) ?? mine) !== mine;
};

export const streamOfImports = (agency: string): string => `imports-${agency}`;

/** Of the 60 KB that an event may take (`largestEnvelope`), with room for the commitments in place of the names. */
const largestPart = 30_000;

const commitmentBytes = 64;
const bytesOf = (line: AcceptedLine): number => Buffer.byteLength(JSON.stringify(line)) + commitmentBytes;

/** EventStoreDB takes 1 MiB in one append (MaxAppendSize, as it comes), and what one store takes the other does too. */
export const mostBytesRecorded = 960_000;

/** Those of the lines before anybody of them has an id. */
export const bytesOfAll = (lines: readonly Omit<AcceptedLine, 'person' | 'registers'>[]): number =>
  lines.reduce(
    (sum, { line, staffNumber, name, changes }) =>
      sum + bytesOf({ line, person: '0'.repeat(36), registers: false, staffNumber, name, changes }),
    0,
  );

const inParts = (lines: readonly AcceptedLine[]): readonly (readonly AcceptedLine[])[] => {
  const parts: AcceptedLine[][] = [[]];
  let room = largestPart;
  for (const line of lines) {
    room -= bytesOf(line);
    if (room < 0) {
      parts.push([]);
      room = largestPart;
    }
    parts.at(-1)?.push(line);
  }
  return parts;
};

export const acceptedAs = (
  { id, sha256 }: Readonly<{ id: string; sha256: string }>,
  lines: readonly AcceptedLine[],
): Readonly<{ event: StoredEntry; and: readonly StoredEntry[] }> => {
  const parts = inParts(lines);
  const events = parts.map((entries, index) => ({
    type: 'ImportAccepted',
    data: { import: id, sha256, part: index + 1, parts: parts.length, entries },
  }));
  const [event = { type: 'ImportAccepted', data: {} }, ...and] = events;
  return { event, and };
};

/** Of what was outrun, so many in one event. */
const outrunInOne = 400;

export const completedAs = (
  id: string,
  { outrun, later }: Readonly<{ outrun: readonly Outrun[]; later: Later }>,
): Readonly<{ event: StoredEntry; and: readonly StoredEntry[] }> => {
  const sorted = [...outrun].sort((one, other) => one.line - other.line);
  const eventOf = (some: readonly Outrun[], more: object = {}) => ({
    type: 'ImportCompleted',
    data: { import: id, outrun: some, ...more },
  });
  const and: StoredEntry[] = [];
  for (let from = outrunInOne; from < sorted.length; from += outrunInOne)
    and.push(eventOf(sorted.slice(from, from + outrunInOne)));
  const said = Object.keys(later).length > 0 && { later };
  return { event: eventOf(sorted.slice(0, outrunInOne), { ...said }), and };
};

/** Entry by entry. */
export type RecordedImports = readonly (Entered<StoredEntry> & Readonly<{ recorder: Registered['by'] }>)[];

const begun = ({ import: id, sha256 }: Accepted['data'], { by, at }: Recorded): AcceptedImport => ({
  ...{ import: id, sha256, by, at },
  lines: [],
  completed: false,
  outrun: [],
  later: {},
});

const withEvent = (
  known: AcceptedImport | undefined,
  event: ImportEvent,
  recorded: Recorded,
): AcceptedImport | undefined => {
  if (event.type === 'ImportAccepted') {
    const so = known ?? begun(event.data, recorded);
    return { ...so, lines: [...so.lines, ...event.data.entries] };
  }
  if (known === undefined) return undefined;
  switch (event.type) {
    case 'ImportCompleted': {
      const { outrun, later } = event.data;
      return { ...known, completed: true, outrun: [...known.outrun, ...outrun], later: later ?? known.later };
    }
    case 'ImportAbandoned':
      return { ...known, abandoned: { ...recorded, reason: event.data.reason } };
    case 'ImportTakenUp':
      return { ...known, takenUp: recorded };
  }
};

export const importsIn = (events: RecordedImports): readonly AcceptedImport[] => {
  const found = new Map<string, AcceptedImport>();
  for (const entry of events) {
    const event = entry as unknown as ImportEvent;
    const { import: id } = event.data;
    const after = withEvent(found.get(id), event, { by: entry.recorder, at: entry.occurredAt });
    if (after) found.set(id, after);
  }
  return [...found.values()];
};

/** Entered on the day on which it is entered, by who answers for it then: under one key for each part of a line. */
export const recorderOf = (
  one: AcceptedImport,
  at: string,
  ...of: readonly (string | number)[]
): Recorder => {
  const { import: id } = one;
  const { person, capacity, signIn } = enteredBy(one);
  return {
    ...{ person, at, command: { id: ['import', id, ...of].join('/'), digest: id } },
    ...(capacity !== undefined && { capacity }),
    ...(signIn && { signIn }),
  };
};
