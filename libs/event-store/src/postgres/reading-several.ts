import type pg from 'pg';
import type { RecordedEvent } from '../event-store.js';
import type { Reading } from './gathered-reads.js';
import { mustFollow } from '../sealed.js';
import { readStream, recorded, rowsOf, type EventRow } from './reading.js';

type SeveralRow = EventRow & Readonly<{ nth: number }>;

/** The events of every reading, in the order of the readings, in one query: an index scan for each. */
export async function readSeveral(
  pool: pg.Pool,
  readings: readonly Reading[],
): Promise<readonly (readonly RecordedEvent[])[]> {
  const [first, ...others] = readings;
  if (first && others.length === 0) return [await readStream(pool, first.stream, first.upTo, first.from)];
  const rows = await rowsOf<SeveralRow>(
    pool,
    (columns) => `SELECT nth::int, asked.name AS stream, ${columns}
       FROM unnest($1::text[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS asked (name, first, last, nth)
       CROSS JOIN LATERAL (
         SELECT revision, position, id, bytes FROM ledger.log
         WHERE stream = (SELECT number FROM ledger.streams WHERE streams.name = asked.name)
           AND revision BETWEEN asked.first AND asked.last
         ORDER BY revision
       ) AS found
       ORDER BY nth, revision`,
    [readings.map((one) => one.stream), readings.map((one) => one.from), readings.map((one) => one.upTo)],
  );
  const found = readings.map((): RecordedEvent[] => []);
  const events = await recorded(pool, rows);
  rows.forEach(({ nth }, index) => {
    const event = events[index];
    if (event) found[nth - 1]?.push(event);
  });
  // A damaged stream is read alone, so that it does not fail the other reads.
  readings.forEach(({ stream, from }, index) => {
    mustFollow(stream, from, found[index] ?? []);
  });
  return found;
}
