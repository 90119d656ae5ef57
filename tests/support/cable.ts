import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Way = 'open' | 'answers are lost' | 'silent' | 'broken';

/** A stand-in for the network between the program and a server with one address, on 127.0.0.1; it fails on demand. */
export class Cable {
  way: Way = 'open';
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #server: Server;

  constructor(host: string, port: number) {
    this.#server = createServer((near) => {
      if (this.way === 'broken') {
        near.destroy();
        return;
      }
      const far = createConnection({ host, port });
      const pair = [near, far] as const;
      this.#pairs.add(pair);
      near.on('data', (bytes) => {
        if (this.way !== 'silent') far.write(bytes);
      });
      far.on('data', (bytes) => {
        if (this.way === 'open') near.write(bytes);
      });
      for (const end of pair)
        end
          .on('error', () => undefined)
          .on('close', () => {
            this.#end(pair);
          });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Every connection; what was swallowed is lost with them. */
  cut(): void {
    this.way = 'open';
    for (const pair of this.#pairs) this.#end(pair);
  }

  /** Every connection, and each that is tried, until the next cut. */
  break(): void {
    this.cut();
    this.way = 'broken';
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #end(pair: readonly [Socket, Socket]): void {
    this.#pairs.delete(pair);
    for (const end of pair) end.destroy();
  }
}
