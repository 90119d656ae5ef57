import type { EventStore } from '@anjuan/event-store';
import { Agencies } from './agencies.js';
import { folded, notBegun, readCase, type Begun, type CaseSource, type News } from './case-source.js';
import type { ViewCase } from './view.js';

type Folded = Begun & ViewCase;
/** `events` of the history, once they are counted; `met` in which round. */
type Known = { revision: number; of: Promise<Folded>; events: number; met: number };

/**
 * For builds that follow the record: the cases met last are kept as folded, so that an event is folded once for all
 * views. A case that is not known up to the event before is read from its beginning, never guessed.
 * What is erased must not come back from memory: whoever meets a build that is new forgets all of it first.
 */
export class FollowedCases implements CaseSource {
  readonly #store: EventStore;
  #agencies: Agencies;
  /** The one met longest ago comes first. */
  readonly #known = new Map<string, Known>();
  readonly #mostEvents: number;
  #events = 0;
  #round = 0;

  constructor(store: EventStore, mostEvents = 20_000) {
    this.#store = store;
    this.#mostEvents = mostEvents;
    this.#agencies = new Agencies(store);
  }

  /** At the beginning of a round: of the agencies, what is registered by then. */
  lookAgain(): void {
    this.#round++;
    this.#agencies = new Agencies(this.#store);
  }

  forget(): void {
    this.#known.clear();
    this.#events = 0;
  }

  take(news: News): Promise<ViewCase> {
    const { caseId, last } = news;
    const known = this.#known.get(caseId);
    if (known?.revision === last.revision) return known.of;
    const of = this.#foldedOn(known, news);
    if (known === undefined || known.revision < last.revision) this.#keep(caseId, last.revision, of);
    return of;
  }

  async #foldedOn(known: Known | undefined, news: News): Promise<Folded> {
    const { caseId, events, last } = news;
    const first = events[0]?.revision ?? last.revision;
    const unbroken = last.revision - first + 1 === events.length;
    if (!unbroken || (known?.revision ?? -1) !== first - 1)
      return readCase(this.#store, this.#agencies, caseId, last.revision);
    if (known === undefined) return folded(this.#agencies, notBegun(), news);
    const { file, history } = await known.of;
    // Another build may still look at the case as it was.
    return folded(this.#agencies, { file, history: [...history] }, news);
  }

  #keep(caseId: string, revision: number, of: Promise<Folded>): void {
    this.#drop(caseId);
    const known: Known = { revision, of, events: 0, met: this.#round };
    this.#known.set(caseId, known);
    const current = () => this.#known.get(caseId) === known;
    of.then(
      ({ history }) => {
        if (!current()) return;
        known.events = history.length;
        this.#events += history.length;
        this.#shrink(caseId);
      },
      () => {
        if (current()) this.#drop(caseId);
      },
    );
  }

  /**
   * Those met longest ago go first. Where all were met in this round or the last the newcomer goes: otherwise, taking
   * turns, each would push out one that comes next, and all of them be read again in every round.
   */
  #shrink(newcomer: string): void {
    for (const [longestAgo, { met }] of this.#known) {
      if (this.#events <= this.#mostEvents) return;
      this.#drop(met < this.#round - 1 ? longestAgo : newcomer);
    }
  }

  #drop(caseId: string): void {
    this.#events -= this.#known.get(caseId)?.events ?? 0;
    this.#known.delete(caseId);
  }
}
