import {
  EventStore,
  type Appended,
  type CommandRef,
  type EventHeader,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@anjuan/event-store';

/** Told of every append: how many events were added (0 for a replay or a failure), and how long it took. */
export type AppendSeen = (events: number, seconds: number, outcome: string) => void;

/** Any store, with its appends told about. */
export class MeasuredStore extends EventStore {
  readonly #store: EventStore;
  readonly #seen: AppendSeen;

  constructor(store: EventStore, seen: AppendSeen) {
    super();
    this.#store = store;
    this.#seen = seen;
  }

  override async append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    try {
      const appended = await this.#store.append(stream, expected, events, command);
      this.#seen(appended.replayed ? 0 : events.length, seconds(), appended.replayed ? 'replayed' : 'stored');
      return appended;
    } catch (error) {
      this.#seen(0, seconds(), error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  }

  override find(commandId: string): ReturnType<EventStore['find']> {
    return this.#store.find(commandId);
  }

  override read(stream: string, upTo?: number, from?: number): Promise<readonly RecordedEvent[]> {
    return this.#store.read(stream, upTo, from);
  }

  override readAll(after?: Position, limit?: number): AsyncIterable<RecordedEvent> {
    return this.#store.readAll(after, limit);
  }

  override readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    return this.#store.readHeaders(after, limit);
  }

  override subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    return this.#store.subscribe(after, signal);
  }

  override head(): Promise<Position | undefined> {
    return this.#store.head();
  }

  override erase(digests: readonly string[]): Promise<number> {
    return this.#store.erase(digests);
  }

  override close(): Promise<void> {
    return this.#store.close();
  }
}
