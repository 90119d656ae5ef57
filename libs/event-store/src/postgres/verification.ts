import canonicalize from 'canonicalize';
import type pg from 'pg';
import { eventId, open } from '../envelope.js';
import { digestOf } from '../disclosure.js';

/** The rows do not make a record; the message says which. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged';
}

type Row = Readonly<{
  position: string;
  stream: string;
  revision: string;
  id: string;
  type: string;
  recorded_at: Date;
  command_id: string;
  bytes: Buffer;
}>;

// Each gives the positions of what is wrong.
const wholes: Readonly<Record<string, string>> = {
  'positions are not dense':
    'SELECT position AS at FROM (SELECT position, row_number() OVER (ORDER BY position) AS n FROM ledger.events) e WHERE position <> n LIMIT 1',
  'a stream has a gap, or is out of order': `SELECT position AS at FROM (
       SELECT position, revision, row_number() OVER w - 1 AS n, lag(position) OVER w AS before
       FROM ledger.events WINDOW w AS (PARTITION BY stream ORDER BY revision)) e
     WHERE revision <> n OR before > position LIMIT 1`,
  'the head is not the last event': `SELECT h.position AS at FROM ledger.head h
     LEFT JOIN ledger.events e ON e.position = h.position
     WHERE h.position <> (SELECT count(*) FROM ledger.events) OR e.recorded_at IS DISTINCT FROM h.recorded_at`,
  'there is no head': 'SELECT 0 AS at WHERE NOT EXISTS (SELECT FROM ledger.head)',
  "a command's answer is not in the record": `SELECT c.position AS at FROM ledger.commands c
     LEFT JOIN ledger.events e ON e.position = c.position AND e.stream = c.stream
       AND e.revision = c.revision AND e.command_id = c.command_id
     WHERE e.position IS NULL LIMIT 1`,
  "an event's command is not known": `SELECT position AS at FROM ledger.events e
     WHERE NOT EXISTS (SELECT FROM ledger.commands c WHERE c.command_id = e.command_id) LIMIT 1`,
};

/**
 * Looks at every event: dense positions, revisions, canonical bytes, ids, head, commands, disclosures. Call it within
 * a transaction. Gives the number of events.
 * @throws RecordDamaged
 */
export async function verifyRecord(client: pg.ClientBase, told?: (events: number) => void): Promise<number> {
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
  let events = 0;
  let before: Row | undefined;
  let index = 0;
  await throughCursor(client, 'SELECT * FROM ledger.events ORDER BY position', async (fetch) => {
    const { rows } = await client.query<Row>(fetch);
    for (const row of rows) {
      index = row.command_id === before?.command_id ? index + 1 : 0;
      if (before && row.recorded_at < before.recorded_at)
        throw new RecordDamaged(`time goes back at position ${row.position}`);
      if (!sealed(row, index))
        throw new RecordDamaged(`the event at position ${row.position} is not as sealed`);
      before = row;
    }
    events += rows.length;
    told?.(events);
    return rows.length;
  });
  return events;
}

function sealed(row: Row, index: number): boolean {
  try {
    const event = open(row.bytes);
    return (
      Buffer.from(canonicalize(event) ?? '', 'utf8').equals(row.bytes) &&
      event.id === row.id &&
      row.id === eventId(row.command_id, index) &&
      event.commandId === row.command_id &&
      event.stream === row.stream &&
      event.revision === Number(row.revision) &&
      event.type === row.type &&
      event.recordedAt === row.recorded_at.toISOString()
    );
  } catch {
    return false;
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
