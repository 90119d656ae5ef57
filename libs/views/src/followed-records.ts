import type { EventStore } from '@anjuan/event-store';
import { BoundedCache, streamOf } from '@anjuan/record';
import { Agencies } from './agencies.js';
import { folded, notBegun, readWhole, type Begun, type News, type RecordSource } from './record-source.js';
import type { ViewRecord } from './view.js';

type Folded = Begun & ViewRecord;
/** `events` of the history, once they are counted; `met` in which round. */
type Known = Readonly<{ revision: number; of: Promise<Folded>; events: number; met: number }>;

/**
 * For builds that follow the record: caches the folds of the last records, so that an event is folded once for all
 * views. A record that is not cached up to the event before is read from its beginning.
 * Erased data must not come back from the cache: it is emptied when a new build appears.
 */
export class FollowedRecords implements RecordSource {
  readonly #store: EventStore;
  #agencies: Agencies;
  readonly #known: BoundedCache<Known>;
  #round = 0;

  constructor(store: EventStore, mostEvents = 20_000) {
    this.#store = store;
    this.#known = new BoundedCache(mostEvents, ({ events }) => events);
    this.#agencies = new Agencies(store);
  }

  /** At the beginning of a round: of the agencies, what is registered by then. */
  lookAgain(): void {
    this.#round++;
    this.#agencies = new Agencies(this.#store);
  }

  forget(): void {
    this.#known.clear();
  }

  take(news: News): Promise<ViewRecord> {
    const { last } = news;
    const stream = streamOf(news.procedure, news.id);
    const known = this.#known.get(stream);
    if (known?.revision === last.revision) return known.of;
    const of = this.#foldedOn(known, news);
    if (known === undefined || known.revision < last.revision) this.#keep(stream, last.revision, of);
    return of;
  }

  async #foldedOn(known: Known | undefined, news: News): Promise<Folded> {
    const { events, last } = news;
    const first = events[0]?.revision ?? last.revision;
    const unbroken = last.revision - first + 1 === events.length;
    if (!unbroken || (known?.revision ?? -1) !== first - 1)
      return readWhole(this.#store, this.#agencies, news);
    if (known === undefined) return folded(this.#agencies, notBegun(news), news);
    const { file, history } = await known.of;
    // Another build may still look at the record as it was.
    return folded(this.#agencies, { file, history: [...history] }, news);
  }

  #keep(stream: string, revision: number, of: Promise<Folded>): void {
    const known: Known = { revision, of, events: 0, met: this.#round };
    this.#known.put(stream, known);
    const current = () => this.#known.get(stream) === known;
    of.then(
      ({ history }) => {
        if (!current()) return;
        this.#known.put(stream, { ...known, events: history.length });
        this.#shrink(stream);
      },
      () => {
        if (current()) this.#known.delete(stream);
      },
    );
  }

  /** If every cached record was used in this round or the last, the newcomer goes: evicting the oldest would thrash. */
  #shrink(newcomer: string): void {
    for (const [longestAgo, { met }] of this.#known.overdue())
      this.#known.delete(met < this.#round - 1 ? longestAgo : newcomer);
  }
}
