import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from './errors.js';

/** A folder that the configuration or a command names cannot be used; the message says why and what helps. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    const { zh, en } = why(cause);
    super(`目录 ${folder} 无法使用：${zh}。Folder ${folder} cannot be used: ${en}.`, { cause });
  }
}

const notAFolder = { zh: '它不是目录，请另选目录', en: 'it is no folder, choose another' };
const closed = {
  zh: '本程序的用户无权写入，请更改其所有者，或另选目录',
  en: 'the user of this program may not write there, change its owner or choose another',
};
const reasons: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOTDIR: notAFolder,
  EACCES: closed,
  EPERM: closed,
  EROFS: {
    zh: '所在磁盘为只读，请以可写方式挂载，或另选目录',
    en: 'its disk is read-only, mount it writable or choose another',
  },
  ENOSPC: { zh: '所在磁盘已满，请腾出空间', en: 'its disk is full, free space on it' },
  EDQUOT: { zh: '所在磁盘的配额已用完，请腾出空间', en: 'its quota is used up, free space on it' },
  ENAMETOOLONG: { zh: '名称过长，请另选目录', en: 'its name is too long, choose another' },
  ELOOP: { zh: '符号链接互相指向，请另选目录', en: 'its symbolic links lead in a circle, choose another' },
};

const why = (cause: unknown): { zh: string; en: string } =>
  reasons[codeOf(cause)] ?? {
    zh: `系统拒绝在此建立文件（${codeOf(cause)}），请另选目录`,
    en: `the system makes no files there (${codeOf(cause)}), choose another`,
  };

/**
 * Makes the folder and those above it where they are missing. The recursive mkdir of Node never comes back on file
 * systems that make no folders, such as /proc.
 * @throws FolderUnusable
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const wanted = resolve(folder);
  for (const missing of await missingOf(wanted))
    await mkdir(missing, missing === wanted ? { mode } : {}).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw new FolderUnusable(folder, error);
    });
}

/** Topmost first. */
async function missingOf(folder: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let at = folder; !(await isFolder(at, folder)); at = dirname(at)) missing.unshift(at);
  return missing;
}

async function isFolder(at: string, folder: string): Promise<boolean> {
  try {
    if ((await stat(at)).isDirectory()) return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw new FolderUnusable(folder, error);
  }
  throw new FolderUnusable(folder, Object.assign(new Error(`${at} is no folder`), { code: 'ENOTDIR' }));
}

/**
 * The program's own folder, for nobody else, also when an older program has left it open. One that belongs to another
 * user was arranged by the operator and keeps its rights. @throws FolderUnusable
 */
export async function privateFolder(folder: string): Promise<void> {
  await makeFolder(folder, 0o700);
  if ((await stat(folder)).uid === process.getuid?.()) await chmod(folder, 0o700);
}

/**
 * Made for nobody else where it is missing; one that is there keeps its rights, for it may hold more than ours. Tries
 * whether a file can be written there. @throws FolderUnusable
 */
export async function writableFolder(folder: string): Promise<void> {
  await makeFolder(folder, 0o700);
  const probe = join(folder, `.probe-${randomUUID()}`);
  try {
    const file = await open(probe, 'wx', 0o600);
    try {
      await file.write('.');
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new FolderUnusable(folder, error);
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
