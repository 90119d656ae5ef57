import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { placeOf } from '@anjuan/documents';
import { filesIn } from './checked.js';
import { BackupRefused, codeOf } from './errors.js';
import { damaged, sealOf, type Manifest } from './manifest.js';
import { flushed, folderFor, measure, write, type Report } from './streams.js';

/** Appears with the files and names their backup; taken away when their database is where it will stay. */
const markName = 'restoring.json';

export type RestoredFilesOptions = Readonly<{
  from: string;
  files: string;
  manifest: Manifest;
  report: Report;
}>;

export const occupied = (place: string): BackupRefused =>
  new BackupRefused(
    `${place} 已有数据，只能恢复到空的数据目录和空的数据库。${place} holds data: restore into an empty data folder and an empty database.`,
  );

/**
 * True when an interrupted restore of this very backup put the files there; false when there is nothing. What is
 * there is never removed: others may have stored papers in it since.
 * @throws BackupRefused when there is anything else
 */
export const alreadyThere = async (files: string, manifest: Manifest): Promise<boolean> => {
  if ((await readdir(files).catch(() => [])).length === 0) return false;
  const mark = await readFile(path.join(files, markName), 'utf8').catch(() => undefined);
  if (mark === undefined) throw occupied(files);
  if (mark === markOf(manifest)) return true;
  throw new BackupRefused(
    `${files} 中是另一份备份未完成的恢复，请用该备份再恢复一次，或另选目录。${files} holds an unfinished restore of another backup: restore that one again, or choose another folder. ${mark}`,
  );
};

/** All of them appear at once, marked. */
export const put = async ({ from, files, manifest, report }: RestoredFilesOptions): Promise<void> => {
  const growing = growingFor(files);
  try {
    await rm(growing, { recursive: true, force: true });
    await mkdir(growing, { recursive: true, mode: 0o700 });
    for await (const { sha256 } of filesIn(from)) {
      const place = placeOf(growing, sha256);
      await folderFor(place);
      const source = createReadStream(placeOf(path.join(from, 'files'), sha256));
      if ((await write(source, place, 'files', report)).sha256 !== sha256) throw damaged(sha256);
      await flushed(path.dirname(place));
    }
    await writeFile(path.join(growing, markName), markOf(manifest), { mode: 0o600 });
    await flushed(path.join(growing, markName));
    await flushed(growing);
    await rename(growing, files);
    await flushed(path.dirname(files));
  } catch (error) {
    throw ['ENOTEMPTY', 'EEXIST'].includes(String(codeOf(error))) ? occupied(files) : error;
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
};

/** Looks at the files that an interrupted restore put there. */
export const verifyThere = async ({ from, files, report }: RestoredFilesOptions): Promise<void> => {
  for await (const { sha256 } of filesIn(from)) {
    const was = await measure(placeOf(files, sha256), 'files', report).catch(() => undefined);
    if (was?.sha256 !== sha256)
      throw new BackupRefused(
        `${files} 中的文件 ${sha256} 缺失或者已损坏，请恢复到另一目录。File ${sha256} in ${files} is missing or damaged: restore into another folder.`,
      );
  }
};

/** The restore is complete: to be called once the database is where it will stay. */
export const settle = async (files: string): Promise<void> => {
  await rm(path.join(files, markName), { force: true });
  await flushed(files);
};

const growingFor = (files: string): string => `${files}.unfinished`;

const markOf = (manifest: Manifest): string =>
  `${JSON.stringify({ backup: sealOf(manifest), takenAt: manifest.takenAt })}\n`;
