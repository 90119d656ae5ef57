import type { EventStore, Instant, RecordedEvent } from '@anjuan/event-store';
import type { AnyProcedure, Event, Procedure } from '@anjuan/procedure';
import { decoded } from './decoding.js';
import { streamOf } from './streams.js';

/** A record as its events leave it. */
export type Standing<Recorded = Event<string, unknown>, File = unknown> = Readonly<{
  id: string;
  agency: string;
  /** -1: its stream has no event yet. */
  revision: number;
  recordedAt: Instant;
  recorded: readonly RecordedEvent[];
  events: readonly Recorded[];
  file: File;
}>;

type Of<Recorded extends Event<string, unknown>, File> = Pick<
  Procedure<string, Recorded, File>,
  'name' | 'versions' | 'hidden' | 'replay'
>;

/**
 * The record that these events of its stream are; undefined where there are none.
 * @throws EventUnknown, DisclosureAltered
 */
export const recordOf = <Recorded extends Event<string, unknown>, File>(
  procedure: Of<Recorded, File>,
  id: string,
  recorded: readonly RecordedEvent[],
): Standing<Recorded, File> | undefined => {
  const [first] = recorded;
  const last = recorded.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const events = recorded.map((event) => decoded(procedure, event) as Recorded);
  const file = procedure.replay(events);
  const { agency } = first;
  return { id, agency, revision: last.revision, recordedAt: last.recordedAt, recorded, events, file };
};

/** Read from its beginning. @throws as `recordOf`; StoreUnavailable, RecordDamaged */
export const readRecord = async <Recorded extends Event<string, unknown>, File>(
  store: EventStore,
  procedure: Of<Recorded, File> & Pick<AnyProcedure, 'name'>,
  id: string,
  upTo?: number,
): Promise<Standing<Recorded, File> | undefined> =>
  recordOf(procedure, id, await store.read(streamOf(procedure, id), upTo));

/** The same for readers without access to personal data: as if all of them had been erased. */
export const withoutPersonal = <Recorded extends Event<string, unknown>, File>(
  procedure: Of<Recorded, File>,
  record: Standing<Recorded, File>,
): Standing<Recorded, File> => {
  const recorded = record.recorded.map((event) => ({ ...event, disclosures: [] }));
  const events = recorded.map((event) => decoded(procedure, event) as Recorded);
  return { ...record, recorded, events, file: procedure.replay(events) };
};
