/** `npm run bench -- store`: ours, emmett's store and plain inserts on one PostgreSQL, in turns. */
import { parseArgs } from 'node:util';
import { machine } from '../measure.js';
import { appendMany, appendOne } from './append.js';
import { growingCase } from './commands.js';
import { overHttp } from './http.js';
import { readLog } from './read-log.js';
import { compared, type Compared, type StoreMeasure } from './rounds.js';
import { startServer } from './server.js';
import { asTable } from './table.js';

const measures: Readonly<Record<string, StoreMeasure>> = {
  append: appendOne,
  concurrent: appendMany,
  commands: growingCase,
  read: readLog,
  http: overHttp,
};

const options = {
  only: { type: 'string', multiple: true },
  rounds: { type: 'string', default: '5' },
  markdown: { type: 'boolean', default: false },
} as const;

export async function storeBench(args: readonly string[]): Promise<string> {
  const { only, rounds, markdown } = parseArgs({ args: [...args], options }).values;
  const chosen = Object.entries(measures).filter(([name]) => only === undefined || only.includes(name));
  if (chosen.length === 0) throw new Error(`--only ${Object.keys(measures).join(' | ')}`);
  const server = await startServer();
  try {
    const found: Compared[] = [];
    for (const [, measure] of chosen) found.push(await compared(measure, server, Number(rounds)));
    const { settings } = server;
    const report = { machine: machine(), settings, measures: found };
    return markdown ? asTable(report) : JSON.stringify(report, null, 2);
  } finally {
    await server.stop();
  }
}
