import { mkdir } from 'node:fs/promises';
import type pg from 'pg';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { Keeper, type RunningSizes } from './keeper.js';
import { isOwned } from './ownership.js';
import { database, ownerRole, placeIn, port, programRole, type Place } from './place.js';
import { makeRoles } from './roles.js';
import { checkReachable, reachableBinaries, serverUser } from './server-user.js';

export type EmbeddedPostgres = Readonly<{
  /** for a pool: a Unix socket, database `anjuan`, as the owner of what is in it */
  connection: pg.PoolConfig;
  /** the same as the program's role, which may do what the owner grants it */
  program: pg.PoolConfig;
  /** true: a server left over from a killed program was taken over */
  adopted: boolean;
  /** why the database is away at this moment, in a sentence for its operator; undefined while it is there */
  trouble: () => string | undefined;
  /** of the server; undefined for another program's */
  sizes: () => RunningSizes | undefined;
  /** Fast shutdown; resolves when the server has ended. */
  stop: () => Promise<void>;
}>;

export type EmbeddedPostgresOptions = Readonly<{
  /** made if missing; PostgreSQL's files go into `postgres` below it */
  dataDir: string;
  /** memory for its pages, such as `256MB`; by default an eighth of the machine's, from 32 MB to 1 GB */
  sharedBuffers?: string | undefined;
  /** called with one line when the database died, came back, or could not be started again */
  report?: (line: string) => void;
}>;

/**
 * Starts PostgreSQL on the data folder, reached by a private Unix socket. One program owns a folder; the server ends
 * with its program, and is started again when it died.
 * @throws DataFolderInUse, DiskFull, FolderClosed, ServerFailed
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = placeIn(options.dataDir);
  const user = serverUser();
  const binaries = await reachableBinaries(user, await findBinaries());
  await mkdir(place.dataDir, { recursive: true });
  checkReachable(user, place.dataDir);
  await ensureCluster(place, binaries, user);
  const keeper = new Keeper(
    { place, user, binaries, sharedBuffers: options.sharedBuffers },
    options.report ?? toStderr,
  );
  const adopted = await keeper.take();
  return {
    ...connectionsTo(place),
    adopted,
    trouble: () => keeper.trouble,
    sizes: () => keeper.sizes,
    stop: () => keeper.stop(),
  };
}

/**
 * For a second program on the same folder: connects to the owner's server while that runs, which `stop` leaves running;
 * otherwise starts its own, as startEmbeddedPostgres.
 * @throws DataFolderInUse, DiskFull, FolderClosed, ServerFailed
 */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = placeIn(options.dataDir);
  if (!(await isOwned(place))) return startEmbeddedPostgres(options);
  await makeRoles(place);
  const notOurs = { trouble: () => undefined, sizes: () => undefined, stop: () => Promise.resolve() };
  return { ...connectionsTo(place), adopted: false, ...notOurs };
}

const connectionsTo = ({ socketDir }: Place): Pick<EmbeddedPostgres, 'connection' | 'program'> => {
  const here = { host: socketDir, port, database, ssl: false };
  return { connection: { ...here, user: ownerRole }, program: { ...here, user: programRole } };
};

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
