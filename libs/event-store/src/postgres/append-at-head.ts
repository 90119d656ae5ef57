import type { Instant } from '../event-store.js';
import type { Submission } from '../submission.js';
import { plan, type Plan } from './batch.js';
import { rowsOf, type Ask } from './transaction.js';

/** Where the record ended when this process last wrote. */
export type Head = Readonly<{ position: number; recordedAt: Instant }>;

/**
 * The whole of an append in one statement, for a plan made on a head that was remembered. It locks the head as every
 * writer does, and writes only if the head is still that one, no command is known, and every stream is where its writer
 * expects; otherwise it changes nothing and says false.
 */
export const appendAtHead = `
CREATE OR REPLACE FUNCTION ledger.append_at_head(
  asked_position bigint, asked_recorded_at timestamptz, asked_streams text[], asked_revisions bigint[],
  positions bigint[], streams text[], revisions bigint[], ids uuid[], types text[], command_ids text[], all_bytes bytea[],
  commands text[], digests text[], command_streams text[], command_revisions bigint[], command_positions bigint[],
  beside bigint[], beside_digests text[], disclosures text[], kinds text[], stamp timestamptz, new_position bigint
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM FROM ledger.head FOR UPDATE;
  PERFORM FROM ledger.head h WHERE h.position = asked_position AND h.recorded_at = asked_recorded_at;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM FROM ledger.commands c WHERE c.command_id = ANY (commands);
  IF FOUND THEN RETURN false; END IF;
  PERFORM FROM unnest(asked_streams, asked_revisions) AS asked(stream, revision)
    WHERE asked.revision <> coalesce(
      (SELECT e.revision FROM ledger.events e WHERE e.stream = asked.stream ORDER BY e.revision DESC LIMIT 1), -1);
  IF FOUND THEN RETURN false; END IF;
  INSERT INTO ledger.events (position, stream, revision, id, type, command_id, bytes, recorded_at)
    SELECT *, stamp FROM unnest(positions, streams, revisions, ids, types, command_ids, all_bytes);
  INSERT INTO ledger.commands (command_id, digest, stream, revision, position, recorded_at)
    SELECT *, stamp FROM unnest(commands, digests, command_streams, command_revisions, command_positions);
  IF cardinality(beside) > 0 THEN
    INSERT INTO ledger.disclosures (position, digest, disclosure, kind)
      SELECT * FROM unnest(beside, beside_digests, disclosures, kinds);
  END IF;
  UPDATE ledger.head SET position = new_position, recorded_at = stamp;
  RETURN true;
END $$;
`;

const call = `SELECT ledger.append_at_head(${Array.from({ length: 22 }, (_, i) => `$${i + 1}`).join(', ')}) AS done`;

/** What would be written if nobody has written since; undefined when the batch does not agree with itself. */
export function planAtHead(batch: readonly Submission[], head: Head, now: Date): Plan | undefined {
  const revisions = new Map(
    batch.map(({ stream, expected }) => [stream, expected === 'none' ? -1 : expected]),
  );
  const commands = new Set(batch.map(({ command }) => command.id));
  if (revisions.size < batch.length || commands.size < batch.length) return undefined;
  return plan(batch, { ...head, commands: new Map(), revisions }, now);
}

/** False: something was otherwise than planned, and nothing was written. */
export async function writeAtHead(
  ask: Ask,
  batch: readonly Submission[],
  head: Head,
  planned: Plan,
): Promise<boolean> {
  const [answer] = await ask<{ done: boolean }>(
    call,
    [
      head.position,
      head.recordedAt,
      batch.map(({ stream }) => stream),
      batch.map(({ expected }) => (expected === 'none' ? -1 : expected)),
      ...rowsOf(planned),
    ],
    'ledger.append_at_head',
  );
  return answer?.done === true;
}
