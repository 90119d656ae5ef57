export { joinEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { DataFolderInUse, FolderClosed } from './errors.js';
