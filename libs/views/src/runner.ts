import type { EventStore, Position } from '@anjuan/event-store';
import type pg from 'pg';
import { Bells } from './bells.js';
import { erase } from './erasure.js';
import { Following } from './following.js';
import { compareWithRecord } from './judgement.js';
import { listen } from './listening.js';
import { viewNamed } from './named.js';
import { retry, type Retried } from './retry.js';
import { goRound } from './rounds.js';
import { migrate } from './schema.js';
import { buildsOf, type Standing } from './standing.js';
import { statesOfViews, type StateOfView } from './states.js';
import { nextBuild, prepare } from './tables.js';
import type { View } from './view.js';
import { taken } from './waiting.js';

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

/** Keeps the views up with the record. Several processes may run: each build of a view is folded by one at a time. */
export class ViewRunner {
  readonly #options: Required<RunnerOptions>;
  readonly #bells = new Bells();
  #ending = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: RunnerOptions) {
    this.#options = { pollMs: 1_000, batchSize: 1_000, ...options };
  }

  /** Makes what is missing of the tables, looks whether the record is the one known, and begins to fold. */
  async start(): Promise<void> {
    const { pool, views, store, clock } = this.#options;
    this.#ending = new AbortController();
    await migrate(pool);
    for (const view of views) await prepare(pool, view, clock());
    for (const { build } of await this.#builds()) await compareWithRecord(build, this.#options);
    const head = await store.head();
    this.#running = this.#run(head);
  }

  async #run(head: Position | undefined): Promise<void> {
    const part = { ...this.#options, bells: this.#bells, signal: this.#ending.signal };
    const following = new Following(part);
    const builds = (): Promise<readonly Standing[]> => this.#builds();
    const follow = (found: readonly Standing[]): Promise<void> => following.round(found);
    await Promise.all([goRound({ ...part, builds, follow }), listen(head, part)]);
    await following.ended();
  }

  /** Resolves when the batches under way have ended. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#bells.ringAll();
    await this.#running;
  }

  /**
   * True when each of these lists, as it is read, has taken the event at `position`; false when one will not, or not
   * within `timeoutMs`.
   */
  waitFor(position: Position, timeoutMs: number, views = this.#options.views): Promise<boolean> {
    const { signal } = this.#ending;
    return taken(position, { ...this.#options, views, bells: this.#bells, signal, timeoutMs });
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
   * Fills a new table of the view from the beginning, which then replaces the active one: needed when the view is ahead
   * of the store, and after an erasure. Resolves when the rebuild has begun.
   */
  async rebuild(name: string): Promise<void> {
    const { views, pool, clock } = this.#options;
    await nextBuild(pool, viewNamed(views, name), clock());
    this.#bells.news.ring();
  }

  /** Erases disclosures from the record and, within moments, from the lists; see `erase`. */
  async erase(digests: readonly string[]): Promise<number> {
    const erased = await erase(digests, this.#options);
    this.#bells.news.ring();
    return erased;
  }

  /** Tries the parked records of the view again. */
  async retry(name: string): Promise<Retried> {
    return retry(viewNamed(this.#options.views, name), this.#options);
  }

  #builds(): Promise<readonly Standing[]> {
    return buildsOf(this.#options.pool, this.#options.views);
  }
}
