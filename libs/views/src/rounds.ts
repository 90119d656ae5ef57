import type { Bells } from './bells.js';
import type { Standing } from './standing.js';

type Rounds = Readonly<{
  /** Of every build of the views; fails where the database is gone. */
  builds: () => Promise<readonly Standing[]>;
  /** Applies new events to all of them. */
  follow: (builds: readonly Standing[]) => Promise<void>;
  bells: Bells;
  signal: AbortSignal;
  pollMs: number;
}>;

/** Least time from one round to the next, unless a caller waits, so that many new events share a round. */
const betweenMs = 100;

/** Runs rounds, at a signal of new events or after the poll interval. */
export async function goRound({ builds, follow, bells, signal, pollMs }: Rounds): Promise<void> {
  const ended = (): boolean => signal.aborted;
  while (!ended()) {
    const begun = performance.now();
    // Counted before the round, so that a signal during it is not lost.
    const heard = bells.news.rings;
    const ringsBefore = bells.hurry.rings;
    await follow(await builds().catch((): readonly Standing[] => []));
    bells.progress.ring();
    const left = begun + betweenMs - performance.now();
    if (left > 0 && !ended()) await bells.hurry.next(ringsBefore, left);
    if (!ended()) await bells.news.next(heard, pollMs);
  }
}
