import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { OutcomeUnknown, StoreUnavailable, type Appended } from '../event-store.js';
import type { Submission } from '../submission.js';
import { planAtHead, writeAtHead, type Head } from './append-at-head.js';
import type { Plan } from './batch.js';
import { Caller } from './caller.js';
import { connected } from './pool.js';
import { write, type Ask } from './transaction.js';
import { isPassing } from './trouble.js';
import { Unanswered } from './unanswered.js';

/** Each caller's submission at the caller's index. */
type Batch = Readonly<{ callers: readonly Caller[]; submissions: readonly Submission[] }>;

export type GroupCommitOptions = Readonly<{
  clock: () => Date;
  /** how long a caller is kept waiting for a database that does not answer */
  patienceMs: number;
  /** called after each commit that added events */
  committed: () => void;
}>;

class Failure {
  constructor(readonly cause: unknown) {}
}

const mostCallers = 500;
const draftedAtOnce = 64;
const mostBytes = 4_000_000;
const pauseMs = 100;
/** Batches written the long way after another process was found to write too. */
const waryBatches = 8;

/** One writer per process: whoever comes while a batch is being committed goes into the next one together. */
export class GroupCommit {
  readonly #pool: pg.Pool;
  readonly #options: GroupCommitOptions;
  readonly #queue: Caller[] = [];
  /** of the batch being written */
  #unanswered = new Unanswered();
  #writing: readonly Caller[] = [];
  #running: Promise<void> | undefined;
  #drafting = false;
  /** how many from the front of the queue have been drafted */
  #drafted = 0;
  #head: Head | undefined;
  #wary = 0;

  constructor(pool: pg.Pool, options: GroupCommitOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** What `make` throws is the caller's answer. */
  append(make: () => Submission): Promise<Appended> {
    const caller = new Caller(make, Date.now() + this.#options.patienceMs);
    this.#queue.push(caller);
    if (this.#running === undefined) this.#running = this.#run();
    else this.#draftAhead();
    return caller.answer;
  }

  /** Resolves when nobody waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    const watch = setInterval(() => {
      this.#giveUp();
    }, pauseMs);
    // Callers of the same turn of the event loop are taken together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      this.#unanswered = new Unanswered();
      this.#writing = this.#next();
      if (this.#queue.length > 0) this.#draftAhead();
      await this.#settle(this.#writing);
    }
    this.#writing = [];
    clearInterval(watch);
    this.#running = undefined;
  }

  /** Some at a time while the database works, so that its answer is not kept waiting. */
  #draftAhead(): void {
    if (this.#drafting) return;
    this.#drafting = true;
    setImmediate(() => {
      this.#drafting = false;
      const until = Math.min(this.#queue.length, mostCallers);
      for (let some = 0; some < draftedAtOnce && this.#drafted < until; some++)
        this.#queue[this.#drafted++]?.draft();
      if (this.#drafted < until) this.#draftAhead();
    });
  }

  /** All that are drafted; the database is not kept waiting for the others. */
  #next(): readonly Caller[] {
    const most = Math.max(draftedAtOnce, this.#drafted);
    let bytes = 0;
    const full = this.#queue.findIndex((caller, index) => {
      if (index === most) return true;
      for (const draft of caller.draft()?.drafts ?? []) bytes += draft.bytes.length;
      return index > 0 && bytes > mostBytes;
    });
    const taken = this.#queue.splice(0, full === -1 ? this.#queue.length : full);
    this.#drafted = Math.max(0, this.#drafted - taken.length);
    return taken;
  }

  /**
   * Until every caller of the batch has an answer. After a lost connection the batch is simply written again: the new
   * attempt waits for the lock of the lost one and finds its commands if it did commit.
   */
  async #settle(callers: readonly Caller[]): Promise<void> {
    for (;;) {
      const batch = stillWaiting(callers);
      if (batch.callers.length === 0) return;
      const planned = await this.#attempt(batch).catch((error: unknown) => new Failure(error));
      if (!(planned instanceof Failure)) {
        const unanswered = this.#unanswered;
        this.#afterTheNext(() => {
          answer(batch, planned, unanswered);
          if (planned.events.length > 0) this.#options.committed();
        });
        return;
      }
      if (!isPassing(planned.cause)) return this.#apart(batch.callers, planned.cause);
      this.#giveUp(planned.cause);
      if (callers.some(({ over }) => !over)) await sleep(pauseMs);
    }
  }

  /** Callers begin to work when they are answered: the next batch is sent first, if there is one. */
  #afterTheNext(tell: () => void): void {
    if (this.#queue.length > 0) setImmediate(tell);
    else tell();
  }

  /** What the database refuses for one caller's sake must not fail the others. */
  async #apart(callers: readonly Caller[], error: unknown): Promise<void> {
    if (callers.length === 1) callers[0]?.reject(error);
    else for (const one of callers) await this.#settle([one]);
  }

