import pg from 'pg';
import { open } from '../../envelope.js';
import { asking } from '../ask.js';
import { commandKeyInSql } from '../command-key.js';
import { seek } from '../commands.js';
import { storedDigestInSql } from '../digest.js';
import { RecordDamaged } from '../../damage.js';

/** The schema of the tables in form 1, and positions: after the one, up to and including the other. */
export type Portion = Readonly<{ from: string; after: number; upTo: number }>;

/** Moved in one transaction, or between two savepoints of a restore. */
export const eventsInPortion = 20_000;

const uniqueViolation = '23505';
const notNullViolation = '23502';

const streams = ({ from }: Portion) => `
  INSERT INTO ledger.streams (number, name)
  SELECT (SELECT coalesce(max(number), 0) FROM ledger.streams) + row_number() OVER (ORDER BY position), stream
  FROM ${from}.events WHERE position > $1 AND position <= $2 AND revision = 0`;

const events = ({ from }: Portion) => `
  INSERT INTO ledger.log (position, recorded_at, command, stream, revision, id, digest, bytes)
  SELECT e.position, e.recorded_at,
    CASE WHEN c.digest IS NOT NULL THEN coalesce($3::bigint, ${commandKeyInSql('e.command_id')}) END,
    (SELECT s.number FROM ledger.streams s WHERE s.name = e.stream), e.revision, e.id,
    CASE WHEN c.digest IS NOT NULL THEN ${storedDigestInSql('c.digest')} END, e.bytes
  FROM ${from}.events e
  LEFT JOIN LATERAL (
    SELECT c.digest FROM ${from}.commands c
    WHERE c.command_id = e.command_id AND c.position = e.position AND c.stream = e.stream
      AND c.revision = e.revision AND c.recorded_at = e.recorded_at
  ) c ON true
  WHERE e.position > $1 AND e.position <= $2
  ORDER BY e.position`;

/**
 * Moves a portion of a record from form 1 to form 2, within a transaction: the streams that begin there, then its
 * events, each with the answer of its command.
 * @throws RecordDamaged when the rows do not make a record
 */
export async function movePortion(client: pg.ClientBase, portion: Portion): Promise<void> {
  // The tables have grown since they were analysed, if ever: a plan that reads them whole would do so for each row.
  await client.query(
    'SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off',
  );
  await client.query(streams(portion), [portion.after, portion.upTo]);
  await moveEvents(client, portion);
  await client.query('RESET enable_seqscan; RESET enable_hashjoin; RESET enable_mergejoin');
}

async function moveEvents(client: pg.ClientBase, portion: Portion, key?: string): Promise<void> {
  const { after, upTo } = portion;
  await client.query('SAVEPOINT portion');
  try {
    const { rowCount } = await client.query(events(portion), [after, upTo, key]);
    if (rowCount !== upTo - after) throw damaged(portion, 'positions are not dense');
  } catch (error) {
    if (isAt(error, notNullViolation)) throw damaged(portion, 'a stream does not begin at revision 0');
    if (!isAt(error, uniqueViolation) || key !== undefined) throw error;
    await client.query('ROLLBACK TO portion');
    await apart(client, portion);
  }
}

/** Two commands have the same short hash: the portion is halved until the second is alone, and it takes its next slot. */
async function apart(client: pg.ClientBase, { from, after, upTo }: Portion): Promise<void> {
  if (upTo - after > 1) {
    const middle = Math.floor((after + upTo) / 2);
    await moveEvents(client, { from, after, upTo: middle });
    await moveEvents(client, { from, after: middle, upTo });
    return;
  }
  const found = await client.query<{ bytes: Buffer }>(
    `SELECT bytes FROM ${from}.events WHERE position = $1`,
    [upTo],
  );
  const bytes = found.rows[0]?.bytes ?? Buffer.alloc(0);
  const sought = await seek(
    asking(client, () => 0),
    open(bytes).commandId,
    1,
  );
  if (!('key' in sought)) throw damaged({ from, after, upTo }, 'a command stands there twice');
  await moveEvents(client, { from, after, upTo }, sought.key);
}

/**
 * The end of a move, once every event is in the new form: whether all of them are, and their commands; then the head.
 * @throws RecordDamaged
 */
export async function moveHead(client: pg.ClientBase, from: string): Promise<void> {
  const { rows } = await client.query<{ what: string }>(`
    SELECT 'the head is not the last event' AS what FROM ${from}.head
      WHERE position <> (SELECT coalesce(max(position), 0) FROM ledger.log)
    UNION ALL SELECT 'events are missing' WHERE (SELECT count(*) FROM ${from}.events) <> (SELECT count(*) FROM ledger.log)
    UNION ALL SELECT 'a command''s answer is not in the record'
      WHERE (SELECT count(*) FROM ${from}.commands) <> (SELECT count(command) FROM ledger.log)
    UNION ALL SELECT 'there is no head' WHERE NOT EXISTS (SELECT FROM ${from}.head)`);
  if (rows[0]) throw new RecordDamaged(rows[0].what);
  await client.query(`UPDATE ledger.log_head n SET position = o.position, recorded_at = o.recorded_at,
    streams = (SELECT count(*) FROM ledger.streams) FROM ${from}.head o`);
}

const isAt = (error: unknown, code: string): boolean =>
  error instanceof pg.DatabaseError && error.code === code;

const damaged = ({ after, upTo }: Portion, what: string): RecordDamaged =>
  new RecordDamaged(`${what} (positions ${String(after + 1)} to ${String(upTo)})`);
