import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import type { AnyProcedure } from '@anjuan/procedure';
import { decoded, streamOf } from '@anjuan/record';
import { Agencies } from './agencies.js';
import { EventNotTaken } from './not-taken.js';
import type { ViewRecord } from './view.js';

/** A record's further events, in the order of the whole; never none. */
export type News = Readonly<{
  procedure: AnyProcedure;
  id: string;
  events: readonly RecordedEvent[];
  last: RecordedEvent;
}>;

/** Where views get records from. */
export type RecordSource = Readonly<{
  /**
   * The record as these events leave it.
   * @throws what `isOfRecord` tells: trouble with this record; StoreUnavailable
   */
  take: (news: News) => Promise<ViewRecord>;
}>;

type Past = ViewRecord['history'][number];

/** A fold up to the revision before the first new event. Folding onto it changes it. */
export type Begun = Readonly<{ file: unknown; history: Past[] }>;

/**
 * Folds new events onto a cached fold.
 * @throws EventNotTaken, EventUnknown, DisclosureAltered, StoreUnavailable: `begun` must not be used again
 */
export const folded = async (
  agencies: Agencies,
  { file: before, history }: Begun,
  { procedure, id, events, last }: News,
): Promise<Begun & ViewRecord> => {
  const further = events.map((event) => decoded(procedure, event));
  for (const [index, event] of further.entries()) {
    const recorded = events[index] ?? last;
    history.push({ event, lists: agencies.known(recorded) ?? (await agencies.listsOf(recorded)) });
  }
  const { agency, revision, recordedAt } = last;
  const about = { procedure, id, agency, ...(await agencies.bureauOf(agency)), revision, recordedAt };
  try {
    const file = procedure.resume(before, further) ?? procedure.replay(history.map(({ event }) => event));
    return { ...about, file, history };
  } catch (cause) {
    throw new EventNotTaken(last, `the record does not replay (${String(cause)})`, { cause });
  }
};

export const notBegun = ({ procedure }: Pick<News, 'procedure'>): Begun => ({
  file: procedure.replay([]),
  history: [],
});

/** The record from its beginning. @throws as `folded` */
export async function readWhole(
  store: EventStore,
  agencies: Agencies,
  { procedure, id, last: { revision: upTo } }: Pick<News, 'procedure' | 'id' | 'last'>,
): Promise<Begun & ViewRecord> {
  const stream = streamOf(procedure, id);
  const events = await store.read(stream, upTo);
  const last = events.at(-1);
  if (last?.revision !== upTo) throw new Error(`${stream} has no revision ${upTo}: it cannot be read.`);
  return folded(agencies, notBegun({ procedure }), { procedure, id, events, last });
}

/** Reads each record from its beginning, each revision once for all views of a round. */
export class RecordReading implements RecordSource {
  readonly #store: EventStore;
  readonly #agencies: Agencies;
  readonly #records = new Map<string, Promise<ViewRecord>>();

  constructor(store: EventStore) {
    this.#store = store;
    this.#agencies = new Agencies(store);
  }

  take(news: Pick<News, 'procedure' | 'id' | 'last'>): Promise<ViewRecord> {
    const key = `${streamOf(news.procedure, news.id)}@${news.last.revision}`;
    const read = this.#records.get(key) ?? readWhole(this.#store, this.#agencies, news);
    this.#records.set(key, read);
    return read;
  }
}
