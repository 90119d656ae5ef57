/**
 * `npm run bench -- store`: ours, emmett's store and plain inserts on one PostgreSQL, in turns; with `--memory` the
 * memory of a large record instead, with `--grow N` the speed and size of one that grows to N events.
 */
import { parseArgs } from 'node:util';
import { machine } from '../measure.js';
import { appendMany, appendOne } from './append.js';
import { readsBehindWall } from './behind-wall.js';
import { growingCase } from './commands.js';
import { grown } from './grow.js';
import { overHttp } from './http.js';
import { memory } from './memory.js';
import { appendsBy } from './processes.js';
import { readLog } from './read-log.js';
import { rebuildView } from './rebuild-view.js';
import { compared, type Compared, type StoreMeasure } from './rounds.js';
import { startServer } from './server.js';
import { asTable } from './table.js';

const measures: Readonly<Record<string, readonly StoreMeasure[]>> = {
  append: [appendOne],
  concurrent: [appendMany],
  processes: [1, 2, 4].map(appendsBy),
  commands: [growingCase],
  read: [readLog],
  rebuild: [rebuildView],
  http: [overHttp],
  wall: readsBehindWall,
};
const eventsForMemory = 1_000_000;

const options = {
  only: { type: 'string', multiple: true },
  rounds: { type: 'string', default: '5' },
  markdown: { type: 'boolean', default: false },
  memory: { type: 'boolean', default: false },
  grow: { type: 'string' },
  'shared-buffers': { type: 'string' },
} as const;

export async function storeBench(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { rounds, markdown, memory: alone, grow, 'shared-buffers': buffers } = values;
  const only = [...positionals, ...(values.only ?? [])];
  const unknown = only.find((name) => !Object.hasOwn(measures, name));
  if (unknown !== undefined)
    throw new Error(`没有“${unknown}”；there is no ${unknown}: ${Object.keys(measures).join(' | ')}`);
  const chosen = Object.entries(measures).filter(([name]) => only.length === 0 || only.includes(name));
  const server = await startServer(buffers);
  try {
    const found: Compared[] = [];
    if (grow !== undefined) return await grown(server, Number(grow));
    if (alone)
      return JSON.stringify({ machine: machine(), memory: await memory(server, eventsForMemory) }, null, 2);
    for (const measure of chosen.flatMap(([, some]) => some))
      found.push(await compared(measure, server, Number(rounds)));
    const { settings } = server;
    const report = { machine: machine(), settings, measures: found };
    return markdown ? asTable(report) : JSON.stringify(report, null, 2);
  } finally {
    await server.stop();
  }
}
