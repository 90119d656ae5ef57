/** `npm run bench -- law | store | rebuild | edges | eventstoredb`: measures printed as JSON; progress on stderr. */
import { edgesBench } from './edges/edges.js';
import { eventStoreDbBench } from './eventstoredb/eventstoredb.js';
import { lawMeasures } from './law/law.js';
import { machine } from './measure.js';
import { rebuildBench } from './rebuild/rebuild.js';
import { storeBench } from './store/store.js';

type Bench = (options: readonly string[]) => Promise<string>;

const law: Bench = () =>
  Promise.resolve(JSON.stringify({ machine: machine(), measures: lawMeasures() }, null, 2));
const benches: Readonly<Record<string, Bench>> = {
  law,
  store: storeBench,
  rebuild: rebuildBench,
  edges: edgesBench,
  eventstoredb: eventStoreDbBench,
};

const [name = '', ...options] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  console.error(`用法；usage: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(2);
}
try {
  console.log(await bench(options));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
