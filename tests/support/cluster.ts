import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, readFile, rename } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries } from '../../libs/embedded-postgres/src/binaries.js';
import { ensureCluster } from '../../libs/embedded-postgres/src/cluster.js';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { reachableBinaries, serverUser } from '../../libs/embedded-postgres/src/server-user.js';
import { removeFolder, temporaryFolder } from './folder.js';

const maker = 'libs/embedded-postgres/src/cluster.ts';

/**
 * Puts a copy of one cluster into a data folder, where the program would make its own: initdb takes more than a second
 * of a processor. The server does not wait for the disk, since no test cuts the power; a killed one loses nothing.
 */
export async function clusterIn(folder: string): Promise<void> {
  const { cluster } = placeIn(folder);
  if (existsSync(cluster)) return;
  await promisify(execFile)('cp', ['-a', await kept(), cluster]);
}

/** A data folder in which the program finds its cluster made, and everything else is to be made. */
export async function folderWithCluster(): Promise<string> {
  const folder = await temporaryFolder();
  await clusterIn(folder);
  return folder;
}

/** Made by the first that needs it, and kept for the next run: another one as soon as it would be made otherwise. */
async function kept(): Promise<string> {
  const binaries = await findBinaries();
  const how = createHash('sha256')
    .update(binaries.initdb)
    .update(await readFile(maker));
  const name = `anjuan-test-cluster-${userInfo().username}-${how.digest('hex').slice(0, 16)}`;
  const complete = join(tmpdir(), name);
  if (existsSync(complete)) return complete;
  const making = `${complete}.${randomUUID()}`;
  await mkdir(making);
  await chmod(making, 0o755);
  const user = serverUser();
  const place = placeIn(making);
  await ensureCluster(place, await reachableBinaries(user, binaries), user);
  await appendFile(join(place.cluster, 'postgresql.conf'), '\nfsync = off\n');
  await rename(place.cluster, complete).catch((error: unknown) => {
    if (!existsSync(complete)) throw error;
  });
  await removeFolder(making);
  return complete;
}
