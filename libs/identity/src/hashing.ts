import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface HashingWork {
  readonly message: Uint8Array;
  readonly nonce: Uint8Array;
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
}

/** `first`: of people already known, who neither wait behind strangers nor are turned away. */
export type Turn = 'first' | 'stranger';

/** Too many strangers wait for a password to be checked; after `retryAfterSeconds` there may be room. */
export class HashingBusy extends Error {
  override readonly name = 'HashingBusy';
  readonly retryAfterSeconds = 2;
}

interface Task {
  readonly work: HashingWork;
  readonly done: (tag: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

/** At 36 ms each, a little more than a second. */
const mostStrangers = 32;
const idleMs = 30_000;
const file = new URL(`./hashing-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Argon2 on a thread of its own, one at a time. libuv's threads, where Node's asynchronous argon2 runs, are four for
 * everything: sign-in tries would keep files and name look-ups waiting. The thread ends when it has been idle.
 */
export class HashingThread {
  readonly #waiting: Record<Turn, Task[]> = { first: [], stranger: [] };
  #worker: Worker | undefined;
  #current: Task | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** The tag. Rejects with `HashingBusy`, or when the thread dies. */
  run(work: HashingWork, turn: Turn): Promise<Uint8Array> {
    if (turn === 'stranger' && this.#waiting.stranger.length >= mostStrangers)
      return Promise.reject(new HashingBusy());
    return new Promise((done, failed) => {
      this.#waiting[turn].push({ work, done, failed });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#waiting.first.shift() ?? this.#waiting.stranger.shift();
    if (this.#current === undefined) {
      this.#rest();
      return;
    }
    clearTimeout(this.#idle);
    this.#worker ??= this.#started();
    this.#worker.ref();
    this.#worker.postMessage(this.#current.work);
  }

  #rest(): void {
    const worker = this.#worker;
    worker?.unref();
    this.#idle = setTimeout(() => {
      this.#worker = undefined;
      void worker?.terminate();
    }, idleMs).unref();
  }

  #started(): Worker {
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    });
    worker.on('message', (tag: Uint8Array) => {
      this.#settle(({ done }) => {
        done(tag);
      });
    });
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#settle(({ failed }) => {
        failed(error);
      });
    });
    return worker;
  }

  #settle(how: (task: Task) => void): void {
    const task = this.#current;
    this.#current = undefined;
    if (task) how(task);
    this.#next();
  }
}
