/** Two APIs, one that logs as it is configured and one that does not, take normal commands in turns. */
import { startApi, type ApiProcess } from '../http/api-process.js';
import { prepareGround } from '../http/ground.js';
import { median, rounded } from '../measure.js';
import { commands, watched } from './commands.js';

const turns = 9;
const commandsOfTurn = 300;

const opened = async (level: string, apis: ApiProcess[]) => {
  const options = ['--import', new URL('watched.js', import.meta.url).href];
  const api = await startApi(options, { LOG_LEVEL: level, LOG_FORMAT: 'json' });
  apis.push(api);
  const plan = await prepareGround(api.url);
  const turn = async (): Promise<number> => {
    const before = await watched(api);
    await commands(plan, commandsOfTurn);
    const after = await watched(api);
    return ((after.cpuMs - before.cpuMs) * 1000) / commandsOfTurn;
  };
  return { turn };
};

/** Processor time of the whole process, µs a command. */
export const logCost = async () => {
  const apis: ApiProcess[] = [];
  try {
    const [on, off] = [await opened('info', apis), await opened('silent', apis)];
    const [logged, silent]: [number[], number[]] = [[], []];
    for (let at = 0; at <= turns; at += 1) {
      // Who begins changes, so that what else the machine does falls on both.
      const [first, second] = at % 2 === 0 ? [on, off] : [off, on];
      const took = [await first.turn(), await second.turn()];
      const [one = 0, other = 0] = at % 2 === 0 ? took : took.reverse();
      // The first turn warms up.
      if (at === 0) continue;
      logged.push(one);
      silent.push(other);
    }
    const differences = logged.map((one, at) => one - (silent[at] ?? 0));
    return {
      'a command with the log, processor µs': rounded(median(logged)),
      'without, processor µs': rounded(median(silent)),
      'median of the differences of one turn, µs': rounded(median(differences)),
      'share of the log': rounded(median(differences) / median(logged)),
    };
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
};
