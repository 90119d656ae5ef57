import canonicalize from 'canonicalize';
import type pg from 'pg';
import { eventId, open } from '../envelope.js';
import { digestOf } from '../disclosure.js';
import { RecordDamaged } from '../damage.js';
import { toPosition } from '../position.js';
import { asking } from './ask.js';
import { commandKey } from './command-key.js';
import { findCommand } from './commands.js';

type Row = Readonly<{
  position: string;
  stream: string;
  revision: number;
  id: string;
  recorded_at: Date;
  command: string | null;
  bytes: Buffer;
}>;

// Each query gives the position of the first fault.
const wholes: Readonly<Record<string, string>> = {
  'positions are not dense':
    'SELECT position AS at FROM (SELECT position, row_number() OVER (ORDER BY position) AS n FROM ledger.log) e WHERE position <> n LIMIT 1',
  'a stream has a gap, or is out of order': `SELECT position AS at FROM (
       SELECT position, revision, row_number() OVER w - 1 AS n, lag(position) OVER w AS before
       FROM ledger.log WINDOW w AS (PARTITION BY stream ORDER BY revision)) e
     WHERE revision <> n OR before > position LIMIT 1`,
  'a stream is not numbered in the order of beginning': `SELECT position AS at FROM (
       SELECT position, stream, row_number() OVER (ORDER BY position) AS n FROM ledger.log WHERE revision = 0) e
     WHERE stream <> n LIMIT 1`,
  'the head is not the last event': `SELECT h.position AS at FROM ledger.log_head h
     LEFT JOIN ledger.log e ON e.position = h.position
     WHERE h.position <> (SELECT count(*) FROM ledger.log) OR e.recorded_at IS DISTINCT FROM h.recorded_at`,
  'the head does not know how many streams there are': `SELECT position AS at FROM ledger.log_head
     WHERE streams <> (SELECT count(*) FROM ledger.streams)
        OR streams <> (SELECT count(*) FROM ledger.log WHERE revision = 0)`,
  'there is no head': 'SELECT 0 AS at WHERE NOT EXISTS (SELECT FROM ledger.log_head)',
};
const inOrder = `SELECT position, (SELECT name FROM ledger.streams WHERE number = stream) AS stream, revision, id,
  recorded_at, command, bytes FROM ledger.log ORDER BY position`;

/**
 * Looks at every event: dense positions, revisions, canonical bytes, ids, head, commands, disclosures. Call it within
 * a transaction. Gives the number of events.
 * @throws RecordDamaged
 */
export async function verifyRecord(
  client: pg.ClientBase,
  onProgress?: (events: number) => void,
): Promise<number> {
  for (const [what, question] of Object.entries(wholes)) {
    const wrong = (await client.query<{ at: string }>(question)).rows[0];
    if (wrong) throw new RecordDamaged(`${what} (position ${wrong.at})`);
  }
  await throughCursor(client, 'SELECT digest, disclosure FROM ledger.disclosures', async (fetch) => {
    const { rows } = await client.query<{ digest: string; disclosure: string }>(fetch);
    const altered = rows.find(({ digest, disclosure }) => digestOf(disclosure) !== digest);
    if (altered) throw new RecordDamaged(`disclosure ${altered.digest} was altered`);
    return rows.length;
  });
  return eventsInOrder(client, onProgress);
}

async function eventsInOrder(client: pg.ClientBase, onProgress?: (events: number) => void): Promise<number> {
  let events = 0;
  let before: Looked | undefined;
  await throughCursor(client, inOrder, async (fetch) => {
    const { rows } = await client.query<Row>(fetch);
    for (const row of rows) before = await look(client, row, before);
    events += rows.length;
    onProgress?.(events);
    return rows.length;
  });
  if (before && before.row.command === null) throw unanswered(before.row);
  return events;
}

type Looked = Readonly<{ row: Row; commandId: string; index: number }>;

async function look(client: pg.ClientBase, row: Row, before: Looked | undefined): Promise<Looked> {
  if (before && row.recorded_at < before.row.recorded_at)
    throw new RecordDamaged(`time goes back at position ${row.position}`);
  const commandId = commandOf(row);
  const same = before !== undefined && before.commandId === commandId;
  const index = same ? before.index + 1 : 0;
  if (commandId === undefined || row.id !== eventId(commandId, index))
    throw new RecordDamaged(`the event at position ${row.position} is not as sealed`);
  if (before && same !== (before.row.command === null)) throw unanswered(before.row);
  if (row.command !== null && !(await answers(client, row, commandId))) throw unanswered(row);
  return { row, commandId, index };
}

/** Whether a lookup of the command gives this event. */
async function answers(
  client: pg.ClientBase,
  { command, position }: Row,
  commandId: string,
): Promise<boolean> {
  if (command === commandKey(commandId)) return true;
  const found = await findCommand(
    asking(client, () => 0),
    commandId,
  );
  return found?.appended.position === toPosition(Number(position));
}

const unanswered = ({ position }: Row): RecordDamaged =>
  new RecordDamaged(`the command of an event is not known, or not by its last event (position ${position})`);

/** Undefined: the event is not as sealed. */
function commandOf(row: Row): string | undefined {
  try {
    const event = open(row.bytes);
    const whole =
      Buffer.from(canonicalize(event) ?? '', 'utf8').equals(row.bytes) &&
      event.id === row.id &&
      event.stream === row.stream &&
      event.revision === row.revision &&
      event.recordedAt === row.recorded_at.toISOString();
    return whole ? event.commandId : undefined;
  } catch {
    return undefined;
  }
}

/** Memory stays flat: `take` queries with the text it is given, and says how many rows came. */
async function throughCursor(
  client: pg.ClientBase,
  query: string,
  take: (fetch: string) => Promise<number>,
): Promise<void> {
  await client.query(`DECLARE verifying NO SCROLL CURSOR FOR ${query}`);
  while ((await take('FETCH 500 FROM verifying')) > 0);
  await client.query('CLOSE verifying');
}
