export { DocumentStore, type StoredDocument } from './document-store.js';
export { migrateDocuments } from './schema.js';
