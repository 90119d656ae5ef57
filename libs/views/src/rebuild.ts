import { setTimeout as sleep } from 'node:timers/promises';
import { find, type Checkpoint } from './checkpoint.js';
import { fill, type Filling } from './filling.js';
import { migrate } from './schema.js';
import { nextBuild, takeOver } from './tables.js';
import type { Build, View } from './view.js';

export type Rebuilding = Omit<Filling, 'taken'> &
  Readonly<{
    /** Called a few times a second with the progress of the new table. */
    progress: (taken: number) => void;
  }>;

const lookMs = 250;

/**
 * Fills a new table while the active one is still read, and activates it when it has caught up. An interrupted rebuild
 * is continued; one by another process is waited for. False: ended by the signal before it had caught up.
 * @throws StoreUnavailable, pg.DatabaseError: a later call continues from the checkpoint
 */
export async function rebuild(view: View, options: Rebuilding): Promise<boolean> {
  const { pool, clock, signal, progress } = options;
  await migrate(pool);
  const build = await nextBuild(pool, view, clock());
  let at = Number((await find(pool, build))?.taken ?? 0);
  const taken = (events: number): void => {
    at += events;
    progress(at);
  };
  progress(at);
  while (!signal.aborted) {
    const outcome = await fill(build, { ...options, taken });
    if (outcome === 'caught-up') await takeOver(pool, build, clock());
    const now = await find(pool, build);
    if (!now || ready(now)) return true;
    at = Number(now.taken);
    progress(at);
    stuck(build, now);
    if (outcome === 'elsewhere') await sleep(lookMs);
  }
  return false;
}

/** Gone is ready too: a younger build has taken over since. */
const ready = ({ served, state }: Checkpoint): boolean => served && state === 'following';

const stuck = ({ view }: Build, { state, error }: Checkpoint): void => {
  if (state === 'stopped' || state === 'ahead-of-store')
    throw new RebuildStopped(
      `清单 ${view.name} 未能重建。View ${view.name} was not rebuilt: ${error ?? state}`,
    );
};

export class RebuildStopped extends Error {
  override readonly name = 'RebuildStopped';
}
