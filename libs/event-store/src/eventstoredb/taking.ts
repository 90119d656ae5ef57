import { randomUUID } from 'node:crypto';
import { seal } from '../envelope.js';
import type { Instant } from '../event-store.js';
import type { Outgoing } from './append-messages.js';
import type { Ask } from '../postgres/ask.js';
import { columns, inOnePiece } from '../postgres/parameters.js';
import { checkRevision, replay, type KnownCommand, type Submission } from '../submission.js';
import { knownIn, settlingColumns, type Entry, type KnownRow, type Outcome } from './outbox.js';

export type TurnRequest = Readonly<{
  batch: readonly Submission[];
  /** of the streams that were looked up, the last event's; of the others it is known that they had the expected one */
  revisions: ReadonlyMap<string, number>;
  /** the earliest time that may be recorded */
  notBefore: Instant;
  /** what became of entries put before, and not yet written down */
  settled: ReadonlyMap<Entry, Outcome>;
  /** entries of this process that are being sent */
  underWay: readonly Entry[];
  /** the turn is not this process's yet */
  beginTurn: boolean;
}>;

/** What was answered at once, by command id, and what has been put into the outbox. */
export type Taken = Readonly<{
  outcomes: ReadonlyMap<string, Outcome>;
  entries: readonly Entry[];
  /** streams to be begun that were begun once: what became of them is to be looked up */
  begun: ReadonlySet<string>;
}>;

type TakeRow = KnownRow & Readonly<{ said: 'waiting' | 'known' | 'begun' | 'later' | 'taken' }>;
type Putting = Readonly<{ left: readonly Submission[]; entries: readonly Entry[]; recordedAt: Instant }>;

/**
 * Answers the commands that are known and the conflicts, and puts the rest into the outbox under one recordedAt.
 * Undefined: entries of somebody else are in the outbox, settle them first.
 */
export async function take(ask: Ask, request: TurnRequest): Promise<Taken | undefined> {
  const outcomes = new Map<string, Outcome>();
  const begun = new Set<string>();
  let recordedAt = request.notBefore;
  let first = true;
  for (;;) {
    const left = request.batch.filter(
      ({ command, stream }) => !outcomes.has(command.id) && !begun.has(stream),
    );
    const conflicts = conflictsIn(left, request.revisions);
    const entries = left.flatMap((one) => (conflicts.has(one) ? [] : [entry(one, recordedAt)]));
    const rows = await put(ask, request, { left, entries, recordedAt }, first);
    first = false;
    switch (rows[0]?.said) {
      case 'waiting':
        return undefined;
      case 'known':
        for (const [id, known] of knownIn(rows)) outcomes.set(id, replayed(request.batch, id, known));
        break;
      case 'begun':
        for (const { stream } of rows) begun.add(stream);
        break;
      case 'later':
        recordedAt = rows[0].recorded_at.toISOString();
        break;
      case 'taken':
        for (const [{ command }, conflict] of conflicts) outcomes.set(command.id, conflict);
        return { outcomes, entries, begun };
      case undefined:
        throw new Error('The outbox gave no answer.');
    }
  }
}

const query = `SELECT * FROM eventstoredb.take($1,
  $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[], $8::text[], $9::uuid[], $10::uuid[],
  $11::text[], $12::uuid[], $13::text[], $14::text[], $15::timestamptz,
  $16::text[], $17::uuid[], $18::int[], $19::text[], $20::text[], $21::bigint[], $22::uuid[], $23::text[],
  $24::int[], $25::int[], $26::bytea, $27::uuid[], $28::text[], $29::text[], $30::text[])`;

function put(
  ask: Ask,
  { revisions, settled, underWay, beginTurn }: TurnRequest,
  { left, entries, recordedAt }: Putting,
  first: boolean,
): Promise<readonly TakeRow[]> {
  const entered = new Set(entries.map(({ commandId }) => commandId));
  const rows = entries.flatMap((one) => one.events.map((event, index) => ({ one, event, index })));
  const disclosures = left
    .filter(({ command }) => entered.has(command.id))
    .flatMap(({ drafts }) => drafts)
    .flatMap(({ id, event }) => (event.disclosures ?? []).map((one) => ({ ...one, id })));
  const fresh = left.filter(({ stream, expected }) => expected === 'none' && !revisions.has(stream));
  return ask<TakeRow>(
    query,
    [
      first && beginTurn,
      ...settlingColumns(first ? settled : new Map()),
      ...columns(underWay, ['commandId', 'attempt']),
      left.map(({ command }) => command.id),
      fresh.map(({ stream }) => stream),
      recordedAt,
      ...ofRows(rows),
      ...columns(disclosures, ['id', 'digest', 'disclosure', 'kind']),
    ],
    'eventstoredb take',
  );
}

type Row = Readonly<{ one: Entry; event: Outgoing; index: number }>;

/** A column each. */
function ofRows(rows: readonly Row[]): unknown[] {
  return [
    rows.map(({ one }) => one.commandId),
    rows.map(({ one }) => one.attempt),
    rows.map(({ index }) => index),
    rows.map(({ one }) => one.digest),
    rows.map(({ one }) => one.stream),
    rows.map(({ one }) => one.expected),
    rows.map(({ event }) => event.id),
    rows.map(({ event }) => event.type),
    ...inOnePiece(rows.map(({ event }) => event.bytes)),
  ];
}

function conflictsIn(
  left: readonly Submission[],
  revisions: ReadonlyMap<string, number>,
): ReadonlyMap<Submission, Error> {
  const conflicts = new Map<Submission, Error>();
  for (const one of left) {
    const actual = revisions.get(one.stream);
    if (actual === undefined) continue;
    const conflict = refusal(() => {
      checkRevision(one, actual);
    });
    if (conflict) conflicts.set(one, conflict);
  }
  return conflicts;
}

function replayed(batch: readonly Submission[], id: string, known: KnownCommand): Outcome {
  const submission = batch.find(({ command }) => command.id === id);
  if (submission === undefined) throw new Error(`Command ${id} was not asked for.`);
  return refusal(() => replay(known, submission.command)) ?? { ...known.appended, replayed: true };
}

function refusal(check: () => unknown): Error | undefined {
  try {
    check();
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
    recordedAt,
    events: drafts.map((one) => ({ id: one.id, type: one.event.type, bytes: seal(one, recordedAt) })),
  };
}
