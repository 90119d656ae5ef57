/** A backup that cannot be taken as it is, or a place that cannot be used. Nothing was left behind. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** The work could not be done. Nothing was left behind unless the message says so. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

const diskFull =
  '磁盘已满或者超出限额，请腾出空间或另选目录。The disk is full, or a limit was reached: free space there, or choose another folder. Nothing was left behind.';
const databaseGone =
  '数据库中断，请在数据库恢复后重做。The database went away: do it again when it is back. Nothing was left behind.';

const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', '53100'];
// Ended by an administrator, crashed, shutting down, or the line is cut.
const gone = /^(57P0\d|08\d{3}|ECONN\w+|EPIPE)$/;

/** A full disk and a lost database said clearly (by errno or SQLSTATE); anything else as it is. */
export const said = (error: unknown): unknown => {
  const code = codeOf(error);
  if (full.includes(code)) return new BackupFailed(diskFull, { cause: error });
  const lost = error instanceof Error && /Connection terminated|not queryable/.test(error.message);
  return lost || gone.test(String(code)) ? new BackupFailed(databaseGone, { cause: error }) : error;
};

/** The errno name or SQLSTATE of an error. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
