import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
  type ServiceError,
} from '@grpc/grpc-js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { batchAnswer, batchExpected, proposed, unaryAnswer, unaryExpected, type Write } from './appending.js';
import { Faults, stores, type Fault } from './faults.js';
import { Log, type Proposed } from './log.js';
import { answerRead, nameOf } from './reading.js';

const lateMs = 1_000;

/**
 * Stands in for an EventStoreDB server where none can run: one node, no TLS, no users, on 127.0.0.1. It speaks the
 * client's own generated protocol for append, batch append, read and subscribe, and keeps the server's promises about
 * expected revisions and event ids as its documentation gives them. It was written from that, not from the server, and
 * has no cluster, no elections, no deletion, no metadata, no limits: what holds on a real server only a real server
 * shows (`EVENTSTOREDB_URL`). The log is kept outside of the adapter, in memory, or in a file with fsync.
 */
export class StandIn {
  readonly log: Log;
  readonly faults = new Faults();
  /** how many calls of each kind came in */
  readonly calls = { append: 0, batchAppend: 0, read: 0, subscribe: 0 };
  #server: Server | undefined;
  #port: number;

  constructor(options: Readonly<{ port?: number; file?: string }> = {}) {
    this.#port = options.port ?? 0;
    this.log = new Log(options.file);
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    server.addService(streamsService.StreamsService, {
      append: this.#append.bind(this),
      batchAppend: this.#batchAppend.bind(this),
      read: this.#read.bind(this),
    });
    server.addService(featuresService.ServerFeaturesService, { getSupportedMethods });
    this.#server = server;
    this.#port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.#port}`, ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
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

  #append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    this.calls.append++;
    const events: Proposed[] = [];
    let head: Omit<Write, 'events'> | undefined;
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      if (options)
        head = { stream: nameOf(options.getStreamIdentifier()!), expected: unaryExpected(options) };
      else events.push(proposed(request.getProposedMessage()!));
    });
    call.on('end', () => {
      this.#meet(this.faults.take(), { ...head!, events }, answer);
    });
  }

  #meet(fault: Fault | undefined, write: Write, answer: sendUnaryData<AppendResp>): void {
    const result = stores(fault)
      ? this.log.append(write.stream, write.expected, write.events)
      : ({ written: false, current: -1 } as const);
    const tell = (): void => {
      answer(null, unaryAnswer(result, write, fault !== 'stored without position'));
    };
    if (fault === 'silent' || fault === 'stored and silent') return;
    if (fault === 'cut' || fault === 'stored and cut') void this.restart();
    else if (fault === 'stored and late') setTimeout(tell, lateMs);
    else if (fault === undefined || stores(fault)) tell();
    else answer(refusal(fault));
  }

  /** Written as it comes: a request may be spread over several messages, the last one is marked. */
  #batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    this.calls.batchAppend++;
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
      if (!request.getIsFinal() || this.faults.take() !== undefined) return;
      const result = this.log.append(write.stream, write.expected, write.events);
      call.write(batchAnswer(result, write, correlation));
    });
    call.on('end', () => {
      call.end();
    });
  }

  #read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    if (call.request.getOptions()?.hasSubscription()) this.calls.subscribe++;
    else this.calls.read++;
    if (!this.faults.readsAreSilent) answerRead(call, this.log);
  }
}

function refusal(fault: Fault): Partial<ServiceError> {
  const metadata = new Metadata();
  if (fault === 'rejected for another') {
    metadata.set('exception', 'wrong-expected-version');
    metadata.set('stream-name', 'of somebody else');
    metadata.set('expected-version', '7');
  }
  if (fault === 'too large') {
    metadata.set('exception', 'maximum-append-size-exceeded');
    metadata.set('maximum-append-size', '1048576');
  }
  return { code: status.UNKNOWN, details: fault, metadata };
}

function getSupportedMethods(_call: unknown, answer: sendUnaryData<SupportedMethods>): void {
  const methods = new features.SupportedMethods().setEventStoreServerVersion('stand-in');
  for (const name of ['append', 'batchappend', 'read'])
    methods.addMethods(
      new features.SupportedMethod().setMethodName(name).setServiceName('event_store.client.streams.Streams'),
    );
  answer(null, methods);
}
