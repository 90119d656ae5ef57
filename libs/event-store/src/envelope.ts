import { hash } from 'node:crypto';
import { EventTooLarge, type Instant, type NewEvent, type RecordedEvent } from './event-store.js';
import { canonicalJson } from './json.js';

/** Bytes of a sealed envelope. Papers and media are attachments, named by hash. */
export const largestEnvelope = 60 * 1024;

// Bytes that are not UTF-8 are damaged: they are refused, not mended.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the sealed bytes hold; position and disclosures are stored separately. */
export type Envelope = Omit<RecordedEvent, 'position' | 'disclosures' | 'bytes'>;

/** An envelope sealed but for its time, which is known only when its batch is written. */
export type Draft = Readonly<{
  id: string;
  event: NewEvent;
  revision: number;
  /** the whole, with the place of the time still blank */
  bytes: Buffer;
  timeAt: number;
}>;

type Place = Readonly<{ stream: string; revision: number; commandId: string; index: number }>;

/** The first digit of a UUID's fourth group, whose two upper bits are 10. */
const variants = ['8', '9', 'a', 'b'];
const blankTime = '0000-00-00T00:00:00.000Z';

/** @throws NotJson, EventTooLarge */
export function draft(event: NewEvent, { stream, revision, commandId, index }: Place): Draft {
  const { type, v, occurredAt, actors, recordedBy, agency, rules, data } = event;
  const id = eventId(commandId, index);
  // RFC 8785 sorts the members, so these two stand before and after "recordedAt".
  const before = canonicalJson({ actors, agency, commandId, data, id, occurredAt });
  const after = canonicalJson({ recordedBy, revision, rules, stream, type, v });
  const rest = `${blankTime}",${after.slice(1)}`;
  const bytes = Buffer.from(`${before.slice(0, -1)},"recordedAt":"${rest}`, 'utf8');
  if (bytes.length > largestEnvelope) throw new EventTooLarge(type, bytes.length, largestEnvelope);
  return { id, event, revision, bytes, timeAt: bytes.length - Buffer.byteLength(rest) };
}

/** The RFC 8785 bytes of the whole envelope. They stay the draft's own: sealing it anew changes their time. */
export function seal({ bytes, timeAt }: Draft, recordedAt: Instant): Uint8Array {
  bytes.write(recordedAt, timeAt, 'latin1');
  return bytes;
}

export function open(sealed: Uint8Array | string): Envelope {
  return JSON.parse(typeof sealed === 'string' ? sealed : utf8(sealed)) as Envelope;
}

/** @throws TypeError when the bytes are no text */
export function utf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** UUID version 8 (RFC 9562), the same for every retry of the command. */
export function eventId(commandId: string, index: number): string {
  const hex = hash('sha256', `${index}:${commandId}`, 'hex');
  const variant = variants[Number.parseInt(hex.charAt(16), 16) % variants.length] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Most of them: the rest of the days are looked up in the calendar. */
const commonInstant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** ISO 8601, UTC, milliseconds, and a day that there is. */
export function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (commonInstant.test(value)) return true;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}
