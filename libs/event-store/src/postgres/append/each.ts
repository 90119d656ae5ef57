import type { Head } from './at-head.js';
import type { Plan } from './plan.js';
import type { Ask } from '../ask.js';
import { inOnePiece } from './rows.js';

/**
 * What most crowds are: one event of each command, nothing beside it. The same as `ledger.append_at_head`, with each
 * value sent and taken apart once: event and command share their stream, revision and position.
 */
export const appendEach = `
CREATE OR REPLACE FUNCTION ledger.append_each(
  asked_position bigint, asked_recorded_at timestamptz, stamp timestamptz,
  streams text[], revisions bigint[], ids uuid[], types text[], commands text[], digests text[],
  starts int[], sizes int[], all_bytes bytea
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF NOT ledger.move_head(asked_position, asked_recorded_at, asked_position + cardinality(streams), stamp) THEN
    RETURN false;
  END IF;
  PERFORM ledger.demand_places(streams, ARRAY(SELECT revision - 1 FROM unnest(revisions) AS revision));
  INSERT INTO ledger.events (position, stream, revision, id, type, command_id, bytes, recorded_at)
    SELECT asked_position + e.nth, e.stream, e.revision, e.id, e.type, e.command_id,
           substring(all_bytes FROM e.start FOR e.size), stamp
    FROM unnest(streams, revisions, ids, types, commands, starts, sizes) WITH ORDINALITY
      AS e(stream, revision, id, type, command_id, start, size, nth);
  INSERT INTO ledger.commands (command_id, digest, stream, revision, position, recorded_at)
    SELECT c.command_id, c.digest, c.stream, c.revision, asked_position + c.nth, stamp
    FROM unnest(commands, digests, streams, revisions) WITH ORDINALITY
      AS c(command_id, digest, stream, revision, nth);
  RETURN true;
END $$;
`;

const call = `SELECT ledger.append_each(${Array.from({ length: 12 }, (_, i) => `$${i + 1}`).join(', ')}) AS done`;

/** The values of the call, if the plan is of that kind. */
export function asEach(head: Head, { events, commands, recordedAt }: Plan): unknown[] | undefined {
  if (events.length !== commands.length || events.some(({ disclosures }) => disclosures.length > 0))
    return undefined;
  return [
    head.position,
    head.recordedAt,
    recordedAt,
    events.map(({ stream }) => stream),
    events.map(({ revision }) => revision),
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    commands.map(({ commandId }) => commandId),
    commands.map(({ digest }) => digest),
    ...inOnePiece(events.map(({ bytes }) => bytes)),
  ];
}

/** False: the head is not where it was expected, and nothing was written. */
export async function writeEach(ask: Ask, values: unknown[]): Promise<boolean> {
  const [answer] = await ask<{ done: boolean }>(call, values, 'ledger.append_each');
  return answer?.done === true;
}
