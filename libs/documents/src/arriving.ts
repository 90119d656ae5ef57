import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { FileTooLarge, NoRoomForFiles, OtherContent } from './errors.js';

export type Limits = Readonly<{
  /** of one file */
  mostBytes: number;
  /** Of the disk; below it nothing is stored. */
  leastFreeBytes: number;
}>;
export type Arrived = Readonly<{ sha256: string; bytes: number }>;
/** `said`: the hash its sender has said. `count`: called with the bytes of each part, also of what is refused later. */
type Coming = Readonly<{ said: string | undefined; count: (bytes: number) => void }>;

/** How many bytes come in before free space is looked at again. */
const lookEvery = 16 * 1024 * 1024;
/** Of another machine's upload, without a byte: its sender is gone. */
const deadAfterMs = 60 * 60 * 1000;
const run = randomUUID();

/** Names its maker, so that another program can tell what was left behind from what still comes in. */
const newName = (): string => `${hostname()}~${String(process.pid)}~${run}~${randomUUID()}`;

export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** What comes in, before it is known what it is. */
export class Arriving {
  constructor(
    private readonly folder: string,
    private readonly limits: Limits,
  ) {}

  /**
   * Writes it to the disk, not only to the kernel. The stream is left open when it is refused: who sends it is to have
   * the answer.
   * @throws FileTooLarge, NoRoomForFiles, OtherContent
   */
  async receive(content: Readable, { said, count }: Coming): Promise<Arrived & { place: string }> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.#roomFor(0);
    const place = path.join(this.folder, newName());
    const handle = await open(place, 'wx', 0o600);
    try {
      const arrived = await this.#written(content, handle, count);
      if (said !== undefined && arrived.sha256 !== said) throw new OtherContent(said, arrived.sha256);
      await handle.sync();
      return { ...arrived, place };
    } catch (error) {
      await rm(place, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** @throws FileTooLarge, NoRoomForFiles, before a byte is read */
  async expect(bytes: number): Promise<void> {
    if (bytes > this.limits.mostBytes) throw new FileTooLarge(this.limits.mostBytes);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.#roomFor(bytes);
  }

  /**
   * Removes what uploads cut short have left, and gives its number. `alone`: no other program stores files here;
   * otherwise what may still come in elsewhere is left.
   */
  async sweep(alone: boolean): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    const left = await Promise.all(
      names.map(async (name) => (alone ? !name.includes(run) : await this.#isLeft(name))),
    );
    const dead = names.filter((_, index) => left[index]);
    for (const name of dead) await rm(path.join(this.folder, name), { force: true, recursive: true });
    return dead.length;
  }

  async #written(content: Readable, handle: FileHandle, count: Coming['count']): Promise<Arrived> {
    const hash = createHash('sha256');
    let bytes = 0;
    let looked = 0;
    for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > this.limits.mostBytes) throw new FileTooLarge(this.limits.mostBytes);
      if (bytes - looked > lookEvery) {
        await this.#roomFor(0);
        looked = bytes;
      }
      hash.update(chunk);
      count(chunk.length);
      await writeAll(handle, chunk);
    }
    return { sha256: hash.digest('hex'), bytes };
  }

  async #roomFor(bytes: number): Promise<void> {
    if ((await freeBytes(this.folder)) - bytes < this.limits.leastFreeBytes) throw new NoRoomForFiles();
  }

  async #isLeft(name: string): Promise<boolean> {
    const [host, pid, by] = name.split('~');
    if (by === run) return false;
    if (host === hostname() && !runs(Number(pid))) return true;
    const { mtimeMs } = await stat(path.join(this.folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    return Date.now() - mtimeMs > deadAfterMs;
  }
}

/** A write may take a part only. */
const writeAll = async (handle: FileHandle, chunk: Buffer): Promise<void> => {
  for (let from = 0; from < chunk.length;)
    from += (await handle.write(chunk, from, chunk.length - from)).bytesWritten;
};

const runs = (pid: number): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
