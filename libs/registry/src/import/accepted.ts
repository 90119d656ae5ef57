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
/** What somebody else was faster with, at the very moment: everything else is entered. */
export type Outrun = Readonly<{ line: number; reason: string }>;
type Completed = Readonly<{
  type: 'ImportCompleted';
  data: Readonly<{ import: string; outrun: readonly Outrun[] }>;
}>;
type ImportEvent = Accepted | Completed;

export type AcceptedImport = Readonly<{
  import: string;
  sha256: string;
  by: Registered['by'];
  at: string;
  lines: readonly AcceptedLine[];
  completed: boolean;
  outrun: readonly Outrun[];
}>;

export const streamOfImports = (agency: string): string => `imports-${agency}`;

/** Of the 60 KB that an event may take (`largestEnvelope`), with room for the commitments in place of the names. */
const largestPart = 30_000;

const inParts = (lines: readonly AcceptedLine[]): readonly (readonly AcceptedLine[])[] => {
  const parts: AcceptedLine[][] = [[]];
  let room = largestPart;
  for (const line of lines) {
    room -= Buffer.byteLength(JSON.stringify(line)) + 64;
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

/** `events` and `history` of the same stream, entry by entry: names and times, and who recorded them. */
export const importsIn = (
  events: readonly Entered<StoredEntry>[],
  history: readonly Registered[],
): readonly AcceptedImport[] => {
  const found = new Map<string, AcceptedImport>();
  for (const [index, event] of (events as readonly Entered<ImportEvent>[]).entries()) {
    const { import: id } = event.data;
    const known = found.get(id);
    if (event.type === 'ImportCompleted') {
      if (known) found.set(id, { ...known, completed: true, outrun: event.data.outrun });
      continue;
    }
    const { sha256, entries } = event.data;
    const by = history[index]?.by ?? { person: event.by, capacity: undefined };
    const begun = known ?? {
      import: id,
      sha256,
      by,
      at: event.occurredAt,
      lines: [],
      completed: false,
      outrun: [],
    };
    found.set(id, { ...begun, lines: [...begun.lines, ...entries] });
  }
  return [...found.values()];
};

/** Whoever completes an import enters it as who made it did, at that time: under one key for each part of a line. */
export const recorderOf = (
  { import: id, by, at }: AcceptedImport,
  ...of: readonly (string | number)[]
): Recorder => ({
  person: by.person,
  at,
  command: { id: ['import', id, ...of].join('/'), digest: id },
  ...(by.capacity !== undefined && { capacity: by.capacity }),
  ...(by.signIn && { signIn: by.signIn }),
});
