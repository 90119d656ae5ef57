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
/** Least time between two notifications; what is appended in between is notified together. */
const betweenMs = 50;
// Listeners are notified at commit, before the flush to disk: a crash of the server ends their sessions too.
const telling = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`;

/**
 * Notifies other processes of new events, and listens to theirs. A notification may be lost, so followers also poll.
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

  /** Appends during a notification are notified together in the next. */
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
    // A silently lost peer never answers the close.
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
