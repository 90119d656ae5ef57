import { EventStoreDBClient } from '@eventstore/db-client';
import service from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { CallOptions, Channel, ClientDuplexStream, ClientReadableStream, Metadata } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { AddressRefused, isAddress } from './address.js';
import { within } from './patience.js';
import { appendAnsweredIn, type AppendAnswered } from './append-messages.js';
import { storedIn, type Answered } from './protocol.js';

/** What of the client is used: address, TLS, account, finding the leader and connecting again. Its calls are not. */
type Open = Readonly<{
  execute: <T, Client>(
    client: new (...options: never) => Client,
    name: string,
    work: (client: Client) => Promise<T>,
  ) => Promise<T>;
  callArguments: (options: { requiresLeader: boolean }, call: CallOptions) => [Metadata, CallOptions];
  getChannel: () => Promise<Channel>;
}>;

export type Appending = ClientDuplexStream<Buffer, AppendAnswered>;

// Decisions are made on what the leader says; a follower may be behind.
const leader = { requiresLeader: true } as const;
const noDeadline = { deadline: Infinity } as const;
const closingMs = 150;

/**
 * The server's own calls. The client offers no read of all streams with a filter, its reads that are ended early never
 * end, and its batch append keeps one table of unanswered appends for the whole process.
 */
export class Wire {
  readonly #client: Open;
  readonly #reads = new Set<ClientReadableStream<Answered>>();
  #used = false;

  /** @throws AddressRefused */
  constructor(address: string) {
    this.#client = clientOf(address);
  }

  /** Gives `take` what the server gives, until that has had enough (false) or the server has ended. */
  read(
    request: ReadReq,
    take: (answer: Answered) => boolean,
    begun?: (end: () => void) => void,
  ): Promise<void> {
    this.#used = true;
    return this.#client.execute(service.StreamsClient, 'read', (client: StreamsClient) =>
      this.#ended(
        client.makeServerStreamRequest(
          service.StreamsService.read.path,
          service.StreamsService.read.requestSerialize,
          storedIn,
          request,
          ...this.#client.callArguments(leader, noDeadline),
        ),
        take,
        begun,
      ),
    );
  }

  /** The server's version, such as 23.10.7; undefined where it does not say one, before 21.10. */
  version(): Promise<string | undefined> {
    this.#used = true;
    return this.#client.execute(
      features.ServerFeaturesClient,
      'version',
      (client: ServerFeaturesClient) =>
        new Promise((resolve, reject) => {
          const [metadata, options] = this.#client.callArguments({ requiresLeader: false }, noDeadline);
          client.getSupportedMethods(new shared.Empty(), metadata, options, (error, answer) => {
            if (error === null) resolve(answer.getEventStoreServerVersion());
            else if (error.code === status.UNIMPLEMENTED) resolve(undefined);
            else reject(error);
          });
        }),
    );
  }

  /** Resolves or rejects when the call has ended; `begun` is given it. */
  appends(begun: (call: Appending) => void): Promise<void> {
    this.#used = true;
    return this.#client.execute(
      service.StreamsClient,
      'batchAppend',
      (client: StreamsClient) =>
        new Promise((resolve, reject) => {
          const call = client.makeBidiStreamRequest(
            service.StreamsService.batchAppend.path,
            (written: Buffer) => written,
            appendAnsweredIn,
            ...this.#client.callArguments(leader, noDeadline),
          );
          call.on('error', reject).on('end', resolve);
          begun(call);
        }),
    );
  }

  /** Ends every call. */
  async close(): Promise<void> {
    for (const call of this.#reads) call.cancel();
    if (!this.#used) return;
    const channel = await within(closingMs, this.#client.getChannel()).catch(() => undefined);
    channel?.close();
  }

  #ended(
    call: ClientReadableStream<Answered>,
    take: (answer: Answered) => boolean,
    begun: ((end: () => void) => void) | undefined,
  ): Promise<void> {
    this.#reads.add(call);
    begun?.(() => {
      call.cancel();
    });
    return new Promise<void>((resolve, reject) => {
      call.on('error', reject).on('end', resolve);
      call.on('data', (answer: Answered) => {
        if (take(answer)) return;
        resolve();
        call.cancel();
      });
    }).finally(() => {
      this.#reads.delete(call);
    });
  }
}

function clientOf(address: string): Open {
  if (!isAddress(address)) throw new AddressRefused();
  try {
    return EventStoreDBClient.connectionString(address) as unknown as Open;
  } catch {
    throw new AddressRefused();
  }
}
