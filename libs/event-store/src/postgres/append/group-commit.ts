import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StoreUnavailable, type Appended } from '../../event-store.js';
import type { Submission } from '../../submission.js';
import { asking, type Ask } from '../ask.js';
import { isPassing } from '../trouble.js';
import { headAfter, planAtHead, writeAtHead, type Head } from './at-head.js';
import { Caller } from './caller.js';
import { allWaiting, Failure, giveUp, InFlight, type Batch, type Written } from './in-flight.js';
import { Line } from './line.js';
import { write } from './in-transaction.js';
import type { Plan } from './plan.js';
import { WriterConnection } from './writer-connection.js';

export type GroupCommitOptions = Readonly<{
  clock: () => Date;
  /** how long a caller is kept waiting for a database that does not answer */
  patienceMs: number;
  /** called after each commit that added events */
  committed: () => void;
}>;

/** A batch, and what became of the one statement that it was sent as, if it was. */
type Sent = Readonly<{ flight: InFlight; tried: Promise<Written | Failure | undefined> }>;

const pauseMs = 100;
/** After so long without work the connection ends. */
const restsMs = 10_000;
/** Part of the timeout for one answer, so that time is left for another connection if this one is silently dead. */
const patienceForOne = 0.6;
/** Number of batches written in transactions after a write of another process was noticed. */
const waryBatches = 8;

