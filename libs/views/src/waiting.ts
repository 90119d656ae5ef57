import type { Position } from '@anjuan/event-store';
import type pg from 'pg';
import type { Bells } from './bells.js';
import type { Checkpoint, ViewState } from './checkpoint.js';
import { readBuilds } from './standing.js';
import type { View } from './view.js';

type Waiting = Readonly<{
  pool: pg.Pool;
  views: readonly View[];
  bells: Bells;
  signal: AbortSignal;
  timeoutMs: number;
}>;

/** True when every list that is read has taken the event at `position`; false when one will not, or not within `timeoutMs`. */
export async function taken(
  position: Position,
  { pool, views, bells, signal, timeoutMs }: Waiting,
): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  // A caller that waits has mostly just written, and the subscription may not have reported it yet.
  bells.news.ring();
  for (;;) {
    const heard = bells.progress.rings;
    const checkpoints = await readBuilds(pool, views);
    // Where a view has no checkpoint yet, nothing has been taken.
    if (checkpoints.length === views.length && checkpoints.every(hasTaken(position))) return true;
    const left = until - performance.now();
    if (left <= 0 || signal.aborted || checkpoints.some(({ state }) => !going(state))) return false;
    bells.hurry.ring();
    // Another process may be the one that folds, and it does not ring here.
    await bells.progress.next(heard, Math.min(left, 100));
  }
}

const hasTaken =
  (wanted: Position) =>
  ({ position, state }: Checkpoint): boolean =>
    (position ?? '') >= wanted && state !== 'ahead-of-store';

const going = (state: ViewState): boolean => state === 'filling' || state === 'following';
