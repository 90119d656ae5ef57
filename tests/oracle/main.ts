/** `npm run test:oracle -- [--events N] [--seed N] [--rounds N] [--json]`; see oracle.ts for what is counted. */
import { parseArgs } from 'node:util';
import { run } from './run.js';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const [events, seed, rounds] = [values.events, values.seed, values.rounds].map(Number);
if (!isCount(events) || !isCount(seed) || !isCount(rounds)) {
  console.error('用法；usage: npm run test:oracle -- [--events N] [--seed N] [--rounds N] [--json]');
  process.exit(2);
}
console.error(`seed ${seed}`);
const result = await run({
  events,
  seed,
  rounds,
  report: (line) => {
    console.error(line);
  },
});
const { missed, duplicated, reordered, falselyAcknowledged } = result;
if (values.json) console.log(JSON.stringify(result, null, 2));
else
  console.table({
    events: result.events,
    kills: result.kills,
    missed,
    duplicated,
    reordered,
    falselyAcknowledged,
  });
process.exit(missed + duplicated + reordered + falselyAcknowledged === 0 ? 0 : 1);

function isCount(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && value !== undefined && value > 0;
}
