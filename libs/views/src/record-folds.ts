import type { EventStore } from '@anjuan/event-store';
import { BoundedCache } from '@anjuan/record';
import { Agencies } from './agencies.js';
import { folded, notBegun, readWhole, type Begun, type News } from './record-source.js';
import type { ViewRecord } from './view.js';

type Known = Begun & ViewRecord;

/**
 * For a fill, which meets every event in the order of the whole: the records met last are kept as folded, so that an
 * event is folded once. A record that is not known up to the event before is read from its stream, never guessed.
 * It lives no longer than its fill, of one view: what is erased must not come back from memory.
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
   * Folds the news in.
   * @throws what `isOfRecord` tells: the record is not known any more; StoreUnavailable
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

  /** Evicts the records met longest ago, until what is kept is no more than may be kept; `leaving` sees each of them. */
  shrink(leaving: (of: ViewRecord) => void): void {
    for (const [id, of] of this.#known.overdue()) {
      leaving(of);
      this.#known.delete(id);
    }
  }
}
