import { RecordDamaged, type Damage } from '../damage.js';
import type { Position } from '../event-store.js';
import { utf8, type Envelope } from '../envelope.js';
import { openSealed, revisionOfDamage } from '../sealed.js';
import type { Stored } from './protocol.js';

export type Sealed = Readonly<{ stored: Stored; envelope: Envelope }>;
type Damaged = Readonly<{ stored: Stored; damage: Damage & Readonly<{ position: Position }> }>;
/** An event of one of our streams: as sealed, or what is wrong in its place. */
export type Ours = Sealed | Damaged;

const streamDeleted = '$streamDeleted';
/** The server keeps the metadata of a stream in a stream of its own. */
const metadataOf = '$$';

/** The prefixes of our streams' names and of their metadata streams. */
export function prefixesOf(prefix: string): readonly string[] {
  return [prefix, `${metadataOf}${prefix}`];
}

export function metadataStream(name: string): string {
  return `${metadataOf}${name}`;
}

/** Undefined for stream metadata that remove no events. */
export function ours(stored: Stored, prefix: string): Ours | undefined {
  const { position, id, type } = stored;
  if (stored.stream.startsWith(metadataOf)) {
    const stream = stored.stream.slice(metadataOf.length + prefix.length);
    const what = limitIn(stored);
    return what && { stored, damage: { what, stream, position } };
  }
  const stream = stored.stream.slice(prefix.length);
  if (type === streamDeleted) return { stored, damage: { what: 'deleted', stream, position } };
  const { revision } = stored;
  const opened = openSealed(stored.binary ? stored.bytes : undefined, {
    stream,
    revision,
    position,
    id,
    type,
  });
  return 'damage' in opened
    ? { stored, damage: { ...opened.damage, position } }
    : { stored, envelope: opened.envelope };
}

/** Whether it is the metadata of a stream. */
export function isLimit({ stream }: Stored): boolean {
  return stream.startsWith(metadataOf);
}

/** The limit that the last metadata of a stream set. */
export function limitIn({ bytes }: Stored): Damage['what'] | undefined {
  const metadata = jsonIn(bytes);
  const before = metadata['$tb'];
  // Deleted softly is truncated before the greatest revision there is.
  if (typeof before === 'number' && before > revisionOfDamage) return 'deletedSoftly';
  if (typeof before === 'number' && before > 0) return 'truncated';
  if (metadata['$maxAge'] !== undefined || metadata['$maxCount'] !== undefined) return 'limited';
  return undefined;
}

/** @throws RecordDamaged when the stream's metadata remove events of it */
export function mustBeUnlimited(stream: string, metadata: readonly Stored[]): void {
  const [last] = metadata;
  if (last === undefined) return;
  const what = limitIn(last);
  if (what !== undefined) throw new RecordDamaged({ what, stream, position: last.position });
}

/** The JSON object of a stream's or an event's metadata; empty where the bytes are no text, or no object. */
export function jsonIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const metadata: unknown = JSON.parse(utf8(bytes));
    return typeof metadata === 'object' && metadata !== null ? (metadata as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
