/** The wire format of protocol buffers, as far as appends and events need it: their messages are read and written here without an object for each part. */

const lengthDelimited = 2;
/** Bits of a varint whose value a number holds, and of one byte of it. */
const bitsOfNumber = 49;
const bitsOfByte = 7;

/** Of one message, field after field. What is not taken is to be skipped. */
export class MessageReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at: number;
  #type = 0;

  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  /** The number of the next field; 0 at the end. */
  next(): number {
    if (this.#at >= this.#end) return 0;
    const tag = this.#length();
    this.#type = tag & 7;
    return tag >>> 3;
  }

  bytes(): Buffer {
    const [at, end] = this.#part();
    return this.#bytes.subarray(at, end);
  }

  text(): string {
    const [at, end] = this.#part();
    return this.#bytes.toString('utf8', at, end);
  }

  message(): MessageReader {
    const [at, end] = this.#part();
    return new MessageReader(this.#bytes, at, end);
  }

  /** Unsigned, 64 bits, in decimal digits. */
  digits(): string {
    let value = 0;
    for (let bits = 0; bits < bitsOfNumber; bits += bitsOfByte) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) return String(value);
    }
    let large = BigInt(value);
    for (let bits = bitsOfNumber; ; bits += bitsOfByte) {
      const byte = this.#byte();
      large += BigInt(byte & 0x7f) << BigInt(bits);
      if (byte < 0x80) return String(large);
    }
  }

  skip(): void {
    if (this.#type === lengthDelimited) this.#part();
    else if (this.#type === 0) this.digits();
    else this.#at += this.#type === 1 ? 8 : 4;
  }

  #part(): readonly [number, number] {
    const length = this.#length();
    const at = this.#at;
    this.#at = at + length;
    if (this.#at > this.#end) throw new RangeError('A message of EventStoreDB ends too early.');
    return [at, this.#at];
  }

  #length(): number {
    let value = 0;
    for (let bits = 0; ; bits += bitsOfByte) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) return value;
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('A message of EventStoreDB ends too early.');
    return byte;
  }
}

/** The text in that field of a message; empty where there is none. */
export function textAt(wanted: number, message: MessageReader): string {
  for (let field = message.next(); field !== 0; field = message.next())
    if (field === wanted) return message.text();
    else message.skip();
  return '';
}

/** Writes from the end to the beginning: so the length of each part is known when it is to be written. */
export class MessageWriter {
  readonly #bytes: Buffer;
  #at: number;

  /** @param most bytes that are written in all */
  constructor(most: number) {
    this.#bytes = Buffer.allocUnsafe(most);
    this.#at = most;
  }

  get written(): Buffer {
    return this.#bytes.subarray(this.#at);
  }

  bytes(field: number, value: Uint8Array): void {
    this.#at -= value.length;
    this.#bytes.set(value, this.#at);
    this.#head(field, value.length);
  }

  text(field: number, value: string): void {
    const length = Buffer.byteLength(value);
    this.#at -= length;
    this.#bytes.write(value, this.#at);
    this.#head(field, length);
  }

  /** A whole number that is not negative. */
  number(field: number, value: number): void {
    this.#varint(value);
    this.#varint(field << 3);
  }

  /** `write` writes the fields of the message within, the last one first. */
  message(field: number, write?: () => void): void {
    const end = this.#at;
    write?.();
    this.#head(field, end - this.#at);
  }

  #head(field: number, length: number): void {
    this.#varint(length);
    this.#varint((field << 3) | lengthDelimited);
  }

  #varint(value: number): void {
    let size = 1;
    for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
    this.#at -= size;
    let at = this.#at;
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#bytes[at++] = (rest % 0x80) | 0x80;
    this.#bytes[at] = rest;
  }
}
