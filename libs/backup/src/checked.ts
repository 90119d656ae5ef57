import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { placeOf } from '@anjuan/documents';
import { damaged, type Manifest } from './manifest.js';
import { measure, type Measured, type Report } from './streams.js';
import { isKnown } from './tables.js';
import { BackupRefused, codeOf } from './errors.js';

/** Looks at every byte that the manifest vouches for. @throws BackupRefused */
export const lookThrough = async (folder: string, manifest: Manifest, report: Report): Promise<void> => {
  for (const [table, { sha256 }] of Object.entries(manifest.tables)) {
    if (!isKnown(table)) throw newer(manifest, table);
    await same(path.join(folder, `${table}.copy`), sha256, report);
  }
  await same(path.join(folder, 'files.jsonl'), manifest.files.sha256, report);
  let count = 0;
  for await (const { sha256, bytes } of filesIn(folder)) {
    await same(placeOf(path.join(folder, 'files'), sha256), sha256, report, bytes);
    count += 1;
  }
  if (count !== manifest.files.count) throw damaged('files.jsonl');
};

export const newer = ({ program }: Manifest, what: string): BackupRefused =>
  new BackupRefused(
    `备份含有本版本不认识的 ${what}，请用 ${program} 版恢复。The backup holds ${what}, which this program does not know: restore it with version ${program}.`,
  );

/** The list that the manifest's hash vouches for. */
export async function* filesIn(folder: string): AsyncGenerator<Measured> {
  for await (const line of createInterface({ input: createReadStream(path.join(folder, 'files.jsonl')) })) {
    const file = JSON.parse(line) as Measured;
    if (!/^[0-9a-f]{64}$/.test(file.sha256)) throw damaged('files.jsonl');
    yield file;
  }
}

const same = async (file: string, sha256: string, report: Report, bytes?: number): Promise<void> => {
  const was = await measure(file, 'check', report).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (was?.sha256 !== sha256 || (bytes !== undefined && was.bytes !== bytes))
    throw damaged(path.basename(file));
};
