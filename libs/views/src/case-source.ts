import { replay, resume } from '@anjuan/case';
import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import { caseEvent, EventNotTaken, streamOf } from './case-events.js';
import { Agencies } from './agencies.js';
import type { ViewCase } from './view.js';

/** A case's further events, in the order of the record; never none. */
export type News = Readonly<{ caseId: string; events: readonly RecordedEvent[]; last: RecordedEvent }>;

/** Where views get cases from. */
export type CaseSource = Readonly<{
  /**
   * The case as these events leave it.
   * @throws EventNotTaken, DisclosureAltered: trouble with this case; StoreUnavailable
   */
  take: (news: News) => Promise<ViewCase>;
}>;

const none: Pick<ViewCase, 'history'> = { history: [] };

/** Folds what is new onto what is known: `known` goes up to the revision before the first new event, or is absent. */
const folded = async (
  agencies: Agencies,
  known: ViewCase | undefined,
  { caseId, events, last }: News,
): Promise<ViewCase> => {
  const history = [...(known ?? none).history];
  const further = events.map(caseEvent);
  for (const [index, event] of further.entries())
    history.push({ event, lists: await agencies.listsOf(events[index] ?? last) });
  const { agency, revision, recordedAt } = last;
  const domain = await agencies.domainOf(agency);
  const about = { caseId, agency, ...(domain !== undefined && { domain }), revision, recordedAt };
  try {
    const file = (known && resume(known.file, further)) ?? replay(history.map(({ event }) => event));
    return { ...about, file, history };
  } catch (cause) {
    throw new EventNotTaken(last, `the case does not replay (${String(cause)})`, { cause });
  }
};

/** Reads each case from its beginning, each revision once for all views of a round. */
export class CaseReading implements CaseSource {
  readonly #store: EventStore;
  readonly #agencies: Agencies;
  readonly #cases = new Map<string, Promise<ViewCase>>();

  constructor(store: EventStore) {
    this.#store = store;
    this.#agencies = new Agencies(store);
  }

  take({ caseId, last }: Pick<News, 'caseId' | 'last'>): Promise<ViewCase> {
    const key = `${caseId}@${last.revision}`;
    const read = this.#cases.get(key) ?? this.#read(caseId, last.revision);
    this.#cases.set(key, read);
    return read;
  }

  async #read(caseId: string, upTo: number): Promise<ViewCase> {
    const events = await this.#store.read(streamOf(caseId), upTo);
    const last = events.at(-1);
    if (last?.revision !== upTo)
      throw new Error(`Case ${caseId} has no revision ${upTo}: it cannot be read.`);
    return folded(this.#agencies, undefined, { caseId, events, last });
  }
}

/**
 * For a fill, which meets every event in the order of the record: the cases met last are kept as folded, so that an
 * event is folded once. A case that is not known up to the event before is read from its stream, never guessed.
 * It lives no longer than its fill: what is erased must not come back from memory.
 */
export class CaseFolds implements CaseSource {
  readonly #agencies: Agencies;
  readonly #reading: EventStore;
  readonly #mostEvents: number;
  /** The one met longest ago comes first. */
  readonly #known = new Map<string, ViewCase>();
  #events = 0;

  constructor(store: EventStore, mostEvents: number) {
    this.#agencies = new Agencies(store);
    this.#reading = store;
    this.#mostEvents = mostEvents;
  }

  async take(news: News): Promise<ViewCase> {
    const known = this.#forget(news.caseId);
    const first = news.events[0]?.revision ?? 0;
    const unbroken = news.last.revision - first + 1 === news.events.length;
    const fits = unbroken && (known?.revision ?? -1) === first - 1;
    const of = fits ? await folded(this.#agencies, known, news) : await this.#read(news);
    this.#keep(of);
    return of;
  }

  async #read({ caseId, last }: News): Promise<ViewCase> {
    return new CaseReading(this.#reading).take({ caseId, last });
  }

  #forget(caseId: string): ViewCase | undefined {
    const known = this.#known.get(caseId);
    this.#known.delete(caseId);
    this.#events -= known?.history.length ?? 0;
    return known;
  }

  #keep(of: ViewCase): void {
    this.#known.set(of.caseId, of);
    this.#events += of.history.length;
    for (const caseId of this.#known.keys()) {
      if (this.#events <= this.#mostEvents) break;
      this.#forget(caseId);
    }
  }
}
