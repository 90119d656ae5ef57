import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { readingUnder, writingUnder } from '@anjuan/database';
import type { Pool } from 'pg';
import { Arriving, type Limits } from './arriving.js';
import { DailyShare, type ShareOfDay, type Taken } from './daily-share.js';
import { FileLost, TooManyUploads, type Damage } from './errors.js';
import { damageOf, keptBytes } from './kept-bytes.js';
import { keptIn } from './places/kept-in.js';
import type { FilePlace } from './places/file-place.js';
import { FilesInFolder } from './places/folder.js';
import { FilesElsewhere } from './places/place-errors.js';
import type { Admission } from './kinds/admission.js';
import type { Clamd } from './scan/clamd.js';
import { StoredNotes } from './stored-notes.js';

export type StoredDocument = Readonly<{
  /** SHA-256 of the bytes, computed here, 64 lower-case hex digits. */
  sha256: string;
  bytes: number;
  name: string;
  mediaType: string;
}>;
type Upload = Readonly<{
  agency: string;
  name: string;
  /** As it was sent; `application/octet-stream`: as its name says. */
  mediaType: string;
  by: string;
  at: Date;
  /** As far as the sender has said. */
  bytes?: number;
  sha256?: string;
}>;
type Row = { sha256: string; bytes: string; name: string; media_type: string };

export type DocumentOptions = Limits &
  ShareOfDay &
  Readonly<{
    admission: Admission;
    /** Absent: files are not scanned. */
    scanner?: Clamd;
    /** Where files stay; absent: in the folder in which they arrive. */
    place?: FilePlace;
    /** files that may come in at once */
    mostUploads: number;
    /** Called for each file found damaged, once until it is found whole again. */
    alarm?: (damage: FileLost) => void;
  }>;

/**
 * Papers and media (文书、音像), stored once under the SHA-256 of their bytes. A file is durable, and known to the
 * agency, before its hash is answered: only then may an event name it. Disk and bucket are not trusted afterwards.
 */
export class DocumentStore {
  readonly #notes: StoredNotes;
  readonly #arriving: Arriving;
  readonly #share: DailyShare;
  readonly #place: FilePlace;
  readonly #damaged = new Map<string, Damage>();
  #uploads = 0;

  constructor(
    private readonly pool: Pool,
    folder: string,
    private readonly options: DocumentOptions,
  ) {
    this.#notes = new StoredNotes(pool);
    this.#arriving = new Arriving(path.join(folder, 'arriving'), options);
    this.#share = new DailyShare(pool, options);
    this.#place = options.place ?? new FilesInFolder(folder);
  }

  /** Files found missing or altered and not seen whole since, by their hash. */
  get damaged(): ReadonlyMap<string, Damage> {
    return this.#damaged;
  }

  /** Whether files are scanned, and the scanner answers. */
  async scanner(): Promise<'not-configured' | 'answers' | 'silent'> {
    const { scanner } = this.options;
    if (scanner === undefined) return 'not-configured';
    return (await scanner.answers()) ? 'answers' : 'silent';
  }

  /** Why no file is taken or given; undefined: files are. */
  closed(): Promise<Error | undefined> {
    return this.#place.closed();
  }

  /** Removes what uploads cut short have left; see `Arriving`. */
  sweep(alone: boolean): Promise<number> {
    return this.#arriving.sweep(alone);
  }

  /**
   * Streams; never holds a file in memory. `known`: the agency had these bytes already.
   * @throws FileKindRefused, FileInfected, FileNotScanned, UploadsUsedUp, FileTooLarge, NoRoomForFiles, TooManyUploads,
   * OtherContent, FilesUnavailable, FilesElsewhere: nothing is stored
   */
  async store(content: Readable, upload: Upload): Promise<StoredDocument & { known: boolean }> {
    const announced = this.options.admission.announced(upload.name, upload.mediaType);
    if (this.#uploads >= this.options.mostUploads) throw new TooManyUploads();
    this.#uploads += 1;
    try {
      await this.#arriving.expect(upload.bytes ?? 0);
      const taken = await this.#share.take(upload);
      const { place, sha256, bytes } = await this.#received(content, upload, taken);
      try {
        await this.options.admission.arrived(place, bytes, announced);
        // Known bytes too: the scanner may have learnt of them since.
        await this.options.scanner?.scan(place, sha256);
        await this.#place.keep({ at: place, sha256, bytes });
        this.#damaged.delete(sha256);
      } finally {
        await rm(place, { force: true });
      }
      return await this.#noted({ sha256, bytes, name: upload.name, mediaType: announced.mediaType }, upload);
    } finally {
      this.#uploads -= 1;
    }
  }

  /** What was set aside for bytes that have not come is given back, also where it is refused or breaks off. */
  async #received(content: Readable, { sha256: said }: Upload, taken: Taken) {
    let bytes = 0;
    try {
      const count = (more: number) => {
        bytes += more;
      };
      return await this.#arriving.receive(content, { said, count });
    } finally {
      await this.#share.settle(taken, bytes);
    }
  }

