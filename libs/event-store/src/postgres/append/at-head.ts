import pg from 'pg';
import type { Instant } from '../../event-store.js';
import type { Submission } from '../../submission.js';
import { asEach, writeEach } from './each.js';
import { asOne, writeOne } from './one.js';
import { plan, type Plan } from './plan.js';
import type { Ask } from '../ask.js';
import { rowsOf } from './rows.js';

/** Where the record ended when this process last wrote. */
export type Head = Readonly<{ position: number; recordedAt: Instant }>;

const notAsPlanned = 'AJ001';
const uniqueViolation = '23505';

/**
 * The whole of an append in one statement, for a plan made on a head that was remembered. Taking the head to its new
 * place is the lock that every writer takes, and fails if the head is no longer that one; a known command is refused by
 * its key, likewise a stream that is not new; one that is not where its writer expects by an error of its own. Then
 * nothing is changed.
 */
export const appendAtHead = `
CREATE OR REPLACE FUNCTION ledger.move_head(
  asked_position bigint, asked_recorded_at timestamptz, new_position bigint, stamp timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('synchronous_commit') <> 'on' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  UPDATE ledger.head h SET position = new_position, recorded_at = stamp
    WHERE h.position = asked_position AND h.recorded_at = asked_recorded_at;
  RETURN FOUND;
END $$;

-- A stream that is to begin, at -1, needs no look: its first event is refused by its key if there is one.
CREATE OR REPLACE FUNCTION ledger.demand_places(streams text[], revisions bigint[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM unnest(streams, revisions) AS asked(stream, revision)
    WHERE asked.revision >= 0 AND asked.revision IS DISTINCT FROM
      (SELECT e.revision FROM ledger.events e WHERE e.stream = asked.stream ORDER BY e.revision DESC LIMIT 1);
  IF FOUND THEN RAISE EXCEPTION 'A stream is not where its writer expects.' USING ERRCODE = '${notAsPlanned}'; END IF;
END $$;

CREATE OR REPLACE FUNCTION ledger.append_at_head(
  asked_position bigint, asked_recorded_at timestamptz, asked_streams text[], asked_revisions bigint[],
  positions bigint[], streams text[], revisions bigint[], ids uuid[], types text[], command_ids text[],
  starts int[], sizes int[], all_bytes bytea,
  commands text[], digests text[], command_streams text[], command_revisions bigint[], command_positions bigint[],
  beside bigint[], beside_digests text[], disclosures text[], kinds text[], stamp timestamptz, new_position bigint
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF NOT ledger.move_head(asked_position, asked_recorded_at, new_position, stamp) THEN RETURN false; END IF;
  PERFORM ledger.demand_places(asked_streams, asked_revisions);
  WITH answered AS (
    INSERT INTO ledger.commands (command_id, digest, stream, revision, position, recorded_at)
      SELECT *, stamp FROM unnest(commands, digests, command_streams, command_revisions, command_positions)
  )
  INSERT INTO ledger.events (position, stream, revision, id, type, command_id, bytes, recorded_at)
    SELECT e.position, e.stream, e.revision, e.id, e.type, e.command_id,
           substring(all_bytes FROM e.start FOR e.size), stamp
    FROM unnest(positions, streams, revisions, ids, types, command_ids, starts, sizes)
      AS e(position, stream, revision, id, type, command_id, start, size);
  IF cardinality(beside) > 0 THEN
    INSERT INTO ledger.disclosures (position, digest, disclosure, kind)
      SELECT * FROM unnest(beside, beside_digests, disclosures, kinds);
  END IF;
  RETURN true;
END $$;
`;

const call = `SELECT ledger.append_at_head(${Array.from({ length: 24 }, (_, i) => `$${i + 1}`).join(', ')}) AS done`;

/** What would be written if nobody has written since; undefined when the batch does not agree with itself. */
export function planAtHead(batch: readonly Submission[], head: Head, now: Date): Plan | undefined {
  const revisions = new Map(
    batch.map(({ stream, expected }) => [stream, expected === 'none' ? -1 : expected]),
  );
  const commands = new Set(batch.map(({ command }) => command.id));
  if (revisions.size < batch.length || commands.size < batch.length) return undefined;
  return plan(batch, { ...head, commands: new Map(), revisions }, now);
}

export function headAfter({ events, recordedAt }: Plan): Head | undefined {
  const last = events.at(-1);
  return last && { position: last.position, recordedAt };
}

/** False: something was otherwise than planned, and nothing was written. */
export async function writeAtHead(
  ask: Ask,
  batch: readonly Submission[],
  head: Head,
  planned: Plan,
): Promise<boolean> {
  try {
    const one = asOne(batch, head, planned);
    if (one !== undefined) return await writeOne(ask, one);
    const each = asEach(head, planned);
    return await (each === undefined ? writeAll(ask, batch, head, planned) : writeEach(ask, each));
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === notAsPlanned || code === uniqueViolation) return false;
    throw error;
  }
}

async function writeAll(ask: Ask, batch: readonly Submission[], head: Head, planned: Plan): Promise<boolean> {
  const values = [
    head.position,
    head.recordedAt,
    batch.map(({ stream }) => stream),
    batch.map(({ expected }) => (expected === 'none' ? -1 : expected)),
    ...rowsOf(planned),
  ];
  const [answer] = await ask<{ done: boolean }>(call, values, 'ledger.append_at_head');
  return answer?.done === true;
}
