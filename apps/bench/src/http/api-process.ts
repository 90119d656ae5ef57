/** The API as a process of its own: a temporary folder, the embedded database, the built-in issuer. */
import { apiProcess } from '@anjuan/program';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ApiProcess = Readonly<{ url: string; process: ChildProcess; stop: () => Promise<void> }>;
export const administrator = { login: 'admin', password: 'a password for the benchmark' } as const;
export const approver = { login: 'admin2', password: 'another one for the benchmark' } as const;

/** Whatever is set around us: the database, issuer and addresses measured are its own. */
const notInherited: readonly string[] = ['DATABASE_URL', 'OIDC_ISSUER', 'PUBLIC_URL', 'HOST', 'METRICS_PORT'];
const program = join(import.meta.dirname, '..', '..', '..', 'api', 'src', 'main.js');

/** `options`: of Node, in addition to those of `npm start`; `environment`: in addition to that of this process. */
export async function startApi(
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<ApiProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'anjuan-bench-api-'));
  await chmod(folder, 0o755);
  const around = Object.entries(process.env).filter(([name]) => !notInherited.includes(name));
  // As `npm start` runs it.
  const child = fork(program, [], {
    env: {
      ...Object.fromEntries(around),
      PORT: '0',
      DATA_DIR: folder,
      ...apiProcess.environment,
      ADMIN_LOGIN: administrator.login,
      SECOND_FACTOR: 'optional',
      ADMIN_PASSWORD: administrator.password,
      SECOND_ADMIN_LOGIN: approver.login,
      SECOND_ADMIN_PASSWORD: approver.password,
      ...environment,
    },
    execArgv: [...apiProcess.options, ...profiling(), ...options],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await ready(child), process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `CPU_PROF_DIR=…` keeps a profile of the server there. */
function profiling(): readonly string[] {
  const { CPU_PROF_DIR: folder } = process.env;
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      reject(new Error(`The API ended before it was ready, with status ${String(code)}.`));
    });
    child.on('message', (message) => {
      const url = addressIn(message);
      if (url !== undefined) resolve(url);
    });
  });
}

function addressIn(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('ready' in message)) return undefined;
  const { ready: said } = message;
  return typeof said === 'object' && said !== null && 'url' in said ? String(said.url) : undefined;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
