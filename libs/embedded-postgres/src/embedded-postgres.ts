import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { findBinaries, type Binaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { isOwned, own, type Ownership } from './ownership.js';
import { database, databaseUser, placeIn, port, type Place } from './place.js';
import { launch, postmasterPid, shutDown, watch } from './postmaster.js';
import { checkReachable, reachableBinaries, serverUser, type ServerUser } from './server-user.js';

export type EmbeddedPostgres = Readonly<{
  /** for a pool: a Unix socket, user and database `anjuan` */
  connection: pg.PoolConfig;
  /** true: a server left over from a killed program was taken over */
  adopted: boolean;
  /** Fast shutdown; resolves when the server has ended. */
  stop: () => Promise<void>;
}>;

export type EmbeddedPostgresOptions = Readonly<{
  /** made if missing; PostgreSQL's files go into `postgres` below it */
  dataDir: string;
  /** told, in one line, when the database died, came back, or could not */
  report?: (line: string) => void;
}>;

/**
 * Starts PostgreSQL on the data folder, reached by a private Unix socket. One program owns a folder; the server ends
 * with its program, and is started again when it died.
 * @throws DataFolderInUse, FolderClosed, ServerFailed
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = placeIn(options.dataDir);
  const user = serverUser();
  const binaries = await reachableBinaries(user, await findBinaries());
  await mkdir(place.dataDir, { recursive: true });
  checkReachable(user, place.dataDir);
  await ensureCluster(place, binaries, user);
  const keeper = new Keeper({ place, user, binaries }, options.report ?? toStderr);
  const adopted = await keeper.take();
  return { connection: connectionTo(place), adopted, stop: () => keeper.stop() };
}

/**
 * For a program beside the one that owns the folder: the owner's server while it runs, which `stop` leaves alone;
 * otherwise its own, as startEmbeddedPostgres.
 * @throws DataFolderInUse, FolderClosed, ServerFailed
 */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = placeIn(options.dataDir);
  if (!(await isOwned(place))) return startEmbeddedPostgres(options);
  return { connection: connectionTo(place), adopted: false, stop: () => Promise.resolve() };
}

const connectionTo = ({ socketDir }: Place): pg.PoolConfig => ({
  host: socketDir,
  port,
  user: databaseUser,
  database,
  ssl: false,
});

type Server = Readonly<{ place: Place; user: ServerUser; binaries: Binaries }>;

/** Holds the lock and the watchdog, and takes both again when the database died. */
class Keeper {
  readonly #server: Server;
  readonly #report: (line: string) => void;
  #lock: pg.Client | undefined;
  #watchdog: ChildProcess | undefined;
  #mending: Promise<void> | undefined;
  #stopping = false;

  constructor(server: Server, report: (line: string) => void) {
    this.#server = server;
    this.#report = report;
  }

  async take(): Promise<boolean> {
    const { place, user, binaries } = this.#server;
    const { lock, adopted }: Ownership = await own(place, () => launch(place, binaries, user));
    try {
      await createDatabase(lock);
    } catch (error) {
      // A lock left open would keep the next attempt, our own, out of the folder.
      await lock.end().catch(() => undefined);
      throw error;
    }
    this.#lock = lock;
    this.#watchdog?.kill('SIGKILL');
    const pid = postmasterPid(place);
    this.#watchdog = pid === undefined ? undefined : watch(place, pid, user);
    lock.once('end', () => {
      if (!this.#stopping) this.#mending ??= this.#mend();
    });
    return adopted;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#mending;
    // The lock is kept until the server is down, so that nobody adopts what is about to end.
    if (this.#lock !== undefined) await shutDown(this.#server.place);
    await this.#lock?.end().catch(() => undefined);
    this.#watchdog?.kill('SIGKILL');
  }

  async #mend(): Promise<void> {
    this.#report('数据库连接中断，正在恢复。The database died; it is being started again.');
    this.#lock = undefined;
    while (!this.#stopping && !(await this.#retake())) await sleep(1_000);
    this.#mending = undefined;
  }

  async #retake(): Promise<boolean> {
    try {
      await this.take();
      this.#report('数据库已恢复。The database is back.');
      return true;
    } catch (error) {
      this.#report(String(error));
      return false;
    }
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
