import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { open } from '../envelope.js';
import { OutcomeUnknown, StoreUnavailable, type Appended, type Instant } from '../event-store.js';
import type { Submission } from '../submission.js';
import type { Connection } from './connection.js';
import { deliver } from './delivery.js';
import type { Ask } from '../postgres/ask.js';
import { settle, take, unsettled, type Entry, type Outcome } from './outbox.js';
import { lastOf } from './reading.js';
import { isPassing } from './trouble.js';
import { inTurn } from './turn.js';

export type WriterOptions = Readonly<{
  clock: () => Date;
  prefix: string;
  /** how long a caller is kept waiting for stores that do not answer */
  patienceMs: number;
  /** called after events have landed */
  landed: () => void;
}>;

type Waiting = Readonly<{
  submission: Submission;
  deadline: number;
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
}>;

const mostCallers = 200;
const pauseMs = 100;

/** One writer per process: whoever comes while a batch is under way goes into the next one together. */
export class Writer {
  readonly #pool: pg.Pool;
  readonly #connection: Connection;
  readonly #options: WriterOptions;
  readonly #queue: Waiting[] = [];
  /** commands that this process has put into the outbox and not yet answered */
  readonly #put = new Set<string>();
  #running: Promise<void> | undefined;
  #lastFound: Instant | undefined;

  constructor(pool: pg.Pool, connection: Connection, options: WriterOptions) {
    this.#pool = pool;
    this.#connection = connection;
    this.#options = options;
  }

  append(submission: Submission): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, deadline: Date.now() + this.#options.patienceMs, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Settles what others have left in the outbox. */
  finish(): Promise<void> {
    return inTurn(this.#pool, this.#options.patienceMs, async (ask) => {
      await this.#deliver(ask, await unsettled(ask), []);
    });
  }

  /** Resolves when nobody waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Callers of the same turn of the event loop are taken together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#batch(this.#next());
    this.#running = undefined;
  }

  /** Each stream and each command once: who comes second is decided when the first is settled. */
  #next(): Waiting[] {
    const seen = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const one of this.#queue) {
      const { stream, command } = one.submission;
      const taken = seen.has(`stream ${stream}`) || seen.has(`command ${command.id}`);
      (taken || batch.length === mostCallers ? rest : batch).push(one);
      seen.add(`stream ${stream}`).add(`command ${command.id}`);
    }
    this.#queue.splice(0, Infinity, ...rest);
    return batch;
  }

  /** Until every caller of the batch has an answer. What may be stored stays in the outbox and is found there again. */
  async #batch(batch: readonly Waiting[]): Promise<void> {
    const waiting = [...batch];
    while (waiting.length > 0) {
      try {
        await inTurn(this.#pool, this.#options.patienceMs, (ask) => this.#attempt(ask, waiting));
      } catch (error) {
        giveUp(waiting, this.#put, error);
        if (waiting.length > 0) await sleep(pauseMs);
      }
    }
    for (const { submission } of batch) this.#put.delete(submission.command.id);
  }

  async #attempt(ask: Ask, waiting: Waiting[]): Promise<void> {
    await this.#deliver(ask, await unsettled(ask), []);
    const batch = waiting.map(({ submission }) => submission);
    const revisions = await this.#revisions(batch.map(({ stream }) => stream));
    const notBefore = await this.#notBefore();
    const put = (): void => {
      for (const { command } of batch) this.#put.add(command.id);
    };
    const taken = await take(ask, { batch, revisions, notBefore }, put);
    if (taken === undefined) return;
    const entered = new Set(taken.entries.map(({ commandId }) => commandId));
    for (const { command } of batch) {
      const outcome = taken.outcomes.get(command.id);
      if (outcome !== undefined) answer(waiting, command.id, this.#own(command.id, outcome));
      if (!entered.has(command.id)) this.#put.delete(command.id);
    }
    await this.#deliver(ask, taken.entries, waiting);
  }

  /** A command of ours that landed unheard and is found again is no replay. */
  #own(id: string, outcome: Outcome): Outcome {
    return outcome instanceof Error || !this.#put.has(id) ? outcome : { ...outcome, replayed: false };
  }

  /** Sends and settles; those that are settled are answered though others are not. */
  async #deliver(ask: Ask, entries: readonly Entry[], waiting: Waiting[]): Promise<void> {
    if (entries.length === 0) return;
    const { prefix, landed } = this.#options;
    const results = await Promise.allSettled(entries.map((one) => deliver(this.#connection, prefix, one)));
    const outcomes = new Map<Entry, Outcome>();
    entries.forEach((one, index) => {
      const result = results[index];
      if (result?.status === 'fulfilled') outcomes.set(one, result.value);
    });
    if (outcomes.size > 0) await settle(ask, outcomes);
    for (const [{ commandId }, outcome] of outcomes) answer(waiting, commandId, outcome);
    landed();
    const open = results.find((result) => result.status === 'rejected');
    if (open !== undefined) throw open.reason;
  }

  async #revisions(streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const last = streams.map(async (stream) => {
      const event = await this.#connection.last(this.#options.prefix + stream);
      return [stream, event?.revision ?? -1] as const;
    });
    return new Map(await Promise.all(last));
  }

  /** The clock's time, or the last recorded: PostgreSQL may be new or older than the log. */
  async #notBefore(): Promise<Instant> {
    if (this.#lastFound === undefined) {
      const last = await lastOf(this.#connection, this.#options.prefix);
      this.#lastFound = last === undefined ? '' : open(last.bytes).recordedAt;
    }
    const now = this.#options.clock().toISOString();
    return now > this.#lastFound ? now : this.#lastFound;
  }
}

function answer(waiting: Waiting[], id: string, outcome: Outcome): void {
  const index = waiting.findIndex(({ submission }) => submission.command.id === id);
  const [one] = index === -1 ? [] : waiting.splice(index, 1);
  if (outcome instanceof Error) one?.reject(outcome);
  else one?.resolve(outcome);
}

/** Rejects those whose time is up; all of them, when the trouble does not pass. */
function giveUp(waiting: Waiting[], put: ReadonlySet<string>, cause: unknown): void {
  const now = isPassing(cause) ? Date.now() : Infinity;
  for (const one of waiting.filter(({ deadline }) => deadline <= now)) {
    const mayBeStored = put.has(one.submission.command.id);
    waiting.splice(waiting.indexOf(one), 1);
    if (mayBeStored) one.reject(new OutcomeUnknown({ cause }));
    else one.reject(isPassing(cause) ? new StoreUnavailable(undefined, { cause }) : cause);
  }
}
