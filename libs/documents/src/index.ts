export { freeBytes } from './arriving.js';
export { DocumentStore, placeOf, type StoredDocument } from './document-store.js';
export { FileLost, FileTooLarge, NoRoomForFiles, OtherContent, TooManyUploads } from './errors.js';
export { migrateDocuments } from './schema.js';
