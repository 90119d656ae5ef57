/** `npm run bench -- eventstoredb --address esdb://…`: ours and the bare client on a real server, in turns. */
import { parseArgs } from 'node:util';
import { machine } from '../measure.js';
import { compared, type Compared } from '../store/rounds.js';
import { startServer } from '../store/server.js';
import { measuresOn } from './measures.js';

const options = {
  address: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  only: { type: 'string', multiple: true },
} as const;

export async function eventStoreDbBench(args: readonly string[]): Promise<string> {
  const { address, rounds, only } = parseArgs({ args: [...args], options }).values;
  if (address === undefined)
    throw new Error('--address esdb://host:2113：一台可写入的服务器；a server that may be written to');
  const all = measuresOn(address);
  const chosen = Object.entries(all).filter(([name]) => only === undefined || only.includes(name));
  if (chosen.length === 0) throw new Error(`--only ${Object.keys(all).join(' | ')}`);
  const server = await startServer();
  try {
    const found: Compared[] = [];
    for (const [, measure] of chosen) found.push(await compared(measure, server, Number(rounds)));
    return JSON.stringify({ machine: machine(), settings: server.settings, measures: found }, null, 2);
  } finally {
    await server.stop();
  }
}
