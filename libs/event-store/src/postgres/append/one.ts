import type { Submission } from '../../submission.js';
import type { Head } from './at-head.js';
import type { Plan } from './plan.js';
import type { Ask } from '../ask.js';

/**
 * What most commands are: one event of one command, nothing beside it. The same checks as `ledger.append_at_head` in a
 * plain statement, which the server plans once: unpacking arrays of one would cost more than writing the rows. The
 * stream's place is checked by the event before; one too many is refused by the unique key of events.
 */
const statement = `
WITH head AS (
  UPDATE ledger.head SET position = $3, recorded_at = $4
  WHERE position = $1 AND recorded_at = $2 AND set_config('synchronous_commit', 'on', true) = 'on'
    AND ($6::bigint = 0 OR EXISTS (SELECT FROM ledger.events WHERE stream = $5 AND revision = $6::bigint - 1))
  RETURNING 1
), answered AS (
  INSERT INTO ledger.commands (command_id, digest, stream, revision, position, recorded_at)
  SELECT $9, $10, $5, $6, $3, $4 FROM head
)
INSERT INTO ledger.events (position, stream, revision, id, type, command_id, bytes, recorded_at)
SELECT $3, $5, $6, $7, $8, $9, $11, $4 FROM head
RETURNING true AS done`;

/** The values of the statement, if the plan is of that kind. */
export function asOne(batch: readonly Submission[], head: Head, planned: Plan): unknown[] | undefined {
  const [event, second] = planned.events;
  const [command] = planned.commands;
  if (batch.length > 1 || command === undefined || event === undefined || second !== undefined)
    return undefined;
  if (event.disclosures.length > 0) return undefined;
  const { position, stream, revision, id, type, commandId, bytes } = event;
  const places = [head.position, head.recordedAt, position, planned.recordedAt, stream, revision];
  return [...places, id, type, commandId, command.digest, bytes];
}

/** False: the head or the stream is not where it was expected, and nothing was written. */
export async function writeOne(ask: Ask, values: unknown[]): Promise<boolean> {
  const [answer] = await ask<{ done: boolean }>(statement, values, 'ledger.append_one');
  return answer?.done === true;
}
