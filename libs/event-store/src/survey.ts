import { RecordDamaged, type Damage } from './damage.js';
import type { EventStore, RecordedEvent } from './event-store.js';
import type { Lost } from './lost.js';
import { SideValues, type ErasedValues } from './side-values.js';
import { Wholeness } from './wholeness.js';

export type Survey = Readonly<{
  events: number;
  streams: number;
  damaged: readonly Damage[];
  lost: readonly Lost[];
}>;

/** `ordered`: what an event has ordered to be erased. */
type Knowing = Readonly<{
  ordered?: (event: RecordedEvent) => ErasedValues | undefined;
  onProgress?: (events: number) => void;
}>;

/**
 * Reads the whole record: every event as sealed, every stream from 0 on without a gap, every value that is stored
 * separately as it was committed to. Gives what is damaged, the first finding of each stream, and positions without an
 * event.
 * @throws StoreUnavailable
 */
export async function surveyRecord(
  store: EventStore,
  { ordered, onProgress }: Knowing = {},
): Promise<Survey> {
  const found = new Wholeness();
  const values = new SideValues();
  const last = await store.lastRevisions();
  let events = 0;
  for await (const one of store.readAll()) {
    events++;
    if (events % 1_000 === 0) onProgress?.(events);
    found.meet(one);
    if (!one.damage) values.meet(one, ordered?.(one));
  }
  for (const [stream, revision] of last) found.mustReach(stream, revision);
  for (const damage of await values.damaged(store)) found.find(damage);
  // More may be known of them than what the log shows.
  for (const { stream, what } of found.damaged)
    await store.read(stream).catch((error: unknown) => {
      if (!(error instanceof RecordDamaged)) throw error;
      if (error.damage && !SideValues.finds(what)) found.replace(error.damage);
    });
  return { events, streams: found.streams, damaged: found.damaged, lost: await store.lost() };
}
