/** The program behind a real PgBouncer, in each of its modes. */
import { join } from 'node:path';
import { connectionOf, readingUnder, walled, wallOfRecord } from '@anjuan/database';
import { openPool } from '@anjuan/event-store';
import { addHours, startOfDay } from '@anjuan/law';
import type pg from 'pg';
import { SystemClock } from '../../apps/api/src/parts/clock.js';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { explained } from '../../apps/api/src/start/explained.js';
import { openParts } from '../../apps/api/src/start/open-parts.js';
import { readInput } from '../../apps/demo/src/play/case-folder.js';
import { createClient, type Client } from '../../apps/demo/src/play/client.js';
import { play, type Outcome } from '../../apps/demo/src/play/play.js';
import { enterRegistry } from '../../apps/demo/src/play/registry.js';
import { rollOf } from '../../apps/demo/src/play/roll.js';
import { schedule } from '../../apps/demo/src/play/schedule.js';
import { startOn, type Program } from '../faults/programs.js';
import { administratorAccounts } from '../support/api.js';
import { ownServer, type OwnServer } from '../support/own-server.js';
import { somePort } from '../support/ports.js';
import { temporaryFolder } from '../support/postgres.js';
import { startPgBouncer, type Mode, type Pooler } from './pgbouncer.js';
import { removeFolder } from '../support/folder.js';

let server: OwnServer;
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  server = await ownServer();
  for (const mode of ['session', 'transaction', 'statement']) await server.ask(`CREATE DATABASE ${mode}`);
});
afterAll(async () => {
  await server.remove();
  await removeFolder(folder);
});

const behind = async <T>(
  mode: Mode,
  does: (pooler: Pooler) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> => {
  const pooler = await startPgBouncer(server, mode, settings);
  try {
    return await does(pooler);
  } finally {
    await pooler.stop();
  }
};
const tables = (database: string) =>
  server.ask(`SELECT FROM pg_tables WHERE schemaname IN ('ledger', 'issuer', 'views')`, database);

it.each(['transaction', 'statement'] as const)(
  'in %s mode the start says in one sentence what is wrong and what cures it, and has written nothing',
  async (mode) => {
    const said = await behind(mode, async ({ url }) => {
      const env = { DATABASE_URL: url(mode), DATA_DIR: join(folder, mode) };
      const refused = await openParts(loadConfig(env), new SystemClock(), 'http://127.0.0.1:1').then(
        (parts) => parts.close(),
        (error: unknown) => error,
      );
      return explained(refused) ?? refused;
    });
    expect(said).toMatch(/^数据库无法使用：[^\n]+。The database cannot be used: [^\n]+\.$/);
    expect(said).toMatch(/pooler.*pool_mode=session/);
    expect(await tables(mode)).toEqual([]);
  },
  60_000,
);

it.each([true, false])(
  'in transaction mode what a transaction declares ends with it, whoever has the session next (pipelined: %s)',
  async (pipeline) => {
    await server.ask('DROP TABLE IF EXISTS kept; DROP ROLE IF EXISTS walled', 'transaction');
    await server.ask(
      `CREATE ROLE walled; CREATE TABLE kept (agency text); INSERT INTO kept VALUES ('a'), ('b');
     GRANT SELECT ON kept TO walled; ${walled(wallOfRecord('kept'))}`,
      'transaction',
    );
    await behind(
      'transaction',
      async ({ url }) => {
        const agencies = async (client: Pick<pg.ClientBase, 'query'>) => {
          const asked = 'SET LOCAL ROLE walled; SELECT agency FROM kept';
          const answers = (await client.query(asked)) as unknown as pg.QueryResult<{ agency: string }>[];
          return answers.at(-1)?.rows.map(({ agency }) => agency);
        };
        const pools = ['a', 'b'].map((agency) => ({
          agency,
          pool: openPool({ ...connectionOf(url('transaction')), pipeline }),
        }));
        try {
          for (let round = 0; round < 20; round += 1)
            await Promise.all(
              pools.map(async ({ agency, pool }) => {
                await expect(readingUnder({ pool, scope: { agency } }, agencies)).resolves.toEqual([agency]);
                await expect(agencies(pool)).resolves.toEqual([]);
              }),
            );
        } finally {
          for (const { pool } of pools) await pool.end();
        }
      },
      // One session of the server for all of them.
      { default_pool_size: '1' },
    );
  },
  60_000,
);

/** Each request to the next of them: what one has written, the other goes on from. */
const inTurns = (clients: readonly Client[]): Client => {
  let turn = 0;
  const next = () => clients[(turn += 1) % clients.length]!;
  return { ask: (as, what) => next().ask(as, what), activate: (first, own) => next().activate(first, own) };
};
const moveClock =
  (programs: readonly Program['process'][]) =>
  async (to: string): Promise<void> => {
    await Promise.all(
      programs.map(async (child) => {
        const set = new Promise<void>((resolve) => {
          const heard = (message: object) => {
            if (!('clock' in message)) return;
            child.off('message', heard);
            resolve();
          };
          child.on('message', heard);
        });
        child.send({ clock: to });
        await set;
      }),
    );
  };

it('in session mode two programs in turns carry a case from its start to its closure', async () => {
  await behind('session', async ({ url, said }) => {
    const files = join(folder, 'files');
    const ports = [somePort(), somePort()];
    const publicUrl = `http://127.0.0.1:${String(ports[0])}`;
    const shared = { database: {}, files, publicUrl, env: { DATABASE_URL: url('session') } };
    const programs = ports.map((port) => startOn(port, shared));
    try {
      const move = moveClock(programs.map(({ process: child }) => child));
      const input = readInput(['tests/cases/on-the-spot-case.yaml'], 'tests/cases');
      const steps = schedule(input.cases);
      const first = steps[0]!.line.on;
      // What the first start records must not lie after the first day that is played.
      for (const { process: child } of programs) child.send({ clock: addHours(startOfDay(first), 8) });
      await Promise.all(programs.map(ready));
      const client = inTurns(programs.map((program) => createClient(program.url)));
      const roll = rollOf(input.cases, input.agencies);
      const members = await enterRegistry(client, administratorAccounts, roll, first);
      const outcomes: Outcome[] = [];
      for await (const outcome of play(steps, { client, members, moveClock: move })) outcomes.push(outcome);
      expect(outcomes.flatMap(({ fault, trouble }) => fault ?? trouble ?? [])).toEqual([]);
      expect(outcomes.length).toBe(8);
      for (const { url: at } of programs)
        expect(await (await fetch(`${at}/health`)).json()).toMatchObject({ status: 'ok' });
    } finally {
      for (const { process: child, ended } of programs) {
        child.kill('SIGTERM');
        await ended;
      }
    }
    expect(said()).not.toMatch(/ERROR|FATAL/);
  });
});

const ready = async ({ process: child, said, ended }: ReturnType<typeof startOn>): Promise<void> => {
  await Promise.race([
    new Promise<void>((resolve) => {
      child.on('message', (message: object) => {
        if ('ready' in message) resolve();
      });
    }),
    ended.then(() => Promise.reject(new Error(`The program ended: ${said()}`))),
  ]);
};
