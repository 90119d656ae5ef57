import type { Readable } from 'node:stream';

/** A file whose bytes have arrived, been looked at and are of that hash; `at`: its path on this machine. */
export type ArrivedFile = Readonly<{ at: string; sha256: string; bytes: number }>;
export type Kept = Readonly<{ bytes: number; content: Readable }>;

/** Where the bytes of stored files stay, each file under its hash: a folder, or a bucket. It is not trusted. */
export interface FilePlace {
  /** Told apart by the database from every other place. */
  readonly name: string;
  /**
   * Afterwards these bytes are there, to stay. What is whole there already is left as it is; what is altered is mended.
   * @throws NoRoomForFiles, FilesUnavailable: nothing half is there under the hash
   */
  keep(file: ArrivedFile): Promise<void>;
  /**
   * What is there under the hash, not compared with it; undefined: nothing. The stream ends with FilesUnavailable where
   * it breaks off.
   * @throws FilesUnavailable
   */
  read(sha256: string): Promise<Kept | undefined>;
  /** How many bytes are there under the hash; undefined: nothing. @throws FilesUnavailable */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** Why it takes and gives no file; undefined: it does. */
  closed(): Promise<Error | undefined>;
}
