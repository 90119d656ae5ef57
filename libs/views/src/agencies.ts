import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import { defaultLists, type AgencyLists } from '@anjuan/law';
import { Registry, type Agency } from '@anjuan/registry';
import { EventNotTaken } from './not-taken.js';

/** Which lists the event says it was recorded under; `rules` is written by the edge. */
const versionIn = ({ rules }: RecordedEvent): string =>
  typeof rules === 'object' && rules !== null && 'lists' in rules && typeof rules.lists === 'string'
    ? rules.lists
    : defaultLists.version;

/** What views need to know of the agencies; an agency's kind, and its lists of a version, never change. */
export class Agencies {
  readonly #registry: Registry;
  /** `undefined`: looked up, and not registered. */
  readonly #known = new Map<string, Agency | undefined>();

  constructor(store: EventStore) {
    this.#registry = new Registry(store);
  }

  /** The kind of bureau and where it is; empty where no registration is known. */
  async bureauOf(agency: string): Promise<Partial<Pick<Agency, 'domain' | 'region'>>> {
    const known = this.#known.has(agency) ? this.#known.get(agency) : await this.#read(agency);
    return known === undefined ? {} : { domain: known.domain, region: known.region };
  }

  /** Undefined until `listsOf` has read those of the agency. */
  known(event: RecordedEvent): AgencyLists | undefined {
    const version = versionIn(event);
    if (version === defaultLists.version) return defaultLists;
    return this.#known.get(event.agency)?.lists.find((one) => one.version === version);
  }

  /**
   * The lists that the event was recorded under.
   * @throws EventNotTaken when the agency never had them
   */
  async listsOf(event: RecordedEvent): Promise<AgencyLists> {
    if (!this.known(event)) await this.#read(event.agency);
    const named = this.known(event);
    if (!named) throw new EventNotTaken(event, `agency ${event.agency} has no lists ${versionIn(event)}`);
    return named;
  }

  async #read(agency: string): Promise<Agency | undefined> {
    const read = await this.#registry.agency(agency);
    this.#known.set(agency, read);
    return read;
  }
}
