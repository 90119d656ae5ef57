import type { Bells } from './bells.js';
import type { Standing } from './standing.js';

type Rounds = Readonly<{
  /** Of every build of the views; fails where the database is gone. */
  builds: () => Promise<readonly Standing[]>;
  /** All of them take what is new. */
  follow: (builds: readonly Standing[]) => Promise<void>;
  bells: Bells;
  signal: AbortSignal;
  pollMs: number;
}>;

/** Least time from one round to the next, unless somebody waits: news of a busy record is taken together. */
const betweenMs = 100;

/** Round after round, at news or when it looks for itself. */
export async function goRound({ builds, follow, bells, signal, pollMs }: Rounds): Promise<void> {
  const ended = (): boolean => signal.aborted;
  while (!ended()) {
    const begun = performance.now();
    // Counted before the round: what rings during it is not lost.
    const heard = bells.news.rings;
    const asked = bells.hurry.rings;
    await follow(await builds().catch((): readonly Standing[] => []));
    bells.progress.ring();
    const left = begun + betweenMs - performance.now();
    if (left > 0 && !ended()) await bells.hurry.next(asked, left);
    if (!ended()) await bells.news.next(heard, pollMs);
  }
}
