import type pg from 'pg';
import { open } from '../envelope.js';
import {
  PositionUnknown,
  type Disclosure,
  type EventHeader,
  type Position,
  type RecordedEvent,
} from '../event-store.js';
import { fromPosition, toPosition } from '../position.js';
import { ignore } from './pool.js';
import { answered } from './trouble.js';

const pageSize = 500;
const none: readonly Disclosure[] = Object.freeze([]);

/** The bytes as text: half as much to send as their hexadecimal digits, and the server refuses what is not UTF-8. */
export type EventRow = Readonly<{ position: string; sealed: string }>;
export const sealed = `convert_from(bytes, 'UTF8') AS sealed`;
type HeaderRow = Readonly<{
  id: string;
  stream: string;
  revision: string;
  position: string;
  recorded_at: Date;
}>;
type DisclosureRow = Disclosure & Readonly<{ position: string }>;

export async function readStream(
  pool: pg.Pool,
  stream: string,
  upTo = Number.MAX_SAFE_INTEGER,
  from = 0,
): Promise<readonly RecordedEvent[]> {
  const events = await answered(
    pool.query<EventRow>(
      `SELECT position, ${sealed} FROM ledger.events
       WHERE stream = $1 AND revision <= $2 AND revision >= $3 ORDER BY revision`,
      [stream, upTo, from],
    ),
  );
  return recorded(pool, events.rows);
}

/** Positions are dense and visible in order, so what follows `after` is all there is. */
export async function* readFrom(
  pool: pg.Pool,
  after?: Position,
  limit = Infinity,
): AsyncGenerator<RecordedEvent> {
  let last = fromPosition(after);
  let wanted = limit;
  let coming = readPage(pool, last, Math.min(pageSize, wanted));
  for (;;) {
    const page = await coming;
    last += page.length;
    wanted -= page.length;
    const more = page.length === pageSize && wanted > 0;
    if (more) {
      // On its way while the reader takes this one; a reader who leaves does not hear of its errors.
      coming = readPage(pool, last, Math.min(pageSize, wanted));
      coming.catch(ignore);
    }
    yield* page;
    if (!more) return;
  }
}

export async function readHead(pool: pg.Pool): Promise<number> {
  const head = await answered(pool.query<{ position: string }>('SELECT position FROM ledger.head'));
  return Number(head.rows[0]?.position ?? 0);
}

async function readPage(pool: pg.Pool, after: number, size: number): Promise<readonly RecordedEvent[]> {
  const events = await answered(
    pool.query<EventRow>(
      `SELECT position, ${sealed} FROM ledger.events WHERE position > $1 ORDER BY position LIMIT $2`,
      [after, size],
    ),
  );
  if (events.rows.length === 0) await mustStandAt(pool, after);
  return recorded(pool, events.rows);
}

/** The bytes, the greater part of a row, are not read for it. */
export async function readHeaders(
  pool: pg.Pool,
  after: Position | undefined,
  limit: number,
): Promise<readonly EventHeader[]> {
  const last = fromPosition(after);
  const { rows } = await answered(
    pool.query<HeaderRow>(
      `SELECT id, stream, revision, position, recorded_at FROM ledger.events
       WHERE position > $1 ORDER BY position LIMIT $2`,
      [last, limit],
    ),
  );
  if (rows.length === 0) await mustStandAt(pool, last);
  return rows.map(({ id, stream, revision, position, recorded_at }) => ({
    id,
    stream,
    revision: Number(revision),
    position: toPosition(Number(position)),
    recordedAt: recorded_at.toISOString(),
  }));
}

/** @throws PositionUnknown when the record ends before it */
async function mustStandAt(pool: pg.Pool, position: number): Promise<void> {
  if (position > 0 && position > (await readHead(pool))) throw new PositionUnknown(toPosition(position));
}

export async function recorded(pool: pg.Pool, rows: readonly EventRow[]): Promise<readonly RecordedEvent[]> {
  const beside = await disclosuresOf(pool, rows);
  // Each envelope is fresh from the parser: what stands beside it is added to it rather than all copied.
  return rows.map(({ position, sealed }) =>
    Object.assign(open(sealed), {
      position: toPosition(Number(position)),
      disclosures: beside.get(position) ?? none,
      bytes: Buffer.from(sealed, 'utf8'),
    }),
  );
}

async function disclosuresOf(
  pool: pg.Pool,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, readonly Disclosure[]>> {
  // Most events have none, and their bytes say so.
  const positions = rows.filter(({ sealed }) => sealed.includes('"_sd":"')).map(({ position }) => position);
  if (positions.length === 0) return new Map();
  const found = await answered(
    pool.query<DisclosureRow>(
      'SELECT position, digest, disclosure, kind FROM ledger.disclosures WHERE position = ANY($1) ORDER BY position, digest',
      [positions],
    ),
  );
  const beside = new Map<string, Disclosure[]>();
  for (const { position, ...disclosure } of found.rows) {
    const others = beside.get(position);
    if (others === undefined) beside.set(position, [disclosure]);
    else others.push(disclosure);
  }
  return beside;
}
