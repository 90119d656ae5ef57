import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { OutcomeUnknown, StoreUnavailable, type Appended, type Position } from '../event-store.js';
import type { Submission } from '../submission.js';
import { planAtHead, writeAtHead, type Head } from './append-at-head.js';
import type { Plan } from './batch.js';
import { write, type Ask, type Progress } from './transaction.js';
import { isPassing } from './trouble.js';

export type GroupCommitOptions = Readonly<{
  clock: () => Date;
  /** how long a caller is kept waiting for a database that does not answer */
  patienceMs: number;
  /** called after each commit that added events */
  committed: () => void;
}>;

type Waiting = Readonly<{
  submission: Submission;
  deadline: number;
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
}>;

/**
 * The last commit sent, and whether its answer is still missing. One sent as a single statement (`adrift`) may come to
 * the head's lock later than the next attempt: what it did is known only when a later one is answered.
 */
type Commit = { sent: Plan | undefined; unanswered: boolean; adrift: boolean };

class Failure {
  constructor(readonly cause: unknown) {}
}

const mostCallers = 500;
const mostCharacters = 4_000_000;
const pauseMs = 100;
/** Batches written the long way after another process was found to write too. */
const waryBatches = 8;

/** One writer per process: whoever comes while a batch is being committed goes into the next one together. */
export class GroupCommit {
  readonly #pool: pg.Pool;
  readonly #options: GroupCommitOptions;
  readonly #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  #head: Head | undefined;
  #wary = 0;

  constructor(pool: pg.Pool, options: GroupCommitOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  append(submission: Submission): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, deadline: Date.now() + this.#options.patienceMs, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nobody waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Callers of the same turn of the event loop are taken together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#settle(this.#next());
    this.#running = undefined;
  }

  #next(): readonly Waiting[] {
    let characters = 0;
    const full = this.#queue.findIndex(({ submission: { drafts } }, index) => {
      for (const { before, after } of drafts) characters += before.length + after.length;
      return index === mostCallers || (index > 0 && characters > mostCharacters);
    });
    return this.#queue.splice(0, full === -1 ? this.#queue.length : full);
  }

  /**
   * Until every caller of the batch has an answer. After a lost connection the batch is simply written again: the new
   * attempt waits for the lock of the lost one and finds its commands if it did commit.
   */
  async #settle(batch: readonly Waiting[]): Promise<void> {
    const commit: Commit = { sent: undefined, unanswered: false, adrift: false };
    let waiting = batch;
    while (waiting.length > 0) {
      const lost = commit.sent;
      const planned = await this.#attempt(waiting, commit).catch((error: unknown) => new Failure(error));
      if (!(planned instanceof Failure)) {
        answer(waiting, planned, lost);
        if (planned.events.length > 0) this.#options.committed();
        return;
      }
      if (!isPassing(planned.cause)) {
        await this.#apart(waiting, planned.cause);
        return;
      }
      waiting = giveUp(waiting, commit, planned.cause);
      if (waiting.length > 0) await sleep(pauseMs);
    }
  }

  /** What the database refuses for one caller's sake must not fail the others. */
  async #apart(waiting: readonly Waiting[], error: unknown): Promise<void> {
    if (waiting.length === 1) waiting[0]?.reject(error);
    else for (const one of waiting) await this.#settle([one]);
  }

  async #attempt(waiting: readonly Waiting[], commit: Commit): Promise<Plan> {
    const client = await this.#pool.connect();
    const ask = asking(client, this.#options.patienceMs);
    const progress: Progress = {
      locked: () => {
        commit.unanswered = commit.adrift;
      },
      committing: (planned) => {
        commit.sent = planned;
        commit.unanswered = true;
      },
    };
    let broken = true;
    try {
      const submissions = waiting.map(({ submission }) => submission);
      const planned =
        (await this.#atHead(ask, submissions, commit)) ??
        (await write(ask, submissions, this.#options.clock, progress));
      broken = false;
      this.#remember(planned);
      return planned;
    } finally {
      client.release(broken);
    }
  }

  /** In one round trip, as long as nobody else writes. */
  async #atHead(ask: Ask, batch: readonly Submission[], commit: Commit): Promise<Plan | undefined> {
    const head = this.#head;
    this.#head = undefined;
    if (head === undefined || this.#wary-- > 0) return undefined;
    const planned = planAtHead(batch, head, this.#options.clock());
    if (planned === undefined) return undefined;
    Object.assign(commit, { sent: planned, unanswered: true, adrift: true });
    const done = await writeAtHead(ask, batch, head, planned);
    Object.assign(commit, { sent: undefined, unanswered: false, adrift: false });
    if (done) return planned;
    this.#wary = waryBatches;
    return undefined;
  }

  #remember({ events, recordedAt }: Plan): void {
    const last = events.at(-1);
    if (last !== undefined) this.#head = { position: last.position, recordedAt };
  }
}

export function asking(connection: pg.Pool | pg.ClientBase, patienceMs: number): Ask {
  return async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = [], name?: string) => {
    const timed = { text, values, query_timeout: patienceMs, ...(name !== undefined && { name }) };
    // For several statements at once the driver gives an array of results.
    const results = [await connection.query<Row>(timed)].flat();
    return results.at(-1)?.rows ?? [];
  };
}

function answer(waiting: readonly Waiting[], { outcomes }: Plan, lost: Plan | undefined): void {
  waiting.forEach(({ submission: { command }, resolve, reject }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome instanceof Error) reject(outcome);
    else resolve({ ...outcome, replayed: outcome.replayed && !wrote(lost, command.id, outcome.position) });
  });
}

/** A lost commit of our own that is found again is no replay. */
function wrote(lost: Plan | undefined, id: string, position: Position): boolean {
  return (
    lost?.commands.some(({ commandId, appended }) => commandId === id && appended.position === position) ??
    false
  );
}

/** Rejects those whose time is up and gives the others back. */
function giveUp(
  waiting: readonly Waiting[],
  { sent, unanswered }: Commit,
  cause: unknown,
): readonly Waiting[] {
  const now = Date.now();
  const mayBeStored = new Set(unanswered ? sent?.commands.map(({ commandId }) => commandId) : []);
  for (const { submission, deadline, reject } of waiting)
    if (deadline <= now)
      reject(
        mayBeStored.has(submission.command.id)
          ? new OutcomeUnknown({ cause })
          : new StoreUnavailable(undefined, { cause }),
      );
  return waiting.filter(({ deadline }) => deadline > now);
}
