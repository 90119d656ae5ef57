/** A backup that cannot be taken as it is, or a place that cannot be used. Nothing was left behind. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** The work could not be done. Nothing was left behind. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

const diskFull =
  '磁盘已满，请腾出空间或另选目录。The disk is full: free space there, or choose another folder. Nothing was left behind.';

/** A full disk said clearly, ours or the database's (SQLSTATE 53100); anything else as it is. */
export const said = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100'
    ? new BackupFailed(diskFull, { cause: error })
    : error;
};
