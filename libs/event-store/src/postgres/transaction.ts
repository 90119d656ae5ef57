import type pg from 'pg';
import { fromPosition, toPosition } from '../position.js';
import type { KnownCommand, Submission } from '../submission.js';
import { plan, type Found, type Plan } from './batch.js';

/** Told about, so that a lost connection can be judged: before `locked` and after it, nothing; after `committing`, anything. */
export type Progress = Readonly<{ locked: () => void; committing: (planned: Plan) => void }>;

/** The rows of the last statement in `text`. */
export type Ask = <Row extends pg.QueryResultRow>(
  text: string,
  values?: unknown[],
  /** of a statement the server keeps parsed for the connection */
  name?: string,
) => Promise<readonly Row[]>;

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
  // From here on an earlier attempt of ours, whose connection was lost, has either committed or will never.
  progress.locked();
  if (head === undefined)
    throw new Error('Table ledger.head has no row: restore the database from a complete backup.');
  const planned = plan(batch, await look(ask, batch, head), clock());
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

type CommandRow = Readonly<{
  command_id: string;
  digest: string;
  stream: string;
  revision: string;
  position: string;
  recorded_at: Date;
}>;

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

export async function findCommand(ask: Ask, id: string): Promise<KnownCommand | undefined> {
  const [row] = await ask<CommandRow>('SELECT * FROM ledger.commands WHERE command_id = $1', [id]);
  return row && known(row)[1];
}

function known(row: CommandRow): readonly [string, KnownCommand] {
  const appended = {
    stream: row.stream,
    revision: Number(row.revision),
    position: toPosition(Number(row.position)),
    recordedAt: row.recorded_at.toISOString(),
    replayed: false,
  };
  return [row.command_id, { digest: row.digest, appended }];
}

async function insert(ask: Ask, planned: Plan): Promise<void> {
  await ask(
    `WITH written AS (
       INSERT INTO ledger.events (position, stream, revision, id, type, command_id, bytes, recorded_at)
       SELECT *, $17::timestamptz
       FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::bytea[])
     ), answered AS (
       INSERT INTO ledger.commands (command_id, digest, stream, revision, position, recorded_at)
       SELECT *, $17::timestamptz FROM unnest($8::text[], $9::text[], $10::text[], $11::bigint[], $12::bigint[])
     ), kept_beside AS (
       INSERT INTO ledger.disclosures (position, digest, disclosure, kind)
       SELECT * FROM unnest($13::bigint[], $14::text[], $15::text[], $16::text[])
     )
     UPDATE ledger.head SET position = $18, recorded_at = $17::timestamptz`,
    rowsOf(planned),
  );
}

/** What a plan writes, a column each: events, commands, disclosures, the time, the new head. */
export function rowsOf({ recordedAt, events, commands }: Plan): unknown[] {
  const disclosures = events.flatMap((event) =>
    event.disclosures.map((one) => ({ ...one, position: event.position })),
  );
  return [
    ...columns(events, ['position', 'stream', 'revision', 'id', 'type', 'commandId', 'bytes']),
    ...columns(commands, ['commandId', 'digest']),
    commands.map(({ appended }) => appended.stream),
    commands.map(({ appended }) => appended.revision),
    commands.map(({ appended }) => fromPosition(appended.position)),
    ...columns(disclosures, ['position', 'digest', 'disclosure', 'kind']),
    recordedAt,
    events.at(-1)?.position,
  ];
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
