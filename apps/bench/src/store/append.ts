import { openEmmett } from './emmett.js';
import { floorConnections, openFloor } from './floor.js';
import { openOurs } from './ours.js';
import { perSecond } from './pace.js';
import type { Sides, StoreMeasure } from './rounds.js';
import type { BenchServer } from './server.js';

const sequential = 2_000;
const concurrent = 1_000;
/** One crowd is over in some 30 ms: a checkpoint or a collection within it would be half of the figure. */
const crowds = 10;

const inTurn = async (append: () => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < sequential; i++) await append();
};
const atOnce = async (append: () => Promise<unknown>): Promise<void> => {
  for (let crowd = 0; crowd < crowds; crowd++) await Promise.all(Array.from({ length: concurrent }, append));
};

async function open(
  server: BenchServer,
  pace: (append: () => Promise<unknown>) => Promise<void>,
  appends: number,
): Promise<Sides> {
  const [ours, emmett] = [await openOurs(await server.database()), await openEmmett(await server.database())];
  const floor = await openFloor(await server.database());
  return {
    ours: () => perSecond(appends, () => pace(ours.appendNew)),
    emmett: () => perSecond(appends, () => pace(emmett.appendNew)),
    floor: () => perSecond(appends, () => pace(() => floor.insert(floor.pool))),
    close: async () => {
      await Promise.all([ours.close(), emmett.close(), floor.close()]);
    },
  };
}

export const appendOne: StoreMeasure = {
  name: 'append, one caller',
  unit: 'appends/s',
  aim: { emmett: 1.3, floor: 0.85 },
  open: (server) => open(server, inTurn, sequential),
};

export const appendMany: StoreMeasure = {
  name: `1,000 concurrent appends, floor over ${floorConnections} connections`,
  unit: 'appends/s',
  aim: { emmett: 6, floor: 2.5 },
  open: (server) => open(server, atOnce, crowds * concurrent),
};
