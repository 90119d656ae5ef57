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
/** The server keeps what it is told of a stream in a stream of its own. */
const metadataOf = '$$';

/** The beginnings of the names of all that concerns us: our streams, and what the server is told of them. */
export function prefixesOf(prefix: string): readonly string[] {
  return [prefix, `${metadataOf}${prefix}`];
}

export function metadataStream(name: string): string {
  return `${metadataOf}${name}`;
}

/** Undefined where the server was told nothing that takes events away. */
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

/** Whether it is something the server was told of a stream. */
export function isLimit({ stream }: Stored): boolean {
  return stream.startsWith(metadataOf);
}

/** Of the last thing the server was told of a stream. */
export function limitIn({ bytes }: Stored): Damage['what'] | undefined {
  const told = jsonIn(bytes);
  const before = told['$tb'];
  // Deleted softly is truncated before the greatest revision there is.
  if (typeof before === 'number' && before > revisionOfDamage) return 'deletedSoftly';
  if (typeof before === 'number' && before > 0) return 'truncated';
  if (told['$maxAge'] !== undefined || told['$maxCount'] !== undefined) return 'limited';
  return undefined;
}

/** @throws RecordDamaged when the server was told to take events of the stream away */
export function mustBeUnlimited(stream: string, told: readonly Stored[]): void {
  const [last] = told;
  if (last === undefined) return;
  const what = limitIn(last);
  if (what !== undefined) throw new RecordDamaged({ what, stream, position: last.position });
}

/** What the server was told, or what stands beside an event; nothing where it is no text, or no object. */
export function jsonIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const told: unknown = JSON.parse(utf8(bytes));
    return typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
