import { createServer, createConnection, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** What becomes of the connection when a client's COMMIT comes by. */
export type Fault =
  | 'none'
  | 'answer lost'
  | 'request lost'
  | 'answer lost, and nothing after it'
  | 'nothing at all'
  | 'silence';

/** Stands between program and database, and cuts the line on demand. */
export class Line {
  fault: Fault = 'none';
  cuts = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(
    readonly folder: string,
    target: string,
  ) {
    this.#server = createServer((client) => {
      this.#join(client, createConnection(target));
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(join(this.folder, '.s.PGSQL.5432'), resolve));
  }

  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(client: Socket, server: Socket): void {
    let deaf = false;
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) this.#sockets.add(socket.on('error', cut).on('close', cut));
    if (this.fault === 'nothing at all') cut();
    if (this.fault === 'silence') return;
    server.on('data', (data) => {
      if (deaf) cut();
      else client.write(data);
    });
    client.on('data', (data) => {
      const lost =
        this.fault !== 'none' && (data.includes('COMMIT\0') || data.includes('ledger.append_at_head\0'));
      if (lost) deaf = this.#commit();
      if (lost && !deaf) cut();
      else server.write(data);
    });
  }

  #commit(): boolean {
    this.cuts++;
    const answerLost = this.fault !== 'request lost';
    this.fault = this.fault === 'answer lost, and nothing after it' ? 'nothing at all' : 'none';
    return answerLost;
  }
}
