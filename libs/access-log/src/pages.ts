import { randomUUID } from 'node:crypto';
import {
  commit,
  RecordDamaged,
  RevisionConflict,
  type EventStore,
  type Json,
  type NewEvent,
  type Position,
} from '@anjuan/event-store';
import { accessEvents, accessProcedure, type AccessEvent } from './access-events.js';

type Of<Event> = Event extends AccessEvent ? Pick<Event, 'type' | 'data'> : never;
export type AccessEntry = Of<AccessEvent> & Readonly<{ agency: string; person?: string; occurredAt: string }>;

type Batch = Readonly<{ events: readonly NewEvent[]; command: string }>;
type Page = {
  stream: string;
  revision: number | 'none';
  /** Sent, and not known to be stored: it is sent again as it was. */
  sent: Batch | undefined;
};

/** Listing a page reads all of it again for each new entry. */
export const entriesOfPage = 100;
/** Of entries without a person: nobody is signed in. */
const nobody = 'nobody';

/**
 * The log of access is kept in pages: streams of an agency's entries that one program alone writes, begun anew when they
 * are full. So it never waits for a command, nor a command for it, and no stream grows long.
 */
export class Pages {
  readonly #waiting = new Map<string, AccessEntry[]>();
  readonly #pages = new Map<string, Page>();

  constructor(private readonly store: EventStore) {}

  /** Entries not known to be stored. */
  get waiting(): number {
    const unsent = [...this.#waiting.values()].reduce((sum, entries) => sum + entries.length, 0);
    return [...this.#pages.values()].reduce((sum, { sent }) => sum + (sent?.events.length ?? 0), unsent);
  }

  add(entries: readonly AccessEntry[]): void {
    for (const entry of entries) {
      const own = this.#waiting.get(entry.agency);
      if (own) own.push(entry);
      else this.#waiting.set(entry.agency, [entry]);
    }
  }

  /**
   * Writes all that waits; what could not be written goes on waiting.
   * @throws what the store throws
   */
  async write(): Promise<Position | undefined> {
    let last: Position | undefined;
    for (const agency of new Set([...this.#pages.keys(), ...this.#waiting.keys()]))
      last = (await this.#writeOf(agency)) ?? last;
    return last;
  }

  async #writeOf(agency: string): Promise<Position | undefined> {
    const waiting = this.#waiting.get(agency) ?? [];
    let last: Position | undefined;
    for (;;) {
      const page = this.#page(agency);
      page.sent ??= batchOf(waiting.splice(0, roomIn(page)));
      if (page.sent === undefined) break;
      last = (await this.#send(agency, page, page.sent)) ?? last;
    }
    this.#waiting.delete(agency);
    return last;
  }

  #page(agency: string): Page {
    const known = this.#pages.get(agency);
    if (known && (known.sent !== undefined || roomIn(known) > 0)) return known;
    const page: Page = {
      stream: `${accessProcedure.name}-${randomUUID()}`,
      revision: 'none',
      sent: undefined,
    };
    this.#pages.set(agency, page);
    return page;
  }

  /** Undefined where the page is no good any more: the same entries go to the next one. */
  async #send(agency: string, page: Page, { events, command: id }: Batch): Promise<Position | undefined> {
    try {
      const appended = await this.store.append(page.stream, page.revision, events, { id, digest: id });
      page.revision = appended.revision;
      page.sent = undefined;
      return appended.position;
    } catch (error) {
      if (!(error instanceof RevisionConflict || error instanceof RecordDamaged)) throw error;
      this.#pages.delete(agency);
      this.#page(agency).sent = { events, command: `access/${randomUUID()}` };
      return undefined;
    }
  }
}

const roomIn = ({ revision }: Page): number => entriesOfPage - (revision === 'none' ? 0 : revision + 1);

const batchOf = (entries: readonly AccessEntry[]): Batch | undefined =>
  entries.length === 0 ? undefined : { events: entries.map(sealed), command: `access/${randomUUID()}` };

const sealed = ({ type, agency, person, occurredAt, data: given }: AccessEntry): NewEvent => {
  const { v, personal } = accessEvents[type];
  const { data, disclosures } = commit(JSON.parse(JSON.stringify(given)) as Json, personal);
  const actors = person === undefined ? [] : [{ person }];
  return { type, v, occurredAt, actors, recordedBy: person ?? nobody, agency, rules: {}, data, disclosures };
};
