import type { Counts } from './verdict.js';

export type StoredEvent = Readonly<{
  position: number;
  stream: string;
  revision: number;
  /** 32 hexadecimal digits */
  id: string;
  commandId: string;
  /** of the event in its append */
  index: number;
  /** ms */
  recordedAt: number;
}>;

/** The whole record in 17 bytes an event, and a number for each stream. */
export class StoredRecord {
  size = 0;
  /** the greatest position */
  head = 0;
  /** positions below the head without an event */
  empty = 0;
  #ids = Buffer.alloc(16 * 1_024);
  #taken = new Uint8Array(1_024);
  readonly #revisions = new Map<string, number>();
  #recordedAt = 0;

  /** False when the event stands out of order. */
  add({ position, stream, revision, id, recordedAt }: StoredEvent, counts: Counts): boolean {
    const before = this.#revisions.get(stream) ?? -1;
    const inOrder = position > this.head && revision === before + 1 && recordedAt >= this.#recordedAt;
    if (!inOrder) counts.reordered++;
    this.empty += Math.max(0, position - this.head - 1);
    this.head = Math.max(this.head, position);
    this.#revisions.set(stream, Math.max(before, revision));
    this.#recordedAt = Math.max(this.#recordedAt, recordedAt);
    this.#reserve(position);
    this.#ids.write(id, 16 * position, 'hex');
    this.#taken[position] = 1;
    this.size++;
    return inOrder;
  }

  has(position: number): boolean {
    return this.#taken[position] === 1;
  }

  holds(position: number, id: string): boolean {
    return this.has(position) && this.#ids.toString('hex', 16 * position, 16 * position + 16) === id;
  }

  #reserve(position: number): void {
    if (position < this.#taken.length) return;
    const taken = new Uint8Array(2 * position);
    taken.set(this.#taken);
    this.#taken = taken;
    this.#ids = Buffer.concat([this.#ids], 32 * position);
  }
}
