import { disclose, RecordDamaged, type RecordedEvent } from '@anjuan/event-store';
import type { AnyProcedure, Event } from '@anjuan/procedure';

/** The fields read of a stored event, from the record or just appended. */
export type Stored = Pick<
  RecordedEvent,
  | 'type'
  | 'v'
  | 'stream'
  | 'agency'
  | 'occurredAt'
  | 'recordedAt'
  | 'recordedBy'
  | 'actors'
  | 'revision'
  | 'data'
  | 'disclosures'
  | 'damage'
>;

export type Shape = Pick<Stored, 'type' | 'v' | 'revision' | 'stream'>;

/** This program does not know the event: it is never skipped, nor taken for another. */
export class EventUnknown extends Error {
  override readonly name = 'EventUnknown';
  constructor({ type, v, revision, stream }: Shape) {
    super(
      `本程序版本过旧，不识别该记录，请启动较新的程序。This program is too old for ${type} v${String(v)} at revision ${String(revision)} of ${stream}. Start a newer program, one that knows it.`,
    );
  }
}

/** @throws EventUnknown */
export const shapeKnown = (
  { versions, writtenBefore = {} }: Pick<AnyProcedure, 'versions' | 'writtenBefore'>,
  event: Shape,
): void => {
  const known = [versions, writtenBefore].some(
    (of) => Object.hasOwn(of, event.type) && of[event.type] === event.v,
  );
  if (!known) throw new EventUnknown(event);
};

/**
 * The one place that makes an event of a procedure of a stored event, and leaves out what is hidden from every
 * reader.
 * @throws EventUnknown, DisclosureAltered, RecordDamaged
 */
export const decoded = (
  procedure: Pick<AnyProcedure, 'versions' | 'writtenBefore' | 'hidden'>,
  stored: Stored,
): Event<string, unknown> => {
  if (stored.damage) throw new RecordDamaged(stored.damage);
  shapeKnown(procedure, stored);
  const { type, v, occurredAt, recordedAt, recordedBy, actors, revision, disclosures } = stored;
  const shown = disclosures.filter(({ kind }) => !procedure.hidden.includes(kind));
  const data = disclose(stored.data, shown);
  return { type, v, occurredAt, recordedAt, recordedBy, actors, revision, data } as Event<string, unknown>;
};
