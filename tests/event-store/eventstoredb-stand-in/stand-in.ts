import {
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import type {
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { answerTo, batchExpected, proposed, refusedAnswer, type Write } from './appending.js';
import { Faults, stores, type Fault } from './faults.js';
import { Log, type Proposed } from './log.js';
import { Accounts } from './accounts.js';
import { answerRead, nameOf, refusal, lets, subjectOf } from './reading.js';

const lateMs = 1_000;

type AppendCall = Readonly<{ call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>; correlation: UUID }>;

/**
 * Stands in for an EventStoreDB server where none can run: one node on 127.0.0.1, with TLS and accounts if given. It
 * speaks the client's own generated protocol for batch append, read, subscribe, delete, tombstone and the server's
 * version. The log is kept outside of the adapter, in memory, or in a file with fsync.
 *
 * Seen on a real server, the open-source release 23.10 (branch release/oss-v23.10 of February 2025), with the same
 * specs or the same calls:
 * - a tombstone is an event `$streamDeleted` without content at the greatest revision, and the stream's reads are
 *   refused from then on; a stream deleted softly, or truncated with `$tb`, shows nothing before that, and goes on with
 *   the next revision when it is written to again; what the server is told of a stream stands in `$$` before its name,
 *   in the log too, between ours, as `$stats` does;
 * - a filter by prefix holds for reads of all streams in both directions; `caughtUp` ends what a subscription had to
 *   catch up with; the same ids at the same revision are answered with success; an event keeps its custom metadata;
 * - a wrong password, and an unknown account, are answered UNAUTHENTICATED; a call without an account, or without the
 *   right, PERMISSION_DENIED with `exception: access-denied`, within a batch append AccessDenied, before the expected
 *   revision is looked at; `$settings` is the administrators' alone; the version may be asked for by anybody; with
 *   `tls=false` the client sends no account.
 *
 * From the documentation alone: `stream_exists`, ids remembered under `any`, servers before 21.10 (they do not know the
 * question for the version). Not there: ACLs of single streams, cluster, elections, `$maxAge` taking events away,
 * scavenging, limits. What holds on a real server only a real server shows (`EVENTSTOREDB_URL`).
 */
export class StandIn {
  readonly log: Log;
  readonly faults = new Faults();
  /** how many calls of each kind came in */
  readonly calls = { append: 0, read: 0, subscribe: 0 };
  readonly accounts = new Accounts();
  /** as the server says it; undefined: an old server, which does not know the question */
  version: string | undefined = '23.10.0';
  readonly #tls: Readonly<{ cert: string; key: string }> | undefined;
  #server: Server | undefined;
  #port: number;

  constructor(
    options: Readonly<{ port?: number; file?: string; tls?: Readonly<{ cert: string; key: string }> }> = {},
  ) {
    this.#tls = options.tls;
    this.#port = options.port ?? 0;
    this.log = new Log(options.file);
  }

  get url(): string {
    return `esdb://${this.host}?tls=false`;
  }

  get host(): string {
    return `127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    server.addService(streamsService.StreamsService, {
      batchAppend: this.#batchAppend.bind(this),
      delete: this.#delete.bind(this),
      tombstone: this.#tombstone.bind(this),
      read: this.#read.bind(this),
    });
    server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: this.#getSupportedMethods.bind(this),
    });
    this.#server = server;
    this.#port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.#port}`, this.#credentials(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
  }

  #credentials(): ServerCredentials {
    if (this.#tls === undefined) return ServerCredentials.createInsecure();
    const { key, cert } = this.#tls;
    return ServerCredentials.createSsl(null, [
      { private_key: Buffer.from(key), cert_chain: Buffer.from(cert) },
    ]);
  }

  /** Cuts every connection. The log stays. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
  }

  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }

  /** Written as it comes: a request may be spread over several messages, the last one is marked. */
  #batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const open = new Map<string, Write & { events: Proposed[] }>();
    call.on('data', (request: BatchAppendReq) => {
      const correlation = request.getCorrelationId()!;
      const options = request.getOptions();
      if (options)
        open.set(correlation.getString(), {
          stream: nameOf(options.getStreamIdentifier()!),
          expected: batchExpected(options),
          events: [],
        });
      const write = open.get(correlation.getString())!;
      write.events.push(...request.getProposedMessagesList().map(proposed));
      const refused = this.accounts.refuses(call.metadata, 'write');
      if (request.getIsFinal() && refused !== undefined) call.write(refusedAnswer('denied', correlation));
      else if (request.getIsFinal()) this.#meet(this.faults.take(), write, { call, correlation });
    });
    call.on('end', () => {
      call.end();
    });
  }

  #meet(fault: Fault | undefined, write: Write, { call, correlation }: AppendCall): void {
    this.calls.append++;
    const result = stores(fault)
      ? this.log.append(write.stream, write.expected, write.events)
      : ({ written: false, current: -1 } as const);
    const tell = (): void => {
      call.write(answerTo(result, write, { correlation, withPosition: fault !== 'stored without position' }));
    };
    if (fault === 'silent' || fault === 'stored and silent') return;
    if (fault === 'cut' || fault === 'stored and cut') void this.restart();
    else if (fault === 'stored and late') setTimeout(tell, lateMs);
    else if (fault === undefined || stores(fault)) tell();
    else call.write(refusedAnswer(fault as 'rejected', correlation));
  }

  #delete(call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void {
    this.log.tell(nameOf(call.request.getOptions()!.getStreamIdentifier()!), { $tb: 2 ** 63 });
    answer(null, new streams.DeleteResp().setNoPosition(new shared.Empty()));
  }

  #tombstone(call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>): void {
    this.log.deleteForGood(nameOf(call.request.getOptions()!.getStreamIdentifier()!));
    answer(null, new streams.TombstoneResp().setNoPosition(new shared.Empty()));
  }

  #read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    if (call.request.getOptions()?.hasSubscription()) this.calls.subscribe++;
    else this.calls.read++;
    const options = call.request.getOptions()!;
    const refused =
      this.accounts.refuses(call.metadata, subjectOf(options)) ??
      this.accounts.keepsOut(call.metadata, lets(options, this.log));
    if (refused !== undefined) call.emit('error', refusal(refused));
    else if (!this.faults.readsAreSilent) answerRead(call, this.log);
  }

  #getSupportedMethods(_call: unknown, answer: sendUnaryData<SupportedMethods>): void {
    if (this.version === undefined) answer({ code: status.UNIMPLEMENTED });
    else answer(null, supported(this.version));
  }
}

function supported(version: string): SupportedMethods {
  const methods = new features.SupportedMethods().setEventStoreServerVersion(version);
  for (const name of ['batchappend', 'read'])
    methods.addMethods(
      new features.SupportedMethod().setMethodName(name).setServiceName('event_store.client.streams.Streams'),
    );
  return methods;
}
