import type pg from 'pg';
import type { RecordedEvent } from '../../event-store.js';
import { asking, type Ask } from '../../postgres/ask.js';
import type { Sealed } from '../ours.js';
import type { Log } from '../reading.js';
import { acceptanceOf, HalvesDiffer, placeOf, type Compared, type Lack } from './halves.js';

/** An event as it stands in the log; personal data is beside it, if anywhere. */
export type Met = Pick<RecordedEvent, 'stream' | 'revision' | 'type' | 'recordedAt' | 'data'>;

export type Settled = Readonly<{
  events: number;
  /** commands derived from the log */
  derived: number;
  /** commands whose events are not in the log: acts that are lost */
  lost: Lack;
  /** committed to in the log, not to be had and not erased by order: personal data that is lost */
  disclosures: Readonly<{ missing: number; streams: readonly string[] }>;
  /** disclosures of events that are not in the log, removed with the acts */
  removed: number;
}>;

export type Settling = Readonly<{
  /** names the log that counts, where it lacks what was known */
  accept: string | undefined;
  /** shown each event, in the order of the log; gives the digests that it erases */
  meet: (event: Met) => readonly string[];
}>;

/** A long record is read for as long as it takes. */
const longestMs = 24 * 60 * 60 * 1000;

type Group = { commandId: string; digest: string; last: Sealed };
type Missing = Map<string, string>;

/**
 * Derives again from the log what PostgreSQL remembers of it, in one transaction. What the log lacks is forgotten only
 * where the operator has named that log.
 * @throws HalvesDiffer
 */
export async function settleHalves(
  pool: pg.Pool,
  log: Log,
  compared: Compared,
  settling: Settling,
): Promise<Settled> {
  const lacks = compared.found === 'shorter log' || compared.found === 'another log';
  if (lacks && settling.accept !== acceptanceOf(compared.head)) throw new HalvesDiffer(compared);
  const client = await pool.connect();
  let broken = true;
  try {
    const ask = asking(client, () => longestMs);
    await ask('BEGIN');
    // Nothing is put into the outbox meanwhile, and nothing remembered.
    await ask('SELECT FROM eventstoredb.head FOR UPDATE');
    const settled = await settle(ask, log, settling.meet, lacks);
    await ask('COMMIT');
    broken = false;
    return settled;
  } finally {
    client.release(broken);
  }
}

async function settle(ask: Ask, log: Log, meet: Settling['meet'], forget: boolean): Promise<Settled> {
  await ask(`CREATE TEMP TABLE in_log (command_id text COLLATE "C") ON COMMIT DROP;
    CREATE TEMP TABLE committing (event_id uuid) ON COMMIT DROP`);
  const missing: Missing = new Map();
  const erased = new Set<string>();
  let [events, derived] = [0, 0];
  let open: Group | undefined;
  let last: Sealed | undefined;
  for await (const page of log.pages(undefined, Infinity)) {
    const sealed = page.flatMap((one) => ('envelope' in one ? [one] : []));
    events += sealed.length;
    for (const { envelope } of sealed) for (const digest of meet(envelope)) erased.add(digest);
    const groups = grouped(open, sealed);
    open = groups.pop();
    derived += await derive(ask, groups);
    await note(ask, sealed, missing);
    last = sealed.at(-1) ?? last;
  }
  if (open) derived += await derive(ask, [open]);
  for (const digest of erased) missing.delete(digest);
  const lost = await lostIn(ask, log);
  const removed = forget ? await forgotten(ask, lost.streams) : 0;
  await remember(ask, last);
  const streams = [...new Set(missing.values())];
  return {
    events,
    derived,
    lost,
    disclosures: { missing: missing.size, streams },
    removed,
  };
}

/** The events of one append follow each other in the log. The last group may go on in the next page. */
function grouped(open: Group | undefined, sealed: readonly Sealed[]): Group[] {
  const groups = open ? [open] : [];
  for (const one of sealed) {
    const group = groups.at(-1);
    if (group?.commandId === one.envelope.commandId) group.last = one;
    else groups.push({ commandId: one.envelope.commandId, digest: digestBeside(one), last: one });
  }
  return groups;
}

/** Of an event written before digests stood there, none: then no request is taken for the same. */
function digestBeside({ stored }: Sealed): string {
  try {
    const beside: unknown = JSON.parse(Buffer.from(stored.beside).toString('utf8'));
    const { digest } = (beside ?? {}) as { digest?: unknown };
    return typeof digest === 'string' ? digest : '';
  } catch {
    return '';
  }
}

