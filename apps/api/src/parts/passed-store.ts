import {
  EventStore,
  type Appended,
  type CommandRef,
  type EventHeader,
  type Instant,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@anjuan/event-store';

/** Delegates everything to another store: a base for decorators of some methods. */
export class PassedStore extends EventStore {
  constructor(protected readonly store: EventStore) {
    super();
  }

  override append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    return this.store.append(stream, expected, events, command);
  }

  override find(commandId: string): ReturnType<EventStore['find']> {
    return this.store.find(commandId);
  }

  override read(stream: string, upTo?: number, from?: number): Promise<readonly RecordedEvent[]> {
    return this.store.read(stream, upTo, from);
  }

  override readAll(after?: Position, limit?: number): AsyncIterable<RecordedEvent> {
    return this.store.readAll(after, limit);
  }

  override readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    return this.store.readHeaders(after, limit);
  }

  override subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    return this.store.subscribe(after, signal);
  }

  override head(): Promise<Position | undefined> {
    return this.store.head();
  }

  override lastRecordedAt(): Promise<Instant | undefined> {
    return this.store.lastRecordedAt();
  }

  override damaged(): ReturnType<EventStore['damaged']> {
    return this.store.damaged();
  }

  override troubles(): ReturnType<EventStore['troubles']> {
    return this.store.troubles();
  }

  override lost(): ReturnType<EventStore['lost']> {
    return this.store.lost();
  }

  override lastRevisions(): ReturnType<EventStore['lastRevisions']> {
    return this.store.lastRevisions();
  }

  override erase(digests: readonly string[]): Promise<number> {
    return this.store.erase(digests);
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}
