import { both, projectRoot } from '@anjuan/program';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { backUp, BackupRefused } from '@anjuan/backup';
import { checkFormats, clientOf, connectionOf, onDatabase } from '@anjuan/database';
import { joinEmbeddedPostgres, type EmbeddedPostgres } from '@anjuan/embedded-postgres';
import { given } from '../environment.js';
import { backingUp } from '../messages.js';
import { intoDatabase, intoFolder } from './into.js';
import { progress } from './progress.js';

type Options = Readonly<{ folder: string; json: boolean }>;

const dataDir = (): string => path.resolve(given(process.env, 'DATA_DIR') ?? './data');
/** Of the owner, where it is given: what is backed up may be older than the program's role. */
const databaseUrl = (): string | undefined =>
  given(process.env, 'DATABASE_OWNER_URL') ?? given(process.env, 'DATABASE_URL');
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
  const url = databaseUrl();
  const server = url === undefined ? await serverOf(dataDir()) : undefined;
  const client = clientOf(server?.connection ?? connectionOf(url ?? ''));
  client.on('error', () => undefined);
  try {
    await onDatabase(client.connect());
    await checkFormats(client);
    const files = path.join(dataDir(), 'files');
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
    await server?.stop();
  }
};

const serverOf = async (folder: string): Promise<EmbeddedPostgres> => {
  if (!existsSync(path.join(folder, 'postgres'))) throw new BackupRefused(both(backingUp.nothing(folder)));
  return joinEmbeddedPostgres({ dataDir: folder });
};

/** The exit code. Throws BackupRefused, BackupFailed. */
export const restoreFrom = async ({ folder, json }: Options): Promise<number> => {
  refuseOtherStore();
  const from = typed(folder);
  const url = databaseUrl();
  const restored =
    url === undefined ? await intoFolder(from, dataDir()) : await intoDatabase(from, dataDir(), url);
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
