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

  /** Undefined until `of` has read those of the agency. */
  known(event: RecordedEvent): AgencyLists | undefined {
    const version = versionIn(event);
    return version === defaultLists.version ? defaultLists : this.#known.get(`${event.agency} ${version}`);
  }

  /** @throws EventNotTaken when the agency never had them */
  async of(event: RecordedEvent): Promise<AgencyLists> {
    if (!this.known(event)) await this.#read(event.agency);
    const named = this.known(event);
    if (!named) throw new EventNotTaken(event, `agency ${event.agency} has no lists ${versionIn(event)}`);
    return named;
  }

  async #read(agency: string): Promise<void> {
    const lists = (await this.#registry.agency(agency))?.lists ?? [];
    for (const one of lists) this.#known.set(`${agency} ${one.version}`, one);
  }
}
