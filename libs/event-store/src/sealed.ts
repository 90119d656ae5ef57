import type { Damage } from './damage.js';
import { RecordDamaged } from './damage.js';
import { isInstant, open, type Envelope } from './envelope.js';
import type { EventHeader, Instant, Position, RecordedEvent } from './event-store.js';

/** How an event is stored, without what its bytes say. */
export type Outside = Readonly<{
  stream: string;
  revision: number;
  position: Position;
  id?: string;
  type?: string;
}>;

/** An event as it was sealed, or the damage in its place. */
export type Opened = Readonly<{ envelope: Envelope } | { damage: Damage }>;

/** What the bytes say, compared with what they are stored under. */
export function openSealed(bytes: Uint8Array | string | undefined, outside: Outside): Opened {
  const { stream, revision, position } = outside;
  const envelope = bytes === undefined ? undefined : parsed(bytes);
  if (envelope === undefined) return { damage: { what: 'notSealed', stream, revision, position } };
  const same =
    envelope.stream === stream &&
    envelope.revision === revision &&
    (outside.id === undefined || envelope.id === outside.id) &&
    (outside.type === undefined || envelope.type === outside.type);
  return same ? { envelope } : { damage: { what: 'otherwise', stream, revision, position } };
}

/** Undefined when it is no envelope of ours. */
function parsed(bytes: Uint8Array | string): Envelope | undefined {
  try {
    const envelope: unknown = open(bytes);
    return isEnvelope(envelope) ? envelope : undefined;
  } catch {
    return undefined;
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { id, type, v, stream, revision, occurredAt, recordedAt, commandId, actors, data } =
    value as Partial<Envelope>;
  return (
    typeof id === 'string' &&
    typeof type === 'string' &&
    typeof v === 'number' &&
    typeof stream === 'string' &&
    typeof revision === 'number' &&
    isInstant(occurredAt) &&
    isInstant(recordedAt) &&
    isAskable(commandId) &&
    Array.isArray(actors) &&
    data !== undefined
  );
}

/** PostgreSQL text cannot hold NUL: a lookup of such a command would fail every time. */
function isAskable(commandId: unknown): boolean {
  return typeof commandId === 'string' && !commandId.includes('\0');
}

/** Higher than any revision, so that a cached fold of the stream is discarded and the stream read again. */
export const revisionOfDamage = Number.MAX_SAFE_INTEGER;

/** The entry that a read of the log gives in place of an event that this program has not written. */
export function inPlaceOf(
  damage: Damage & Readonly<{ position: Position }>,
  id: string,
  recordedAt: Instant,
  bytes: Uint8Array,
): RecordedEvent {
  return {
    id,
    type: 'RecordDamaged',
    v: 1,
    stream: damage.stream,
    revision: damage.revision ?? revisionOfDamage,
    position: damage.position,
    occurredAt: recordedAt,
    recordedAt,
    actors: [],
    recordedBy: '',
    agency: '',
    commandId: '',
    rules: null,
    data: null,
    disclosures: [],
    bytes,
    damage,
  };
}

/** For damage the revision is higher than any, so that no cached fold is used. */
export const headerOf = (event: RecordedEvent): EventHeader => {
  const { id, stream, position, recordedAt, damage } = event;
  return { id, stream, revision: damage ? revisionOfDamage : event.revision, position, recordedAt };
};

/** @throws RecordDamaged when the events are not the revisions from `from` on, each one once */
export function mustFollow(stream: string, from: number, events: readonly RecordedEvent[]): void {
  events.forEach(({ revision, position, damage }, index) => {
    if (damage) throw new RecordDamaged(damage);
    if (revision === from + index) return;
    const what = index === 0 && from === 0 ? 'beginsLate' : 'gap';
    throw new RecordDamaged({ what, stream, revision: from + index, position });
  });
}
