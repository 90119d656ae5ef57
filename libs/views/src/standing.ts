import type pg from 'pg';
import { checkpointsOfAll, type Checkpoint } from './checkpoint.js';
import type { Build, View } from './view.js';

/** A build and where it stood when that was read. */
export type Standing = Readonly<{ build: Build; checkpoint: Checkpoint }>;

/** Every build of these views, in their order. */
export async function buildsOf(pool: pg.Pool, views: readonly View[]): Promise<readonly Standing[]> {
  const found = await checkpointsOfAll(pool, views);
  return views.flatMap((view, nth) =>
    (found[nth] ?? []).map((checkpoint) => ({ build: { view, build: checkpoint.build }, checkpoint })),
  );
}

/** Of each view the build that is read, or will be. */
export async function readBuilds(pool: pg.Pool, views: readonly View[]): Promise<readonly Checkpoint[]> {
  const found = await checkpointsOfAll(pool, views);
  return found.flatMap((builds) => {
    const read = builds.find(({ served, state }) => served && state !== 'ahead-of-store');
    return read ?? builds.at(-1) ?? [];
  });
}

/** Nothing is left to do for it but to take what comes. */
export const settled = ({ served, state }: Checkpoint): boolean => served && state === 'following';
