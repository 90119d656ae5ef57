/** Another program owns the database of this data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(readonly dataDir: string) {
    super(
      `数据目录 ${dataDir} 正被另一程序使用，请先停止该程序或另选目录。Another program uses this data folder: stop it, or choose another folder.`,
    );
  }
}

/** The server's user cannot reach a folder it needs. */
export class FolderClosed extends Error {
  override readonly name = 'FolderClosed';
  constructor(
    readonly folder: string,
    user: string,
    suggestion: string,
  ) {
    super(
      `数据库用户 ${user} 无法进入 ${folder}，请改用 ${suggestion} 之类的目录，或以普通用户运行。The database runs as user ${user}, who may not enter ${folder}: use a folder such as ${suggestion}, or run as an ordinary user.`,
    );
  }
}

/** The embedded server did not come up. */
export class ServerFailed extends Error {
  override readonly name = 'ServerFailed';
  constructor(what: string, detail: string) {
    super(
      `内置数据库未能启动（${what}）。The embedded database did not start (${what}). It said:\n${detail.trim()}\nCure what it names, or set DATABASE_URL to use a server of your own.`,
    );
  }
}

/** The embedded server did not come up, because it has no room. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
  constructor(readonly folder: string) {
    super(
      `磁盘已满或超出限额，内置数据库无法启动，请在 ${folder} 所在磁盘上腾出空间。The disk is full, or a quota is used up, so the embedded database cannot start: free space on the disk of ${folder}.`,
    );
  }
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
