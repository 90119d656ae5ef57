import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Buffer;
  /** custom metadata */
  metadata?: Buffer;
}>;

/** `position` is both commit and prepare, as the server gives them for events that are written in one piece. */
export type Logged = Proposed & Readonly<{ stream: string; revision: number; position: bigint }>;

export type Expected = number | 'no_stream' | 'any' | 'stream_exists';

export type Result =
  | Readonly<{ written: true; last: Logged }>
  /** `current`: -1 when there is no stream */
  | Readonly<{ written: false; current: number }>
  /** the stream was deleted for good */
  | Readonly<{ written: false; current: 'deleted' }>;

const headerBytes = 100;
const deletedRevision = Number.MAX_SAFE_INTEGER;
const streamDeleted = '$streamDeleted';
const json = 'application/json';

/**
 * Streams and `$all`, with the server's rule about event ids: the same ids at the same expected revision are answered
 * with success and not written again; with `any` that holds as far as the ids are remembered.
 * With a file, an append is answered after fsync, and read again at the start.
 */
export class Log {
  readonly all: Logged[] = [];
  readonly #streams = new Map<string, Logged[]>();
  readonly #listeners = new Set<() => void>();
  readonly #file: number | undefined;
  #end = 0n;

  constructor(path?: string) {
    if (path === undefined) return;
    if (existsSync(path)) this.#load(path);
    this.#file = openSync(path, 'a');
  }

  stream(name: string): readonly Logged[] {
    return this.#streams.get(name) ?? [];
  }

  /** What a read of the stream shows, as its metadata has it; undefined: no such stream; `deleted`: for good. */
  shown(name: string): readonly Logged[] | 'deleted' | undefined {
    const events = this.stream(name);
    if (events.at(-1)?.type === streamDeleted) return 'deleted';
    const { $tb: before = 0, $maxCount: most } = this.metadata(name);
    const kept = events.filter(({ revision }) => revision >= before);
    const shown = most === undefined ? kept : kept.slice(-most);
    return events.length === 0 || before > deletedRevision ? undefined : shown;
  }

  /** As the server's administration does it: the tombstone has no content, and the greatest revision there is. */
  deleteForGood(stream: string): void {
    const tombstone = { id: randomUUID(), type: streamDeleted, contentType: json, data: Buffer.alloc(0) };
    this.#put([this.#place(tombstone, stream, deletedRevision)]);
  }

  /** Sets what the server is told of the stream. Softly deleted is `{ $tb: 2 ** 63 }`; written to again, it goes on. */
  tell(stream: string, metadata: Readonly<Record<string, unknown>>): void {
    const data = Buffer.from(JSON.stringify(metadata));
    this.append(`$$${stream}`, 'any', [{ id: randomUUID(), type: '$metadata', contentType: json, data }]);
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Result {
    if (this.shown(stream) === 'deleted') return { written: false, current: 'deleted' };
    const gone = this.shown(stream) === undefined;
    const current = this.stream(stream).at(-1)?.revision ?? -1;
    const earlier = this.#earlier(stream, expected, events);
    if (earlier !== undefined) return { written: true, last: earlier };
    if (!fits(expected, current, gone)) return { written: false, current: gone ? -1 : current };
    // A stream deleted softly is written to again behind what it had.
    if (gone && current >= 0) this.tell(stream, { $tb: current + 1 });
    const logged = events.map((event, index) => this.#place(event, stream, current + 1 + index));
    this.#put(logged);
    return { written: true, last: logged.at(-1)! };
  }

  /** Calls `tell` after each append until the function returned is called. */
  listen(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => {
      this.#listeners.delete(tell);
    };
  }

  /** An older copy, or another log: what a restore of the server's folder gives. */
  replaceBy(events: readonly Logged[]): void {
    this.all.length = 0;
    this.#streams.clear();
    this.#end = 0n;
    for (const one of events) {
      this.#add(one);
      this.#end = one.position + BigInt(headerBytes + one.data.length);
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  /** What the server was told of the stream last. */
  metadata(name: string): { $tb?: number; $maxCount?: number; $acl?: { $r?: string[]; $mr?: string[] } } {
    const reported = this.stream(`$$${name}`).at(-1);
    return reported === undefined ? {} : JSON.parse(reported.data.toString('utf8'));
  }

  #put(logged: readonly Logged[]): void {
    this.#write(logged);
    logged.forEach((one) => {
      this.#add(one);
    });
    for (const tell of this.#listeners) tell();
  }

  #earlier(stream: string, expected: Expected, events: readonly Proposed[]): Logged | undefined {
    const known = this.stream(stream);
    const from =
      expected === 'any' || expected === 'stream_exists'
        ? known.findIndex(({ id }) => id === events[0]?.id)
        : revisionOf(expected) + 1;
    if (from < 0 || !events.every(({ id }, index) => known[from + index]?.id === id)) return undefined;
    return known[from + events.length - 1];
  }

  #place(event: Proposed, stream: string, revision: number): Logged {
    const position = this.#end;
    this.#end += BigInt(headerBytes + event.data.length);
    return { ...event, stream, revision, position };
  }

  #add(one: Logged): void {
    this.all.push(one);
    const stream = this.#streams.get(one.stream);
    if (stream === undefined) this.#streams.set(one.stream, [one]);
    else stream.push(one);
  }

  #write(logged: readonly Logged[]): void {
    if (this.#file === undefined) return;
    const line = logged.map((one) => ({
      ...one,
      data: one.data.toString('base64'),
      metadata: one.metadata?.toString('base64'),
      position: String(one.position),
    }));
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
  }

  /** A last line without its end was never acknowledged. */
  #load(path: string): void {
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter((one) => one !== ''))
      for (const one of JSON.parse(line)) {
        const logged: Logged = {
          ...one,
          data: Buffer.from(one.data, 'base64'),
          ...(one.metadata !== undefined && { metadata: Buffer.from(one.metadata, 'base64') }),
          position: BigInt(one.position),
        };
        this.#add(logged);
        this.#end = logged.position + BigInt(headerBytes + logged.data.length);
      }
  }
}

function fits(expected: Expected, current: number, gone: boolean): boolean {
  if (expected === 'any' || (expected === 'no_stream' && gone)) return true;
  return expected === 'stream_exists' ? !gone : current === revisionOf(expected);
}

function revisionOf(expected: number | 'no_stream'): number {
  return expected === 'no_stream' ? -1 : expected;
}
