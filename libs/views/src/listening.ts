import type { EventStore, Position } from '@anjuan/event-store';
import type { Bells } from './bells.js';

type Listening = Readonly<{ store: EventStore; bells: Bells; signal: AbortSignal; pollMs: number }>;

/** Signals new events of a subscription, which is renewed when it breaks off; meanwhile the poll goes on. */
export async function listen(
  head: Position | undefined,
  { store, bells, signal, pollMs }: Listening,
): Promise<void> {
  const ended = (): boolean => signal.aborted;
  let last = head;
  while (!ended()) {
    try {
      for await (const { position } of store.subscribe(last, signal)) {
        last = position;
        bells.news.ring();
      }
    } catch {
      // the fold reports what is wrong with the record
      last = await store.head().catch(() => last);
    }
    if (!ended()) await bells.progress.next(bells.progress.rings, pollMs);
  }
}
