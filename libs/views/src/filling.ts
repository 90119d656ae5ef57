import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import type { Folded } from './batch.js';
import { RecordFolds } from './record-folds.js';
import { claim, letGo } from './checkpoint.js';
import { LogAhead } from './log-ahead.js';
import { foldStretch, type Stretched } from './stretch.js';
import { connected } from './transaction.js';
import type { Build } from './view.js';

export type Filling = Readonly<{
  pool: pg.Pool;
  store: EventStore;
  clock: () => Date;
  /** Ends the fill after the transaction under way. */
  signal: AbortSignal;
  /** events taken in one transaction; default 100,000 */
  size?: number;
  /** weight of the cached folds, in events; default 40,000 */
  kept?: number;
  /** called now and then with how many more events are folded; after a crash the last `size` are folded again */
  taken?: (events: number) => void;
}>;

const untold = (): void => {
  // no listener
};

/**
 * Fills the build stretch by stretch, under a lock, until it has caught up with the record; `more` when it was ended
 * before. Completed stretches stay; another fill continues from there.
 * @throws PositionUnknown, StoreUnavailable, pg.DatabaseError
 */
export async function fill(build: Build, filling: Filling): Promise<Folded['outcome']> {
  const { pool, store, clock, signal, size = 100_000, kept = 40_000, taken = untold } = filling;
  return connected(pool, async (client) => {
    if (!(await claim(client, build))) return 'elsewhere';
    const log = new LogAhead(store);
    const folds = new RecordFolds(store, kept);
    const stretch = { store, log, folds, clock, signal, size, taken };
    let folded: Stretched = { outcome: 'more', events: 0 };
    while (folded.outcome === 'more' && !signal.aborted)
      folded = await foldStretch(client, build, { ...stretch, after: folded.position });
    // Where the fill fails, its connection ends, and the claim with it.
    await letGo(client, build);
    return folded.outcome;
  });
}
