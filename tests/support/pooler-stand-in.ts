import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';

/** A stand-in for a pooler in transaction mode: clients take turns on fewer sessions, one transaction at a time. */
export class PoolerStandIn {
  readonly #server: Server;
  #greeting = Buffer.alloc(0);
  readonly #idle: Socket[] = [];
  readonly #waiting: ((session: Socket) => void)[] = [];
  readonly #sockets = new Set<Socket>();

  constructor(
    private readonly target: Readonly<{ folder: string; port: number }>,
    private readonly sessions = 3,
  ) {
    this.#server = createServer((client) => {
      this.#sockets.add(client);
      client.on('error', () => undefined);
      void this.#serve(client);
    });
  }

  async listen(startup: Buffer): Promise<number> {
    for (let made = 0; made < this.sessions; made++) this.#idle.push(await this.#session(startup));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  async #session(startup: Buffer): Promise<Socket> {
    const socket = connect(`${this.target.folder}/.s.PGSQL.${String(this.target.port)}`);
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(startup);
    let greeting = Buffer.alloc(0);
    while (!ready(greeting)) greeting = Buffer.concat([greeting, (await once(socket, 'data'))[0] as Buffer]);
    this.#greeting = greeting;
    return socket;
  }

  async #serve(client: Socket): Promise<void> {
    const [first] = (await once(client, 'data')) as [Buffer];
    if (first.length === 8) {
      client.write('N');
      await once(client, 'data');
    }
    client.write(this.#greeting);
    client.on('data', (request: Buffer) => {
      if (request[0] === 'X'.charCodeAt(0)) client.end();
      else void this.#pass(client, request);
    });
  }

  #held = new Map<Socket, Socket>();

  /** The session is given back at the end of the transaction, which the last message of an answer tells. */
  async #pass(client: Socket, request: Buffer): Promise<void> {
    const session = this.#held.get(client) ?? (await this.#take());
    this.#held.set(client, session);
    session.write(request);
    let answer = Buffer.alloc(0);
    while (!ready(answer)) answer = Buffer.concat([answer, (await once(session, 'data'))[0] as Buffer]);
    client.write(answer);
    if (answer.at(-1) !== 'I'.charCodeAt(0)) return;
    this.#held.delete(client);
    const next = this.#waiting.shift();
    if (next) next(session);
    else this.#idle.unshift(session);
  }

  #take(): Promise<Socket> {
    const session = this.#idle.shift();
    return session ? Promise.resolve(session) : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** ReadyForQuery: `Z`, length 5, and whether a transaction is open. */
const ready = (bytes: Buffer): boolean =>
  bytes.length >= 6 && bytes.subarray(-6, -1).equals(Buffer.from('Z\0\0\0\x05'));

/** The words with which a client of the protocol's version 3 begins. */
export const startupOf = (user: string, database: string): Buffer => {
  const words = Buffer.from(`user\0${user}\0database\0${database}\0client_encoding\0UTF8\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(words.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, words]);
};
