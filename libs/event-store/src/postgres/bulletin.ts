import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf } from '@anjuan/database';
import type pg from 'pg';
import type { Bell } from '../following.js';
import { ignore } from './pool.js';

const channel = 'ledger_appended';
const reconnectMs = 1_000;
const goodbyeMs = 1_000;
// It is idle for as long as there is no news, so the server has to find out whether somebody still hears.
const listening = `SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;
  SET idle_session_timeout = 0; LISTEN ${channel}`;
/** Least time between two tellings: news of a busy store is told together. */
const betweenMs = 50;
// The listeners are told when it commits, not when it is on disk; a crash ends them with it.
const telling = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`;

/**
 * Tells the other processes that there is news, and hears them. It may miss one: whoever follows also polls.
 * NOTIFY is never part of an append's transaction, because its commit takes a lock of the whole cluster.
 */
export class Bulletin {
  readonly #self = crypto.randomUUID();
  readonly #pool: pg.Pool;
  readonly #bell: Bell;
  #listener: pg.Client | undefined;
  #reconnect: NodeJS.Timeout | undefined;
  #telling = false;
  #untold = false;
  #closed = false;

  constructor(pool: pg.Pool, bell: Bell) {
    this.#pool = pool;
    this.#bell = bell;
  }

  /** Appends of the time it takes to tell are told together. */
  tell(): void {
    this.#untold = true;
    if (!this.#telling) void this.#tellAll();
  }

  /** Begins to hear; later calls do nothing. */
  listen(): void {
    if (this.#listener === undefined && this.#reconnect === undefined && !this.#closed) void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#reconnect);
    // A peer that is gone without a word says no goodbye.
    await Promise.race([this.#listener?.end().catch(ignore), sleep(goodbyeMs, undefined, { ref: false })]);
  }

  async #tellAll(): Promise<void> {
    this.#telling = true;
    while (this.#untold && !this.#closed) {
      this.#untold = false;
      await this.#pool.query(telling, [channel, this.#self]).catch(ignore);
      await sleep(betweenMs, undefined, { ref: false });
    }
    this.#telling = false;
  }

  async #connect(): Promise<void> {
    const listener = clientOf(this.#pool.options);
    this.#listener = listener;
    listener.on('error', ignore);
    listener.on('end', () => {
      this.#later(listener);
    });
    listener.on('notification', ({ payload }) => {
      if (payload !== this.#self) this.#bell.ring();
    });
    try {
      await listener.connect();
      await listener.query(listening);
      this.#bell.ring();
    } catch {
      await listener.end().catch(ignore);
      this.#later(listener);
    }
  }

  #later(listener: pg.Client): void {
    if (this.#closed || this.#listener !== listener) return;
    this.#listener = undefined;
    this.#reconnect = setTimeout(() => {
      this.#reconnect = undefined;
      this.listen();
    }, reconnectMs).unref();
  }
}