/** One writer per process: appends that arrive while a batch is being committed form the next batch. */
export class GroupCommit {
  readonly #connection: WriterConnection;
  readonly #options: GroupCommitOptions;
  readonly #line = new Line(() => {
    this.#sendAhead();
  });
  /** At most two: the second was sent while the first is being written. */
  readonly #sent: Sent[] = [];
  #running: Promise<void> | undefined;
  #watch: NodeJS.Timeout | undefined;
  #restsSince = 0;
  /** Where the record ends when all that was sent is written; undefined while that cannot be known. */
  #head: Head | undefined;
  #wary = 0;

  constructor(pool: pg.Pool, options: GroupCommitOptions) {
    this.#connection = new WriterConnection(pool);
    this.#options = options;
  }

  /** What `make` throws is the caller's answer. */
  append(make: () => Submission): Promise<Appended> {
    const caller = new Caller(make, Date.now() + this.#options.patienceMs);
    this.#line.join(caller);
    if (this.#running === undefined) this.#running = this.#run();
    else this.#line.draftAhead();
    return caller.answer;
  }

  /** Resolves when no caller waits and the connection has ended. */
  async close(): Promise<void> {
    await this.#running;
    clearInterval(this.#watch);
    await this.#connection.close();
  }

  async #run(): Promise<void> {
    this.#watch ??= setInterval(() => {
      this.#lookAfter();
    }, pauseMs).unref();
    // Callers of the same turn of the event loop are taken together.
    await Promise.resolve();
    while (this.#sent.length > 0 || !this.#line.empty) {
      const { flight, tried } = this.#sent[0] ?? this.#send();
      this.#line.draftAhead();
      await this.#settle(flight, await tried);
    }
    this.#restsSince = Date.now();
    this.#running = undefined;
  }

  #send(): Sent {
    const flight = new InFlight(this.#line.take());
    const tried = this.#atHead(flight).catch((error: unknown) => new Failure(error));
    const sent = { flight, tried };
    this.#sent.push(sent);
    return sent;
  }

  /**
   * The next batch, planned on what the one under way will leave. Where that one fails, the head is not where this one
   * expects it, and nothing is written.
   */
  #sendAhead(): void {
    const known = this.#head !== undefined && this.#connection.current !== undefined;
    if (this.#sent.length === 1 && known && this.#line.crowded) this.#send();
  }

  async #settle(flight: InFlight, tried: Written | Failure | undefined): Promise<void> {
    if (tried === undefined || tried instanceof Failure) {
      await this.#theLongWay(flight, flight.callers, tried);
      this.#sent.shift();
      return;
    }
    this.#sent.shift();
    this.#sendAhead();
    this.#tell(flight, tried);
  }

  /** Callers begin to work when they are answered: the next batch is sent first, if there is one. */
  #tell(flight: InFlight, written: Written): void {
    const tell = (): void => {
      flight.answer(written);
      if (written.planned.events.length > 0) this.#options.committed();
    };
    if (this.#line.empty) tell();
    else setImmediate(tell);
  }

  /** In one round trip, as long as no other process writes. */
  async #atHead(flight: InFlight): Promise<Written | undefined> {
    const head = this.#head;
    this.#head = undefined;
    if (head === undefined) return undefined;
    if (this.#wary > 0) {
      this.#wary--;
      return undefined;
    }
    const batch = flight.waiting();
    const planned = planAtHead(batch.submissions, head, this.#options.clock());
    if (planned === undefined || planned.events.length === 0) return undefined;
    const written = await this.#through(batch, async (ask) => {
      flight.unanswered.sending(planned, { adrift: true });
      const writing = writeAtHead(ask, batch.submissions, head, planned);
      this.#head = headAfter(planned);
      return writing;
    });
    flight.unanswered.answered(planned);
    if (written) return { batch, planned };
    this.#wary = waryBatches;
    return undefined;
  }

  /**
   * Until every one of `callers` has an answer. After a lost connection the batch is simply written again: the new
   * attempt waits for the lock of the lost one and finds its commands if it did commit.
   */
  async #theLongWay(flight: InFlight, callers: readonly Caller[], before?: Failure): Promise<void> {
    for (let failure = before; ;) {
      this.#head = undefined;
      if (failure !== undefined) {
        if (!isPassing(failure.cause)) return this.#apart(flight, callers, failure.cause);
        this.#giveUp(failure.cause);
        if (callers.some(({ over }) => !over)) await sleep(pauseMs);
      }
      const batch = flight.waiting(callers);
      if (batch.callers.length === 0) return;
      const planned = await this.#inTransaction(flight, batch).catch((error: unknown) => new Failure(error));
      if (!(planned instanceof Failure)) {
        this.#head = headAfter(planned);
        this.#tell(flight, { batch, planned });
        return;
      }
      failure = planned;
    }
  }

  /** What the database refuses for one caller's sake must not fail the others. */
  async #apart(flight: InFlight, callers: readonly Caller[], error: unknown): Promise<void> {
    if (callers.length === 1) callers[0]?.reject(error);
    else for (const one of callers) await this.#theLongWay(flight, [one]);
  }

  async #inTransaction({ unanswered }: InFlight, batch: Batch): Promise<Plan> {
    const planned = await this.#through(batch, (ask) =>
      write(ask, batch.submissions, this.#options.clock, {
        planned: (found) => {
          unanswered.seen(found);
        },
        committing: (sent) => {
          allWaiting(batch);
          unanswered.sending(sent, { adrift: false });
        },
      }),
    );
    unanswered.answered(planned);
    return planned;
  }

  /** For no longer than one of the callers waits. */
  async #through<T>(batch: Batch, work: (ask: Ask) => Promise<T>): Promise<T> {
    const until = Math.max(...batch.callers.map(({ deadline }) => deadline));
    const most = this.#options.patienceMs * patienceForOne;
    const left = (): number => Math.max(1, Math.min(most, until - Date.now()));
    // Not a turn later: what is sent ahead must never come between the statements of a transaction.
    const client = this.#connection.current ?? (await this.#connection.open(left()));
    allWaiting(batch);
    try {
      return await work(asking(client, left));
    } catch (error) {
      this.#connection.drop(client);
      throw error;
    }
  }

  #lookAfter(): void {
    if (this.#running !== undefined) {
      this.#giveUp();
    } else if (Date.now() - this.#restsSince > restsMs) {
      clearInterval(this.#watch);
      this.#watch = undefined;
      void this.#connection.close();
    }
  }

  #giveUp(cause?: unknown): void {
    const now = Date.now();
    for (const { flight } of this.#sent) flight.giveUp(now, cause);
    giveUp(this.#line, now, () => new StoreUnavailable(undefined, { cause }));
  }
}
