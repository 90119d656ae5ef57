/** A stand-in for clamd that keeps its protocol, or does not: what the real one cannot be brought to do when asked. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What it knows as malware. */
export const malware = 'X-STAND-IN-MALWARE-X';
export const malwareName = 'Stand-In.Test.Signature';

export type Behaviour =
  | 'scans'
  | 'takes all and says nothing'
  | 'takes nothing'
  | 'ends without an answer'
  | 'ends amid the file'
  | 'takes no more and cuts'
  | 'takes no more and answers'
  | 'ends amid its answer'
  | 'answers something else'
  | 'answers without end'
  | 'greets as another server does'
  | 'finds the file too large'
  | 'does not look through all of it'
  | 'says that it failed';

/** So long that whoever sends more than it takes has to wait. */
const fullAfterMs = 200;
const instream = 'zINSTREAM\0';
const ping = 'zPING\0';
const answers: Partial<Record<Behaviour, string>> = {
  'answers something else': 'stream: OK, but not quite\0',
  'ends amid its answer': 'stream: OK',
  'does not look through all of it': 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0',
  'says that it failed': "stream: Can't allocate memory ERROR\0",
};

export class ClamdStandIn {
  behaviour: Behaviour = 'scans';
  /** The files that were sent to it, whole. */
  readonly scanned: Buffer[] = [];
  pings = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    if (this.behaviour === 'greets as another server does')
      socket.write('220 mail.example ESMTP\r\n'.repeat(99));
    if (this.behaviour !== 'takes nothing') this.#serve(socket);
  });

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return `tcp://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    let heard = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      if (socket.writableEnded) return;
      heard = Buffer.concat([heard, bytes]);
      if (heard.toString('latin1') === ping) this.#ping(socket);
      if (heard.length < instream.length || heard.toString('latin1', 0, instream.length) !== instream) return;
      if (this.behaviour.startsWith('takes no more')) void this.#fill(socket);
      else if (this.behaviour === 'ends amid the file') socket.destroy();
      else if (this.behaviour === 'finds the file too large')
        socket.end('INSTREAM size limit exceeded. ERROR\0');
      else {
        const file = streamed(heard.subarray(instream.length));
        if (file) this.#answer(socket, file);
      }
    });
  }

  #ping(socket: Socket): void {
    this.pings += 1;
    if (this.behaviour === 'scans') socket.end('PONG\0');
    if (this.behaviour === 'ends amid the file') socket.destroy();
  }

  async #fill(socket: Socket): Promise<void> {
    socket.pause();
    await sleep(fullAfterMs);
    if (this.behaviour === 'takes no more and cuts') socket.destroy();
    else socket.write('stream: OK\0');
  }

  #answer(socket: Socket, file: Buffer): void {
    this.scanned.push(file);
    if (this.behaviour === 'takes all and says nothing') return;
    if (this.behaviour === 'answers without end') socket.write('stream: '.repeat(500));
    else if (this.behaviour === 'ends without an answer') socket.end();
    else
      socket.end(
        answers[this.behaviour] ?? `stream: ${file.includes(malware) ? `${malwareName} FOUND` : 'OK'}\0`,
      );
  }
}

/** Undefined: there is more to come. */
const streamed = (heard: Buffer): Buffer | undefined => {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > heard.length) return undefined;
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};
