import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** `refuses`: whoever connects is cut off. `silent`: bytes are accepted and go nowhere, and neither end hears of it. */
type Way = 'open' | 'refuses' | 'silent';

/** The network fails when a statement that holds one of these words comes by. */
export type Strike = Readonly<{
  words: readonly string[];
  phase: 'before it is sent' | 'before its answer' | 'amid its answer';
  failure: 'cut' | 'silent';
  /** the way from then on; default: `open` after a cut, `silent` otherwise */
  then?: Way;
  /** so many such statements pass before */
  after?: number;
}>;

/** How a client commits what it appends. */
export const appends = [
  'COMMIT\0',
  ...['first', 'next', 'each', 'at_head'].map((form) => `ledger.append_${form}\0`),
];

/** A stand-in for the network between program and database, which fails on demand. */
export class Network {
  strikes = 0;
  /** statements of the strike's kind that came by since it was asked for */
  came = 0;
  #way: Way = 'open';
  #strike: Strike | undefined;
  readonly #connections = new Set<Connection>();
  readonly #server: Server;

  constructor(
    readonly folder: string,
    target: string,
  ) {
    this.#server = createServer((client) => {
      if (this.#way === 'refuses') client.destroy();
      else this.#connections.add(new Connection(client, createConnection(target), this));
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(join(this.folder, '.s.PGSQL.5432'), resolve));
  }

  get way(): Way {
    return this.#way;
  }

  /** Fails once, at such a statement. */
  fail(strike: Strike): void {
    this.came = 0;
    this.#strike = strike;
  }

  /** Every connection there is, idle ones too. */
  cutAll(): void {
    for (const connection of this.#connections) connection.cut();
  }

  silence(): void {
    this.#way = 'silent';
  }

  /** Passes bytes again. What was swallowed arrives late, or `forgotten`: its connections stay dead, unknown to both ends. */
  mend(swallowed: 'arrives late' | 'forgotten' = 'forgotten'): void {
    const was = this.#way;
    this.#strike = undefined;
    this.#way = 'open';
    if (was !== 'silent') return;
    for (const connection of this.#connections)
      if (swallowed === 'forgotten') connection.forget();
      else connection.catchUp();
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The strike that these bytes of a client meet, if any; it is over then. */
  met(sent: Buffer): Strike | undefined {
    const strike = this.#strike;
    if (!strike?.words.some((word) => sent.includes(word))) return undefined;
    if (this.came++ < (strike.after ?? 0)) return undefined;
    this.#strike = undefined;
    return strike;
  }

  struck({ failure, then = failure === 'cut' ? 'open' : 'silent' }: Strike): void {
    this.strikes++;
    this.#way = then;
  }
}

class Connection {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #network: Network;
  #held: (() => void)[] = [];
  #forgotten = false;
  /** met by the statement under way, whose answer is to be struck */
  #coming: Strike | undefined;

  constructor(client: Socket, server: Socket, network: Network) {
    this.#client = client;
    this.#server = server;
    this.#network = network;
    client.on('data', (data) => {
      this.#counts(data);
    });
    server.on('data', (data) => {
      this.#answered(data);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('error', ignore).on('close', () => {
        this.#pass(() => other.destroy());
      });
  }

  cut(): void {
    this.#client.destroy();
    this.#server.destroy();
  }

  forget(): void {
    this.#forgotten = true;
    this.#held = [];
  }

  catchUp(): void {
    const held = this.#held;
    this.#held = [];
    for (const act of held) act();
  }

  #counts(data: Buffer): void {
    const strike = this.#network.met(data);
    if (strike?.phase === 'before it is sent') {
      this.#network.struck(strike);
      if (strike.failure === 'cut') {
        this.cut();
        return;
      }
    } else this.#coming = strike ?? this.#coming;
    this.#pass(() => this.#server.write(data));
  }

  #answered(data: Buffer): void {
    const strike = this.#coming;
    this.#coming = undefined;
    if (strike === undefined) {
      this.#pass(() => this.#client.write(data));
      return;
    }
    const early = strike.phase === 'amid its answer' ? data.length >> 1 : 0;
    this.#network.struck(strike);
    this.#client.write(data.subarray(0, early), () => {
      if (strike.failure === 'cut') this.cut();
      else this.#pass(() => this.#client.write(data.subarray(early)));
    });
  }

  #pass(act: () => void): void {
    if (this.#forgotten) return;
    if (this.#network.way === 'silent') this.#held.push(act);
    else act();
  }
}

function ignore(): void {
  // the end of the connection is told by `close`
}