async function derive(ask: Ask, groups: readonly Group[]): Promise<number> {
  if (groups.length === 0) return 0;
  const column = <T>(of: (group: Group) => T): T[] => groups.map(of);
  const ids = column(({ commandId }) => commandId);
  await ask('INSERT INTO in_log SELECT * FROM unnest($1::text[])', [ids]);
  const written = await ask<{ is_new: boolean }>(
    `INSERT INTO eventstoredb.commands AS c (command_id, digest, stream, revision, position, recorded_at)
     SELECT asked.* FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
       AS asked (command_id, digest, stream, revision, position, recorded_at)
     WHERE NOT EXISTS (SELECT FROM eventstoredb.outbox o WHERE o.command_id = asked.command_id)
     ON CONFLICT (command_id) DO UPDATE
       SET stream = excluded.stream, revision = excluded.revision, position = excluded.position, recorded_at = excluded.recorded_at
       WHERE c.position <> excluded.position
     RETURNING xmax = 0 AS is_new`,
    [
      ids,
      column(({ digest }) => digest),
      column(({ last }) => last.envelope.stream),
      column(({ last }) => last.envelope.revision),
      column(({ last }) => last.stored.position),
      column(({ last }) => last.envelope.recordedAt),
    ],
  );
  return written.length;
}

const commitment = /"_sd":"([^"]+)"/g;

/** Which commitments of these events have no disclosure. */
async function note(ask: Ask, sealed: readonly Sealed[], missing: Missing): Promise<void> {
  const committed = sealed.flatMap(({ stored, envelope }) =>
    [...Buffer.from(stored.bytes).toString('utf8').matchAll(commitment)].map(([, digest = '']) => ({
      id: stored.id,
      digest,
      stream: envelope.stream,
    })),
  );
  if (committed.length === 0) return;
  const ids = committed.map(({ id }) => id);
  await ask('INSERT INTO committing SELECT DISTINCT * FROM unnest($1::uuid[])', [ids]);
  const rows = await ask<{ digest: string }>(
    `SELECT asked.digest FROM unnest($1::uuid[], $2::text[]) AS asked (event_id, digest)
     WHERE NOT EXISTS (SELECT FROM eventstoredb.disclosures d
                       WHERE d.event_id = asked.event_id AND d.digest = asked.digest)`,
    [ids, committed.map(({ digest }) => digest)],
  );
  const lacking = new Set(rows.map(({ digest }) => digest));
  for (const { digest, stream } of committed) if (lacking.has(digest)) missing.set(digest, stream);
}

type LostRow = Readonly<{ stream: string; commands: string; from: Date; to: Date }>;

/** Commands whose events are not in the log. Where a stream is damaged nobody knows; it stays known as begun. */
async function lostIn(ask: Ask, log: Log): Promise<Lack> {
  await ask('ANALYZE in_log');
  const rows = await ask<LostRow>(
    `SELECT stream, count(*) AS commands, min(recorded_at) AS "from", max(recorded_at) AS "to"
     FROM eventstoredb.commands c WHERE NOT EXISTS (SELECT FROM in_log l WHERE l.command_id = c.command_id)
     GROUP BY stream ORDER BY stream`,
  );
  const lost: LostRow[] = [];
  for (const row of rows) if (!(await log.isDamaged(row.stream))) lost.push(row);
  return {
    commands: lost.reduce((sum, { commands }) => sum + Number(commands), 0),
    from: lost.map(({ from }) => from.toISOString()).sort()[0] ?? '',
    to:
      lost
        .map(({ to }) => to.toISOString())
        .sort()
        .at(-1) ?? '',
    streams: lost.map(({ stream }) => stream),
  };
}

/** The number of disclosures that went with the acts. */
async function forgotten(ask: Ask, streams: readonly string[]): Promise<number> {
  await ask(
    `DELETE FROM eventstoredb.commands c
     WHERE c.stream = ANY($1) AND NOT EXISTS (SELECT FROM in_log l WHERE l.command_id = c.command_id)`,
    [streams],
  );
  const removed = await ask(
    `DELETE FROM eventstoredb.disclosures d
     WHERE NOT EXISTS (SELECT FROM committing c WHERE c.event_id = d.event_id)
       AND NOT EXISTS (SELECT FROM eventstoredb.outbox o WHERE o.id = d.event_id) RETURNING 1`,
  );
  return removed.length;
}

/** What stands last in the log is what the next start must find there. */
async function remember(ask: Ask, last: Sealed | undefined): Promise<void> {
  const place = last && placeOf(last);
  await ask(
    `UPDATE eventstoredb.head
     SET position = $1::text, command_id = $2::text, stream = $3::text, revision = $4::bigint,
         recorded_at = greatest(recorded_at, $5::timestamptz)`,
    [
      place?.position ?? null,
      last?.envelope.commandId ?? null,
      place?.stream ?? null,
      place?.revision ?? null,
      place?.recordedAt ?? null,
    ],
  );
}
