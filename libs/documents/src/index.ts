export { DocumentStore, placeOf, type StoredDocument } from './document-store.js';
export { migrateDocuments } from './schema.js';
