import type { EventStore, Position } from '@anjuan/event-store';
import type { Bells } from './bells.js';

type Listening = Readonly<{ store: EventStore; bells: Bells; signal: AbortSignal; pollMs: number }>;

/** Rings for what the store tells of. A subscription that breaks off is renewed; meanwhile the poll goes on. */
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
      // what is wrong with the record is told by the fold
      last = await store.head().catch(() => last);
    }
    if (!ended()) await bells.progress.next(bells.progress.rings, pollMs);
  }
}
