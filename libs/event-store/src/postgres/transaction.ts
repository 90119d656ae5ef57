import type pg from 'pg';
import { fromPosition, toPosition } from '../position.js';
import type { KnownCommand, Submission } from '../submission.js';
import { plan, type Found, type Plan } from './batch.js';

/** Told about, so that a lost connection can be judged: before `locked` and after it, nothing; after `committing`, anything. */
export type Progress = Readonly<{ locked: () => void; committing: (planned: Plan) => void }>;

export type Ask = <Row extends pg.QueryResultRow>(
  text: string,
  values?: unknown[],
) => Promise<pg.QueryResult<Row>>;

// A holder that is stopped in the midst of its transaction is put out by the server, so that the others can go on.
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL synchronous_commit = on;
SET LOCAL idle_in_transaction_session_timeout = '5s'`;

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
  await ask(begin);
  const head = await ask<HeadRow>('SELECT position, recorded_at FROM ledger.head FOR UPDATE');
  // From here on an earlier attempt of ours, whose connection was lost, has either committed or will never.
  progress.locked();
  const planned = plan(batch, await look(ask, batch, head.rows), clock());
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

async function look(ask: Ask, batch: readonly Submission[], [head]: readonly HeadRow[]): Promise<Found> {
  if (head === undefined)
    throw new Error('Table ledger.head has no row: restore the database from a complete backup.');
  const commands = await findCommands(
    ask,
    batch.map(({ command }) => command.id),
  );
  const streams = await ask<Readonly<{ stream: string; revision: string | null }>>(
    `SELECT stream, (SELECT revision FROM ledger.events e WHERE e.stream = s.stream ORDER BY revision DESC LIMIT 1)
     FROM unnest($1::text[]) AS s(stream)`,
    [[...new Set(batch.map(({ stream }) => stream))]],
  );
  const revisions = streams.rows.flatMap(({ stream, revision }) =>
    revision === null ? [] : [[stream, Number(revision)] as const],
  );
  return {
    position: Number(head.position),
    recordedAt: head.recorded_at?.toISOString(),
    commands,
    revisions: new Map(revisions),
  };
}

type CommandFound = Readonly<{
  command_id: string;
  digest: string;
  stream: string;
  revision: string;
  position: string;
  recorded_at: Date;
}>;

export async function findCommands(
  ask: Ask,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownCommand>> {
  const found = await ask<CommandFound>(
    'SELECT command_id, digest, stream, revision, position, recorded_at FROM ledger.commands WHERE command_id = ANY($1)',
    [ids],
  );
  return new Map(
    found.rows.map(({ command_id, digest, stream, revision, position, recorded_at }) => [
      command_id,
      {
        digest,
        appended: {
          stream,
          revision: Number(revision),
          position: toPosition(Number(position)),
          recordedAt: recorded_at.toISOString(),
          replayed: false,
        },
      },
    ]),
  );
}

async function insert(ask: Ask, { recordedAt, events, commands }: Plan): Promise<void> {
  const disclosures = events.flatMap((event) =>
    event.disclosures.map((one) => ({ ...one, position: event.position })),
  );
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
    [
      ...columns(events, ['position', 'stream', 'revision', 'id', 'type', 'commandId', 'bytes']),
      ...columns(commands, ['commandId', 'digest']),
      commands.map(({ appended }) => appended.stream),
      commands.map(({ appended }) => appended.revision),
      commands.map(({ appended }) => fromPosition(appended.position)),
      ...columns(disclosures, ['position', 'digest', 'disclosure', 'kind']),
      recordedAt,
      events.at(-1)?.position,
    ],
  );
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
