/** The API as a process of its own, on a data folder, with a clock that we move. */
import { apiProcess, both, projectRoot } from '@anjuan/program';
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@anjuan/law';
import { trouble } from '../messages.js';
import { ServerUnusable, type Account } from '../play/client.js';

export type Server = Readonly<{
  url: string;
  /** From the start of the process until /health answers, milliseconds. */
  startedInMs: number;
  pid: number;
  moveClock: (to: Instant) => Promise<void>;
  /** Asks the process for its resident memory in bytes; undefined when it does not say. */
  askMemory: () => Promise<number | undefined>;
  stop: () => Promise<void>;
}>;

type Start = Readonly<{
  dataDir: string;
  log: string;
  administrators: readonly [Account, Account];
  clock: Instant;
}>;

const stopWithinMs = 20_000;
const startWithinMs = 60_000;
const lastLines = 30;

/** The demo has a data folder of its own: a database or issuer of somebody else is never touched. */
const notInherited: readonly string[] = ['DATABASE_URL', 'OIDC_ISSUER', 'PUBLIC_URL', 'HOST'];

const environment = ({ dataDir, administrators: [first, second] }: Start): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !notInherited.includes(name))),
  PORT: '0',
  DATA_DIR: dataDir,
  CLOCK: 'movable',
  // Nobody in the demo exists, so nobody holds a device; the demo says so when it starts.
  SECOND_FACTOR: 'optional',
  ...apiProcess.environment,
  ADMIN_LOGIN: first.login,
  ADMIN_PASSWORD: first.password,
  SECOND_ADMIN_LOGIN: second.login,
  SECOND_ADMIN_PASSWORD: second.password,
});

const forked = (start: Start): ChildProcess => {
  const program = join(projectRoot(), 'dist', 'apps', 'api', 'src', 'main.js');
  if (!existsSync(program)) throw new ServerUnusable(both(trouble.notBuilt(program)));
  const log = openSync(start.log, 'a');
  try {
    // Its own process group: Ctrl-C reaches us, and we stop it in order.
    return fork(program, [], {
      env: environment(start),
      execArgv: [...apiProcess.options],
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
};

const tailOf = (log: string): string =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lastLines).join('\n');

/** One answer of the process to what was sent; rejects when it ends. */
const answer = <T>(child: ChildProcess, log: string, pick: (message: unknown) => T | undefined): Promise<T> =>
  new Promise((resolve, reject) => {
    const done = () => {
      child.off('message', hear).off('exit', ended).off('error', reject);
    };
    const hear = (message: unknown) => {
      const picked = pick(message);
      if (picked === undefined) return;
      done();
      resolve(picked);
    };
    const ended = (code: number | null, signal: string | null) => {
      done();
      reject(new ServerUnusable(both(trouble.serverEnded(String(code ?? signal), tailOf(log)))));
    };
    child.on('message', hear).on('exit', ended).on('error', reject);
  });

const field = (message: unknown, key: string): unknown =>
  typeof message === 'object' && message !== null && key in message
    ? (message as Readonly<Record<string, unknown>>)[key]
    : undefined;

const readyUrl = (message: unknown): string | undefined => {
  const url = field(field(message, 'ready'), 'url');
  return typeof url === 'string' ? url : undefined;
};
const clockSet = (message: unknown): true | undefined =>
  field(message, 'clock') === undefined ? undefined : true;
const memorySaid = (message: unknown): number | undefined => {
  const bytes = field(message, 'memory');
  return typeof bytes === 'number' ? bytes : undefined;
};

const healthy = async (url: string): Promise<void> => {
  const until = Date.now() + startWithinMs;
  while (Date.now() < until) {
    const response = await fetch(`${url}/health`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await pause(20);
  }
  throw new ServerUnusable(`${url}/health 没有应答；the server's health does not answer: look at its log`);
};

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  child.kill('SIGTERM');
  const tooLate = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await exit;
  clearTimeout(tooLate);
};

/** Starts the server and waits until it answers. Throws ServerUnusable with the end of its log. */
export const startServer = async (start: Start): Promise<Server> => {
  const began = performance.now();
  const child = forked(start);
  const ready = answer(child, start.log, readyUrl);
  // Before the first start writes anything: what it records must not lie after the first day played.
  child.send({ clock: start.clock });
  try {
    const url = await ready;
    await healthy(url);
    return {
      url,
      startedInMs: performance.now() - began,
      pid: child.pid ?? 0,
      moveClock: async (to) => {
        const set = answer(child, start.log, clockSet);
        child.send({ clock: to });
        await set;
      },
      askMemory: () => {
        const said = answer(child, start.log, memorySaid);
        child.send({ memory: true });
        return Promise.race([said, pause(2000, undefined, { ref: false })]);
      },
      stop: () => stopped(child),
    };
  } catch (error) {
    await stopped(child);
    throw error;
  }
};
