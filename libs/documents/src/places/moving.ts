import { createHash } from 'node:crypto';
import { mustStand, readingUnder } from '@anjuan/database';
import type pg from 'pg';
import { FileLost } from '../errors.js';
import { documentWalls } from '../schema.js';
import type { FilesInBucket } from './bucket.js';
import type { FilePlace } from './file-place.js';
import { FilesInFolder, placeOf } from './folder.js';
import { notePlace, whileHeld } from './kept-in.js';

/** Asks about the files of every agency. */
type Asking = <T>(ask: (client: pg.ClientBase) => Promise<T>) => Promise<T>;
type Noted = Readonly<{ sha256: string; bytes: number }>;
type Report = (what: string, bytes: number) => void;
export type Looked = Readonly<{ files: number; bytes: number; lost: readonly FileLost[] }>;

const page = 500;

/** Each file that the record knows, once, in the order of their hashes. */
async function* noted(asking: Asking): AsyncGenerator<Noted> {
  for (let after = ''; ;) {
    const { rows } = await asking((client) =>
      client.query<{ sha256: string; bytes: string }>(
        'SELECT DISTINCT ON (sha256) sha256, bytes FROM documents.file WHERE sha256 > $1 ORDER BY sha256 LIMIT $2',
        [after, page],
      ),
    );
    for (const { sha256, bytes } of rows) yield { sha256, bytes: Number(bytes) };
    after = rows.at(-1)?.sha256 ?? '';
    if (rows.length < page) return;
  }
}

const inPool =
  (pool: pg.Pool): Asking =>
  (ask) =>
    readingUnder({ pool, scope: 'every-agency' }, ask);

/** What has become of it, read to its last byte; undefined: it is whole. */
const lostFrom = async (place: FilePlace, { sha256 }: Noted): Promise<FileLost | undefined> => {
  const kept = await place.read(sha256);
  if (!kept) return new FileLost(sha256, 'missing');
  const hash = createHash('sha256');
  for await (const part of kept.content) hash.update(part as Buffer);
  return hash.digest('hex') === sha256 ? undefined : new FileLost(sha256, 'altered');
};

/** Reads every file that the record knows, and says which are not whole. @throws FilesUnavailable */
export const lookThroughFiles = async (pool: pg.Pool, place: FilePlace, report: Report): Promise<Looked> => {
  const found = { files: 0, bytes: 0, lost: [] as FileLost[] };
  // Where the wall between agencies was altered it might hide some.
  await mustStand(pool, documentWalls);
  for await (const file of noted(inPool(pool))) {
    const lost = await lostFrom(place, file);
    if (lost) found.lost.push(lost);
    found.files += 1;
    found.bytes += file.bytes;
    report('files', file.bytes);
  }
  return found;
};

type Move = Readonly<{ folder: string; bucket: FilesInBucket; report: Report }>;

/**
 * Puts every file that the record knows into the bucket, those already there excepted, and only then notes that the
 * files lie there; where one is lost nothing is noted. Programs may go on: what they store meanwhile is put last, while
 * they wait, and those that still know the folder alone store nothing any more. The folder is left as it is.
 * @throws FilesUnavailable, NoRoomForFiles: done again it goes on
 */
export const moveFiles = async (pool: pg.Pool, { folder, bucket, report }: Move): Promise<Looked> => {
  const before = new FilesInFolder(folder);
  const carried = new Set<string>();
  const found = { files: 0, bytes: 0, lost: [] as FileLost[] };
  const carry = async (asking: Asking): Promise<void> => {
    for await (const file of noted(asking)) {
      if (carried.has(file.sha256)) continue;
      carried.add(file.sha256);
      const lost = await lostFrom(before, file);
      if (!lost) await bucket.keep({ at: placeOf(folder, file.sha256), ...file });
      else if (await lostFrom(bucket, file)) found.lost.push(lost);
      found.files += 1;
      found.bytes += file.bytes;
      report('files', file.bytes);
    }
  };
  await carry(inPool(pool));
  await whileHeld(pool, async (client) => {
    await carry((ask) => ask(client));
    if (found.lost.length === 0) await notePlace(client, bucket.name);
  });
  return found;
};
