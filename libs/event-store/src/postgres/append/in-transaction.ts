import type { Submission } from '../../submission.js';
import type { Ask } from '../ask.js';
import { known, type CommandRow } from '../commands.js';
import { plan, type Found, type Plan } from './plan.js';
import { rowsOf } from './rows.js';

/**
 * Told about, so that a lost connection can be judged: a plan made under the lock knows what every earlier transaction
 * of ours has done; after `committing`, anything may have happened.
 */
export type Progress = Readonly<{ planned: (planned: Plan) => void; committing: (planned: Plan) => void }>;

// A holder that is stopped in the midst of its transaction is put out by the server, so that the others can go on.
const beginAndLock = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL synchronous_commit = on;
SET LOCAL idle_in_transaction_session_timeout = '5s';
SELECT position, recorded_at FROM ledger.head FOR UPDATE`;

/**
 * Writes the batch in one transaction. Positions are given out under the head row's lock, which is held until the
 * commit is visible: so they are dense and in commit order, and who reads one can read all before it.
 */
export async function write(
  ask: Ask,
  batch: readonly Submission[],
  clock: () => Date,
  progress: Progress,
): Promise<Plan> {
  const [head] = await ask<HeadRow>(beginAndLock);
  if (head === undefined)
    throw new Error('Table ledger.head has no row: restore the database from a complete backup.');
  const planned = plan(batch, await look(ask, batch, head), clock());
  progress.planned(planned);
  if (planned.events.length === 0) {
    await ask('ROLLBACK');
    return planned;
  }
  await insert(ask, planned);
  progress.committing(planned);
  await ask('COMMIT');
  return planned;
}

type HeadRow = Readonly<{ position: string; recorded_at: Date | null }>;

/** One row for each submission; the command's columns are null when it is new. */
type FoundRow = Readonly<{ asked_stream: string; last_revision: string | null }> &
  (CommandRow | { digest: null });

async function look(ask: Ask, batch: readonly Submission[], head: HeadRow): Promise<Found> {
  const rows = await ask<FoundRow>(
    `SELECT asked.stream AS asked_stream, c.*,
       (SELECT revision FROM ledger.events e WHERE e.stream = asked.stream ORDER BY revision DESC LIMIT 1)
         AS last_revision
     FROM unnest($1::text[], $2::text[]) AS asked(command_id, stream)
     LEFT JOIN ledger.commands c ON c.command_id = asked.command_id`,
    [batch.map(({ command }) => command.id), batch.map(({ stream }) => stream)],
  );
  return {
    position: Number(head.position),
    recordedAt: head.recorded_at?.toISOString(),
    commands: new Map(rows.flatMap((row) => (row.digest === null ? [] : [known(row)]))),
    revisions: new Map(
      rows.map(({ asked_stream, last_revision }) => [
        asked_stream,
        last_revision === null ? -1 : Number(last_revision),
      ]),
    ),
  };
}

async function insert(ask: Ask, planned: Plan): Promise<void> {
  await ask(
    `WITH written AS (
       INSERT INTO ledger.events (position, stream, revision, id, type, command_id, bytes, recorded_at)
       SELECT position, stream, revision, id, type, command_id, substring($9::bytea FROM start FOR size), $19::timestamptz
       FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::int[])
         AS e(position, stream, revision, id, type, command_id, start, size)
     ), answered AS (
       INSERT INTO ledger.commands (command_id, digest, stream, revision, position, recorded_at)
       SELECT *, $19::timestamptz FROM unnest($10::text[], $11::text[], $12::text[], $13::bigint[], $14::bigint[])
     ), kept_beside AS (
       INSERT INTO ledger.disclosures (position, digest, disclosure, kind)
       SELECT * FROM unnest($15::bigint[], $16::text[], $17::text[], $18::text[])
     )
     UPDATE ledger.head SET position = $20, recorded_at = $19::timestamptz`,
    rowsOf(planned),
  );
}
