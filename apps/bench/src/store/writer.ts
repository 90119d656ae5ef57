/** One of several writers (see processes.ts): reports that it is ready, waits for the start, reports the end. */
import { once } from 'node:events';
import { openOurs } from './ours.js';
import type { Database } from './server.js';

const atOnce = 100;
const [database = '', appends = ''] = process.argv.slice(2);
const ours = await openOurs(JSON.parse(database) as Database);
process.send?.('ready');
await once(process, 'message');
let left = Number(appends);
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (left-- > 0) await ours.appendNew();
  }),
);
const disconnected = once(process, 'disconnect');
process.send?.('done');
await disconnected;
await ours.close();
