/**
 * The wire format of protocol buffers, written from the end backwards: a message's content is written before its
 * length, so that no part needs a buffer of its own.
 */

const varint = 0;
const lengthDelimited = 2;
const bitsOfByte = 7;
/** Above that the lower bits are no longer those of a 32-bit number. */
const largestOfBits = 2 ** 31;
const longestVarint = 10;

/** Of one message, its last field first. */
export class MessageWriter {
  #bytes: Buffer;
  #at: number;

  constructor(most = 1024) {
    this.#bytes = Buffer.allocUnsafe(most);
    this.#at = most;
  }

  number(field: number, value: number): void {
    this.#varint(value);
    this.#tag(field, varint);
  }

  text(field: number, text: string): void {
    const length = Buffer.byteLength(text);
    this.#room(length);
    this.#at -= length;
    this.#bytes.write(text, this.#at, 'utf8');
    this.#delimit(field, length);
  }

  bytes(field: number, bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#at -= bytes.length;
    this.#bytes.set(bytes, this.#at);
    this.#delimit(field, bytes.length);
  }

  /** A message within this one, of the fields that `parts` writes, its last first as well. */
  message(field: number, parts: () => void): void {
    const end = this.#bytes.length - this.#at;
    parts();
    this.#delimit(field, this.#bytes.length - this.#at - end);
  }

  written(): Buffer {
    return this.#bytes.subarray(this.#at);
  }

  #delimit(field: number, length: number): void {
    this.#varint(length);
    this.#tag(field, lengthDelimited);
  }

  #tag(field: number, type: number): void {
    this.#varint(field * 8 + type);
  }

  #varint(value: number): void {
    this.#room(longestVarint);
    let size = 1;
    for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
    let at = (this.#at -= size);
    let left = value;
    for (; left >= largestOfBits; left = Math.floor(left / 0x80)) this.#bytes[at++] = (left % 0x80) | 0x80;
    for (; left >= 0x80; left >>>= bitsOfByte) this.#bytes[at++] = (left & 0x7f) | 0x80;
    this.#bytes[at] = left;
  }

  #room(size: number): void {
    if (this.#at >= size) return;
    const more = Math.max(this.#bytes.length, size);
    const bytes = Buffer.allocUnsafe(this.#bytes.length + more);
    this.#bytes.copy(bytes, this.#at + more, this.#at);
    this.#bytes = bytes;
    this.#at += more;
  }
}
