import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileLost, type Damage } from './errors.js';
import type { FilePlace } from './places/file-place.js';

type Stored = Readonly<{ sha256: string; bytes: number }>;

/** Up to here a file is compared with its hash before the first byte goes out. */
const smallBytes = 1024 * 1024;

const asStored = (found: number | undefined, { bytes }: Pick<Stored, 'bytes'>): Damage | undefined =>
  found === undefined ? 'missing' : found === bytes ? undefined : 'altered';

/** What has become of a stored file; undefined: there are as many bytes as were stored. */
export const damageOf = async (place: FilePlace, stored: Stored): Promise<Damage | undefined> =>
  asStored(await place.sizeOf(stored.sha256), stored);

/**
 * The bytes of a file, compared with its hash: a small file before the first byte, a large one before the last, so that
 * the transfer of an altered file breaks off.
 * @throws FileLost, FilesUnavailable; the stream ends with them
 */
export const keptBytes = async (place: FilePlace, stored: Stored): Promise<Readable> => {
  const kept = await place.read(stored.sha256);
  const damage = asStored(kept?.bytes, stored);
  if (damage !== undefined || !kept) {
    kept?.content.destroy();
    throw new FileLost(stored.sha256, damage ?? 'missing');
  }
  // Closed also where nobody has begun to read.
  if (stored.bytes > smallBytes)
    return Readable.from(compared(kept.content, stored), { objectMode: false }).once('close', () =>
      kept.content.destroy(),
    );
  const content = await buffer(kept.content);
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
