import type { Appended, CommandRef, EventStore, NewEvent } from '@anjuan/event-store';
import { PassedStore } from '../parts/passed-store.js';

/** Called for every append: how many events were added (0 for a replay or a failure), and how long it took. */
export type AppendSeen = (events: number, seconds: number, outcome: string) => void;

/** Any store, with its appends reported. */
export class MeasuredStore extends PassedStore {
  constructor(
    store: EventStore,
    private readonly seen: AppendSeen,
  ) {
    super(store);
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
      const appended = await this.store.append(stream, expected, events, command);
      this.seen(appended.replayed ? 0 : events.length, seconds(), appended.replayed ? 'replayed' : 'stored');
      return appended;
    } catch (error) {
      this.seen(0, seconds(), error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  }
}
