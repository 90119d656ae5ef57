import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Binaries } from './binaries.js';
import { own, type Ownership } from './ownership.js';
import type { Place } from './place.js';
import { launch, postmasterPid, shutDown, watch } from './postmaster.js';
import { admit } from './admission.js';
import { makeRoles } from './roles.js';
import type { ServerUser } from './server-user.js';

type Server = Readonly<{
  place: Place;
  user: ServerUser;
  binaries: Binaries;
  sharedBuffers: string | undefined;
}>;

/** As PostgreSQL writes sizes: `512MB`. */
export type RunningSizes = Readonly<{ sharedBuffers: string; maxWalSize: string }>;

const shortestPauseMs = 500;
const longestPauseMs = 30_000;

/** Holds the lock and the watchdog, and takes both again when the database died. */
export class Keeper {
  readonly #server: Server;
  readonly #report: (line: string) => void;
  readonly #stopping = new AbortController();
  #lock: pg.Client | undefined;
  #watchdog: ChildProcess | undefined;
  #mending: Promise<void> | undefined;
  #trouble: string | undefined;
  #sizes: RunningSizes | undefined;

  constructor(server: Server, report: (line: string) => void) {
    this.#server = server;
    this.#report = report;
  }

  /** Why the database is away; undefined while it is there. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What the server runs with: one that was taken over was started by another program. */
  get sizes(): RunningSizes | undefined {
    return this.#sizes;
  }

  async take(): Promise<boolean> {
    const { place, user, binaries, sharedBuffers } = this.#server;
    admit(place, user);
    const { lock, adopted }: Ownership = await own(place, () => launch(place, binaries, user, sharedBuffers));
    try {
      if (adopted) await lock.query('SELECT pg_reload_conf()');
      await makeRoles(place);
      this.#sizes = await sizesOf(lock);
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
      if (!this.#ended()) this.#mending ??= this.#mend();
    });
    return adopted;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#mending;
    // The lock is kept until the server is down, so that nobody adopts what is about to end.
    if (this.#lock !== undefined) await shutDown(this.#server.place);
    await this.#lock?.end().catch(() => undefined);
    this.#watchdog?.kill('SIGKILL');
  }

  #ended(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** The cause may take long to be removed, so the pause between attempts grows. */
  async #mend(): Promise<void> {
    this.#trouble = '数据库连接中断，正在恢复。The database died; it is being started again.';
    this.#report(this.#trouble);
    this.#lock = undefined;
    let pause = shortestPauseMs;
    while (!this.#ended() && !(await this.#retake())) {
      await sleep(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      pause = Math.min(2 * pause, longestPauseMs);
    }
    this.#mending = undefined;
  }

  async #retake(): Promise<boolean> {
    try {
      await this.take();
      this.#trouble = undefined;
      this.#report('数据库已恢复。The database is back.');
      return true;
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
      this.#report(this.#trouble);
      return false;
    }
  }
}

async function sizesOf(client: pg.Client): Promise<RunningSizes | undefined> {
  const { rows } = await client.query<RunningSizes>(
    `SELECT current_setting('shared_buffers') AS "sharedBuffers", current_setting('max_wal_size') AS "maxWalSize"`,
  );
  return rows[0];
}
