/** `npm run eventstoredb:stand-in -- --port 2113 [--log FILE]`: the stand-in as a process of its own. */
import { parseArgs } from 'node:util';
import { StandIn } from './stand-in.js';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '2113' }, log: { type: 'string' } },
});
const standIn = new StandIn({
  port: Number(values.port),
  ...(values.log === undefined ? {} : { file: values.log }),
});
await standIn.start();
console.log(`替身服务器，不是 EventStoreDB；A stand-in, not EventStoreDB, answers at ${standIn.url}`);
process.send?.({ url: standIn.url });
