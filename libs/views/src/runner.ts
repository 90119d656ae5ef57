import { DisclosureAltered, PositionUnknown, type EventStore, type Position } from '@anjuan/event-store';
import pg from 'pg';
import { foldBatch } from './batch.js';
import { CaseReading, EventNotTaken } from './case-reading.js';
import { find, note, type Checkpoint, type ViewState } from './checkpoint.js';
import { Doorbell } from './doorbell.js';
import { migrate } from './schema.js';
import { empty, prepare, takeOver } from './tables.js';
import type { View } from './view.js';

export type RunnerOptions = Readonly<{
  /** At least two connections: one holds the checkpoint while the store reads with another. */
  pool: pg.Pool;
  store: EventStore;
  views: readonly View[];
  clock: () => Date;
  /** how often it looks for itself, should it have heard nothing; default 1 s */
  pollMs?: number;
  /** events taken in one transaction; default 200 */
  batchSize?: number;
}>;

export type StateOfView = Readonly<{
  name: string;
  version: string;
  /** of the last event taken; null before the first */
  position: Position | null;
  /** events not yet taken, counted up to 1,000 */
  lag: number;
  state: ViewState;
  error: string | null;
}>;

const farthestCounted = 1_000;

/** Keeps the views up with the record. Several processes may run: each version of a view is folded by one at a time. */
export class ViewRunner {
  readonly #options: RunnerOptions;
  readonly #pollMs: number;
  readonly #news = new Doorbell();
  readonly #progress = new Doorbell();
  /** Tried again by a new runner, never by this one. */
  readonly #stopped = new Set<View>();
  /** Met something it cannot take in a batch: goes on by single events, up to the one it is. */
  readonly #careful = new Set<View>();
  #ending = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#pollMs = options.pollMs ?? 1_000;
  }

  /** Makes what is missing of the tables, looks whether the record is the one known, and begins to fold. */
  async start(): Promise<void> {
    const { pool, views, store, clock } = this.#options;
    this.#ending = new AbortController();
    this.#stopped.clear();
    this.#careful.clear();
    await migrate(pool);
    for (const view of views) {
      await prepare(pool, view, clock());
      await this.#compareWithRecord(view);
    }
    const head = await store.head();
    this.#running = Promise.all([this.#fold(), this.#listen(head)]);
  }

  /** Resolves when the batch under way has ended. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#news.ring();
    this.#progress.ring();
    await this.#running;
  }

  /** True when every view has taken the event at `position`; false when one will not, or not within `timeoutMs`. */
  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const heard = this.#progress.rings;
      const checkpoints = await this.#checkpoints();
      if (checkpoints.every((one) => (one.position ?? '') >= position && one.state !== 'ahead-of-store')) {
        return true;
      }
      const left = until - performance.now();
      if (left <= 0 || this.#ended() || checkpoints.some(({ state }) => !going(state))) return false;
      // Another process may be the one that folds, and it does not ring here.
      await this.#progress.next(heard, Math.min(left, 100));
    }
  }

  async states(): Promise<readonly StateOfView[]> {
    const head = await this.#options.store.head();
    const states: StateOfView[] = [];
    for (const { name, version, position, state, error } of await this.#checkpoints()) {
      const lag = state === 'ahead-of-store' || position === (head ?? null) ? 0 : await this.#lag(position);
      states.push({ name, version, position, lag, state, error });
    }
    return states;
  }

  /** Fills the view again from the beginning: the cure when it is ahead of the store, and after an erasure. */
  async rebuild(name: string): Promise<void> {
    const { views, pool, clock } = this.#options;
    const view = views.find((one) => one.name === name);
    if (!view)
      throw new Error(`There is no view ${name}: choose ${views.map((one) => one.name).join(', ')}.`);
    await empty(pool, view, clock());
    this.#stopped.delete(view);
    this.#careful.delete(view);
    this.#news.ring();
  }

  #ended(): boolean {
    return this.#ending.signal.aborted;
  }

  async #checkpoints(): Promise<readonly Checkpoint[]> {
    const found = await Promise.all(this.#options.views.map((view) => find(this.#options.pool, view)));
    return found.flatMap((one) => (one ? [one] : []));
  }

  async #lag(position: Position | null): Promise<number> {
    let lag = 0;
    try {
      await each(this.#options.store.readAll(position ?? undefined, farthestCounted), () => lag++);
    } catch (error) {
      if (!(error instanceof PositionUnknown)) throw error;
    }
    return lag;
  }

  async #listen(head: Position | undefined): Promise<void> {
    const { store } = this.#options;
    try {
      await each(store.subscribe(head, this.#ending.signal), () => {
        this.#news.ring();
      });
    } catch {
      // the poll goes on; what is wrong with the record is told by the fold
    }
  }

  async #fold(): Promise<void> {
    while (!this.#ended()) {
      const heard = this.#news.rings;
      const reading = new CaseReading(this.#options.store);
      let more = false;
      for (const view of this.#options.views) more = (await this.#foldOne(view, reading)) || more;
      this.#progress.ring();
      if (!more && !this.#ended()) await this.#news.next(heard, this.#pollMs);
    }
  }

  /** True when there is more to take at once. */
  async #foldOne(view: View, reading: CaseReading): Promise<boolean> {
    const { pool, store, batchSize = 200 } = this.#options;
    if (this.#stopped.has(view) || this.#ended()) return false;
    try {
      const size = this.#careful.has(view) ? 1 : batchSize;
      const folded = await foldBatch(view, { pool, store, reading, size });
      if (folded === 'caught-up') await this.#caughtUp(view);
      return folded === 'more';
    } catch (error) {
      if (isLasting(error) && !this.#careful.has(view)) {
        this.#careful.add(view);
        return true;
      }
      await this.#judge(view, error).catch(() => {
        // the database does not answer: the same batch is tried again
      });
      return false;
    }
  }

  async #caughtUp(view: View): Promise<void> {
    const { pool, clock } = this.#options;
    const checkpoint = await find(pool, view);
    if (checkpoint && (checkpoint.state !== 'following' || !checkpoint.served))
      await takeOver(pool, view, clock());
  }

  async #judge(view: View, error: unknown): Promise<void> {
    const { pool, clock } = this.#options;
    if (error instanceof PositionUnknown) return this.#compareWithRecord(view);
    if (!isLasting(error)) return;
    this.#stopped.add(view);
    await note(pool, view, { state: 'stopped', error: messageOf(error), at: clock() });
  }

  /** A record restored from an older copy may have grown past the checkpoint since: the event itself is compared. */
  async #compareWithRecord(view: View): Promise<void> {
    const { pool, store, clock } = this.#options;
    const checkpoint = await find(pool, view);
    if (!checkpoint?.stream || checkpoint.state === 'ahead-of-store') return;
    const last = (await store.read(checkpoint.stream, Number(checkpoint.revision))).at(-1);
    if (last?.position === checkpoint.position && last.id === checkpoint.event_id) return;
    const error = `View ${view.name} has taken an event at ${checkpoint.position ?? ''} that the record does not have: the record was replaced by an older copy. Rebuild the view.`;
    await note(pool, view, { state: 'ahead-of-store', error, at: clock() });
  }
}

const each = async (events: AsyncIterable<unknown>, tell: () => void): Promise<void> => {
  const following = events[Symbol.asyncIterator]();
  while ((await following.next()).done !== true) tell();
};

const going = (state: ViewState): boolean => state === 'filling' || state === 'following';

/** Trouble that passes is waited out. What is left will be no better tomorrow: SQLSTATE classes 21, 22, 23, 42. */
const isLasting = (error: unknown): boolean =>
  error instanceof EventNotTaken ||
  error instanceof DisclosureAltered ||
  error instanceof TypeError ||
  (error instanceof pg.DatabaseError && /^(21|22|23|42)/.test(error.code ?? ''));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
