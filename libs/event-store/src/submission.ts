import { draft, isInstant, type Draft } from './envelope.js';
import { digestOf } from './disclosure.js';
import {
  CommandReused,
  RevisionConflict,
  type Appended,
  type CommandRef,
  type NewEvent,
} from './event-store.js';
import { hasLoneSurrogate } from './json.js';

/** An append that was found well-formed and waits to be written. */
export type Submission = Readonly<{
  stream: string;
  expected: number | 'none';
  command: CommandRef;
  drafts: readonly Draft[];
}>;

export type KnownCommand = Readonly<{ digest: string; appended: Appended }>;

const longestName = 1000;

/** Everything that can be refused without looking at the record. */
export function submission(
  stream: string,
  expected: number | 'none',
  events: readonly NewEvent[],
  command: CommandRef,
): Submission {
  checkName('stream', stream);
  checkName('command id', command.id);
  checkName('command digest', command.digest);
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new TypeError(`Expected revision ${expected} of ${stream}: give 'none' or an integer from 0.`);
  if (events.length === 0) throw new TypeError(`No events for ${stream}: append at least one.`);
  const first = expected === 'none' ? 0 : expected + 1;
  const drafts = events.map((event, index) => {
    checkEvent(event);
    const drafted = draft(event, { stream, revision: first + index, commandId: command.id, index });
    checkDisclosures(drafted);
    return drafted;
  });
  return { stream, expected, command, drafts };
}

/** The first result of a command already known. @throws CommandReused */
export function replay(known: KnownCommand, command: CommandRef): Appended {
  if (known.digest !== command.digest) throw new CommandReused(command.id);
  return { ...known.appended, replayed: true };
}

/** @throws RevisionConflict */
export function checkRevision({ stream, expected }: Submission, actual: number): void {
  if ((expected === 'none' ? -1 : expected) !== actual) throw new RevisionConflict(stream, expected, actual);
}

function checkEvent({ type, v, occurredAt, recordedBy, agency }: NewEvent): void {
  checkName('type', type);
  checkName('recordedBy', recordedBy);
  checkName('agency', agency);
  if (!Number.isSafeInteger(v) || v < 1)
    throw new TypeError(`Version ${v} of ${type}: versions are integers from 1.`);
  if (!isInstant(occurredAt))
    throw new TypeError(`occurredAt ${occurredAt} of ${type}: write it in UTC as 2025-01-31T00:00:00.000Z.`);
}

function checkDisclosures({ event, bytes }: Draft): void {
  for (const { digest, disclosure, kind } of event.disclosures ?? []) {
    checkName('disclosure kind', kind);
    if (digestOf(disclosure) !== digest)
      throw new TypeError(
        `Disclosure ${digest} of ${event.type} has another digest: take both from commit().`,
      );
    if (!bytes.includes(`"_sd":"${digest}"`))
      throw new TypeError(
        `Disclosure ${digest} is not committed to in the data of ${event.type}: hand over the data that commit() gave.`,
      );
  }
}

// PostgreSQL text holds no NUL, and an index entry at most a third of a page.
function checkName(what: string, name: string): void {
  if (typeof name !== 'string' || name === '' || name.includes('\0') || hasLoneSurrogate(name))
    throw new TypeError(
      `The ${what} ${JSON.stringify(name)} is not a name: give non-empty Unicode text without NUL.`,
    );
  // A UTF-16 code unit takes at most three bytes.
  if (name.length * 3 > longestName && Buffer.byteLength(name) > longestName)
    throw new TypeError(`The ${what} takes more than ${longestName} bytes: give a shorter one.`);
}
