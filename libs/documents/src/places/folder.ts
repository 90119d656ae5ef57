import { mkdir, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ArrivedFile, FilePlace, Kept } from './file-place.js';

/** Where a file lies below its folder, or after the beginning of the names in a bucket. */
export const placeOf = (folder: string, sha256: string): string =>
  path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** Under their hashes on the disk of this machine. Files arrive on the same disk. */
export class FilesInFolder implements FilePlace {
  /** Where on the disk is the operator's to choose anew. */
  readonly name = 'folder';

  constructor(private readonly folder: string) {}

  /** The same bytes stored before are replaced, and so mended where the disk has lost them. */
  async keep({ at, sha256 }: ArrivedFile): Promise<void> {
    const place = placeOf(this.folder, sha256);
    const made = await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await rename(at, place);
    await flushed(path.dirname(place));
    if (made !== undefined)
      for (const above of [path.dirname(path.dirname(place)), this.folder]) await flushed(above);
  }

  async read(sha256: string): Promise<Kept | undefined> {
    const handle = await open(placeOf(this.folder, sha256), 'r').catch(unlessMissing);
    if (!handle) return undefined;
    const { size } = await handle.stat();
    return { bytes: size, content: handle.createReadStream() };
  }

  async sizeOf(sha256: string): Promise<number | undefined> {
    return (await stat(placeOf(this.folder, sha256)).catch(unlessMissing))?.size;
  }

  /** Its disk is looked at as that of the data folder. */
  closed(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

const unlessMissing = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
};

/** To the disk, not only to the kernel: what is acknowledged survives the machine. */
const flushed = async (place: string): Promise<void> => {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
