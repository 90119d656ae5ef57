import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  STREAM_NAME,
  StreamNotFoundError,
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type AppendToStreamOptions,
  type Filter,
  type Position as LogPosition,
} from '@eventstore/db-client';
import { AddressRefused, isAddress } from './address.js';
import { ignore, patiently, within } from './patience.js';

/** An event as it goes to the server; the bytes are binary content, because JSON content is parsed on its way back. */
export type Outgoing = Readonly<{ id: string; type: string; bytes: Uint8Array }>;

/** An event as the log has it. */
export type Stored = Readonly<{
  id: string;
  stream: string;
  revision: number;
  position: LogPosition | undefined;
  /** undefined: JSON content, which we never write */
  bytes: Uint8Array | undefined;
}>;

type Connected = { client: EventStoreDBClient; holders: number };

const connected = new Map<string, Connected>();

// Decisions are made on what the leader says; a follower may be behind.
const leader = { requiresLeader: true } as const;

/** The server, through one client for the whole process. Names of streams are whole here, with their prefix. */
export class Connection {
  readonly #address: string;
  readonly #shared: Connected;
  readonly #callMs: number;

  /** @throws AddressRefused */
  constructor(address: string, callMs: number) {
    this.#address = address;
    this.#callMs = callMs;
    this.#shared = connected.get(address) ?? { client: clientOf(address), holders: 0 };
    this.#shared.holders++;
    connected.set(address, this.#shared);
  }

  /** An error does not say that nothing was stored: read back. */
  async append(stream: string, expected: number, events: readonly Outgoing[]): Promise<void> {
    const binary = events.map(({ id, type, bytes }) => binaryEvent({ id, type, data: Buffer.from(bytes) }));
    const options: AppendToStreamOptions = {
      ...leader,
      expectedRevision: expected < 0 ? NO_STREAM : BigInt(expected),
      deadline: this.#callMs,
    };
    await within(this.#callMs, this.#client.appendToStream(stream, binary, options));
  }

  /** From revision `from` on; nothing when there is no such stream. */
  async *read(stream: string, from: number, maxCount: number): AsyncGenerator<Stored> {
    const options = { ...leader, fromRevision: BigInt(from), maxCount, direction: FORWARDS } as const;
    yield* this.#streamed(stream, options);
  }

  async last(stream: string): Promise<Stored | undefined> {
    const options = { ...leader, fromRevision: END, maxCount: 1, direction: BACKWARDS } as const;
    for await (const event of this.#streamed(stream, options)) return event;
    return undefined;
  }

  /** Of every stream, the server's own among them; `from` is part of it. */
  async *readAll(from?: LogPosition): AsyncGenerator<Stored> {
    const options = { ...leader, fromPosition: from ?? START, direction: FORWARDS } as const;
    for await (const { event } of patiently(this.#client.readAll(options), this.#callMs))
      if (event) yield stored(event);
  }

  async *readBackwards(): AsyncGenerator<Stored> {
    const options = { ...leader, fromPosition: END, direction: BACKWARDS } as const;
    for await (const { event } of patiently(this.#client.readAll(options), this.#callMs))
      if (event) yield stored(event);
  }

  /** What is appended from now on to streams whose names begin with `prefix`. */
  follow(prefix: string): AllStreamSubscription {
    const filter: Filter = { filterOn: STREAM_NAME, prefixes: [prefix], checkpointInterval: 1 };
    return this.#client.subscribeToAll({ ...leader, fromPosition: END, filter });
  }

  async close(): Promise<void> {
    if (--this.#shared.holders > 0) return;
    connected.delete(this.#address);
    await within(this.#callMs, this.#client.dispose()).catch(ignore);
  }

  get #client(): EventStoreDBClient {
    return this.#shared.client;
  }

  async *#streamed(
    stream: string,
    options: Parameters<EventStoreDBClient['readStream']>[1],
  ): AsyncGenerator<Stored> {
    try {
      for await (const { event } of patiently(this.#client.readStream(stream, options), this.#callMs))
        if (event) yield stored(event);
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
  }
}

/**
 * Each append goes as a call of its own. Batch append would keep one table of unanswered appends for all clients of
 * the process: an error on one connection fails the appends of the others, and an answer that comes after it ends the
 * program. The client has no setting for it, so it is told that the server does not know batch append.
 */
function clientOf(address: string): EventStoreDBClient {
  if (!isAddress(address)) throw new AddressRefused();
  try {
    const client = EventStoreDBClient.connectionString(address);
    Object.defineProperty(client, 'supports', { value: () => Promise.resolve(false) });
    return client;
  } catch {
    throw new AddressRefused();
  }
}

type Event = Pick<AllStreamRecordedEvent, 'id' | 'streamId' | 'revision' | 'data'> &
  Readonly<{ position?: LogPosition }>;

function stored({ id, streamId, revision, position, data }: Event): Stored {
  return {
    id,
    stream: streamId,
    revision: Number(revision),
    position,
    bytes:
      data instanceof Uint8Array ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : undefined,
  };
}
