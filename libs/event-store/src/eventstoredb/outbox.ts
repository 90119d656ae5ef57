import { RecordDamaged } from '../damage.js';
import { open } from '../envelope.js';
import type { Appended, Instant } from '../event-store.js';
import type { Ask } from '../postgres/ask.js';
import { columns } from '../postgres/parameters.js';
import type { KnownCommand } from '../submission.js';
import type { Outgoing } from './append-messages.js';

/** An append that may be on its way to the server. Any process that finds it sends the same bytes and settles it. */
export type Entry = Readonly<{
  /** of this entry alone: the same command may be put anew after a refusal */
  attempt: string;
  commandId: string;
  digest: string;
  stream: string;
  /** -1: there was no stream */
  expected: number;
  recordedAt: Instant;
  events: readonly Outgoing[];
}>;

export type Outcome = Appended | Error;

export type KnownRow = Readonly<{
  command_id: string;
  digest: string;
  stream: string;
  revision: string;
  position: string;
  recorded_at: Date;
}>;

type Looked = Readonly<{ known?: KnownCommand; underWay: boolean }>;

/** In one statement: another process may move the command out of the outbox between two, and it would be in neither. */
export async function lookUp(ask: Ask, commandId: string): Promise<Looked> {
  const [row] = await ask<{ under_way: boolean } & (KnownRow | { command_id: null })>(
    `SELECT c.*, EXISTS (SELECT FROM eventstoredb.outbox o WHERE o.command_id = $1) AS under_way
      FROM (VALUES ($1)) AS one (id) LEFT JOIN eventstoredb.commands c ON c.command_id = one.id`,
    [commandId],
  );
  const known = row && row.command_id !== null && knownIn([row]).get(commandId);
  return { ...(known && { known }), underWay: row?.under_way === true };
}

export function knownIn(rows: readonly KnownRow[]): ReadonlyMap<string, KnownCommand> {
  return new Map(
    rows.map(({ command_id, digest, stream, revision, position, recorded_at }) => {
      const recordedAt = recorded_at.toISOString();
      const appended = { stream, revision: Number(revision), position, recordedAt, replayed: false };
      return [command_id, { digest, appended }];
    }),
  );
}

/** All entries not settled, those of one time together, the earliest first: in that order they are sent. */
export async function unsettled(ask: Ask): Promise<ReadonlyArray<readonly Entry[]>> {
  const rows = await ask<OutboxRow>('SELECT * FROM eventstoredb.outbox ORDER BY command_id, index');
  const entries = new Map<string, Entry & { events: Outgoing[] }>();
  for (const { command_id: commandId, attempt, digest, stream, expected, ...event } of rows) {
    const { recordedAt } = open(event.bytes);
    const begun = { commandId, attempt, digest, stream, expected: Number(expected), recordedAt, events: [] };
    const one = entries.get(commandId) ?? begun;
    one.events.push({ id: event.id, type: event.type, bytes: event.bytes });
    entries.set(commandId, one);
  }
  const byTime = Map.groupBy(entries.values(), ({ recordedAt }) => recordedAt);
  return [...byTime].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, together]) => together);
}

/** Corrects the count: every append would wait on a wrong one. */
export async function recount(ask: Ask): Promise<void> {
  await ask('SELECT eventstoredb.recount()');
}

/** Remembers the commands that landed and forgets those that never will; ends the turn. */
export async function settle(
  ask: Ask,
  outcomes: ReadonlyMap<Entry, Outcome>,
  endTurn: boolean,
): Promise<void> {
  const query =
    'SELECT eventstoredb.settle($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::text[], $8::uuid[], $9::uuid[], $10)';
  await ask(query, [...settlingColumns(outcomes), endTurn], 'eventstoredb settle');
}

/** As eventstoredb.write_down takes them. */
export function settlingColumns(outcomes: ReadonlyMap<Entry, Outcome>): unknown[][] {
  const all = [...outcomes.keys()];
  const landed: (readonly [Entry, Appended])[] = [];
  const never: Entry[] = [];
  for (const [one, outcome] of outcomes)
    if (!(outcome instanceof Error)) landed.push([one, outcome]);
    // The content of a damaged stream is unknown: personal data that may belong to an event are kept.
    else if (!(outcome instanceof RecordDamaged)) never.push(one);
  return [
    landed.map(([one]) => one.commandId),
    landed.map(([one]) => one.digest),
    landed.map(([one]) => one.stream),
    landed.map(([, { revision }]) => revision),
    landed.map(([, { position }]) => position),
    landed.map(([, { recordedAt }]) => recordedAt),
    ...columns(all, ['commandId', 'attempt']),
    ...columns(never, ['attempt']),
  ];
}

type OutboxRow = Readonly<{
  command_id: string;
  attempt: string;
  digest: string;
  stream: string;
  expected: string;
  id: string;
  type: string;
  bytes: Buffer;
}>;
