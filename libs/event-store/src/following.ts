import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable, type Position, type RecordedEvent } from './event-store.js';

/** Wakes those who wait for new events. Signals are counted, so that one between a read and the wait is not lost. */
export class Bell {
  #rings = 0;
  readonly #waiting = new Set<() => void>();

  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings++;
    for (const wake of this.#waiting) wake();
  }

  /** Resolves at the first ring after the count `heard`, when `signal` is aborted, or after `ms`. */
  async next(heard: number, signal: AbortSignal, ms: number): Promise<void> {
    if (this.#rings !== heard || signal.aborted) return;
    const end = new AbortController();
    const wake = (): void => {
      end.abort();
    };
    this.#waiting.add(wake);
    signal.addEventListener('abort', wake);
    try {
      await sleep(ms, undefined, { signal: end.signal, ref: false });
    } catch {
      // woken before the time was up
    } finally {
      this.#waiting.delete(wake);
      signal.removeEventListener('abort', wake);
    }
  }
}

type Read = (after: Position | undefined) => AsyncIterable<RecordedEvent>;

/** The subscriptions of one store, which end with it. */
export class Subscriptions {
  readonly #closing = new AbortController();

  constructor(
    private readonly bell: Bell,
    private readonly pollMs: number,
  ) {}

  get closed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Aborted when the store closes. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  begin(read: Read, after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    return follow(read, this.bell, after, { signal: either, pollMs: this.pollMs });
  }

  close(): void {
    this.#closing.abort();
  }
}

/** Least time from one read for new events to the next, so that a busy store's events are read together. */
const betweenMs = 100;

/**
 * Reads to the head, waits for the bell or the poll, and reads on, until aborted. While the store does not answer it
 * waits: nothing is passed over, the next read begins where the last event was given.
 */
export async function* follow(
  read: Read,
  bell: Bell,
  after: Position | undefined,
  { signal, pollMs }: Readonly<{ signal: AbortSignal; pollMs: number }>,
): AsyncGenerator<RecordedEvent> {
  const ended = (): boolean => signal.aborted;
  let last = after;
  while (!ended()) {
    const heard = bell.rings;
    const begun = performance.now();
    for await (const event of untilSilent(read(last))) {
      if (ended()) return;
      yield event;
      last = event.position;
    }
    await bell.next(heard, signal, pollMs);
    const left = begun + betweenMs - performance.now();
    if (left > 0) await sleep(left, undefined, { signal, ref: false }).catch(ignore);
  }
}

function ignore(): void {
  // aborted: the loop ends
}

async function* untilSilent(events: AsyncIterable<RecordedEvent>): AsyncGenerator<RecordedEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}
