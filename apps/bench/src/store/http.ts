/** A command over HTTP compared with a route of the same server that does nothing, 32 connections, in turns. */
import { setTimeout as pause } from 'node:timers/promises';
import { startApi } from '../http/api-process.js';
import { prepareGround } from '../http/ground.js';
import { startLoad } from '../http/load.js';
import type { Load, Wanted } from '../http/plan.js';
import { median, rounded } from '../measure.js';
import type { StoreMeasure } from './rounds.js';

const settleMs = 500;
const settledWithinMs = 60_000;

/** The views have taken what the last run recorded, and the collector has had a pause. */
async function settled(url: string): Promise<void> {
  const until = performance.now() + settledWithinMs;
  while (performance.now() < until) {
    const response = await fetch(`${url}/health`);
    const { views } = decodeHealth(await response.text());
    if (views.every(({ lag }) => lag === 0)) break;
    await pause(100);
  }
  await pause(settleMs);
}

type Health = Readonly<{ views: readonly Readonly<{ lag: number }>[] }>;
const decodeHealth = (text: string): Health => JSON.parse(text) as Health;

export const overHttp: StoreMeasure = {
  name: 'command over HTTP, 32 connections; floor: a route that does nothing',
  unit: 'requests/s',
  aim: { floor: 0.35 },
  open: async () => {
    const api = await startApi();
    const load = await startLoad(await prepareGround(api.url));
    const seen: Load[] = [];
    const behindSignIn: number[] = [];
    const run = async (wanted: Wanted) => {
      await settled(api.url);
      return load.run(wanted);
    };
    return {
      ours: async () => {
        const one = await run('commands');
        seen.push(one);
        return one.perSecond;
      },
      floor: async () => {
        behindSignIn.push((await run('signed in')).perSecond);
        return (await run('empty route')).perSecond;
      },
      sideFigures: () => {
        const [, ...measured] = seen;
        const p50 = median(measured.map((one) => one.p50));
        const p99 = median(measured.map((one) => one.p99));
        const signedIn = median(behindSignIn.slice(1));
        return {
          'p50 ms': p50,
          'p99 ms': p99,
          'p99 ÷ p50': rounded(p99 / p50),
          'a route that only checks the sign-in, requests/s': rounded(signedIn),
          'commands ÷ it': rounded(median(measured.map((one) => one.perSecond)) / signedIn),
        };
      },
      close: async () => {
        await load.stop();
        await api.stop();
      },
    };
  },
};
