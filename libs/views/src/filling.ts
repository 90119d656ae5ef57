import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { foldBatch, type Folded } from './batch.js';
import { CaseFolds, CaseReading, type News } from './case-source.js';
import { claim, letGo } from './checkpoint.js';
import { LogAhead } from './log-ahead.js';
import { connected } from './transaction.js';
import type { Build } from './view.js';

export type Filling = Readonly<{
  pool: pg.Pool;
  store: EventStore;
  clock: () => Date;
  /** Ends the fill after the batch under way. */
  signal: AbortSignal;
  /** events taken in one transaction; default 10,000 */
  size?: number;
  /** told of the events of each batch when it is in place */
  taken?: (events: number) => void;
}>;

const mostEventsKept = 40_000;

/**
 * Takes batch after batch, as the only one who fills this build, until it has caught up with the record: `more` when
 * it was ended before. What was taken stays taken; another fill goes on from there.
 * @throws PositionUnknown, StoreUnavailable, pg.DatabaseError
 */
export async function fill(build: Build, filling: Filling): Promise<Folded['outcome']> {
  const { pool, store, clock, signal, size = 10_000, taken } = filling;
  return connected(pool, async (client) => {
    if (!(await claim(client, build))) return 'elsewhere';
    const log = new LogAhead(store);
    const folding = {
      readAfter: log.after.bind(log),
      source: new CaseFolds(store, mostEventsKept),
      // none is kept: among millions of events the cases read alone must not add up
      reading: { take: (news: News) => new CaseReading(store).take(news) },
      size,
      clock,
    };
    try {
      let folded: Folded = { outcome: 'more', events: 0 };
      while (folded.outcome === 'more' && !signal.aborted) {
        folded = await foldBatch(client, build, folding);
        taken?.(folded.events);
      }
      return folded.outcome;
    } finally {
      await letGo(client, build).catch(() => {
        // the connection is gone, and its lock with it
      });
    }
  });
}
