import type pg from 'pg';
import type { RecordedEvent } from '../event-store.js';
import type { Reading } from './gathered-reads.js';
import { readStream, recorded, sealed, type EventRow } from './reading.js';
import { answered } from './trouble.js';

type SeveralRow = EventRow & Readonly<{ nth: number }>;

/** The events of every reading, in the order of the readings, in one query: an index scan for each. */
export async function readSeveral(
  pool: pg.Pool,
  readings: readonly Reading[],
): Promise<readonly (readonly RecordedEvent[])[]> {
  const [first, ...others] = readings;
  if (first && others.length === 0) return [await readStream(pool, first.stream, first.upTo, first.from)];
  const { rows } = await answered(
    pool.query<SeveralRow>(
      `SELECT nth::int, position, ${sealed}
       FROM unnest($1::text[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS asked (stream, first, last, nth)
       CROSS JOIN LATERAL (
         SELECT revision, position, bytes FROM ledger.events
         WHERE stream = asked.stream AND revision BETWEEN asked.first AND asked.last
         ORDER BY revision
       ) AS found
       ORDER BY nth, revision`,
      [readings.map((one) => one.stream), readings.map((one) => one.from), readings.map((one) => one.upTo)],
    ),
  );
  const found = readings.map((): RecordedEvent[] => []);
  const events = await recorded(pool, rows);
  rows.forEach(({ nth }, index) => {
    const event = events[index];
    if (event) found[nth - 1]?.push(event);
  });
  return found;
}
