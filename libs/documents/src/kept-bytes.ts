import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FileLost, type Damage } from './errors.js';

type Stored = Readonly<{ sha256: string; bytes: number }>;

/** Up to here a file is compared with its hash before the first byte goes out. */
const smallBytes = 1024 * 1024;

/** What the disk holds of a stored file; undefined: as many bytes as were stored. */
export const damageOf = async (
  place: string,
  { bytes }: Pick<Stored, 'bytes'>,
): Promise<Damage | undefined> => {
  try {
    const { size } = await stat(place);
    return size === bytes ? undefined : 'altered';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
};

/**
 * The bytes of a file, compared with its hash: a small file before the first byte, a large one before the last, so that
 * the transfer of an altered file breaks off.
 * @throws FileLost; the stream ends with it
 */
export const keptBytes = async (place: string, stored: Stored): Promise<Readable> => {
  const damage = await damageOf(place, stored);
  if (damage) throw new FileLost(stored.sha256, damage);
  if (stored.bytes > smallBytes)
    return Readable.from(compared(createReadStream(place), stored), { objectMode: false });
  const content = await readFile(place);
  if (hashOf(content) !== stored.sha256) throw new FileLost(stored.sha256, 'altered');
  return Readable.from([content], { objectMode: false });
};

async function* compared(content: Readable, { sha256 }: Stored): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (held) yield held;
    hash.update(chunk);
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw new FileLost(sha256, 'altered');
  if (held) yield held;
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
