import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a writer asked for; the same again for every retry. */
export type Append = Readonly<{ n: number; stream: string; expected: number | 'none'; count: number }>;

/**
 * One line of a writer's journal. `asked` and `again` stand there before the append is called, the answers before the
 * writer does anything else. `replayed` is the store's own word for an answer it gave earlier.
 */
export type WriterNote =
  | (Append & Readonly<{ note: 'asked' }>)
  | Readonly<{ note: 'again' | 'refused' | 'unavailable' | 'unknown'; n: number }>
  | Readonly<{ note: 'acknowledged'; n: number; revision: number; position: number; replayed: boolean }>;

/** A reader's session begins at its checkpoint; then comes every event it was given, in the order it was given. */
export type ReaderNote =
  | Readonly<{ note: 'began'; checkpoint: number }>
  | Readonly<{ note: 'saw'; position: number; id: string; recordedAt: number }>;

export const writerJournal = (folder: string, writer: number): string =>
  join(folder, `writer-${writer}.journal`);
export const readerJournal = (folder: string, reader: number): string =>
  join(folder, `reader-${reader}.journal`);
export const readerCheckpoint = (folder: string, reader: number): string =>
  join(folder, `reader-${reader}.checkpoint`);
export const commandId = (writer: number, n: number): string => `${writer}:${n}`;

/** Written by system call, so that kill -9 of its process loses nothing; a torn last note is cut off when it is opened again. */
export class Journal {
  readonly #file: number;

  constructor(path: string, wholeBytes: (size: number) => number) {
    this.#file = openSync(path, 'a');
    ftruncateSync(this.#file, wholeBytes(fstatSync(this.#file).size));
  }

  static ofWriter(path: string): Journal {
    const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    return new Journal(path, () => kept.lastIndexOf('\n') + 1);
  }

  static ofReader(path: string): Journal {
    return new Journal(path, (size) => size - (size % noteBytes));
  }

  write(bytes: string | Buffer): void {
    const whole = Buffer.from(bytes);
    for (let written = 0; written < whole.length;) written += writeSync(this.#file, whole, written);
  }

  close(): void {
    closeSync(this.#file);
  }
}

export function writerLine(note: WriterNote): string {
  return `${JSON.stringify(note)}\n`;
}

export async function* writerNotes(path: string): AsyncGenerator<WriterNote> {
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path) }))
    yield JSON.parse(line) as WriterNote;
}

const noteBytes = 32;

/** 8 bytes position (negative: a session at checkpoint -1 - x), 16 bytes id, 8 bytes recordedAt in ms. */
export function readerBytes(note: ReaderNote): Buffer {
  const bytes = Buffer.alloc(noteBytes);
  if (note.note === 'began') {
    bytes.writeDoubleLE(-1 - note.checkpoint);
    return bytes;
  }
  bytes.writeDoubleLE(note.position);
  bytes.write(note.id.replaceAll('-', ''), 8, 'hex');
  bytes.writeDoubleLE(note.recordedAt, 24);
  return bytes;
}

export async function* readerNotes(path: string): AsyncGenerator<ReaderNote> {
  if (!existsSync(path)) return;
  let rest: Buffer = Buffer.alloc(0);
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: noteBytes * 8_192 });
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % noteBytes);
    for (let at = 0; at < whole; at += noteBytes) yield readerNote(bytes.subarray(at, at + noteBytes));
    rest = bytes.subarray(whole);
  }
}

function readerNote(bytes: Buffer): ReaderNote {
  const position = bytes.readDoubleLE();
  if (position < 0) return { note: 'began', checkpoint: -1 - position };
  return { note: 'saw', position, id: bytes.toString('hex', 8, 24), recordedAt: bytes.readDoubleLE(24) };
}
