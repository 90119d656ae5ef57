import { RecordDamaged, type Damage } from './damage.js';
import type { EventStore } from './event-store.js';
import type { Lost } from './lost.js';
import { Wholeness } from './wholeness.js';

export type Survey = Readonly<{
  events: number;
  streams: number;
  damaged: readonly Damage[];
  lost: readonly Lost[];
}>;

/**
 * Reads the whole record: every event as sealed, every stream from 0 on without a gap. Gives what is damaged, the first
 * finding of each stream, and positions without an event.
 * @throws StoreUnavailable
 */
export async function surveyRecord(
  store: EventStore,
  onProgress?: (events: number) => void,
): Promise<Survey> {
  const found = new Wholeness();
  const last = await store.lastRevisions();
  let events = 0;
  for await (const one of store.readAll()) {
    events++;
    if (events % 1_000 === 0) onProgress?.(events);
    found.meet(one);
  }
  for (const [stream, revision] of last) found.mustReach(stream, revision);
  // More may be known of them than what the log shows.
  for (const { stream } of found.damaged)
    await store.read(stream).catch((error: unknown) => {
      if (!(error instanceof RecordDamaged)) throw error;
      if (error.damage) found.replace(error.damage);
    });
  return { events, streams: found.streams, damaged: found.damaged, lost: await store.lost() };
}
