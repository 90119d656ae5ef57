export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { DataFolderInUse, FolderClosed, ServerFailed } from './errors.js';
