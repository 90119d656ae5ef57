import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { PositionUnknown, type EventHeader, type EventStore, type Position } from './event-store.js';

/** Identifies an event, also against another one at the same place in a record restored from an older copy. */
export type Entry = Pick<EventHeader, 'id' | 'position' | 'recordedAt'>;

/** Without the event's data, so that no personal data are kept. */
export const entryOf = ({ id, position, recordedAt }: Entry): Entry => ({ id, position, recordedAt });

/** A command sent again after a restore gives its event the same id, but not the same time. */
export const sameEntry = (one: Entry, other: Entry): boolean =>
  one.id === other.id && one.position === other.position && one.recordedAt === other.recordedAt;

/** Number of a check, from 1. What was current at one check is so at every later one, unless its stream has grown. */
export type Look = number;

/** Least time from one check to the next, so that many callers share one. */
const betweenMs = 2;
const mostAtOnce = 1_000;
const mostStreams = 20_000;

/**
 * Finds which streams have new events, from any process, so that the cached folds of the others can be used again.
 * Calls in one turn of the event loop share one query, which starts after all of them.
 */
export class Growth {
  readonly #store: EventStore;
  #looks: Look = 0;
  #running: Promise<Look> = Promise.resolve(0);
  #waiting: Promise<Look> | undefined;
  #begunAt = -betweenMs;
  /** Revision of the last event seen, of streams that have grown since `#proven`. */
  readonly #grown = new Map<string, number>();
  /** The last event seen and the position before it, from which the next check reads: the event must still be there. */
  #last: Readonly<{ entry: Entry; before: Position | undefined }> | undefined;
  /** Where the next check begins as long as no event was seen. */
  #after: Position | undefined;
  /** The first check that has an event to compare with. */
  #proven: Look = 1;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** @throws StoreUnavailable */
  look(): Promise<Look> {
    this.#waiting ??= this.#next(this.#running);
    return this.#waiting;
  }

  /** Whether the last check found the stream as it was read, up to `revision`, after the check `since`. */
  unchanged(stream: string, since: Look, revision: number): boolean {
    return this.#last !== undefined && since >= this.#proven && (this.#grown.get(stream) ?? -1) <= revision;
  }

  async #next(before: Promise<Look>): Promise<Look> {
    await Promise.allSettled([before]);
    const left = this.#begunAt + betweenMs - performance.now();
    await (left > 0 ? sleep(left) : turn());
    this.#begunAt = performance.now();
    this.#running = this.#begun();
    this.#waiting = undefined;
    return this.#running;
  }

  async #begun(): Promise<Look> {
    const look = this.#looks + 1;
    if (this.#looks === 0) await this.#beginAnew();
    else await this.#goOn(look);
    this.#looks = look;
    return look;
  }

  async #goOn(look: Look): Promise<void> {
    const from = this.#last ? this.#last.before : this.#after;
    const events = await this.#headersAfter(from);
    const further = events && this.#beyondLast(events);
    if (!further || events.length === mostAtOnce || this.#grown.size > mostStreams) return this.#beginAnew();
    for (const { stream, revision } of further) this.#grown.set(stream, revision);
    const last = events.at(-1);
    if (!last) return;
    if (!this.#last) this.#proven = look;
    this.#last = { entry: entryOf(last), before: events.at(-2)?.position ?? from };
  }

  /** Undefined: the event seen last is not there any more. */
  #beyondLast(events: readonly EventHeader[]): readonly EventHeader[] | undefined {
    if (!this.#last) return events;
    const [first, ...further] = events;
    return first && sameEntry(first, this.#last.entry) ? further : undefined;
  }

  /** From the head on; until an event is seen there, each fold is compared with the record by itself. */
  async #beginAnew(): Promise<void> {
    this.#after = await this.#store.head();
    this.#last = undefined;
    this.#grown.clear();
  }

  /** Undefined: the record does not reach so far any more. */
  async #headersAfter(position: Position | undefined): Promise<readonly EventHeader[] | undefined> {
    try {
      return await this.#store.readHeaders(position, mostAtOnce);
    } catch (error) {
      if (error instanceof PositionUnknown) return undefined;
      throw error;
    }
  }
}
