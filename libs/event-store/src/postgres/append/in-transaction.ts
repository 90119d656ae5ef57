import type { KnownCommand, Submission } from '../../submission.js';
import type { Ask } from '../ask.js';
import { commandKey } from '../command-key.js';
import { commandColumns, knownAs, seek, type CommandRow } from '../commands.js';
import { callAtHead } from './at-head.js';
import { plan, type Found, type Plan } from './plan.js';
import { rowsOf } from './rows.js';

/**
 * Reports how far the transaction is, to classify a lost connection: a plan made under the lock knows the outcome of
 * all our earlier transactions; after `committing` the outcome is unknown.
 */
export type Progress = Readonly<{ planned: (planned: Plan) => void; committing: (planned: Plan) => void }>;

// The server ends a transaction that hangs with the lock, so that the other writers can go on.
const beginAndLock = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL synchronous_commit = on;
SET LOCAL idle_in_transaction_session_timeout = '5s';
SELECT position, recorded_at FROM ledger.log_head FOR UPDATE`;

/**
 * Writes the batch in one transaction. Positions are given out under the head row's lock, which is held until the
 * commit is visible: so they are dense and in commit order, and a reader of one can read all before it.
 */
export async function write(
  ask: Ask,
  batch: readonly Submission[],
  clock: () => Date,
  progress: Progress,
): Promise<Plan> {
  const [head] = await ask<HeadRow>(beginAndLock);
  if (head === undefined)
    throw new Error('Table ledger.log_head has no row: restore the database from a complete backup.');
  const planned = plan(batch, await look(ask, batch, head), clock());
  progress.planned(planned);
  if (planned.events.length === 0) {
    await ask('ROLLBACK');
    return planned;
  }
  await insert(ask, head, planned);
  progress.committing(planned);
  await ask('COMMIT');
  return planned;
}

type HeadRow = Readonly<{ position: string; recorded_at: Date | null }>;

/** One row for each submission; the command's columns are null when its first slot is free. */
type FoundRow = Readonly<{ last_revision: number | null }> & (CommandRow | { command: null });

async function look(ask: Ask, batch: readonly Submission[], head: HeadRow): Promise<Found> {
  const rows = await ask<FoundRow>(
    `SELECT (SELECT e.revision FROM ledger.log e
        WHERE e.stream = (SELECT s.number FROM ledger.streams s WHERE s.name = asked.name)
        ORDER BY e.revision DESC LIMIT 1) AS last_revision, ${commandColumns}
     FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS asked(key, name, nth)
     LEFT JOIN ledger.log l ON l.command = asked.key
     ORDER BY asked.nth`,
    [batch.map(({ command }) => commandKey(command.id)), batch.map(({ stream }) => stream)],
  );
  const commands = new Map<string, KnownCommand>();
  const keys = new Map<string, string>();
  for (const [index, { command }] of batch.entries()) {
    const row = rows[index];
    if (row === undefined || row.command === null) continue;
    const known = knownAs(command.id, row);
    const sought = known ? { known } : await seek(ask, command.id, 1);
    if ('known' in sought) commands.set(command.id, sought.known);
    else keys.set(command.id, sought.key);
  }
  return {
    position: Number(head.position),
    recordedAt: head.recorded_at?.toISOString(),
    commands,
    keys,
    revisions: new Map(batch.map(({ stream }, index) => [stream, rows[index]?.last_revision ?? -1])),
  };
}

/** With the same function as appendAtHead; the head is locked and the revisions are checked already. */
async function insert(ask: Ask, head: HeadRow, planned: Plan): Promise<void> {
  await ask(callAtHead, [head.position, head.recorded_at?.toISOString(), [], [], ...rowsOf(planned)]);
}
