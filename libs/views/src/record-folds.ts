import type { EventStore } from '@anjuan/event-store';
import { BoundedCache } from '@anjuan/record';
import { Agencies } from './agencies.js';
import { folded, notBegun, readWhole, type Begun, type News } from './record-source.js';
import type { ViewRecord } from './view.js';

type Known = Begun & ViewRecord;

/**
 * For a fill, which reads every event in the order of the log: caches the folds of the last records, so that an event
 * is folded once. A record that is not cached up to the event before is read from its stream. The cache lives no longer
 * than the fill of one view: erased data must not come back from it.
 */
export class RecordFolds {
  readonly #agencies: Agencies;
  readonly #store: EventStore;
  readonly #known: BoundedCache<Known>;

  constructor(store: EventStore, mostEvents: number) {
    this.#agencies = new Agencies(store);
    this.#store = store;
    this.#known = new BoundedCache(mostEvents, ({ history }) => history.length);
  }

  /**
   * Folds the new events in.
   * @throws errors of the record (see `isOfRecord`), which is then no longer cached; StoreUnavailable
   */
  async fold(news: News): Promise<void> {
    const known = this.#known.get(news.id);
    this.#known.delete(news.id);
    const first = news.events[0]?.revision ?? 0;
    const unbroken = news.last.revision - first + 1 === news.events.length;
    const fits = unbroken && (known?.revision ?? -1) === first - 1;
    const of = fits
      ? await folded(this.#agencies, known ?? notBegun(news), news)
      : await readWhole(this.#store, this.#agencies, news);
    this.#known.put(of.id, of);
  }

  get(id: string): ViewRecord | undefined {
    return this.#known.get(id);
  }

  /** Evicts the least recent records until the cache is within its bound; calls `leaving` with each of them. */
  shrink(leaving: (of: ViewRecord) => void): void {
    for (const [id, of] of this.#known.overdue()) {
      leaving(of);
      this.#known.delete(id);
    }
  }
}
