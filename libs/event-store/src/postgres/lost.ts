import type pg from 'pg';
import type { Lost } from '../lost.js';
import { toPosition } from '../position.js';
import { answered } from './trouble.js';

type Row = Readonly<{ what: Lost['what']; first: string; last: string }>;

/** All positions are looked at. */
const patienceMs = 600_000;

// One statement, and so one moment: appends go on meanwhile.
const holes = `
  WITH log AS (
    SELECT position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS before FROM ledger.log
  ), ends AS (
    SELECT coalesce((SELECT position FROM ledger.log_head), 0) AS head,
           (SELECT coalesce(max(position), 0) FROM ledger.log) AS last
  )
  SELECT 'between' AS what, before + 1 AS first, position - 1 AS last FROM log WHERE position <> before + 1
  UNION ALL SELECT 'end', last + 1, head FROM ends WHERE head > last
  UNION ALL SELECT 'head', head + 1, last FROM ends WHERE head < last
  ORDER BY first`;

const emptyStreams = `
  SELECT name FROM ledger.streams s WHERE NOT EXISTS (SELECT FROM ledger.log WHERE stream = s.number) ORDER BY number`;

/** A stream's last event leaves no gap in the stream, but one in the log. */
export async function lostIn(pool: pg.Pool): Promise<readonly Lost[]> {
  const patient = { text: holes, query_timeout: patienceMs };
  const { rows } = await answered(pool.query<Row>(patient));
  if (rows.length === 0) return [];
  const empty = await answered(pool.query<{ name: string }>(emptyStreams));
  return rows.map(({ what, first, last }, index) => ({
    what,
    from: toPosition(Number(first)),
    to: toPosition(Number(last)),
    // Which of them began where is lost with them: they are named once.
    streams: index === 0 ? empty.rows.map(({ name }) => name) : [],
  }));
}
