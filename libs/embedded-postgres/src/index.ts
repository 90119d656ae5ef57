export { joinEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { DataFolderInUse, DiskFull, FolderClosed, ServerFailed } from './errors.js';
