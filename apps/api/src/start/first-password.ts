import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { firstPasswordDays } from '@anjuan/identity';
import { firstPasswordFile, FolderUnusable, type WhichAdministrator } from '@anjuan/program';

export type Administrator = Readonly<{ login: string; password: string; file: string }>;

/**
 * The password of an administrator, in a file that only the program's user can read. It is written before the account:
 * if the first start is interrupted, the next one uses it, and the operator finds it there.
 */
export const keepFirstPassword = async (
  dataDir: string,
  login: string,
  which: WhichAdministrator,
): Promise<Administrator> => {
  const kept = await firstPasswordKept(dataDir, which);
  if (kept?.login === login) return kept;
  const made = { login, password: kept?.password ?? randomBytes(16).toString('base64url') };
  const file = firstPasswordFile(dataDir, which);
  await write(file, made);
  return { ...made, file };
};

/** The password of an earlier start; undefined when it was deleted. */
export const firstPasswordKept = async (
  dataDir: string,
  which: WhichAdministrator,
): Promise<Administrator | undefined> => {
  const file = firstPasswordFile(dataDir, which);
  const text = await readFile(file, 'utf8').catch(() => '');
  const [, login, password] = /^login: (.+)\npassword: (\S+)$/m.exec(text) ?? [];
  return login === undefined || password === undefined ? undefined : { login, password, file };
};

const write = async (file: string, { login, password }: Omit<Administrator, 'file'>): Promise<void> => {
  const growing = `${file}.new`;
  try {
    await rm(growing, { force: true });
    const handle = await open(growing, 'wx', 0o600);
    try {
      await handle.writeFile(
        `首次启动时建立的管理员，须交给其本人：初始密码 ${String(firstPasswordDays)} 天内有效，登录时须另设自己的密码；登录后请删除本文件。An administrator made at the first start: hand it to that person alone. The password is good for ${String(firstPasswordDays)} days, and only to sign in with a new one of their own: delete this file afterwards.\nlogin: ${login}\npassword: ${password}\n`,
      );
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(growing, file);
    const folder = await open(path.dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    throw new FolderUnusable(path.dirname(file), error);
  }
};
