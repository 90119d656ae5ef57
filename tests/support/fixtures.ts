import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, chown, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { serverUser } from '../../libs/embedded-postgres/src/server-user.js';
import { temporaryFolder } from './folder.js';

/** A copy of a fixture (see tests/fixtures/README.md) in a folder of its own. */
export async function unpacked(fixture: `${string}/${'backup' | 'data-folder'}`): Promise<string> {
  const folder = await temporaryFolder();
  // Into a file first: tar ends with the archive's last entry, before the padding that follows it.
  const archive = join(folder, 'fixture.tar');
  const packed = createReadStream(join('tests', 'fixtures', `${fixture}.tar.br`));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(archive));
  await promisify(execFile)('tar', ['-x', '-C', folder, '-f', archive]);
  await rm(archive);
  await chmod(folder, 0o755);
  if (fixture.endsWith('data-folder')) await ownedByServer(folder);
  return folder;
}

/** Started by root, the server runs as another user, whose the cluster must be. */
async function ownedByServer(folder: string): Promise<void> {
  const user = serverUser();
  const { cluster } = placeIn(folder);
  const names = await readdir(cluster, { recursive: true });
  await chmod(cluster, 0o700);
  if (user)
    for (const one of [cluster, ...names.map((name) => join(cluster, name))])
      await chown(one, user.uid, user.gid);
}
