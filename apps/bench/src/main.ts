/** `npm run bench -- law`: measures printed as JSON; progress on stderr. */
import { lawMeasures } from './law/law.js';
import { machine, type Measure } from './measure.js';

const benches: Readonly<Record<string, () => readonly Measure[]>> = { law: lawMeasures };

const [name = ''] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  console.error(`用法；usage: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(2);
}
console.log(JSON.stringify({ machine: machine(), measures: bench() }, null, 2));
