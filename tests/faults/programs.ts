import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type pg from 'pg';
import { administrators } from '../support/api.js';
import { somePort } from '../support/ports.js';

const built = 'dist/apps/api/src/main.js';

/** The program as a process of its own. */
export type Program = Readonly<{
  url: string;
  process: ChildProcess;
  /** what it has printed so far */
  said: () => string;
  /** kill -9; resolves when it has ended. */
  kill: () => Promise<void>;
}>;

/** As an installation behind one address would: several of them share database, files and PUBLIC_URL. */
export type Shared = Readonly<{
  database: pg.PoolConfig;
  files: string;
  publicUrl: string;
  /** a module of the test's that the process loads before the program */
  preload?: string;
  env?: Readonly<Record<string, string>>;
}>;

export const databaseUrl = ({ host, user, database }: pg.PoolConfig): string =>
  `postgresql://${user ?? ''}@localhost/${String(database)}?host=${encodeURIComponent(host ?? '')}`;

export const launch = (port: number, shared: Shared): Promise<Program> => launched(startOn(port, shared));

/** As `launch`, without waiting until it is ready. */
export const startOn = (port: number, { database, files, publicUrl, preload, env }: Shared): Started =>
  started(
    port,
    { PUBLIC_URL: publicUrl, DATABASE_URL: databaseUrl(database), DATA_DIR: files, ...env },
    preload === undefined ? [] : ['--import', preload],
  );

/** On a database of its own below the folder. */
export const launchAlone = (folder: string, env: Readonly<Record<string, string>> = {}): Promise<Program> =>
  launched(startAlone(folder, env));

/** As `launchAlone`, without waiting until it is ready. */
export const startAlone = (folder: string, env: Readonly<Record<string, string>> = {}): Started =>
  started(somePort(), { DATA_DIR: folder, ...env });

type Started = Readonly<{ url: string; process: ChildProcess; said: () => string; ended: Promise<void> }>;

function started(port: number, env: Readonly<Record<string, string>>, execArgv: string[] = []): Started {
  if (!existsSync(built)) throw new Error('The build is missing: run npm run build (npm test does).');
  const child = fork(built, [], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      CLOCK: 'movable',
      ...administrators,
      ...env,
    },
    execArgv,
    silent: true,
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (said += text.toString()));
  return { url: `http://127.0.0.1:${String(port)}`, process: child, said: () => said, ended };
}

async function launched({ url, process: child, said, ended }: Started): Promise<Program> {
  await Promise.race([
    new Promise<void>((resolve) => {
      child.on('message', (message: object) => {
        if ('ready' in message) resolve();
      });
    }),
    ended.then(() => Promise.reject(new Error(`The program ended: ${said()}`))),
  ]);
  const kill = (): Promise<void> => {
    child.kill('SIGKILL');
    return ended;
  };
  return { url, process: child, said, kill };
}
