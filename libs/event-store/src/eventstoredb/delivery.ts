import { MaxAppendSizeExceededError, StreamDeletedError } from '@eventstore/db-client';
import { open } from '../envelope.js';
import { RevisionConflict, StoreUnavailable, type Appended } from '../event-store.js';
import type { Connection, Stored } from './connection.js';
import type { Entry, Outcome } from './outbox.js';
import { toPosition } from './position.js';

/**
 * Sends the entry and reads back what became of it: the answer to an append may be lost, late or another's, but what
 * stands in the stream is so. Sent again it changes nothing: the expected revision is exact and the ids are the same.
 *
 * @throws StoreUnavailable while that cannot be known
 */
export async function deliver(connection: Connection, prefix: string, entry: Entry): Promise<Outcome> {
  const stream = prefix + entry.stream;
  let refusal: unknown;
  try {
    await connection.append(stream, entry.expected, entry.events);
  } catch (error) {
    refusal = error;
  }
  const found = await standing(connection, stream, entry);
  const last = found.at(-1);
  if (last !== undefined && entry.events.every(({ id }, index) => found[index]?.id === id))
    return appended(entry, last);
  // The stream had the expected length when the entry was made, so once it is longer the entry never lands.
  if (found.length > 0) return conflict(connection, stream, entry);
  if (isFinal(refusal)) return refusal;
  throw new StoreUnavailable(undefined, { cause: refusal });
}

/** What stands where the entry's events would. */
async function standing(connection: Connection, stream: string, entry: Entry): Promise<readonly Stored[]> {
  const found: Stored[] = [];
  for await (const event of connection.read(stream, entry.expected + 1, entry.events.length))
    found.push(event);
  return found;
}

function appended({ stream }: Entry, { revision, position, bytes }: Stored): Appended {
  if (position === undefined || bytes === undefined)
    throw new Error(
      `Stream ${stream} has an event without position or bytes: EventStoreDB 22.6 or later is needed, and nobody else may write to our streams.`,
    );
  const { recordedAt } = open(bytes);
  return { stream, revision, position: toPosition(position), recordedAt, replayed: false };
}

async function conflict(connection: Connection, stream: string, entry: Entry): Promise<RevisionConflict> {
  const last = await connection.last(stream);
  return new RevisionConflict(
    entry.stream,
    entry.expected < 0 ? 'none' : entry.expected,
    last?.revision ?? -1,
  );
}

/** The server will say the same however often it is asked. Any other error says nothing of the outcome. */
function isFinal(refusal: unknown): refusal is Error {
  return refusal instanceof MaxAppendSizeExceededError || refusal instanceof StreamDeletedError;
}
