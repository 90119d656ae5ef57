import type { RecordedEvent } from './event-store.js';

/** Which event something kept was made up to. Not the event itself: personal data may stand beside it. */
export type Mark = Pick<RecordedEvent, 'id' | 'position' | 'recordedAt'>;

export const markOf = ({ id, position, recordedAt }: RecordedEvent): Mark => ({ id, position, recordedAt });

/**
 * Whether the record still has that event there. A command sent again after a restore gives its event the same id, but
 * not the same time.
 */
export const isAt = (mark: Mark, event: RecordedEvent): boolean =>
  mark.id === event.id && mark.position === event.position && mark.recordedAt === event.recordedAt;
