import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Binaries } from './binaries.js';

/** Root's own: nobody else can put a program there. */
const ownCache = '/var/cache/anjuan';

/**
 * The binaries where the server's user can reach them: a program installed in root's home is closed to everybody
 * else, so root keeps a copy (60 MB, once a version) in a folder that only root can write.
 */
export async function openCopy({ postgres, initdb }: Binaries, cache = ownCache): Promise<Binaries> {
  const native = dirname(dirname(postgres));
  const manifest = await readFile(join(dirname(native), 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const kept = join(cache, `postgres-${version}`);
  if (!existsSync(kept)) await keep(native, kept, cache);
  return {
    postgres: join(kept, relative(native, postgres)),
    initdb: join(kept, relative(native, initdb)),
  };
}

/** Copies to a temporary name, then renames: two first starts at once do no harm. */
async function keep(native: string, kept: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true, mode: 0o755 });
  await chmod(cache, 0o755);
  const growing = `${kept}.${randomUUID()}`;
  await cp(native, growing, { recursive: true, verbatimSymlinks: true });
  await rename(growing, kept).catch(async (error: unknown) => {
    await rm(growing, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  });
}