  /** For no longer than one of the callers waits. */
  async #attempt({ callers, submissions }: Batch): Promise<Plan> {
    const until = Math.max(...callers.map(({ deadline }) => deadline));
    const left = (): number => Math.max(1, until - Date.now());
    const client = await connected(this.#pool, left());
    const ask = asking(client, left);
    const unanswered = this.#unanswered;
    let broken = true;
    try {
      allWaiting(callers);
      const planned =
        (await this.#atHead(ask, submissions)) ??
        (await write(ask, submissions, this.#options.clock, {
          planned: (found) => {
            unanswered.seen(found);
          },
          committing: (sent) => {
            allWaiting(callers);
            unanswered.sending(sent, { adrift: false });
          },
        }));
      broken = false;
      unanswered.answered(planned);
      this.#remember(planned);
      return planned;
    } finally {
      client.release(broken);
    }
  }

  /** In one round trip, as long as nobody else writes. */
  async #atHead(ask: Ask, batch: readonly Submission[]): Promise<Plan | undefined> {
    const head = this.#head;
    this.#head = undefined;
    if (head === undefined || this.#wary-- > 0) return undefined;
    const planned = planAtHead(batch, head, this.#options.clock());
    if (planned === undefined) return undefined;
    this.#unanswered.sending(planned, { adrift: true });
    const written = await writeAtHead(ask, batch, head, planned);
    this.#unanswered.answered(planned);
    if (written) return planned;
    this.#wary = waryBatches;
    return undefined;
  }

  /** Tells those whose time is up, whatever the database is doing. */
  #giveUp(cause?: unknown): void {
    const now = Date.now();
    for (const caller of [...this.#writing, ...this.#queue]) {
      if (caller.over || caller.deadline > now) continue;
      const id = caller.draft()?.command.id;
      caller.reject(
        id !== undefined && this.#unanswered.mayBeStored(id)
          ? new OutcomeUnknown({ cause })
          : new StoreUnavailable(undefined, { cause }),
      );
    }
  }

  #remember({ events, recordedAt }: Plan): void {
    const last = events.at(-1);
    if (last !== undefined) this.#head = { position: last.position, recordedAt };
  }
}

/** @param left how long an answer is waited for, in ms */
export function asking(connection: pg.Pool | pg.ClientBase, left: () => number): Ask {
  return async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = [], name?: string) => {
    const timed = { text, values, query_timeout: left(), ...(name !== undefined && { name }) };
    // For several statements at once the driver gives an array of results.
    const results = [await connection.query<Row>(timed)].flat();
    return results.at(-1)?.rows ?? [];
  };
}

/** Who was told that nothing is stored must not have it stored afterwards: the others are written anew. */
function allWaiting(callers: readonly Caller[]): void {
  if (callers.some(({ over }) => over)) throw new Error('A caller gave up before the commit.');
}

function stillWaiting(callers: readonly Caller[]): Batch {
  const drafted = callers.flatMap((caller) => {
    const submission = caller.draft();
    return submission === undefined || caller.over ? [] : [{ caller, submission }];
  });
  return {
    callers: drafted.map(({ caller }) => caller),
    submissions: drafted.map(({ submission }) => submission),
  };
}

function answer({ callers, submissions }: Batch, { outcomes }: Plan, unanswered: Unanswered): void {
  callers.forEach((caller, index) => {
    const outcome = outcomes[index];
    const id = submissions[index]?.command.id ?? '';
    if (outcome === undefined || outcome instanceof Error) caller.reject(outcome);
    else if (outcome.replayed && unanswered.wrote(id, outcome.position))
      caller.resolve({ ...outcome, replayed: false });
    else caller.resolve(outcome);
  });
}
