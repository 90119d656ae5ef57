import { convertToCommandError, StreamDeletedError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Outgoing } from './append-messages.js';
import { BatchAppends, type Answer } from './batch-appends.js';
import { Calls } from './calls.js';
import { ignore } from './patience.js';
import type { LogPosition } from './position.js';
import { readAllRequest, readStreamRequest, subscribeRequest, type Stored } from './protocol.js';
import { Wire } from './wire.js';

type Connected = Readonly<{ wire: Wire; appends: BatchAppends; calls: Calls }> & { holders: number };

const connected = new Map<string, Connected>();

/** Of `callMs`: how long one append may go unanswered while the server answers others. */
const longestAppend = 2;

/** The events of a stream; `deleted`: for good. */
export type Standing = readonly Stored[] | 'deleted';

/** The server, through one connection for the whole process. Names of streams are whole here, with their prefix. */
export class Connection {
  readonly #address: string;
  readonly #shared: Connected;
  readonly #callMs: number;

  /** @throws AddressRefused */
  constructor(address: string, callMs: number) {
    this.#address = address;
    this.#callMs = callMs;
    this.#shared = connected.get(address) ?? opened(address, callMs);
    this.#shared.holders++;
    connected.set(address, this.#shared);
  }

  /** @throws StoreUnavailable: that says nothing of what became of it, read back */
  append(stream: string, expected: number, events: readonly Outgoing[]): Promise<Answer> {
    const longestMs = longestAppend * this.#callMs;
    const send = (): Promise<Answer> =>
      this.#shared.appends.append(stream, expected, events, new Date(Date.now() + longestMs));
    return this.#shared.calls.watched(send, longestMs);
  }

  /** From revision `from` on, at most `count`; nothing when there is no such stream. */
  read(stream: string, from: number, count: number): Promise<Standing> {
    return this.#stream(readStreamRequest(stream, from, count), count);
  }

  /** The last event. */
  last(stream: string): Promise<Standing> {
    return this.#stream(readStreamRequest(stream, 'end', 1), Infinity);
  }

  /** The log from the event at `from` on, of the streams whose names begin with one of `prefixes`, at most `count`; of all without. */
  readAll(
    prefixes: readonly string[] | undefined,
    from: 'start' | LogPosition,
    count: number,
  ): Promise<readonly Stored[]> {
    return this.#collect(readAllRequest(from, count, prefixes), count);
  }

  /** The log backwards from its end, of the streams whose names begin with one of `prefixes`; of all without. */
  lastOfAll(count: number, prefixes?: readonly string[]): Promise<readonly Stored[]> {
    return this.#collect(readAllRequest('end', count, prefixes), count);
  }

  /** Tells of what is appended from now on to streams whose names begin with one of `prefixes`, until it breaks off. */
  async follow(
    prefixes: readonly string[],
    take: () => boolean,
    begun: (end: () => void) => void,
  ): Promise<void> {
    await this.#shared.wire.read(subscribeRequest(prefixes), take, begun);
  }

  /** The server's version; undefined before 21.10. @throws StoreUnavailable, or what the call ended with */
  version(): Promise<string | undefined> {
    const { calls, wire } = this.#shared;
    return calls.inTurn(() => wire.version());
  }

  async close(): Promise<void> {
    if (--this.#shared.holders > 0) return;
    connected.delete(this.#address);
    this.#shared.appends.close();
    this.#shared.calls.close();
    await this.#shared.wire.close();
  }

  async #stream(request: ReadReq, count: number): Promise<Standing> {
    try {
      return await this.#collect(request, count);
    } catch (error) {
      if (error instanceof StreamDeletedError) return 'deleted';
      throw error;
    }
  }

  /** A connection that broke is noticed by the first call on it: that one is sent again. */
  async #collect(request: ReadReq, count: number): Promise<readonly Stored[]> {
    const { calls, wire } = this.#shared;
    return calls.inTurn(async (heard) => {
      try {
        return await collect(wire, request, { count, heard });
      } catch (error) {
        if (!isBroken(error)) throw error;
        return collect(wire, request, { count, heard });
      }
    });
  }
}

function opened(address: string, callMs: number): Connected {
  const wire = new Wire(address);
  const probe = (): Promise<unknown> => collect(wire, readAllRequest('end', 1), { count: 1, heard: ignore });
  return { wire, appends: new BatchAppends(wire), calls: new Calls(callMs, probe), holders: 0 };
}

type Collecting = Readonly<{ count: number; heard: () => void }>;

/** Ends the call with the last event wanted: with a filter the server searches on for one more, to the end of the log. */
async function collect(
  wire: Wire,
  request: ReadReq,
  { count, heard }: Collecting,
): Promise<readonly Stored[]> {
  const events: Stored[] = [];
  try {
    await wire.read(request, (answer) => {
      heard();
      if (answer !== 'no event') events.push(answer);
      return events.length < count;
    });
  } catch (error) {
    throw error instanceof Error ? convertToCommandError(error) : error;
  }
  return events;
}

function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === status.INTERNAL || code === status.UNAVAILABLE;
}
