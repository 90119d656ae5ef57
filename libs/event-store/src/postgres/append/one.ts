import type { Submission } from '../../submission.js';
import type { Head } from './at-head.js';
import { storedDigest } from '../digest.js';
import type { Plan } from './plan.js';
import type { Ask } from '../ask.js';

/**
 * The most frequent append: one event of one command, without disclosures. The same checks as `ledger.log_at_head` in a
 * plain statement, which the server plans once: unpacking arrays of one would cost more than writing the rows. The
 * stream's place is checked by the event before; one too many is refused by the unique key of the log.
 */
const next = `
WITH place AS (
  SELECT s.number, l.revision + 1 AS revision FROM ledger.streams s
  JOIN ledger.log l ON l.stream = s.number AND l.revision = $6::bigint - 1 WHERE s.name = $5
), head AS (
  UPDATE ledger.log_head SET position = $3, recorded_at = $4
  WHERE position = $1 AND recorded_at = $2 AND set_config('synchronous_commit', 'on', true) = 'on'
    AND EXISTS (SELECT FROM place)
  RETURNING 1
)
INSERT INTO ledger.log (position, recorded_at, stream, revision, id, command, digest, bytes)
SELECT $3, $4, place.number, place.revision, $7, $8, decode($9, 'hex'), $10 FROM head, place
RETURNING true AS done`;

/** The first of its stream, whose name is refused by its key if it is not new. */
const first = `
WITH head AS (
  UPDATE ledger.log_head SET position = $3, recorded_at = $4, streams = streams + 1
  WHERE position = $1 AND recorded_at = $2 AND set_config('synchronous_commit', 'on', true) = 'on'
  RETURNING streams
), begun AS (
  INSERT INTO ledger.streams (number, name) SELECT streams, $5 FROM head
)
INSERT INTO ledger.log (position, recorded_at, stream, revision, id, command, digest, bytes)
SELECT $3, $4, streams, 0, $6, $7, decode($8, 'hex'), $9 FROM head
RETURNING true AS done`;

type Insertion = Readonly<{ statement: 'next' | 'first'; values: unknown[] }>;

/** The statement and its values, if the plan is of that kind. */
export function asOne(batch: readonly Submission[], head: Head, planned: Plan): Insertion | undefined {
  const [event, second] = planned.events;
  const [command] = planned.commands;
  if (batch.length > 1 || command === undefined || event === undefined || second !== undefined)
    return undefined;
  if (event.disclosures.length > 0) return undefined;
  const { position, stream, revision, id, bytes } = event;
  const places = [head.position, head.recordedAt, position, planned.recordedAt, stream];
  const rest = [id, command.key, storedDigest(command.digest), bytes];
  return revision === 0
    ? { statement: 'first', values: [...places, ...rest] }
    : { statement: 'next', values: [...places, revision, ...rest] };
}

/** False: the head or the stream is not where it was expected, and nothing was written. */
export async function writeOne(ask: Ask, { statement, values }: Insertion): Promise<boolean> {
  const text = statement === 'first' ? first : next;
  const [answer] = await ask<{ done: boolean }>(text, values, `ledger.append_${statement}`);
  return answer?.done === true;
}
