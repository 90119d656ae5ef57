import { utf8 } from '../envelope.js';

/** The wire format of protocol buffers: events and the answers to appends are read here without an object for each part. */

const varint = 0;
const eightBytes = 1;
const lengthDelimited = 2;
const fourBytes = 5;
/** Bits of a varint whose value a number holds, of one byte of it, and of the longest. */
const bitsOfNumber = 49;
const bitsOfByte = 7;
const mostBits = 70;
/** What the decoder puts for bytes that are not UTF-8; the text itself may also hold it. */
const replacement = '\ufffd';

/** Of one message, field after field. What is not taken is to be skipped. @throws MessageBroken */
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
    const field = tag >>> 3;
    if (field === 0) throw new MessageBroken();
    return field;
  }

  bytes(): Buffer {
    const [at, end] = this.#part();
    return this.#bytes.subarray(at, end);
  }

  text(): string {
    const [at, end] = this.#part();
    const text = this.#bytes.toString('utf8', at, end);
    return text.includes(replacement) ? utf8(this.#bytes.subarray(at, end)) : text;
  }

  message(): MessageReader {
    const [at, end] = this.#part();
    return new MessageReader(this.#bytes, at, end);
  }

  /** Unsigned, 64 bits, in decimal digits. */
  digits(): string {
    this.#mustBe(varint);
    let value = 0;
    for (let bits = 0; bits < bitsOfNumber; bits += bitsOfByte) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) return String(value);
    }
    let large = BigInt(value);
    for (let bits = bitsOfNumber; bits < mostBits; bits += bitsOfByte) {
      const byte = this.#byte();
      large += BigInt(byte & 0x7f) << BigInt(bits);
      if (byte < 0x80) return String(large);
    }
    throw new MessageBroken();
  }

  skip(): void {
    switch (this.#type) {
      case varint:
        this.digits();
        return;
      case lengthDelimited:
        this.#part();
        return;
      case eightBytes:
        this.#pass(8);
        return;
      case fourBytes:
        this.#pass(4);
        return;
      default:
        throw new MessageBroken();
    }
  }

  #part(): readonly [number, number] {
    this.#mustBe(lengthDelimited);
    const length = this.#length();
    const at = this.#at;
    this.#pass(length);
    return [at, this.#at];
  }

  #mustBe(type: number): void {
    if (this.#type !== type) throw new MessageBroken();
  }

  #pass(length: number): void {
    this.#at += length;
    if (this.#at > this.#end) throw new MessageBroken();
  }

  #length(): number {
    let value = 0;
    for (let bits = 0; bits < bitsOfNumber; bits += bitsOfByte) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) return value;
    }
    throw new MessageBroken();
  }

  #byte(): number {
    const byte = this.#at < this.#end ? this.#bytes[this.#at++] : undefined;
    if (byte === undefined) throw new MessageBroken();
    return byte;
  }
}

/** What came is no message of the kind it should be. */
export class MessageBroken extends RangeError {
  override readonly name = 'MessageBroken';
  constructor() {
    super('A message of EventStoreDB cannot be read.');
  }
}

/** The text in that field of a message; empty where there is none. */
export function textAt(wanted: number, message: MessageReader): string {
  for (let field = message.next(); field !== 0; field = message.next())
    if (field === wanted) return message.text();
    else message.skip();
  return '';
}
