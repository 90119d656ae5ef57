import type { Appended, CommandRef, EventStore, NewEvent } from '@anjuan/event-store';
import { toProblem } from '../http/to-problem.js';
import { problems } from '../http/problems.js';
import type { ClockWatch } from './clock-watch.js';
import type { LastWrites } from './last-writes.js';
import { PassedStore } from './passed-store.js';

/** The record as this program writes it: never by a clock that is wrong, and with the last outcome kept for /health. */
export class WatchedStore extends PassedStore {
  constructor(
    store: EventStore,
    private readonly writes: LastWrites,
    private readonly clock: ClockWatch | undefined,
  ) {
    super(store);
  }

  /** @throws Problem `clock-wrong`; what the store throws */
  override async append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    await this.clock?.demandRight();
    try {
      const appended = await this.store.append(stream, expected, events, command);
      this.clock?.recorded(appended.recordedAt);
      this.writes.done('record');
      return appended;
    } catch (error) {
      // A refusal is an answer of a store that works.
      const problem = toProblem(error);
      if (problems[problem.type].status >= 500) this.writes.failed('record', error);
      else this.writes.done('record');
      throw error;
    }
  }
}
