import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { StoredNotes } from './stored-notes.js';

export type StoredDocument = Readonly<{
  /** SHA-256 of the bytes, computed here, 64 lower-case hex digits. */
  sha256: string;
  bytes: number;
  name: string;
  mediaType: string;
}>;
type Upload = Readonly<{ agency: string; name: string; mediaType: string; by: string; at: Date }>;
type Row = { sha256: string; bytes: string; name: string; media_type: string };

/**
 * Papers and media (文书、音像), stored once under the SHA-256 of their bytes. A file is durable, and known to the
 * agency, before its hash is answered: only then may an event name it.
 */
export class DocumentStore {
  readonly #notes: StoredNotes;

  constructor(
    private readonly pool: Pool,
    private readonly folder: string,
  ) {
    this.#notes = new StoredNotes(pool);
  }

  /** Streams; never holds a file in memory. `known`: the agency had these bytes already. */
  async store(content: Readable, upload: Upload): Promise<StoredDocument & { known: boolean }> {
    const arriving = path.join(this.folder, 'arriving');
    await mkdir(arriving, { recursive: true });
    const temporary = path.join(arriving, randomUUID());
    try {
      const { sha256, bytes } = await written(content, temporary);
      const place = this.#place(sha256);
      await mkdir(path.dirname(place), { recursive: true });
      await rename(temporary, place);
      await flushed(path.dirname(place));
      return await this.#noted({ sha256, bytes, name: upload.name, mediaType: upload.mediaType }, upload);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Hashes among these that the agency has not stored. */
  async missing(agency: string, hashes: readonly string[]): Promise<readonly string[]> {
    const stored = await Promise.all(hashes.map((sha256) => this.#notes.has({ agency, sha256 })));
    return hashes.filter((_, index) => stored[index] !== true);
  }

  async find(
    agency: string,
    sha256: string,
  ): Promise<(StoredDocument & { content: () => Readable }) | undefined> {
    const { rows } = await this.pool.query<Row>(
      'SELECT sha256, bytes, name, media_type FROM documents.file WHERE agency = $1 AND sha256 = $2',
      [agency, sha256],
    );
    const [row] = rows;
    return row && { ...documentOf(row), content: () => createReadStream(this.#place(row.sha256)) };
  }

  #place(sha256: string): string {
    return placeOf(this.folder, sha256);
  }

  async #noted(
    document: StoredDocument,
    { agency, by, at }: Upload,
  ): Promise<StoredDocument & { known: boolean }> {
    const { rowCount } = await this.pool.query(
      `INSERT INTO documents.file (agency, sha256, bytes, name, media_type, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (agency, sha256) DO NOTHING`,
      [agency, document.sha256, document.bytes, document.name, document.mediaType, by, at],
    );
    if (rowCount === 1) return { ...document, known: false };
    const kept = await this.find(agency, document.sha256);
    if (!kept)
      throw new Error(`The note of file ${document.sha256} vanished while it was stored: upload it again.`);
    const { sha256, bytes, name, mediaType } = kept;
    return { sha256, bytes, name, mediaType, known: true };
  }
}

/** Where a file lies below the folder. */
export const placeOf = (folder: string, sha256: string): string =>
  path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const documentOf = ({ sha256, bytes, name, media_type }: Row): StoredDocument => ({
  sha256,
  bytes: Number(bytes),
  name,
  mediaType: media_type,
});

const written = async (content: Readable, to: string): Promise<{ sha256: string; bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(content, measure, createWriteStream(to, { mode: 0o600 }));
  await flushed(to);
  return { sha256: hash.digest('hex'), bytes };
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
