import type pg from 'pg';
import { toPosition } from '../position.js';
import type { Instant, Position } from '../event-store.js';

/** One life of the record. A reader's position is good if it is not beyond `after` of any life begun since it was read. */
export type Incarnation = Readonly<{ id: string; after: Position; begunAt: Instant }>;

/** Oldest first; the last is the present one. */
export async function incarnations(database: pg.Pool | pg.ClientBase): Promise<readonly Incarnation[]> {
  const { rows } = await database.query<{ id: string; after: string; begun_at: Date }>(
    'SELECT id, after, begun_at FROM ledger.incarnations ORDER BY number',
  );
  return rows.map(({ id, after, begun_at }) => ({
    id,
    after: toPosition(Number(after)),
    begunAt: begun_at.toISOString(),
  }));
}
