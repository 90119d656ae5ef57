export { backUp, type BackedUp } from './backup.js';
export { BackupFailed, BackupRefused } from './errors.js';
export { restore, type Restored } from './restore.js';
export { intoBucket, intoFilesFolder, type FilesTarget } from './files-target.js';
