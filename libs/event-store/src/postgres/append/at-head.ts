import pg from 'pg';
import type { Instant } from '../../event-store.js';
import type { Submission } from '../../submission.js';
import { asOne, writeOne } from './one.js';
import { plan, type Plan } from './plan.js';
import type { Ask } from '../ask.js';
import { rowsOf } from './rows.js';

/** Where the record ended when this process last wrote. */
export type Head = Readonly<{ position: number; recordedAt: Instant }>;

const notAsPlanned = 'AJ001';
const uniqueViolation = '23505';

/**
 * A whole append in one statement, for a plan made on the remembered head. The update of the head is the lock that
 * every writer takes, and fails if the head has changed. The unique keys refuse a known command, another one with the
 * same short hash, and a stream that is not new; an error of its own refuses an unexpected revision. Then nothing is
 * changed.
 */
export const appendAtHead = `
-- Gives the number of streams before; NULL when the head is no longer that one.
CREATE OR REPLACE FUNCTION ledger.take_head(
  asked_position bigint, asked_recorded_at timestamptz, new_position bigint, stamp timestamptz, new_streams integer
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE streams_after integer;
BEGIN
  IF current_setting('synchronous_commit') <> 'on' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  UPDATE ledger.log_head h SET position = new_position, recorded_at = stamp, streams = h.streams + new_streams
    WHERE h.position = asked_position AND h.recorded_at IS NOT DISTINCT FROM asked_recorded_at
    RETURNING h.streams INTO streams_after;
  RETURN streams_after - new_streams;
END $$;

-- A stream that is to begin, at -1, needs no look: its name is refused by its key if there is one.
CREATE OR REPLACE FUNCTION ledger.demand_revisions(names text[], revisions bigint[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM unnest(names, revisions) AS asked(name, revision)
    WHERE asked.revision >= 0 AND asked.revision IS DISTINCT FROM (
      SELECT l.revision FROM ledger.log l
      WHERE l.stream = (SELECT s.number FROM ledger.streams s WHERE s.name = asked.name)
      ORDER BY l.revision DESC LIMIT 1);
  IF FOUND THEN RAISE EXCEPTION 'A stream is not where its writer expects.' USING ERRCODE = '${notAsPlanned}'; END IF;
END $$;

CREATE OR REPLACE FUNCTION ledger.log_at_head(
  asked_position bigint, asked_recorded_at timestamptz, asked_streams text[], asked_revisions bigint[],
  positions bigint[], streams text[], revisions bigint[], ids uuid[], commands bigint[], digests text[],
  starts int[], sizes int[], all_bytes bytea, new_streams text[],
  beside bigint[], beside_digests text[], disclosures text[], kinds text[], stamp timestamptz, new_position bigint
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE before integer;
BEGIN
  before := ledger.take_head(asked_position, asked_recorded_at, new_position, stamp, cardinality(new_streams));
  IF before IS NULL THEN RETURN false; END IF;
  PERFORM ledger.demand_revisions(asked_streams, asked_revisions);
  INSERT INTO ledger.streams (number, name)
    SELECT before + nth, name FROM unnest(new_streams) WITH ORDINALITY AS s(name, nth);
  INSERT INTO ledger.log (position, stream, revision, id, command, digest, bytes, recorded_at)
    SELECT e.position, (SELECT s.number FROM ledger.streams s WHERE s.name = e.stream), e.revision, e.id, e.command,
           decode(e.digest, 'hex'), substring(all_bytes FROM e.start FOR e.size), stamp
    FROM unnest(positions, streams, revisions, ids, commands, digests, starts, sizes)
      AS e(position, stream, revision, id, command, digest, start, size);
  IF cardinality(beside) > 0 THEN
    INSERT INTO ledger.disclosures (position, digest, disclosure, kind)
      SELECT * FROM unnest(beside, beside_digests, disclosures, kinds);
  END IF;
  RETURN true;
END $$;
`;

/** Its 20 arguments: head, expected places, and what rowsOf gives. */
export const callAtHead = `SELECT ledger.log_at_head(${Array.from({ length: 20 }, (_, i) => `$${i + 1}`).join(', ')}) AS done`;

/** The plan if no other process has written since; undefined for a batch that names a stream or command twice. */
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
    return await writeAll(ask, batch, head, planned);
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
  const [answer] = await ask<{ done: boolean }>(callAtHead, values, 'ledger.append_at_head');
  return answer?.done === true;
}
