import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { PositionUnknown, type EventHeader, type EventStore, type Position } from './event-store.js';

/** Tells an event from one that took its place in a record put back from an older copy. */
export type Entry = Pick<EventHeader, 'id' | 'position' | 'recordedAt'>;

/** Not the event itself: personal data may stand beside it. */
export const entryOf = ({ id, position, recordedAt }: Entry): Entry => ({ id, position, recordedAt });

/** A command sent again after a restore gives its event the same id, but not the same time. */
export const sameEntry = (one: Entry, other: Entry): boolean =>
  one.id === other.id && one.position === other.position && one.recordedAt === other.recordedAt;

/** Counted from 1: what was known at a look is known at every later one, unless its stream has grown. */
export type Look = number;

/** Least time from one look to the next: those who come in a crowd are answered together. */
const betweenMs = 2;
const mostAtOnce = 1_000;
const mostStreams = 20_000;

/**
 * Which streams have grown, by whatever process: what is folded of the others need not be read again. One question to
 * the record serves all who ask in the same turn of the event loop, and begins after they asked.
 */
export class Growth {
  readonly #store: EventStore;
  #looks: Look = 0;
  #running: Promise<Look> = Promise.resolve(0);
  #waiting: Promise<Look> | undefined;
  #begunAt = -betweenMs;
  /** Revision of the last event seen, of streams that have grown since `#proven`. */
  readonly #grown = new Map<string, number>();
  /** The last event seen and the position before it, from which the next look begins: the event must still be there. */
  #last: Readonly<{ entry: Entry; before: Position | undefined }> | undefined;
  /** Where the next look begins as long as no event was seen. */
  #after: Position | undefined;
  /** The first look with an event to be met again. */
  #proven: Look = 1;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** @throws StoreUnavailable */
  look(): Promise<Look> {
    this.#waiting ??= this.#next(this.#running);
    return this.#waiting;
  }

  /** Whether the stream is, at the last look, as it was when it was read up to `revision` after the look `since`. */
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
