/** Several writer processes on one database, each with a store of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openOurs } from './ours.js';
import { perSecond } from './pace.js';
import type { StoreMeasure } from './rounds.js';
import type { Database } from './server.js';

const appendsInAll = 8_000;
const writer = fileURLToPath(new URL('writer.js', import.meta.url));

export const appendsBy = (processes: number): StoreMeasure => ({
  name: `appends of ${processes} writer process${processes === 1 ? '' : 'es'} on one database`,
  unit: 'appends/s',
  aim: {},
  open: async (server) => {
    const database = await server.database();
    const ours = await openOurs(database);
    let expected = 0;
    return {
      ours: async () => {
        const figure = await run(database, processes);
        expected += appendsInAll;
        const head = Number((await ours.store.head()) ?? 0);
        if (head !== expected) throw new Error(`The record ends at ${head}, and ${expected} were confirmed.`);
        return figure;
      },
      close: ours.close,
    };
  },
});

async function run({ config, url }: Database, processes: number): Promise<number> {
  const each = String(appendsInAll / processes);
  const writers = Array.from({ length: processes }, () =>
    fork(writer, [JSON.stringify({ config, url }), each]),
  );
  await Promise.all(writers.map(said));
  const figure = await perSecond(appendsInAll, () =>
    Promise.all(
      writers.map((one) => {
        one.send('go');
        return said(one);
      }),
    ),
  );
  const ended = writers.map((one) => once(one, 'exit'));
  for (const one of writers) one.disconnect();
  await Promise.all(ended);
  return figure;
}

/** The next word of a writer. */
function said(one: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => {
      reject(new Error(`A writer ended with ${code} before it was done.`));
    };
    one.once('exit', gone);
    one.once('message', () => {
      one.off('exit', gone);
      resolve();
    });
  });
}
