import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { foldBatch } from './batch.js';
import type { Bells } from './bells.js';
import { find } from './checkpoint.js';
import { fill } from './filling.js';
import { Fills } from './fills.js';
import { FollowedRecords } from './followed-records.js';
import { judge } from './judgement.js';
import { SharedLog } from './log-ahead.js';
import { RecordReading } from './record-source.js';
import { retryParked } from './retry.js';
import { settled, type Standing } from './standing.js';
import { takeOver } from './tables.js';
import { connected } from './transaction.js';
import { tableOfBuild, type Build } from './view.js';

type Options = Readonly<{
  pool: pg.Pool;
  store: EventStore;
  clock: () => Date;
  bells: Bells;
  signal: AbortSignal;
  batchSize: number;
}>;
/** Read once for all builds that are followed in one round. */
type Sources = Readonly<{ reading: RecordReading; log: SharedLog }>;

/** Decides for each build, while a runner runs, whether it follows the log, is filled separately, or is stopped. */
export class Following {
  readonly #options: Options;
  readonly #records: FollowedRecords;
  readonly #fills: Fills;
  /** By table. Builds that use the cached folds. */
  #followed = new Set<string>();
  /** By table. Tried again only at the next start. */
  readonly #stopped = new Set<string>();
  /** By table: builds whose parked records have been tried once. */
  readonly #met = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
    this.#records = new FollowedRecords(options.store);
    this.#fills = new Fills(() => {
      options.bells.news.ring();
    });
  }

  async round(builds: readonly Standing[]): Promise<void> {
    const { store } = this.#options;
    const sources = { reading: new RecordReading(store), log: new SharedLog(store) };
    this.#meet(builds);
    for (const standing of builds) await this.#guarded(standing.build, () => this.#follow(standing, sources));
  }

  /** Resolves when the fills under way have ended. */
  ended(): Promise<void> {
    return this.#fills.ended();
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
    const { pool, store, clock, signal, batchSize: size } = this.#options;
    if (this.#stopped.has(table) || this.#fills.has(build) || signal.aborted) return;
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
    const { bells, pool, store, clock, signal } = this.#options;
    const taken = (): void => {
      bells.progress.ring();
    };
    this.#fills.add(build, () =>
      this.#guarded(build, async () => {
        const outcome = await fill(build, { pool, store, clock, signal, taken });
        if (outcome === 'caught-up') await this.#caughtUp(build);
      }),
    );
  }

  async #caughtUp(build: Build): Promise<void> {
    const { pool, clock } = this.#options;
    const checkpoint = await find(pool, build);
    if (checkpoint && !settled(checkpoint)) await takeOver(pool, build, clock());
  }
}
