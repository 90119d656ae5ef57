import type { EventStore } from '@anjuan/event-store';
import { Agencies } from './agencies.js';
import { folded, notBegun, readCase, type Begun, type News } from './case-source.js';
import type { ViewCase } from './view.js';

type Known = Begun & ViewCase;

/**
 * For a fill, which meets every event in the order of the record: the cases met last are kept as folded, so that an
 * event is folded once. A case that is not known up to the event before is read from its stream, never guessed.
 * It lives no longer than its fill: what is erased must not come back from memory.
 */
export class CaseFolds {
  readonly #agencies: Agencies;
  readonly #store: EventStore;
  readonly #mostEvents: number;
  /** The one met longest ago comes first. */
  readonly #known = new Map<string, Known>();
  #events = 0;

  constructor(store: EventStore, mostEvents: number) {
    this.#agencies = new Agencies(store);
    this.#store = store;
    this.#mostEvents = mostEvents;
  }

  /**
   * Folds the news in.
   * @throws EventNotTaken, DisclosureAltered: the case is not known any more; StoreUnavailable
   */
  async fold(news: News): Promise<void> {
    const known = this.#forget(news.caseId);
    const first = news.events[0]?.revision ?? 0;
    const unbroken = news.last.revision - first + 1 === news.events.length;
    const fits = unbroken && (known?.revision ?? -1) === first - 1;
    const of = fits
      ? await folded(this.#agencies, known ?? notBegun(), news)
      : await readCase(this.#store, this.#agencies, news.caseId, news.last.revision);
    this.#known.set(of.caseId, of);
    this.#events += of.history.length;
  }

  get(caseId: string): ViewCase | undefined {
    return this.#known.get(caseId);
  }

  /** Gives up the cases met longest ago, until what is kept is no more than may be kept; `leaving` sees each of them. */
  shrink(leaving: (of: ViewCase) => void): void {
    for (const [caseId, of] of this.#known) {
      if (this.#events <= this.#mostEvents) return;
      leaving(of);
      this.#forget(caseId);
    }
  }

  #forget(caseId: string): Known | undefined {
    const known = this.#known.get(caseId);
    this.#known.delete(caseId);
    this.#events -= known?.history.length ?? 0;
    return known;
  }
}
