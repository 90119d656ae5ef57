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
  /** Ends the fill after what is under way. */
  signal: AbortSignal;
  /** events taken in one transaction; default 100,000 */
  size?: number;
  /** of the records met last so many events are kept folded; default 40,000 */
  kept?: number;
  /** told now and then how many more events are folded; after a crash the last `size` of them are folded again */
  taken?: (events: number) => void;
}>;

const untold = (): void => {
  // nobody asked
};

/**
 * Takes stretch after stretch, as the only one who fills this build, until it has caught up with the record: `more`
 * when it was ended before. What was taken stays taken; another fill goes on from there.
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
