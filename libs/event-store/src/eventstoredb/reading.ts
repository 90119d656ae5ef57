import { UnknownError, type Position as LogPosition } from '@eventstore/db-client';
import { open } from '../envelope.js';
import { PositionUnknown, type Disclosure, type Position, type RecordedEvent } from '../event-store.js';
import type { Connection, Stored } from './connection.js';
import type { Ask } from '../postgres/ask.js';
import { fromPosition, toPosition } from './position.js';

export type Ours = Readonly<{ id: string; position: LogPosition; bytes: Uint8Array }>;

const pageSize = 500;

/** Undefined for the server's own events, and for those of other programs. */
export function ours({ id, stream, position, bytes }: Stored, prefix: string): Ours | undefined {
  if (!stream.startsWith(prefix) || bytes === undefined || position === undefined) return undefined;
  return { id, position, bytes };
}

/** The last event of the whole record. */
export async function lastOf(connection: Connection, prefix: string): Promise<Ours | undefined> {
  for await (const event of connection.readBackwards()) {
    const own = ours(event, prefix);
    if (own !== undefined) return own;
  }
  return undefined;
}

/**
 * Our events after `after`, in pages. A read begins at the event it goes on from: if that does not stand there, the
 * log is not the one that was read before, whether it is shorter or has grown past.
 *
 * @throws PositionUnknown
 */
export async function* pagesAfter(
  connection: Connection,
  prefix: string,
  after: Position | undefined,
): AsyncGenerator<readonly Ours[]> {
  let page: Ours[] = [];
  const events = after === undefined ? connection.readAll() : from(connection, prefix, after);
  for await (const event of events) {
    const own = ours(event, prefix);
    if (own !== undefined) page.push(own);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** What follows the event that stands at `after`. */
async function* from(connection: Connection, prefix: string, after: Position): AsyncGenerator<Stored> {
  const events = connection.readAll(fromPosition(after));
  try {
    const first = await firstOf(events, connection, prefix, after);
    const own = first && ours(first, prefix);
    if (own === undefined || toPosition(own.position) !== after) throw new PositionUnknown(after);
    yield* events;
  } finally {
    await events.return(undefined);
  }
}

/** Asked for a position within a record the server fails without a word of the cause; asked for its end it answers. */
async function firstOf(
  events: AsyncGenerator<Stored>,
  connection: Connection,
  prefix: string,
  after: Position,
): Promise<Stored | undefined> {
  try {
    const next = await events.next();
    return next.done === true ? undefined : next.value;
  } catch (error) {
    if (!(error instanceof UnknownError)) throw error;
    await lastOf(connection, prefix);
    throw new PositionUnknown(after);
  }
}

/** With the disclosures not erased. */
export async function recorded(ask: Ask, events: readonly Ours[]): Promise<readonly RecordedEvent[]> {
  const beside = await disclosuresOf(ask, events);
  return events.map(({ id, position, bytes }) => ({
    ...open(bytes),
    position: toPosition(position),
    disclosures: beside.get(id) ?? [],
    bytes,
  }));
}

async function disclosuresOf(
  ask: Ask,
  events: readonly Ours[],
): Promise<ReadonlyMap<string, readonly Disclosure[]>> {
  // Most events have none, and their bytes say so.
  const ids = events.filter(({ bytes }) => Buffer.from(bytes).includes('"_sd":"')).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await ask<Disclosure & Readonly<{ event_id: string }>>(
    `SELECT event_id, digest, disclosure, kind FROM eventstoredb.disclosures
     WHERE event_id = ANY($1) ORDER BY event_id, digest`,
    [ids],
  );
  const beside = new Map<string, Disclosure[]>();
  for (const { event_id: id, ...disclosure } of found) {
    const others = beside.get(id);
    if (others === undefined) beside.set(id, [disclosure]);
    else others.push(disclosure);
  }
  return beside;
}
