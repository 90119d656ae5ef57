export { freeBytes } from './arriving.js';
export { DocumentStore, placeOf, type StoredDocument } from './document-store.js';
export {
  FileLost,
  FileTooLarge,
  NoRoomForFiles,
  OtherContent,
  TooManyUploads,
  UploadsUsedUp,
} from './errors.js';
export { hideFiles, filesHidden } from './hidden-files.js';
export { Admission } from './kinds/admission.js';
export { FileKindRefused, type KindFault } from './kinds/kind-refused.js';
export { isKindName, kindNames, usualKinds, type KindName } from './kinds/kinds.js';
export { documentWalls, migrateDocuments } from './schema.js';
export { Clamd } from './scan/clamd.js';
export { clamdAddress } from './scan/clamd-address.js';
export { FileInfected, FileNotScanned } from './scan/scan-errors.js';
