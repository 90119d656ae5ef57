import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** For http.createServer: a caller has so long for its headers, and it is looked at so often. */
export const headersInTime = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** A connection on which nothing moves, in either direction, is closed. */
const idleMs = 60_000;
/** A body may take as long as it likes, but comes in at this pace on the average once it had its first seconds. */
const slowestBytesPerSecond = 1_000;
const graceMs = 20_000;
const lookEveryMs = 1_000;
const mostConnections = 2_000;
const mostOfAnAddress = 250;

/** Half-sent requests are dropped and connections bounded. Of a trusted proxy only all together: it speaks for many. */
export const boundConnections = (server: Server, trusted: (address: string) => boolean): void => {
  // A whole request has no limit of its own: a large file on a slow line comes in for an hour.
  server.requestTimeout = 0;
  server.setTimeout(idleMs);
  server.maxConnections = mostConnections;
  // Together they are 16 KB at most. Beyond a number Node would leave the further ones out without a word.
  server.maxHeadersCount = 0;
  boundEachAddress(server, trusted);
  dropSlowBodies(server);
};

const boundEachAddress = (server: Server, trusted: (address: string) => boolean): void => {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (trusted(address)) return;
    const others = open.get(address) ?? 0;
    if (others >= mostOfAnAddress) {
      socket.destroy();
      return;
    }
    open.set(address, others + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
};

type Arriving = Readonly<{ request: IncomingMessage; since: number; bytesBefore: number }>;

const dropSlowBodies = (server: Server): void => {
  const arriving = new Set<Arriving>();
  server.on('request', (request, answer) => {
    const { headers, socket } = request;
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
    const body = { request, since: performance.now(), bytesBefore: socket.bytesRead };
    arriving.add(body);
    answer.once('close', () => arriving.delete(body));
  });
  const looking = setInterval(() => {
    for (const body of arriving) {
      if (body.request.complete) arriving.delete(body);
      else if (isTooSlow(body)) body.request.socket.destroy();
    }
  }, lookEveryMs).unref();
  server.once('close', () => {
    clearInterval(looking);
  });
};

const isTooSlow = ({ request: { socket }, since, bytesBefore }: Arriving): boolean =>
  performance.now() - since > graceMs + ((socket.bytesRead - bytesBefore) / slowestBytesPerSecond) * 1_000;
