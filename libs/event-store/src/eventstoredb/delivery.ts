import { RecordDamaged } from '../damage.js';
import { RevisionConflict, StoreUnavailable, type Position } from '../event-store.js';
import { AppendRefused } from './append-refused.js';
import type { Answer } from './batch-appends.js';
import type { Connection } from './connection.js';
import type { Entry, Outcome } from './outbox.js';
import type { Stored } from './protocol.js';
import { lastRevision, mayReadOthers } from './streams.js';
import { isDenied } from './trouble.js';

/**
 * Sends the entry and finds out its outcome. The server's answer decides where it says that the events are at their
 * exact revision. Any other answer says nothing of an earlier send whose answer was lost: the server checks permission
 * and size before the revision, and other events may be there. Then the stream is read. A second send changes nothing:
 * the expected revision is exact and the ids are the same.
 *
 * @throws StoreUnavailable while that cannot be known
 */
export async function deliver(connection: Connection, prefix: string, entry: Entry): Promise<Outcome> {
  const events = entry.events.map((event, index) =>
    index === 0 ? { ...event, digest: entry.digest } : event,
  );
  const answer = await connection.append(prefix + entry.stream, entry.expected, events).catch(lost);
  if (!(answer instanceof StoreUnavailable)) {
    if (answer.said === 'deleted') return new RecordDamaged({ what: 'deleted', stream: entry.stream });
    const exact = answer.said === 'appended' && answer.revision === entry.expected + entry.events.length;
    if (exact && answer.position !== undefined) return landed(entry, answer.position);
  }
  return readBack(connection, prefix, entry, answer);
}

const lost = (error: unknown): StoreUnavailable =>
  error instanceof StoreUnavailable ? error : new StoreUnavailable(undefined, { cause: error });

/** The events stored at the entry's revisions. */
async function readBack(
  connection: Connection,
  prefix: string,
  entry: Entry,
  answer: Answer | StoreUnavailable,
): Promise<Outcome> {
  const { stream, expected, events } = entry;
  const found = await connection
    .read(prefix + stream, expected + 1, events.length)
    .catch(async (error: unknown) => {
      if (!isDenied(error) || answer instanceof Error) throw error;
      // Other events are there, or these from an earlier send: access is denied, so that cannot be found out.
      await mayReadOthers(connection, prefix);
      return 'denied' as const;
    });
  if (found === 'denied' || found === 'deleted') return new RecordDamaged({ what: found, stream });
  const last = found.at(-1);
  if (last === undefined) return nothingThere(connection, prefix, entry, answer);
  if (!stand(entry, found)) {
    // The stream had the expected length when the entry was made, so once it is longer the entry never lands.
    const said = answer instanceof Error || answer.said !== 'wrong revision' ? undefined : answer.actual;
    return conflict(entry, said ?? (await revisionOf(connection, prefix + stream)));
  }
  return sameBytes(entry, found)
    ? landed(entry, last.position)
    : new RecordDamaged({ what: 'notOurs', stream, revision: expected + 1, position: last.position });
}

async function nothingThere(
  connection: Connection,
  prefix: string,
  entry: Entry,
  answer: Answer | StoreUnavailable,
): Promise<Outcome> {
  if (answer instanceof StoreUnavailable) throw answer;
  if (answer.said === 'denied' || answer.said === 'too large')
    return refused(connection, prefix, entry, answer.said);
  // The server says that the stream goes on, but shows nothing there; or it is shorter than it was.
  const { stream, expected } = entry;
  const shorter = answer.said === 'wrong revision' && answer.actual <= expected;
  return new RecordDamaged({ what: shorter ? 'shorter' : 'gap', stream, revision: expected + 1 });
}

/** Final where the stream, whole as it was, ends before these events. */
async function refused(
  connection: Connection,
  prefix: string,
  { stream, expected }: Entry,
  reason: AppendRefused['reason'],
): Promise<Outcome> {
  try {
    const last = await lastRevision(connection, prefix, stream);
    if (last === expected) return new AppendRefused(reason);
    if (last < expected) return new RecordDamaged({ what: 'shorter', stream, revision: expected });
  } catch (error) {
    if (error instanceof RecordDamaged) return error;
    throw error;
  }
  // An event was appended since the read.
  throw new StoreUnavailable();
}

function stand({ expected, events }: Entry, found: readonly Stored[]): boolean {
  return events.every(
    ({ id }, index) => found[index]?.id === id && found[index].revision === expected + 1 + index,
  );
}

function sameBytes({ events }: Entry, found: readonly Stored[]): boolean {
  return events.every(({ bytes }, index) => found[index]?.bytes.equals(bytes) === true);
}

function landed({ stream, expected, events, recordedAt }: Entry, position: Position): Outcome {
  return { stream, revision: expected + events.length, position, recordedAt, replayed: false };
}

function conflict({ stream, expected }: Entry, actual: number): RevisionConflict {
  return new RevisionConflict(stream, expected < 0 ? 'none' : expected, actual);
}

async function revisionOf(connection: Connection, name: string): Promise<number> {
  const last = await connection.last(name);
  return last === 'deleted' ? -1 : (last[0]?.revision ?? -1);
}
