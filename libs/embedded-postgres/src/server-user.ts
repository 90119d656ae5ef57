import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { FolderClosed } from './errors.js';
import { openCopy } from './open-copy.js';

/** The user the server runs as; undefined: ourselves. PostgreSQL refuses to run as root. */
export type ServerUser = Readonly<{ name: string; uid: number; gid: number }> | undefined;

const nobody = { name: 'nobody', uid: 65534, gid: 65534 };

export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  return (
    users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody') ?? nobody
  );
}

/** Options of a child process that belong to the server's user. */
export function asUser(user: ServerUser): Readonly<{ uid?: number; gid?: number }> {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** @throws FolderClosed when the server's user cannot enter the data folder */
export function checkReachable(user: ServerUser, dataDir: string): void {
  if (user === undefined) return;
  // The data folder itself is ours to open; what is in it has rights of its own.
  if (closedTo(user, dataDir) === dataDir) chmodSync(dataDir, (statSync(dataDir).mode & 0o777) | 0o011);
  const closed = closedTo(user, dataDir);
  if (closed !== undefined) throw new FolderClosed(closed, user.name, openFolder(user, '/var/lib', '/srv'));
}

/** The binaries, in a copy where the server's user may not enter the folder they were installed in. */
export async function reachableBinaries(user: ServerUser, binaries: Binaries): Promise<Binaries> {
  const closed = user !== undefined && closedTo(user, dirname(binaries.postgres)) !== undefined;
  return closed ? openCopy(binaries) : binaries;
}

/** The topmost folder on the path that the user may not enter. The system checks it, so that access lists count. */
function closedTo(user: NonNullable<ServerUser>, folder: string): string | undefined {
  const script = 'for folder; do [ -x "$folder" ] || { printf %s "$folder"; exit 1; }; done';
  const result = spawnSync('/bin/sh', ['-c', script, 'sh', ...wayTo(folder)], {
    ...asUser(user),
    cwd: '/',
    encoding: 'utf8',
  });
  return result.status === 0 ? undefined : result.stdout || folder;
}

function wayTo(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...wayTo(parent), folder];
}

function openFolder(user: NonNullable<ServerUser>, ...candidates: readonly string[]): string {
  const open = candidates.find((candidate) => closedTo(user, candidate) === undefined);
  return join(open ?? tmpdir(), 'anjuan');
}
