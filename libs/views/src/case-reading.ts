import { eventVersions, replay, type CaseEvent } from '@anjuan/case';
import { disclose, type EventStore, type RecordedEvent } from '@anjuan/event-store';
import { defaultLists, type AgencyLists } from '@anjuan/law';
import { Registry, type Agency } from '@anjuan/registry';
import type { ViewCase } from './view.js';

const streamOfCase = /^case-(.+)$/;

/** This program's view cannot take the event: a newer program must, or the view's code is wrong. */
export class EventNotTaken extends Error {
  override readonly name = 'EventNotTaken';
  constructor(
    where: Readonly<{ stream: string; revision: number; type: string; v: number }>,
    why: string,
    options?: ErrorOptions,
  ) {
    const { stream, revision, type, v } = where;
    super(
      `${type} v${v} at revision ${revision} of ${stream} cannot be taken: ${why}. Start a program that knows it; nothing was skipped.`,
      options,
    );
  }
}

const known = (type: string): type is CaseEvent['type'] => Object.hasOwn(eventVersions, type);

/** @throws EventNotTaken */
const caseEvent = (recorded: RecordedEvent): CaseEvent => {
  const { type, v, occurredAt, recordedAt, recordedBy, actors, revision, disclosures } = recorded;
  if (!known(type)) throw new EventNotTaken(recorded, 'no such event is known');
  if (eventVersions[type] !== v) throw new EventNotTaken(recorded, `version ${eventVersions[type]} is known`);
  const shown = disclosures.filter(({ kind }) => kind !== 'reporter');
  const data = disclose(recorded.data, shown);
  return { type, v, occurredAt, recordedAt, recordedBy, actors, revision, data } as CaseEvent;
};

/** Which lists the event says it was recorded under; `rules` is written by the edge. */
const listsNamed = ({ rules }: RecordedEvent): string | undefined =>
  typeof rules === 'object' && rules !== null && 'lists' in rules && typeof rules.lists === 'string'
    ? rules.lists
    : undefined;

/** Reads cases from the record for one round of views, each revision once. */
export class CaseReading {
  readonly #store: EventStore;
  readonly #registry: Registry;
  readonly #cases = new Map<string, Promise<ViewCase>>();
  readonly #agencies = new Map<string, Promise<Agency | undefined>>();

  constructor(store: EventStore) {
    this.#store = store;
    this.#registry = new Registry(store);
  }

  /**
   * The cases that these events touch, each as its last event among them leaves it.
   * @throws EventNotTaken
   */
  async casesOf(events: readonly RecordedEvent[]): Promise<readonly ViewCase[]> {
    const last = new Map(events.map((event) => [event.stream, event]));
    const cases: ViewCase[] = [];
    for (const event of last.values()) {
      const caseId = streamOfCase.exec(event.stream)?.[1];
      if (caseId !== undefined) cases.push(await this.#case(caseId, event));
    }
    return cases;
  }

  #case(caseId: string, last: RecordedEvent): Promise<ViewCase> {
    const key = `${caseId}@${last.revision}`;
    const read = this.#cases.get(key) ?? this.#read(caseId, last);
    this.#cases.set(key, read);
    return read;
  }

  async #read(caseId: string, last: RecordedEvent): Promise<ViewCase> {
    const recorded = await this.#store.read(last.stream, last.revision);
    const events = recorded.map(caseEvent);
    const history: { event: CaseEvent; lists: AgencyLists }[] = [];
    for (const [index, event] of events.entries())
      history.push({ event, lists: await this.#listsOf(recorded[index] ?? last) });
    const { agency, revision, recordedAt } = last;
    const domain = (await this.#agency(agency))?.domain;
    const file = replayed(events, last);
    return { caseId, agency, ...(domain !== undefined && { domain }), revision, recordedAt, file, history };
  }

  async #listsOf(event: RecordedEvent): Promise<AgencyLists> {
    const version = listsNamed(event) ?? defaultLists.version;
    if (version === defaultLists.version) return defaultLists;
    const named = (await this.#agency(event.agency))?.lists.find((one) => one.version === version);
    if (!named) throw new EventNotTaken(event, `agency ${event.agency} has no lists ${version}`);
    return named;
  }

  #agency(agency: string): Promise<Agency | undefined> {
    const read = this.#agencies.get(agency) ?? this.#registry.agency(agency);
    this.#agencies.set(agency, read);
    return read;
  }
}

const replayed = (events: readonly CaseEvent[], last: RecordedEvent): ViewCase['file'] => {
  try {
    return replay(events);
  } catch (cause) {
    throw new EventNotTaken(last, 'the case does not replay', { cause });
  }
};
