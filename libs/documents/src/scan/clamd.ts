import { createReadStream } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';
import { FileInfected, FileNotScanned, type NotScanned } from './scan-errors.js';

const chunkBytes = 64 * 1024;
/** A signature's name, and some words. */
const longestAnswer = 1024;
const pingPatienceMs = 2_000;
/** So long what it answered to a ping holds: anybody may ask for it. */
const pingHoldsMs = 5_000;

/**
 * ClamAV's daemon: a command that begins with `z` and ends with NUL, an answer that ends with NUL. Files go as
 * INSTREAM: chunks, each behind its length, until one of no length.
 */
export class Clamd {
  /** `until`: it holds; while it is under way without end. */
  #ping: { readonly answered: Promise<boolean>; until: number } | undefined;

  constructor(
    private readonly address: NetConnectOpts,
    private readonly patienceMs: number,
    /** in milliseconds, never set back */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws FileInfected; FileNotScanned where nobody said that it is clean */
  async scan(place: string, sha256: string): Promise<void> {
    const answer = await this.#ask(streamed(place), this.patienceMs).finally(() => {
      // It may be news whether it is there.
      this.#ping = undefined;
    });
    if (answer === 'stream: OK') return;
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    // With AlertExceedsMax: it did not look through all of it.
    if (found?.startsWith('Heuristics.Limits.Exceeded') === true) throw new FileNotScanned('too-large');
    if (found !== undefined)
      throw new FileInfected(sha256, found.replace(/[^\x20-\x7e]/g, '?').slice(0, 200));
    throw new FileNotScanned(/size limit exceeded/i.test(answer) ? 'too-large' : 'wrong');
  }

  /** Whether it is there, as of some seconds ago: it is pinged for all who want to know, not for each. */
  async answers(): Promise<boolean> {
    if (this.#ping && this.now() < this.#ping.until) return this.#ping.answered;
    const ping = { answered: this.#answersPing(), until: Infinity };
    this.#ping = ping;
    const answered = await ping.answered;
    ping.until = this.now() + pingHoldsMs;
    return answered;
  }

  async #answersPing(): Promise<boolean> {
    const patience = Math.min(pingPatienceMs, this.patienceMs);
    return (await this.#ask([Buffer.from('zPING\0')], patience).catch(() => '')) === 'PONG';
  }

  /** @throws FileNotScanned */
  #ask(said: AsyncIterable<Buffer> | Iterable<Buffer>, patienceMs: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const socket = connect(this.address);
    let heard = '';
    let connected = false;
    let patience: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(patience);
      socket.destroy();
    };
    const fail = (why: NotScanned) => {
      end();
      reject(new FileNotScanned(why));
    };
    // Each part that goes out begins it anew, nothing that comes in does; after the end nothing.
    const wait = () => {
      clearTimeout(patience);
      if (socket.destroyed) return;
      patience = setTimeout(fail, patienceMs, connected ? 'slow' : 'unreachable');
    };
    wait();
    socket.on('connect', () => {
      connected = true;
      wait();
    });
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      const ends = heard.indexOf('\0');
      if (ends < 0 && heard.length > longestAnswer) fail('wrong');
      if (ends < 0) return;
      end();
      resolve(heard.slice(0, ends));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      fail(connected ? 'cut' : 'unreachable');
    });
    const send = async () => {
      for await (const part of said) {
        if (socket.destroyed) return;
        if (!socket.write(part)) await room(socket);
        wait();
      }
    };
    send().catch((error: unknown) => {
      end();
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    return promise;
  }
}

/** Until it takes more, or takes nothing any more. */
const room = (socket: NodeJS.EventEmitter): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go);
      socket.off('close', go);
      resolve();
    };
    socket.on('drain', go);
    socket.on('close', go);
  });

async function* streamed(place: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(place, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};
