import { clientOf, inTurn } from '@anjuan/database';
import type pg from 'pg';
import { ignore } from '../pool.js';
import { eventsInPortion, moveHead, movePortion } from './move.js';
import { inPlaceOfOlder } from './refusal.js';

/** Called after each portion; by default it writes a line to standard error, at most one a second. */
export type MoveReport = (moved: number, of: number) => void;

const from = 'ledger';

// The old tables are the record until the last transaction: whenever it is interrupted, the next start goes on.
const change = `
  ALTER TABLE ledger.disclosures DROP CONSTRAINT disclosures_position_fkey;
  DROP TABLE ledger.events, ledger.commands, ledger.head;
  ALTER TABLE ledger.disclosures ADD CONSTRAINT disclosures_of_log FOREIGN KEY (position) REFERENCES ledger.log;
  ${inPlaceOfOlder}`;

/** Moves the record from form 1 to form 2, portion by portion; one program at a time, the others wait for it. */
export async function moveInPlace(
  pool: pg.Pool,
  report: MoveReport = toStderr(),
  portion = eventsInPortion,
): Promise<void> {
  const client = clientOf(pool.options, { query_timeout: 0 });
  client.on('error', ignore);
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('ledger move'))`);
    while (await isOlder(client)) await goOn(client, report, portion);
  } finally {
    await client.end().catch(ignore);
  }
}

/** True where the tables of form 1 still are the record. */
export async function isOlder(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  const found = await client.query(
    `SELECT FROM pg_class WHERE oid = to_regclass('ledger.events') AND relkind = 'r'`,
  );
  return found.rowCount === 1;
}

async function goOn(client: pg.Client, report: MoveReport, portion: number): Promise<void> {
  const { rows } = await client.query<{ moved: string; head: string }>(
    'SELECT (SELECT coalesce(max(position), 0) FROM ledger.log) AS moved, position AS head FROM ledger.head',
  );
  const [moved, head] = [Number(rows[0]?.moved ?? 0), Number(rows[0]?.head ?? 0)];
  const upTo = Math.min(head, moved + portion);
  report(moved, head);
  // In turn with other starts, which lock the same tables in another order.
  await client.query(`BEGIN; ${inTurn('ledger migrate')}`);
  if (upTo > moved) await movePortion(client, { from, after: moved, upTo });
  else {
    await client.query('LOCK TABLE ledger.events, ledger.commands, ledger.head IN ACCESS EXCLUSIVE MODE');
    await moveHead(client, from);
    await client.query(change);
  }
  await client.query('COMMIT');
}

function toStderr(): MoveReport {
  let reportedAt = 0;
  return (moved, of) => {
    if (performance.now() - reportedAt < 1_000 && moved < of) return;
    reportedAt = performance.now();
    process.stderr.write(
      `正在将案卷转为新格式 moving the record to its new form: ${String(moved)} / ${String(of)}\n`,
    );
  };
}
