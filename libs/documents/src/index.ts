export { freeBytes } from './arriving.js';
export { DocumentStore, type StoredDocument } from './document-store.js';
export {
  FileLost,
  FileTooLarge,
  NoRoomForFiles,
  OtherContent,
  TooManyUploads,
  UploadsUsedUp,
} from './errors.js';
export { hideFiles, filesHidden, type HiddenFrom } from './hidden-files.js';
export { Admission } from './kinds/admission.js';
export { FileKindRefused, type KindFault } from './kinds/kind-refused.js';
export { isKindName, kindNames, usualKinds, type KindName } from './kinds/kinds.js';
export { FilesInBucket } from './places/bucket.js';
export {
  bucketDefaults,
  bucketFaults,
  bucketSettings,
  type BucketSettings,
  type BucketWords,
} from './places/bucket-settings.js';
export type { ArrivedFile, FilePlace } from './places/file-place.js';
export { FilesInFolder, placeOf } from './places/folder.js';
export { lookThroughFiles, moveFiles, type Looked } from './places/moving.js';
export { agreeOnPlace, keptIn, notePlace } from './places/kept-in.js';
export { FilePlaceRefused, FilesElsewhere, FilesUnavailable } from './places/place-errors.js';
export { documentWalls, migrateDocuments } from './schema.js';
export { Clamd } from './scan/clamd.js';
export { clamdAddress } from './scan/clamd-address.js';
export { FileInfected, FileNotScanned } from './scan/scan-errors.js';
