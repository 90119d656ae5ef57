import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: Buffer }>;

/** `position` is both commit and prepare, as the server gives them for events that are written in one piece. */
export type Logged = Proposed & Readonly<{ stream: string; revision: number; position: bigint }>;

export type Expected = number | 'no_stream' | 'any' | 'stream_exists';

export type Result =
  | Readonly<{ written: true; last: Logged }>
  /** `current`: -1 when there is no stream */
  | Readonly<{ written: false; current: number }>;

const headerBytes = 100;

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

  append(stream: string, expected: Expected, events: readonly Proposed[]): Result {
    const current = this.stream(stream).length - 1;
    const earlier = this.#earlier(stream, expected, events);
    if (earlier !== undefined) return { written: true, last: earlier };
    const fits =
      expected === 'any' || (expected === 'stream_exists' ? current >= 0 : current === revisionOf(expected));
    if (!fits) return { written: false, current };
    const logged = events.map((event, index) => this.#place(event, stream, current + 1 + index));
    this.#write(logged);
    logged.forEach((one) => {
      this.#add(one);
    });
    for (const tell of this.#listeners) tell();
    return { written: true, last: logged.at(-1)! };
  }

  /** Calls `tell` after each append until the function returned is called. */
  listen(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => {
      this.#listeners.delete(tell);
    };
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
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
          position: BigInt(one.position),
        };
        this.#add(logged);
        this.#end = logged.position + BigInt(headerBytes + logged.data.length);
      }
  }
}

function revisionOf(expected: number | 'no_stream'): number {
  return expected === 'no_stream' ? -1 : expected;
}
