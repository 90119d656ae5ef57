import path from 'node:path';
import { FilesInFolder, placeOf, type FilePlace } from '@anjuan/documents';
import { filesIn } from './checked.js';
import type { Manifest } from './manifest.js';
import { alreadyThere, put, settle, verifyThere } from './restored-files.js';
import type { Report } from './streams.js';

export type Backup = Readonly<{ from: string; manifest: Manifest; report: Report }>;

/** Where a restore puts the files. */
export type FilesTarget = Readonly<{
  /** As the database tells places apart. */
  name: string;
  /** As the operator knows it. */
  says: string;
  /** An interrupted restore of this very backup has put them there. @throws BackupRefused where anything else is there */
  alreadyThere: (manifest: Manifest) => Promise<boolean>;
  put: (backup: Backup) => Promise<void>;
  verifyThere: (backup: Backup) => Promise<void>;
  /** The restore is complete. */
  settle: () => Promise<void>;
}>;

/** Not there yet, empty, or left by an interrupted restore of the same backup. */
export const intoFilesFolder = (files: string): FilesTarget => ({
  name: new FilesInFolder(files).name,
  says: files,
  alreadyThere: (manifest) => alreadyThere(files, manifest),
  put: (backup) => put({ ...backup, files }),
  verifyThere: (backup) => verifyThere({ ...backup, files }),
  settle: () => settle(files),
});

/**
 * A bucket may hold anything before: under the hash of a file lies that file or, altered, what is replaced by it. An
 * interrupted restore is gone on from.
 */
export const intoBucket = (place: FilePlace): FilesTarget => {
  const putAll = async ({ from, report }: Backup): Promise<void> => {
    for await (const { sha256, bytes } of filesIn(from)) {
      await place.keep({ at: placeOf(path.join(from, 'files'), sha256), sha256, bytes });
      report('files', bytes);
    }
  };
  return {
    name: place.name,
    says: place.name,
    alreadyThere: () => Promise.resolve(false),
    put: putAll,
    verifyThere: putAll,
    settle: () => Promise.resolve(),
  };
};
