import pg from 'pg';
import {
  PositionUnknown,
  type Disclosure,
  type EventHeader,
  type Position,
  type RecordedEvent,
} from '../event-store.js';
import { fromPosition, toPosition } from '../position.js';
import { inPlaceOf, mustFollow, openSealed } from '../sealed.js';
import { ignore } from './pool.js';
import { answered } from './trouble.js';

const pageSize = 500;
const none: readonly Disclosure[] = Object.freeze([]);

/** An event's bytes, and where they are kept. */
export type EventRow = Readonly<{
  position: string;
  stream: string;
  revision: number;
  id: string;
  /** text, or bytes where they are none */
  sealed: string | Buffer;
}>;
const place = 'position, revision, id';
const nameOfStream = '(SELECT name FROM ledger.streams WHERE number = stream) AS stream';
// As text: half as much to send as their hexadecimal digits, and the server refuses what is not UTF-8.
const asText = `${place}, convert_from(bytes, 'UTF8') AS sealed`;
const asBytes = `${place}, bytes AS sealed`;
const noText = '22021';
/** Where nothing that can be read says when. */
const noTime = '1970-01-01T00:00:00.000Z';
type HeaderRow = Readonly<{
  id: string;
  stream: string;
  revision: number;
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
  const rows = await rowsOf(
    pool,
    (columns) => `SELECT $1::text AS stream, ${columns} FROM ledger.log
       WHERE stream = (SELECT number FROM ledger.streams WHERE name = $1)
         AND revision <= $2::bigint AND revision >= $3::bigint ORDER BY revision`,
    [stream, upTo, from],
  );
  const events = await recorded(pool, rows);
  mustFollow(stream, from, events);
  return events;
}

/** Rows with their bytes as text; where one of them is no text, all as bytes. */
export async function rowsOf<Row extends EventRow>(
  pool: pg.Pool,
  query: (columns: string) => string,
  values: unknown[],
): Promise<readonly Row[]> {
  try {
    return (await answered(pool.query<Row>(query(asText), values))).rows;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== noText) throw error;
    return (await answered(pool.query<Row>(query(asBytes), values))).rows;
  }
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
    last = Number(page.at(-1)?.position ?? last);
    wanted -= page.length;
    const more = page.length === pageSize && wanted > 0;
    if (more) {
      // Read ahead while the reader takes this page; its error is ignored when the reader has left.
      coming = readPage(pool, last, Math.min(pageSize, wanted));
      coming.catch(ignore);
    }
    yield* page;
    if (!more) return;
  }
}

export async function readHead(pool: pg.Pool): Promise<number> {
  const head = await answered(pool.query<{ position: string }>('SELECT position FROM ledger.log_head'));
  return Number(head.rows[0]?.position ?? 0);
}

async function readPage(pool: pg.Pool, after: number, size: number): Promise<readonly RecordedEvent[]> {
  const rows = await rowsOf(
    pool,
    (columns) =>
      `SELECT ${nameOfStream}, ${columns} FROM ledger.log WHERE position > $1 ORDER BY position LIMIT $2`,
    [after, size],
  );
  if (rows.length === 0) await mustStandAt(pool, after);
  return recorded(pool, rows);
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
      `SELECT id, ${nameOfStream}, revision, position, recorded_at
       FROM ledger.log WHERE position > $1 ORDER BY position LIMIT $2`,
      [last, limit],
    ),
  );
  if (rows.length === 0) await mustStandAt(pool, last);
  return rows.map(({ id, stream, revision, position, recorded_at }) => ({
    id,
    stream,
    revision,
    position: toPosition(Number(position)),
    recordedAt: recorded_at.toISOString(),
  }));
}

/** @throws PositionUnknown when the record ends before it */
async function mustStandAt(pool: pg.Pool, position: number): Promise<void> {
  if (position > 0 && position > (await readHead(pool))) throw new PositionUnknown(toPosition(position));
}

export async function recorded(pool: pg.Pool, rows: readonly EventRow[]): Promise<readonly RecordedEvent[]> {
  const disclosures = await disclosuresOf(pool, rows);
  return rows.map(({ position: at, stream, revision, id, sealed }) => {
    const position = toPosition(Number(at));
    const bytes = typeof sealed === 'string' ? Buffer.from(sealed, 'utf8') : sealed;
    const opened = openSealed(sealed, { stream, revision, position, id });
    if ('damage' in opened) return inPlaceOf({ ...opened.damage, position }, id, noTime, bytes);
    // The parser has just made the envelope: the other fields are assigned to it rather than all copied.
    return Object.assign(opened.envelope, { position, disclosures: disclosures.get(at) ?? none, bytes });
  });
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
  const disclosures = new Map<string, Disclosure[]>();
  for (const { position, ...disclosure } of found.rows) {
    const others = disclosures.get(position);
    if (others === undefined) disclosures.set(position, [disclosure]);
    else others.push(disclosure);
  }
  return disclosures;
}
