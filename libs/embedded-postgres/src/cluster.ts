import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { ServerFailed } from './errors.js';
import { whyItFailed } from './failure.js';
import { serverRole, type Place } from './place.js';
import { isAlive } from './postmaster.js';
import { asUser, type ServerUser } from './server-user.js';

const unfinished = 'postgres.new-';

/** Makes the cluster unless it is there. It appears complete or not at all, also when two programs start at once. */
export async function ensureCluster(place: Place, binaries: Binaries, user: ServerUser): Promise<void> {
  await privateFolder(place.socketDir, user);
  if (existsSync(place.cluster)) return;
  await removeUnfinished(place.dataDir);
  const growing = join(place.dataDir, `${unfinished}${process.pid}-${randomUUID().slice(0, 8)}`);
  await privateFolder(growing, user);
  try {
    await initdb(place, { binaries, growing, user });
  } catch (error) {
    // Where the disk is full it gives back what it has taken.
    await rm(growing, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  try {
    await rename(growing, place.cluster);
  } catch (error) {
    if (!existsSync(place.cluster)) throw error;
    await rm(growing, { recursive: true, force: true });
  }
  await syncFolder(place.dataDir);
}

type Making = Readonly<{ binaries: Binaries; growing: string; user: ServerUser }>;

function initdb(place: Place, { binaries, growing: folder, user }: Making): Promise<void> {
  const how = [
    '-E',
    'UTF8',
    '--locale=C',
    '--auth-local=peer',
    '--auth-host=reject',
    '--data-checksums',
    '--no-instructions',
  ];
  const options = { ...asUser(user), cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  return new Promise((resolve, reject) => {
    execFile(binaries.initdb, ['-D', folder, '-U', serverRole, ...how], options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else
        reject(whyItFailed(place, 'initdb', `${stdout}\n${stderr || error.message}\n${error.signal ?? ''}`));
    });
  });
}

/** @throws ServerFailed when somebody else made the folder: in a shared temporary folder it would be a trap */
async function privateFolder(folder: string, user: ServerUser): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const owner = (await stat(folder)).uid;
  const ours = process.getuid?.();
  if (owner !== ours && owner !== user?.uid)
    throw new ServerFailed(
      folder,
      `The folder belongs to user ${owner}: remove it, or choose another data folder.`,
    );
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(unfinished) && !isAlive(Number.parseInt(name.slice(unfinished.length))))
      // The initdb of a program that was killed writes on for a moment.
      await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

// Without it a power failure could undo the rename, and with it everything acknowledged since.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