  /** Hashes among these that the agency has not stored, or that are not there any more. @throws FilesUnavailable */
  async missing(agency: string, hashes: readonly string[]): Promise<readonly string[]> {
    const there = await Promise.all(
      hashes.map(async (sha256) => {
        const stored = await this.#notes.of({ agency, sha256 });
        return stored !== undefined && !(await this.#damageOf({ sha256, bytes: stored.bytes }));
      }),
    );
    return hashes.filter((_, index) => there[index] !== true);
  }

  /** The hashes among these that the person has uploaded for the agency, even if others did so before. */
  async uploadedBy(agency: string, person: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const stored = await Promise.all(hashes.map((sha256) => this.#notes.of({ agency, sha256 })));
    return new Set(hashes.filter((_, index) => stored[index]?.by.includes(person)));
  }

  /** `content` throws FileLost, or ends with it; see `keptBytes`. */
  async find(
    agency: string,
    sha256: string,
  ): Promise<(StoredDocument & { content: () => Promise<Readable> }) | undefined> {
    const { rows } = await readingUnder({ pool: this.pool, scope: { agency } }, (client) =>
      client.query<Row>(
        'SELECT sha256, bytes, name, media_type FROM documents.file WHERE agency = $1 AND sha256 = $2',
        [agency, sha256],
      ),
    );
    const [row] = rows;
    if (!row) return undefined;
    const document = documentOf(row);
    return { ...document, content: () => this.#contentOf(document) };
  }

  async #contentOf(document: StoredDocument): Promise<Readable> {
    try {
      const content = await keptBytes(this.#place, document);
      return content.once('error', (error) => {
        this.#found(error);
      });
    } catch (error) {
      if (error instanceof FileLost) await this.#demandHere();
      this.#found(error);
      throw error;
    }
  }

  async #damageOf(document: Pick<StoredDocument, 'sha256' | 'bytes'>): Promise<Damage | undefined> {
    const { sha256 } = document;
    const damage = await damageOf(this.#place, document);
    if (damage) await this.#demandHere();
    if (damage) this.#found(new FileLost(sha256, damage));
    return damage ?? this.#damaged.get(sha256);
  }

  /** What is not found here is not lost where the files have been moved since. @throws FilesElsewhere */
  async #demandHere(): Promise<void> {
    const kept = await keptIn(this.pool);
    if (kept !== this.#place.name) throw new FilesElsewhere(kept, this.#place.name);
  }

  #found(error: unknown): void {
    if (!(error instanceof FileLost)) return;
    const known = this.#damaged.get(error.sha256) === error.how;
    this.#damaged.set(error.sha256, error.how);
    if (!known) this.options.alarm?.(error);
  }

  async #noted(
    document: StoredDocument,
    { agency, by, at }: Upload,
  ): Promise<StoredDocument & { known: boolean }> {
    const done = await writingUnder({ pool: this.pool, scope: { agency } }, async (client) => {
      // Held until it is noted: files are moved before it, with it, or not at all.
      const { rows } = await client.query<{ here: boolean; noted: boolean }>(
        `WITH here AS (SELECT FROM documents.kept_in WHERE place = $8 FOR SHARE), noted AS (
           INSERT INTO documents.file (agency, sha256, bytes, name, media_type, uploaded_by, uploaded_at)
           SELECT $1, $2, $3, $4, $5, $6, $7 FROM here ON CONFLICT (agency, sha256) DO NOTHING RETURNING sha256)
         SELECT EXISTS (SELECT FROM here) AS here, EXISTS (SELECT FROM noted) AS noted`,
        [
          ...[agency, document.sha256, document.bytes, document.name, document.mediaType, by, at],
          this.#place.name,
        ],
      );
      const [noted] = rows;
      if (noted?.here !== true || noted.noted) return noted;
      await client.query(
        `INSERT INTO documents.upload (agency, sha256, uploaded_by, uploaded_at)
         SELECT agency, sha256, $3, $4 FROM documents.file WHERE agency = $1 AND sha256 = $2 AND uploaded_by <> $3
         ON CONFLICT DO NOTHING`,
        [agency, document.sha256, by, at],
      );
      return noted;
    });
    if (done?.here !== true) await this.#demandHere();
    if (done?.noted === true) return { ...document, known: false };
    const kept = await this.find(agency, document.sha256);
    if (!kept)
      throw new Error(`The note of file ${document.sha256} vanished while it was stored: upload it again.`);
    const { sha256, bytes, name, mediaType } = kept;
    return { sha256, bytes, name, mediaType, known: true };
  }
}

const documentOf = ({ sha256, bytes, name, media_type }: Row): StoredDocument => ({
  sha256,
  bytes: Number(bytes),
  name,
  mediaType: media_type,
});
