import { randomUUID } from 'node:crypto';
import { seal } from '../envelope.js';
import type { Appended, Instant } from '../event-store.js';
import { checkRevision, replay, type KnownCommand, type Submission } from '../submission.js';
import type { Outgoing } from './connection.js';
import type { Ask } from '../postgres/ask.js';
import type { CommandRow } from '../postgres/commands.js';

/** The rows of the last statement in `text`. */

/** An append that may be on its way to the server. Whoever finds it sends it again, byte for byte, and settles it. */
export type Entry = Readonly<{
  /** of this entry alone: the same command may be put anew after a refusal */
  attempt: string;
  commandId: string;
  digest: string;
  stream: string;
  /** -1: there was no stream */
  expected: number;
  events: readonly Outgoing[];
}>;

export type Outcome = Appended | Error;

/** What was answered at once, and what has been put into the outbox, by command id. */
export type Taken = Readonly<{ outcomes: ReadonlyMap<string, Outcome>; entries: readonly Entry[] }>;

type Asked = Readonly<{
  batch: readonly Submission[];
  /** of each stream's last event, read before; -1: none */
  revisions: ReadonlyMap<string, number>;
  /** the earliest time that may be recorded */
  notBefore: Instant;
}>;

// The row's lock is held while rows are read and written, never while the server is asked.
const beginAndLock = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL synchronous_commit = on;
SET LOCAL idle_in_transaction_session_timeout = '5s';
SELECT recorded_at FROM eventstoredb.head FOR UPDATE`;

/**
 * Answers the commands that are known and the conflicts, and puts the rest into the outbox under one recordedAt.
 * Only an empty outbox takes anything: so what was recorded before has landed or never will, and whatever a process
 * that stood still may yet send of it changes nothing. Undefined: it is not empty, settle it first.
 */
export async function take(
  ask: Ask,
  { batch, revisions, notBefore }: Asked,
  putting: () => void,
): Promise<Taken | undefined> {
  const [head] = await ask<{ recorded_at: Date | null }>(beginAndLock);
  const waiting = await ask('SELECT 1 FROM eventstoredb.outbox LIMIT 1');
  const known = await lookUp(
    ask,
    batch.map(({ command }) => command.id),
  );
  const last = head?.recorded_at?.toISOString() ?? '';
  const recordedAt = last > notBefore ? last : notBefore;
  const outcomes = new Map<string, Outcome>();
  const entries: Entry[] = [];
  for (const asked of batch) {
    const answer = atOnce(asked, known.get(asked.command.id), revisions.get(asked.stream) ?? -1);
    if (answer === undefined) entries.push(entry(asked, recordedAt));
    else outcomes.set(asked.command.id, answer);
  }
  if (waiting.length > 0 || entries.length === 0) {
    await ask('ROLLBACK');
    return waiting.length > 0 ? undefined : { outcomes, entries };
  }
  await put(ask, entries, batch, recordedAt);
  putting();
  await ask('COMMIT');
  return { outcomes, entries };
}

export async function lookUp(ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, KnownCommand>> {
  const rows = await ask<CommandRow>('SELECT * FROM eventstoredb.commands WHERE command_id = ANY($1)', [ids]);
  return new Map(
    rows.map(({ command_id, digest, stream, revision, position, recorded_at }) => {
      const recordedAt = recorded_at.toISOString();
      const appended = { stream, revision: Number(revision), position, recordedAt, replayed: false };
      return [command_id, { digest, appended }];
    }),
  );
}

/** All entries not settled. */
export async function unsettled(ask: Ask): Promise<readonly Entry[]> {
  const rows = await ask<OutboxRow>('SELECT * FROM eventstoredb.outbox ORDER BY command_id, index');
  const entries = new Map<string, Entry & { events: Outgoing[] }>();
  for (const { command_id: commandId, attempt, digest, stream, expected, ...event } of rows) {
    const begun = { commandId, attempt, digest, stream, expected: Number(expected), events: [] };
    const one = entries.get(commandId) ?? begun;
    one.events.push({ id: event.id, type: event.type, bytes: event.bytes });
    entries.set(commandId, one);
  }
  return [...entries.values()];
}

/**
 * Remembers the commands that landed and forgets those that never will. Not waited for until it is on the disk: lost
 * together with the server, it is found out again.
 */
export async function settle(ask: Ask, outcomes: ReadonlyMap<Entry, Outcome>): Promise<void> {
  const landed = [...outcomes].flatMap(([one, outcome]) =>
    outcome instanceof Error ? [] : [{ ...one, ...outcome }],
  );
  const refused = [...outcomes].flatMap(([one, outcome]) => (outcome instanceof Error ? [one] : []));
  await ask('BEGIN; SET LOCAL synchronous_commit = off');
  await ask(
    `WITH remembered AS (
       INSERT INTO eventstoredb.commands (command_id, digest, stream, revision, position, recorded_at)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
       ON CONFLICT DO NOTHING
     ), settled AS (
       DELETE FROM eventstoredb.outbox WHERE attempt = ANY($7::uuid[] || $8::uuid[]) RETURNING id, attempt
     )
     DELETE FROM eventstoredb.disclosures
     WHERE event_id IN (SELECT id FROM settled WHERE attempt = ANY($8::uuid[]))`,
    [
      landed.map(({ commandId }) => commandId),
      landed.map(({ digest }) => digest),
      landed.map(({ stream }) => stream),
      landed.map(({ revision }) => revision),
      landed.map(({ position }) => position),
      landed.map(({ recordedAt }) => recordedAt),
      landed.map(({ attempt }) => attempt),
      refused.map(({ attempt }) => attempt),
    ],
  );
  await ask('COMMIT');
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

/** Undefined when it has to be written. */
function atOnce(asked: Submission, known: KnownCommand | undefined, actual: number): Outcome | undefined {
  try {
    if (known !== undefined) return replay(known, asked.command);
    checkRevision(asked, actual);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('Refused without a reason.', { cause: error });
  }
}

function entry({ command, stream, expected, drafts }: Submission, recordedAt: Instant): Entry {
  return {
    attempt: randomUUID(),
    commandId: command.id,
    digest: command.digest,
    stream,
    expected: expected === 'none' ? -1 : expected,
    events: drafts.map((one) => ({ id: one.id, type: one.event.type, bytes: seal(one, recordedAt) })),
  };
}

async function put(
  ask: Ask,
  entries: readonly Entry[],
  batch: readonly Submission[],
  recordedAt: Instant,
): Promise<void> {
  const put = new Set(entries.map(({ commandId }) => commandId));
  const rows = entries.flatMap(({ events, ...one }) =>
    events.map((event, index) => ({ ...one, ...event, index })),
  );
  const beside = batch
    .filter(({ command }) => put.has(command.id))
    .flatMap(({ drafts }) => drafts)
    .flatMap(({ id, event }) => (event.disclosures ?? []).map((one) => ({ ...one, id })));
  await ask(
    `WITH put AS (
       INSERT INTO eventstoredb.outbox (command_id, attempt, index, digest, stream, expected, id, type, bytes)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::uuid[], $8::text[], $9::bytea[])
     ), kept_beside AS (
       INSERT INTO eventstoredb.disclosures (event_id, digest, disclosure, kind)
       SELECT * FROM unnest($10::uuid[], $11::text[], $12::text[], $13::text[]) ON CONFLICT DO NOTHING
     )
     UPDATE eventstoredb.head SET recorded_at = $14`,
    [
      ...columns(rows, [
        'commandId',
        'attempt',
        'index',
        'digest',
        'stream',
        'expected',
        'id',
        'type',
        'bytes',
      ]),
      ...columns(beside, ['id', 'digest', 'disclosure', 'kind']),
      recordedAt,
    ],
  );
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
