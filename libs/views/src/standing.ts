import type pg from 'pg';
import { checkpointsOfAll, type Checkpoint } from './checkpoint.js';
import type { Build, View } from './view.js';

/** A build and its checkpoint at the time of the read. */
export type Standing = Readonly<{ build: Build; checkpoint: Checkpoint }>;

/** Every build of these views, in their order. */
export async function buildsOf(pool: pg.Pool, views: readonly View[]): Promise<readonly Standing[]> {
  const found = await checkpointsOfAll(pool, views);
  return views.flatMap((view, nth) =>
    (found[nth] ?? []).map((checkpoint) => ({ build: { view, build: checkpoint.build }, checkpoint })),
  );
}

/** Of each view the active build, or the next one. */
export async function readBuilds(pool: pg.Pool, views: readonly View[]): Promise<readonly Checkpoint[]> {
  const found = await checkpointsOfAll(pool, views);
  return found.flatMap((builds) => {
    const read = builds.find(({ served, state }) => served && state !== 'ahead-of-store');
    return read ?? builds.at(-1) ?? [];
  });
}

/** The build is active and follows the log. */
export const settled = ({ served, state }: Checkpoint): boolean => served && state === 'following';
