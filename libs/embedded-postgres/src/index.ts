export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { DataFolderInUse, FolderClosed, ServerFailed } from './errors.js';
export { visitEmbeddedPostgres } from './visit.js';
