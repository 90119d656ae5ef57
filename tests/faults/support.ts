import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { administrators, type Api, type Person, type Server } from '../support/api.js';
import { openBureau } from '../support/bureau.js';
import { openProgram } from '../support/opened-program.js';
import type { Office } from './desk.js';
import { somePort } from '../support/ports.js';
import { removeFolder } from '../support/folder.js';

/** The whole program on a data folder of the test's, with an officer signed in. */
export type Site = Office & Readonly<{ api: Api; folder: string }>;

export async function openSite(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Site> {
  const url = `http://127.0.0.1:${String(somePort())}`;
  const opened = await openProgram({ DATA_DIR: folder, ...administrators, ...env }, url, '2026-03-01');
  const { app, parts } = opened;
  const close = async () => {
    await app.close();
    await parts.close();
  };
  const api = { ...opened, url, close };
  return { api, folder, officer: await engaged(api), store: parts.store };
}

/** An officer of an agency, signed in. */
export async function engaged(server: Server): Promise<Person> {
  return (await openBureau(server)).engage('lin', 'officer');
}

export function postmasterOf({ folder }: Site): number {
  const pid = postmasterPid(placeIn(folder));
  if (pid === undefined) throw new Error('The database of the test does not run.');
  return pid;
}

/** No file of this process may grow beyond so many bytes; undefined: as large as there is room for. */
export function limitFiles(pid: number, bytes?: number): void {
  // As the user the process runs as: root itself may lack the right to limit others.
  const { uid, gid } = statSync(`/proc/${String(pid)}`);
  const options = { encoding: 'utf8', uid, gid, cwd: '/' } as const;
  const limit = bytes === undefined ? 'unlimited' : String(bytes);
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${limit}:`], options);
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}

/** Of a server's processes one may end at any time: it writes nothing any more, and its successor has its parent's limit. */
export function limitEach(pids: readonly number[], bytes?: number): void {
  for (const pid of pids)
    try {
      limitFiles(pid, bytes);
    } catch (error) {
      if (existsSync(`/proc/${String(pid)}`)) throw error;
    }
}

/** A small disk of its own under `folder`; false where this user may not mount one. */
export function mountSmallDisk(folder: string, megabytes: number): boolean {
  const options = `size=${String(megabytes)}m,mode=0755`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

/** Whether this user may mount a disk of its own. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-test-'));
  const mounted = mountSmallDisk(folder, 1);
  if (mounted) unmount(folder);
  rmSync(folder, { recursive: true });
  return mounted;
}

export function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}

export async function removeDisk(folder: string): Promise<void> {
  unmount(folder);
  await removeFolder(folder);
}
