import { readingUnder } from '@anjuan/database';
import { PositionUnknown, type EventStore, type Position } from '@anjuan/event-store';
import type pg from 'pg';
import type { Checkpoint, ViewState } from './checkpoint.js';

export type StateOfView = Readonly<{
  name: string;
  version: string;
  /** counted from 1; a rebuild on demand is the next one */
  build: number;
  /** of the last event taken; null before the first */
  position: Position | null;
  /** events not yet taken; counted up to 1,000, beyond that by what the other views have taken */
  lag: number;
  /** events passed since the beginning of the record */
  taken: number;
  state: ViewState;
  /** whether this build is the one that is read */
  served: boolean;
  /** cases that wait because one of their events could not be taken */
  parked: number;
  /** ISO 8601, UTC: when it came into this state */
  since: string;
  error: string | null;
}>;

const farthestCounted = 1_000;

type Row = Checkpoint & Readonly<{ parked: string }>;

/** Every build of every view in the database, also those of another program's version. */
export async function statesOfViews(pool: pg.Pool, store: EventStore): Promise<readonly StateOfView[]> {
  const { rows } = await readingUnder({ pool, scope: 'every-agency' }, (client) =>
    client.query<Row>(
      `SELECT c.*, (SELECT count(*) FROM views.parked p
         WHERE p.name = c.name AND p.version = c.version AND p.build = c.build) AS parked
       FROM views.checkpoint c ORDER BY name, version, build`,
    ),
  );
  const head = (await store.head()) ?? null;
  const farthest = Math.max(0, ...rows.map(({ taken }) => Number(taken)));
  const states: StateOfView[] = [];
  for (const row of rows) {
    const { name, version, build, position, state, served, error } = row;
    const atHead = state === 'ahead-of-store' || position === head;
    const counted = atHead ? 0 : await lagFrom(store, position);
    const taken = Number(row.taken);
    const lag = counted < farthestCounted ? counted : Math.max(counted, farthest - taken);
    const since = row.since.toISOString();
    states.push({
      name,
      version,
      build,
      position,
      lag,
      taken,
      state,
      served,
      parked: Number(row.parked),
      since,
      error,
    });
  }
  return states;
}

async function lagFrom(store: EventStore, position: Position | null): Promise<number> {
  const events = store.readAll(position ?? undefined, farthestCounted)[Symbol.asyncIterator]();
  let lag = 0;
  try {
    while ((await events.next()).done !== true) lag++;
  } catch (error) {
    if (!(error instanceof PositionUnknown)) throw error;
  }
  return lag;
}
