import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../postgres/ask.js';
import { ignore } from './patience.js';

export type SettlingOptions = Readonly<{
  ask: Ask;
  /** sends and settles what is in the outbox */
  finish: () => Promise<void>;
  everyMs: number;
  signal: AbortSignal;
}>;

/**
 * Settles what a killed process has left in the outbox, even without appends or lookups: entries there at the start,
 * and later those found twice in a row. Other entries are settled by the process that wrote them.
 */
export class Settling {
  /** Resolves when `signal` is aborted. */
  readonly ended: Promise<void>;
  readonly #options: SettlingOptions;
  #before: ReadonlySet<string> | undefined;
  #failed = 0;
  #trouble: string | undefined;

  constructor(options: SettlingOptions) {
    this.#options = options;
    this.ended = this.#run();
  }

  /** The error of the last two attempts in a row, with the number of waiting entries. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  async #run(): Promise<void> {
    const { everyMs, signal } = this.#options;
    while (!signal.aborted) {
      await this.#look().then(
        () => {
          this.#failed = 0;
          this.#trouble = undefined;
        },
        (error: unknown) => {
          // A passing error occurs once; the next attempt settles the entries.
          if (++this.#failed > 1) this.#trouble = describe(error, this.#before?.size ?? 0);
        },
      );
      await sleep(everyMs, undefined, { signal, ref: false }).catch(ignore);
    }
  }

  async #look(): Promise<void> {
    const { ask, finish } = this.#options;
    const before = this.#before;
    this.#before = new Set();
    const waiting = await attempts(ask);
    this.#before = new Set(waiting);
    if (waiting.some((attempt) => before?.has(attempt) ?? true)) await finish();
  }
}

function describe(error: unknown, waiting: number): string {
  const because = error instanceof Error ? error.message : 'Error';
  return `有 ${waiting} 项写入尚未了结；${waiting} appends are not settled: ${because}`;
}

async function attempts(ask: Ask): Promise<readonly string[]> {
  const rows = await ask<{ attempt: string }>(
    'SELECT DISTINCT attempt FROM eventstoredb.outbox WHERE (SELECT under_way FROM eventstoredb.head) > 0',
  );
  return rows.map(({ attempt }) => attempt);
}
