import type { ConnectionOptions } from 'node:tls';
import { messageOf } from '@anjuan/program';
import pg from 'pg';

/** One way to the database: a host, with TLS or without. */
export type Candidate = Readonly<{ host: string; port: number; ssl: false | ConnectionOptions }>;

export type ChoosingConfig = pg.ClientConfig &
  Readonly<{
    candidates: readonly Candidate[];
    /** only a server that takes writes */
    writable: boolean;
  }>;

/** None of the hosts will do; the cause is what the last one, or the one that answered, said. */
export class NoHost extends Error {
  override readonly name = 'NoHost';
}

/** The server answers, but is a standby. */
export class ReadOnlyHost extends Error {
  override readonly name = 'ReadOnlyHost';
}

const longestLookMs = 2_000;

/** The way that was good last, by the list of ways: the next connection tries it first. */
const good = new WeakMap<readonly Candidate[], Candidate>();

/** Looks for the host before it connects: as libpq does with several hosts, and with `sslmode=prefer`. */
export class ChoosingClient extends pg.Client {
  readonly #config: ChoosingConfig;

  constructor(config: ChoosingConfig) {
    super(config);
    this.#config = config;
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error | null) => void): void;
  override connect(callback?: (error: Error | null) => void): Promise<pg.Client> | undefined {
    const connected = this.#connect();
    if (!callback) return connected;
    connected.then(
      () => {
        callback(null);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return undefined;
  }

  async #connect(): Promise<pg.Client> {
    const { candidates, writable } = this.#config;
    const known = writable ? undefined : good.get(candidates);
    const way = known ?? (await chosen(this.#config));
    // The driver reads these when it connects.
    Object.assign(this, { host: way.host, port: way.port, ssl: way.ssl });
    Object.assign((this as unknown as { connection: object }).connection, { ssl: way.ssl });
    try {
      await super.connect();
      good.set(candidates, way);
      return this;
    } catch (error) {
      good.delete(candidates);
      throw error;
    }
  }
}

const chosen = async (config: ChoosingConfig): Promise<Candidate> => {
  const { candidates } = config;
  const last = good.get(candidates);
  const order = last ? [last, ...candidates.filter((one) => one !== last)] : candidates;
  const said: unknown[] = [];
  for (const candidate of order)
    try {
      await look(config, candidate);
      return candidate;
    } catch (error) {
      said.push(error);
    }
  // An answer tells more than silence.
  const cause =
    said.find((error) => error instanceof pg.DatabaseError || error instanceof ReadOnlyHost) ?? said.at(-1);
  throw cause instanceof pg.DatabaseError ? cause : new NoHost(messageOf(cause), { cause });
};

/** Connects, and asks whether it may write. */
const look = async (config: ChoosingConfig, { host, port, ssl }: Candidate): Promise<void> => {
  const {
    connectionTimeoutMillis: patience = longestLookMs,
    candidates,
    writable,
    ...same
  } = withPassword(config);
  const connectionTimeoutMillis = Math.min(longestLookMs, Math.max(500, patience / (candidates.length + 1)));
  const client = new pg.Client({
    ...same,
    host,
    port,
    ssl,
    connectionTimeoutMillis,
    query_timeout: longestLookMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (!writable) return;
    const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
    if (rows[0]?.transaction_read_only !== 'off') throw new ReadOnlyHost(`${host}:${String(port)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * A connection of its own, found as the pool with these options finds its connections.
 * @param over what is different for it
 */
export const clientOf = (options: pg.ClientConfig, over: pg.ClientConfig = {}): pg.Client => {
  const { Client = pg.Client } = options as { Client?: new (config: pg.ClientConfig) => pg.Client };
  return new Client({ ...withPassword(options), ...over });
};

/** The driver hides the password of a pool's options from those who copy them. */
const withPassword = <Options extends pg.ClientConfig>(options: Options): Options =>
  options.password === undefined ? { ...options } : { ...options, password: options.password };
