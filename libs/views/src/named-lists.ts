import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import { defaultLists, type AgencyLists } from '@anjuan/law';
import { Registry } from '@anjuan/registry';
import { EventNotTaken } from './case-events.js';

/** Which lists the event says it was recorded under; `rules` is written by the edge. */
const versionIn = ({ rules }: RecordedEvent): string =>
  typeof rules === 'object' && rules !== null && 'lists' in rules && typeof rules.lists === 'string'
    ? rules.lists
    : defaultLists.version;

/** The agency's lists that events were recorded under; those of a version never change. */
export class NamedLists {
  readonly #registry: Registry;
  readonly #known = new Map<string, AgencyLists>();

  constructor(store: EventStore) {
    this.#registry = new Registry(store);
  }

  /** @throws EventNotTaken when the agency never had them */
  async of(event: RecordedEvent): Promise<AgencyLists> {
    const version = versionIn(event);
    if (version === defaultLists.version) return defaultLists;
    const key = `${event.agency} ${version}`;
    if (!this.#known.has(key)) await this.#read(event.agency);
    const named = this.#known.get(key);
    if (!named) throw new EventNotTaken(event, `agency ${event.agency} has no lists ${version}`);
    return named;
  }

  async #read(agency: string): Promise<void> {
    const lists = (await this.#registry.agency(agency))?.lists ?? [];
    for (const one of lists) this.#known.set(`${agency} ${one.version}`, one);
  }
}
