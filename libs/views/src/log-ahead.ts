import type { EventStore, Position, RecordedEvent } from '@anjuan/event-store';

type Read = Readonly<{ after: Position | null; size: number; events: Promise<readonly RecordedEvent[]> }>;

const ignore = (): void => {
  // the reader of these events gets the error
};

/** Reads the record's next events while those before them are folded. */
export class LogAhead {
  readonly #store: EventStore;
  #next: Read | undefined;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** @throws PositionUnknown, StoreUnavailable */
  async after(position: Position | null, size: number): Promise<readonly RecordedEvent[]> {
    const ahead = this.#next;
    this.#next = undefined;
    const fits = ahead?.after === position && ahead.size === size;
    const events = await (fits ? ahead.events : readAfter(this.#store, position, size));
    const last = events.at(-1);
    if (last && events.length === size) this.#readAhead(last.position, size);
    return events;
  }

  #readAhead(after: Position, size: number): void {
    const events = readAfter(this.#store, after, size);
    events.catch(ignore);
    this.#next = { after, size, events };
  }
}

/** For views that go over the record side by side: what several read in one turn is read once. */
export class SharedLog {
  readonly #read = new Map<string, Promise<readonly RecordedEvent[]>>();

  constructor(private readonly store: EventStore) {}

  /** @throws PositionUnknown, StoreUnavailable */
  after(position: Position | null, size: number): Promise<readonly RecordedEvent[]> {
    const from = position ?? '';
    const events = this.#read.get(from) ?? readAfter(this.store, position, size);
    this.#read.set(from, events);
    return events;
  }
}

export async function readAfter(
  store: EventStore,
  position: Position | null,
  size: number,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll(position ?? undefined, size)) events.push(event);
  return events;
}
