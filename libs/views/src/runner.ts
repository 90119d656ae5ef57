import type { EventStore, Position } from '@anjuan/event-store';
import type pg from 'pg';
import { foldBatch } from './batch.js';
import { RecordReading } from './record-source.js';
import { find, type ViewState } from './checkpoint.js';
import { Doorbell } from './doorbell.js';
import { erase } from './erasure.js';
import { fill } from './filling.js';
import { FollowedRecords } from './followed-records.js';
import { compareWithRecord, judge } from './judgement.js';
import { SharedLog } from './log-ahead.js';
import { viewNamed } from './named.js';
import { retry, retryParked, type Retried } from './retry.js';
import { migrate } from './schema.js';
import { buildsOf, readBuilds, settled, type Standing } from './standing.js';
import { statesOfViews, type StateOfView } from './states.js';
import { nextBuild, prepare, takeOver } from './tables.js';
import { connected } from './transaction.js';
import { tableOfBuild, type Build, type View } from './view.js';

export type RunnerOptions = Readonly<{
  /** At least four connections: two hold a checkpoint while the store reads with others. */
  pool: pg.Pool;
  store: EventStore;
  views: readonly View[];
  clock: () => Date;
  /** how often it looks for itself, should it have heard nothing; default 1 s */
  pollMs?: number;
  /** events taken in one transaction while it follows; default 1,000 */
  batchSize?: number;
}>;

/** Read once for all builds that are followed in one round. */
type Sources = Readonly<{ reading: RecordReading; log: SharedLog }>;

/** Least time from one round to the next, unless somebody waits: news of a busy record is taken together. */
const betweenMs = 100;

