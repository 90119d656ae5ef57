import { replay, resume, type CaseFile } from '@anjuan/case';
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

type Past = ViewCase['history'][number];

/** A case to be folded onto: up to the revision before the first new event. It is used up by that. */
export type Begun = Readonly<{ file: CaseFile; history: Past[] }>;

const empty = replay([]);

/**
 * Folds what is new onto what is known.
 * @throws EventNotTaken, DisclosureAltered, StoreUnavailable: `begun` is of no use any more
 */
export const folded = async (
  agencies: Agencies,
  { file: before, history }: Begun,
  { caseId, events, last }: News,
): Promise<Begun & ViewCase> => {
  const further = events.map(caseEvent);
  for (const [index, event] of further.entries()) {
    const recorded = events[index] ?? last;
    history.push({ event, lists: agencies.known(recorded) ?? (await agencies.listsOf(recorded)) });
  }
  const { agency, revision, recordedAt } = last;
  const about = { caseId, agency, ...(await agencies.bureauOf(agency)), revision, recordedAt };
  try {
    const file = resume(before, further) ?? replay(history.map(({ event }) => event));
    return { ...about, file, history };
  } catch (cause) {
    throw new EventNotTaken(last, `the case does not replay (${String(cause)})`, { cause });
  }
};

export const notBegun = (): Begun => ({ file: empty, history: [] });

/** The case from its beginning. @throws as `folded` */
export async function readCase(
  store: EventStore,
  agencies: Agencies,
  caseId: string,
  upTo: number,
): Promise<Begun & ViewCase> {
  const events = await store.read(streamOf(caseId), upTo);
  const last = events.at(-1);
  if (last?.revision !== upTo) throw new Error(`Case ${caseId} has no revision ${upTo}: it cannot be read.`);
  return folded(agencies, notBegun(), { caseId, events, last });
}

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
    const read = this.#cases.get(key) ?? readCase(this.#store, this.#agencies, caseId, last.revision);
    this.#cases.set(key, read);
    return read;
  }
}
