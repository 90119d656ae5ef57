import { RecordDamaged, type Damage } from './damage.js';
import type { EventStore } from './event-store.js';
import type { Lost } from './lost.js';

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
export async function surveyRecord(store: EventStore, told?: (events: number) => void): Promise<Survey> {
  const next = new Map<string, number>();
  const damaged = new Map<string, Damage>();
  let events = 0;
  for await (const { stream, revision, position, damage } of store.readAll()) {
    events++;
    if (events % 1_000 === 0) told?.(events);
    const expected = next.get(stream) ?? 0;
    const found =
      damage ??
      (revision === expected
        ? undefined
        : { what: expected === 0 ? 'beginsLate' : 'gap', stream, revision: expected, position });
    if (found && !damaged.has(stream)) damaged.set(stream, found);
    if (!damage) next.set(stream, revision + 1);
  }
  // The log may have lost a stream whole; those that were met are asked for by name too.
  for (const stream of damaged.keys())
    await store.read(stream).catch((error: unknown) => {
      if (!(error instanceof RecordDamaged)) throw error;
      if (error.damage) damaged.set(stream, error.damage);
    });
  return { events, streams: next.size, damaged: [...damaged.values()], lost: await store.lost() };
}