/** Keeps the views up with the record. Several processes may run: each build of a view is folded by one at a time. */
export class ViewRunner {
  readonly #options: RunnerOptions;
  readonly #pollMs: number;
  readonly #news = new Doorbell();
  readonly #progress = new Doorbell();
  /** Rung by those who wait. */
  readonly #hurry = new Doorbell();
  readonly #records: FollowedRecords;
  /** By table. Those that the records were kept for. */
  #followed = new Set<string>();
  /** By table. Tried again by a new runner, never by this one. */
  readonly #stopped = new Set<string>();
  /** By table: parked records are tried once, when this runner meets the build. */
  readonly #met = new Set<string>();
  /** By table: far behind, and filled apart so that the others are kept up meanwhile; one after the other. */
  readonly #filling = new Set<string>();
  #fills: Promise<void> = Promise.resolve();
  #ending = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#records = new FollowedRecords(options.store);
    this.#pollMs = options.pollMs ?? 1_000;
  }

  /** Makes what is missing of the tables, looks whether the record is the one known, and begins to fold. */
  async start(): Promise<void> {
    const { pool, views, store, clock } = this.#options;
    this.#ending = new AbortController();
    this.#stopped.clear();
    this.#met.clear();
    this.#records.forget();
    await migrate(pool);
    for (const view of views) await prepare(pool, view, clock());
    for (const { build } of await this.#builds()) await compareWithRecord(build, this.#options);
    const head = await store.head();
    this.#running = Promise.all([this.#fold(), this.#listen(head)]);
  }

  /** Resolves when the batches under way have ended. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#news.ring();
    this.#progress.ring();
    this.#hurry.ring();
    await this.#running;
    await this.#fills;
  }

  /** True when every list that is read has taken the event at `position`; false when one will not, or not within `timeoutMs`. */
  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    // Whoever waits has mostly just written: the subscription may not have told of it yet.
    this.#news.ring();
    for (;;) {
      const heard = this.#progress.rings;
      const checkpoints = await readBuilds(this.#options.pool, this.#options.views);
      // Where a view has no checkpoint yet, nothing has been taken.
      const all = checkpoints.length === this.#options.views.length;
      if (
        all &&
        checkpoints.every((one) => (one.position ?? '') >= position && one.state !== 'ahead-of-store')
      ) {
        return true;
      }
      const left = until - performance.now();
      if (left <= 0 || this.#ended() || checkpoints.some(({ state }) => !going(state))) return false;
      this.#hurry.ring();
      // Another process may be the one that folds, and it does not ring here.
      await this.#progress.next(heard, Math.min(left, 100));
    }
  }

  /** Of the builds of this program's views. */
  async states(): Promise<readonly StateOfView[]> {
    const { pool, store, views } = this.#options;
    const all = await statesOfViews(pool, store);
    return views.flatMap(({ name, version }) =>
      all.filter((one) => one.name === name && one.version === version),
    );
  }

  /**
   * Fills the view again from the beginning, beside the table that is served, which it then replaces: the cure when it
   * is ahead of the store, and after an erasure. Resolves when that has begun.
   */
  async rebuild(name: string): Promise<void> {
    const { views, pool, clock } = this.#options;
    await nextBuild(pool, viewNamed(views, name), clock());
    this.#news.ring();
  }

  /** Erases disclosures from the record and, within moments, from the lists; see `erase`. */
  async erase(digests: readonly string[]): Promise<number> {
    const erased = await erase(digests, this.#options);
    this.#news.ring();
    return erased;
  }

  /** Tries the parked records of the view again. */
  async retry(name: string): Promise<Retried> {
    return retry(viewNamed(this.#options.views, name), this.#options);
  }

  #ended(): boolean {
    return this.#ending.signal.aborted;
  }

  #builds(): Promise<readonly Standing[]> {
    return buildsOf(this.#options.pool, this.#options.views);
  }

  /** A subscription that breaks off is renewed; meanwhile the poll goes on. */
  async #listen(head: Position | undefined): Promise<void> {
    const { store } = this.#options;
    let last = head;
    while (!this.#ended()) {
      try {
        for await (const { position } of store.subscribe(last, this.#ending.signal)) {
          last = position;
          this.#news.ring();
        }
      } catch {
        // what is wrong with the record is told by the fold
        last = await store.head().catch(() => last);
      }
      if (!this.#ended()) await this.#progress.next(this.#progress.rings, this.#pollMs);
    }
  }

  async #fold(): Promise<void> {
    while (!this.#ended()) {
      const begun = performance.now();
      const heard = this.#news.rings;
      const asked = this.#hurry.rings;
      const { store } = this.#options;
      const sources = { reading: new RecordReading(store), log: new SharedLog(store) };
      const builds = await this.#builds().catch((): readonly Standing[] => []);
      this.#meet(builds);
      for (const standing of builds)
        await this.#guarded(standing.build, () => this.#follow(standing, sources));
      this.#progress.ring();
      const left = begun + betweenMs - performance.now();
      if (left > 0 && !this.#ended()) await this.#hurry.next(asked, left);
      if (!this.#ended()) await this.#news.next(heard, this.#pollMs);
    }
  }

  /** A new build may be there because something was erased: records kept from before are of no use to it. */
  #meet(builds: readonly Standing[]): void {
    const tables = new Set(builds.map(({ build }) => tableOfBuild(build)));
    if ([...tables].some((table) => !this.#followed.has(table))) this.#records.forget();
    this.#followed = tables;
    this.#records.lookAgain();
  }

  /** Trouble with one build is no trouble of the others. */
  async #guarded(build: Build, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#records.forget();
      const lasting = await judge(build, error, this.#options).catch(() => false);
      if (lasting) this.#stopped.add(tableOfBuild(build));
    }
  }

  async #follow({ build, checkpoint }: Standing, { reading, log }: Sources): Promise<void> {
    const table = tableOfBuild(build);
    if (this.#stopped.has(table) || this.#filling.has(table) || this.#ended()) return;
    const { pool, store, clock, batchSize: size = 1_000 } = this.#options;
    if (!this.#met.has(table)) await retryParked(pool, store, build);
    this.#met.add(table);
    if (checkpoint.state === 'ahead-of-store') return;
    const news = await log.after(checkpoint.position, size);
    const folding = { readAfter: log.after.bind(log), source: this.#records, reading, size, clock };
    const { outcome } =
      news.length === 0
        ? { outcome: 'caught-up' }
        : await connected(pool, (client) => foldBatch(client, build, folding));
    if (outcome === 'caught-up' && !settled(checkpoint)) await this.#caughtUp(build);
    if (outcome === 'more') this.#fillApart(build);
  }

  #fillApart(build: Build): void {
    const table = tableOfBuild(build);
    const { signal } = this.#ending;
    const taken = (): void => {
      this.#progress.ring();
    };
    this.#filling.add(table);
    this.#fills = this.#fills.then(async () => {
      await this.#guarded(build, async () => {
        const outcome = await fill(build, { ...this.#options, signal, taken });
        if (outcome === 'caught-up') await this.#caughtUp(build);
      });
      this.#filling.delete(table);
      this.#news.ring();
    });
  }

  async #caughtUp(build: Build): Promise<void> {
    const { pool, clock } = this.#options;
    const checkpoint = await find(pool, build);
    if (checkpoint && !settled(checkpoint)) await takeOver(pool, build, clock());
  }
}

const going = (state: ViewState): boolean => state === 'filling' || state === 'following';
