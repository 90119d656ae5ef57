import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Measured = Readonly<{ sha256: string; bytes: number }>;
/** Called with the current operation and the number of bytes it has processed. */
export type Report = (what: string, bytes: number) => void;

/** Passes everything on and says at the end what it was. */
export const meter = (what: string, report: Report) => {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      report(what, chunk.length);
      done(null, chunk);
    },
  });
  return { stream, measured: (): Measured => ({ sha256: hash.digest('hex'), bytes }) };
};

/** To the disk; readable to its owner alone. */
export const write = async (from: Readable, to: string, what: string, report: Report): Promise<Measured> => {
  const { stream, measured } = meter(what, report);
  await pipeline(from, stream, createWriteStream(to, { mode: 0o600, flags: 'wx' }));
  await flushed(to);
  return measured();
};

export const measure = async (file: string, what: string, report: Report): Promise<Measured> => {
  const { stream, measured } = meter(what, report);
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  await pipeline(createReadStream(file), stream, nowhere);
  return measured();
};

export const flushed = async (place: string): Promise<void> => {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The folder of a file, each new level flushed into the one above. */
export const folderFor = async (file: string): Promise<void> => {
  const folder = path.dirname(file);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  for (let at = folder; at.length >= made.length; at = path.dirname(at)) await flushed(path.dirname(at));
};
