import { hash as hashed } from 'node:crypto';
import { EventTooLarge, type Instant, type NewEvent, type RecordedEvent } from './event-store.js';
import { canonicalJson } from './json.js';

/** Bytes of a sealed envelope. Papers and media are attachments, named by hash. */
export const largestEnvelope = 60 * 1024;

/** What the sealed bytes say; the position and the disclosures stand beside them. */
export type Envelope = Omit<RecordedEvent, 'position' | 'disclosures' | 'bytes'>;

/** An envelope sealed but for its time, which is known only when its batch is written. */
export type Draft = Readonly<{
  id: string;
  event: NewEvent;
  revision: number;
  before: string;
  after: string;
}>;

type Place = Readonly<{ stream: string; revision: number; commandId: string; index: number }>;

/** @throws NotJson, EventTooLarge */
export function draft(event: NewEvent, { stream, revision, commandId, index }: Place): Draft {
  const { type, v, occurredAt, actors, recordedBy, agency, rules, data } = event;
  const id = eventId(commandId, index);
  // RFC 8785 sorts the members, so these two stand before and after "recordedAt".
  const before = canonicalJson({ actors, agency, commandId, data, id, occurredAt });
  const after = canonicalJson({ recordedBy, revision, rules, stream, type, v });
  const size =
    Buffer.byteLength(before) + Buffer.byteLength(after) + '"recordedAt":"2025-01-01T00:00:00.000Z"'.length;
  if (size > largestEnvelope) throw new EventTooLarge(type, size, largestEnvelope);
  return { id, event, revision, before, after };
}

/** The RFC 8785 bytes of the whole envelope. */
export function seal({ before, after }: Draft, recordedAt: Instant): Uint8Array {
  return Buffer.from(
    `${before.slice(0, -1)},"recordedAt":${JSON.stringify(recordedAt)},${after.slice(1)}`,
    'utf8',
  );
}

export function open(bytes: Uint8Array): Envelope {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
  ) as Envelope;
}

/** UUID version 8 (RFC 9562), the same for every retry of the command. */
export function eventId(commandId: string, index: number): string {
  const hash = hashed('sha256', `${index}:${commandId}`, 'buffer');
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
