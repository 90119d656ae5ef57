import { both, projectRoot } from '@anjuan/program';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { backUp, BackupRefused, intoBucket, intoFilesFolder } from '@anjuan/backup';
import { checkFormats, clientOf, onDatabase } from '@anjuan/database';
import { FilesInFolder } from '@anjuan/documents';
import { given } from '../environment.js';
import { bucketOf } from '../files/bucket-of.js';
import { backingUp } from '../messages.js';
import { intoDatabase, intoFolder } from './into.js';
import { progress } from './progress.js';
import { dataDir, databaseUrl, filesFolder, reachRecord } from './record-database.js';

type Options = Readonly<{ folder: string; json: boolean }>;

/** A relative folder is meant from where the command was typed; npm itself goes to the project's folder. */
const typed = (folder: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', folder);

/** A backup of the database alone would be taken for one of the record. */
const refuseOtherStore = (): void => {
  if ((given(process.env, 'EVENT_STORE') ?? 'postgres') !== 'postgres')
    throw new BackupRefused(both(backingUp.ownTools));
};

/** The exit code. Throws BackupRefused, BackupFailed. */
export const backupTo = async ({ folder, json }: Options): Promise<number> => {
  refuseOtherStore();
  const files = bucketOf(process.env) ?? new FilesInFolder(filesFolder());
  const record = await reachRecord();
  const client = clientOf(record.connection);
  client.on('error', () => undefined);
  try {
    await onDatabase(client.connect());
    await checkFormats(client);
    const to = typed(folder);
    const manifest = await backUp({
      client,
      files,
      to,
      program: version(),
      now: new Date(),
      report: progress(),
    });
    console.log(
      json
        ? JSON.stringify({ folder: to, ...manifest }, null, 2)
        : backingUp.done(to, manifest.head, manifest.files.count),
    );
    return 0;
  } finally {
    await client.end().catch(() => undefined);
    await record.stop();
  }
};

/** The exit code. Throws BackupRefused, BackupFailed. */
export const restoreFrom = async ({ folder, json }: Options): Promise<number> => {
  refuseOtherStore();
  const from = typed(folder);
  const url = databaseUrl();
  const bucket = bucketOf(process.env);
  const into = {
    from,
    folder: dataDir(),
    files: bucket ? intoBucket(bucket) : intoFilesFolder(filesFolder()),
  };
  await bucket?.tryOut();
  const restored = url === undefined ? await intoFolder(into) : await intoDatabase(into, url);
  const { manifest, events, files, incarnation } = restored;
  console.log(
    json
      ? JSON.stringify(
          { takenAt: manifest.takenAt, program: manifest.program, events, files, incarnation },
          null,
          2,
        )
      : backingUp.restored(events, files, manifest.takenAt),
  );
  return 0;
};

const version = (): string => {
  const { version: number } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return number;
};
