import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { codeOf } from './errors.js';
import type { Place } from './place.js';
import { machineOf, sizesFor } from './sizes.js';
import { asUser, type ServerUser } from './server-user.js';

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '50',
  timezone: 'UTC',
  jit: 'off',
  log_checkpoints: 'off',
};

const largestLog = 4_000_000;

/** Starts the server in a session of its own, so that Ctrl-C reaches the program first. It outlives us until owned. */
export function launch(
  { cluster, socketDir, log }: Place,
  { postgres }: Binaries,
  user: ServerUser,
  sharedBuffers?: string,
): ChildProcess {
  const sizes = sizesFor(machineOf(cluster), sharedBuffers);
  const sized = {
    shared_buffers: sizes.sharedBuffers,
    max_wal_size: sizes.maxWalSize,
    min_wal_size: sizes.minWalSize,
  };
  const settingsArgs = Object.entries({ ...settings, ...sized }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const output = openSync(log, existsSync(log) && statSync(log).size > largestLog ? 'w' : 'a', 0o600);
  try {
    const child = spawn(postgres, ['-D', cluster, '-k', socketDir, ...settingsArgs], {
      ...asUser(user),
      cwd: cluster,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    });
    child.on('error', ignore);
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

export function postmasterPid({ cluster }: Place): number | undefined {
  try {
    const [line = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(line) || undefined;
  } catch {
    return undefined;
  }
}

/** Ends the server when this program ends, however it ends: then the pipe closes. Works for an adopted server too. */
export function watch(place: Place, pid: number, user: ServerUser): ChildProcess {
  const script = 'read -r _; read -r pid < "$2/postmaster.pid" && [ "$pid" = "$1" ] && kill -INT "$1"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'watchdog', String(pid), place.cluster], {
    ...asUser(user),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', ignore);
  watchdog.stdin.on('error', ignore);
  watchdog.unref();
  if (watchdog.stdin instanceof Socket) watchdog.stdin.unref();
  return watchdog;
}

/** Fast shutdown: transactions under way are rolled back, what was committed is kept. Resolves when the server is gone. */
export async function shutDown(place: Place): Promise<void> {
  const pid = postmasterPid(place);
  if (pid === undefined) return;
  signal(pid, 'SIGINT');
  for (let waited = 0; postmasterPid(place) === pid && isAlive(pid); waited += 20) {
    if (waited === 20_000) signal(pid, 'SIGQUIT');
    await sleep(20);
  }
}

export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function ignore(): void {
  // a process that could not be started has an exit code, and that is looked at
}
