import { setImmediate as soon, setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { RecordDamaged } from '../damage.js';
import { StoreUnavailable, type Appended, type Instant } from '../event-store.js';
import type { Submission } from '../submission.js';
import { Callers } from './callers.js';
import type { Connection } from './connection.js';
import { deliver } from './delivery.js';
import { recount, settle, unsettled, type Entry, type Outcome } from './outbox.js';
import { ignore } from './patience.js';
import type { Log } from './reading.js';
import { lastRevision, mustStand } from './streams.js';
import type { Seen } from './seen.js';
import { take } from './taking.js';
import { isPassing } from './trouble.js';
import { beginTurn, inTurn, type Turn } from './turn.js';

export type WriterOptions = Readonly<{
  clock: () => Date;
  prefix: string;
  /** how long a caller is kept waiting for stores that do not answer */
  patienceMs: number;
  log: Log;
  seen: Seen;
  /** called after events have landed */
  landed: () => void;
}>;

const pauseMs = 100;
/** So long one process keeps the turn while callers wait for it. */
const turnMs = 250;

/**
 * One writer per process. While a batch is being sent the next one is put into the outbox; it is sent when of every
 * append of the one before it is known what became of it, so that the log runs as the times do.
 */
export class Writer {
  readonly #pool: pg.Pool;
  readonly #connection: Connection;
  readonly #options: WriterOptions;
  readonly #callers = new Callers();
  /** being sent */
  #underWay: readonly Entry[] = [];
  /** answered, and not yet written down; lost with this process, they are found in the outbox */
  readonly #settled = new Map<Entry, Outcome>();
  /** streams to be begun that were begun once: looked up with the next attempt */
  readonly #begun = new Set<string>();
  #running: Promise<void> | undefined;
  #lastFound: Instant | undefined;

  constructor(pool: pg.Pool, connection: Connection, options: WriterOptions) {
    this.#pool = pool;
    this.#connection = connection;
    this.#options = options;
  }

  append(submission: Submission): Promise<Appended> {
    const appended = this.#callers.wait(submission, Date.now() + this.#options.patienceMs);
    this.#running ??= this.#run();
    return appended;
  }

  /** Settles what others have left in the outbox. */
  finish(): Promise<void> {
    return inTurn(this.#pool, this.#options.patienceMs, async (turn) => {
      await beginTurn(turn);
      await this.#finish(turn);
    });
  }

  /** Resolves when no caller waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Callers of the same turn of the event loop are taken together.
    await Promise.resolve();
    while (this.#callers.number + this.#settled.size > 0) {
      try {
        await inTurn(this.#pool, this.#options.patienceMs, (turn) => this.#whileTurn(turn));
        // Others may fill the outbox without end.
        this.#callers.giveUp(new StoreUnavailable());
      } catch (error) {
        this.#callers.giveUp(error);
        if (this.#callers.number > 0) await sleep(pauseMs);
        else this.#settled.clear();
      }
    }
    this.#running = undefined;
  }

  async #whileTurn(turn: Turn): Promise<void> {
    const until = performance.now() + turnMs;
    let sent = Promise.resolve();
    try {
      do {
        const entries = await this.#put(turn);
        await sent;
        this.#underWay = entries;
        sent = this.#deliver(entries);
        await Promise.race([sent, this.#callers.asManyWait()]);
        // A caller just answered may append again at once: then the settled entries are stored with its append.
        await soon();
      } while (this.#callers.number > 0 && performance.now() < until);
      await sent;
    } finally {
      await sent.catch(ignore);
      this.#underWay = [];
    }
    await this.#writeDown(turn, true);
  }

  /** Answers callers at once where possible and puts the other appends into the outbox, behind those under way. */
  async #put(turn: Turn): Promise<readonly Entry[]> {
    const submissions = this.#callers.next(this.#underWay);
    const revisions = await this.#revisions(submissions);
    const batch = submissions.filter((one) => this.#callers.isWaiting(one));
    if (batch.length === 0) return [];
    const notBefore = await this.#notBefore();
    const put = this.#callers.putting(batch);
    const settled = new Map(this.#settled);
    const [underWay, beginTurn] = [this.#underWay, !turn.held];
    const taken = await take(turn.ask, { batch, revisions, notBefore, settled, underWay, beginTurn });
    turn.held = true;
    for (const one of settled.keys()) this.#settled.delete(one);
    put(taken?.entries ?? []);
    if (taken === undefined) {
      const found = await this.#finish(turn);
      if (!found) await recount(turn.ask);
      return [];
    }
    await this.#answerAll(taken.outcomes);
    for (const stream of taken.begun) this.#begun.add(stream);
    return taken.entries;
  }

  /** A replay is answered once its events were seen: the log may have been put back to an older copy. */
  async #answerAll(outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
    const { prefix } = this.#options;
    const answers = [...outcomes].map(async ([commandId, outcome]) => {
      if (!(outcome instanceof Error))
        try {
          await mustStand(this.#connection, prefix, { commandId, ...outcome });
        } catch (error) {
          if (isPassing(error) || !(error instanceof Error)) throw error;
          this.#callers.answer(commandId, error);
          return;
        }
      this.#callers.answer(commandId, this.#callers.own(commandId, outcome));
    });
    await Promise.all(answers);
  }

  /** Whether there was anything. */
  async #finish(turn: Turn): Promise<boolean> {
    const left = await unsettled(turn.ask);
    for (const entries of left) await this.#deliver(entries);
    await this.#writeDown(turn, false);
    return left.length > 0;
  }

  async #writeDown(turn: Turn, endTurn: boolean): Promise<void> {
    const settled = new Map(this.#settled);
    if (settled.size === 0) return;
    await settle(turn.ask, settled, endTurn && turn.held);
    if (endTurn) turn.held = false;
    for (const one of settled.keys()) this.#settled.delete(one);
  }

  /** Sends, and answers each as soon as it is known what became of it, though of others it is not. */
  async #deliver(entries: readonly Entry[]): Promise<void> {
    const results = await Promise.allSettled(entries.map((entry) => this.#deliverOne(entry)));
    if (entries.length > 0) this.#options.landed();
    const open = results.find((result) => result.status === 'rejected');
    if (open !== undefined) throw open.reason;
  }

  async #deliverOne(entry: Entry): Promise<void> {
    const { prefix, seen } = this.#options;
    const outcome = await deliver(this.#connection, prefix, entry);
    this.#settled.set(entry, outcome);
    if (outcome instanceof Error) seen.forget(entry.stream);
    else seen.note(entry.stream, outcome.revision);
    this.#callers.answer(entry.commandId, outcome);
  }

  /** The revisions not yet known; only appends to a damaged stream are refused. */
  async #revisions(submissions: readonly Submission[]): Promise<ReadonlyMap<string, number>> {
    const { prefix, seen } = this.#options;
    const revisions = new Map<string, number>();
    const looks = submissions.map(async ({ stream, expected, command }) => {
      // A stream that was never begun cannot have been deleted; the server checks whether it exists now.
      if (expected === 'none' ? !this.#begun.has(stream) : seen.has(stream, expected)) return;
      try {
        const revision = await lastRevision(this.#connection, prefix, stream);
        // The stream was begun once: a second history must not replace the first.
        if (revision < 0 && this.#begun.has(stream))
          throw new RecordDamaged({ what: 'shorter', stream, revision: 0 });
        revisions.set(stream, revision);
        seen.note(stream, revision);
      } catch (error) {
        if (isPassing(error)) throw error;
        this.#callers.answer(
          command.id,
          error instanceof Error ? error : new Error('Not readable', { cause: error }),
        );
      }
    });
    await Promise.all(looks);
    this.#begun.clear();
    return revisions;
  }

  /** The clock's time, or the last recorded: PostgreSQL may be new or older than the log. */
  async #notBefore(): Promise<Instant> {
    this.#lastFound ??= (await this.#options.log.lastSealed())?.envelope.recordedAt ?? '';
    const now = this.#options.clock().toISOString();
    return now > this.#lastFound ? now : this.#lastFound;
  }
}
