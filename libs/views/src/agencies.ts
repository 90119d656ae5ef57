import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import { defaultLists, type AgencyLists } from '@anjuan/law';
import { Registry, type Agency } from '@anjuan/registry';
import { EventNotTaken } from './case-events.js';

/** Which lists the event says it was recorded under; `rules` is written by the edge. */
const versionIn = ({ rules }: RecordedEvent): string =>
  typeof rules === 'object' && rules !== null && 'lists' in rules && typeof rules.lists === 'string'
    ? rules.lists
    : defaultLists.version;

/** What views need to know of the agencies; an agency's kind, and its lists of a version, never change. */
export class Agencies {
  readonly #registry: Registry;
  readonly #known = new Map<string, Agency>();

  constructor(store: EventStore) {
    this.#registry = new Registry(store);
  }

  /** The kind of bureau; undefined where no registration is known. */
  async domainOf(agency: string): Promise<string | undefined> {
    return (this.#known.get(agency) ?? (await this.#read(agency)))?.domain;
  }

  /**
   * The lists that the event was recorded under.
   * @throws EventNotTaken when the agency never had them
   */
  async listsOf(event: RecordedEvent): Promise<AgencyLists> {
    const version = versionIn(event);
    if (version === defaultLists.version) return defaultLists;
    const named = (of: Agency | undefined) => of?.lists.find((one) => one.version === version);
    const lists = named(this.#known.get(event.agency)) ?? named(await this.#read(event.agency));
    if (!lists) throw new EventNotTaken(event, `agency ${event.agency} has no lists ${version}`);
    return lists;
  }

  async #read(agency: string): Promise<Agency | undefined> {
    const read = await this.#registry.agency(agency);
    if (read) this.#known.set(agency, read);
    return read;
  }
}
