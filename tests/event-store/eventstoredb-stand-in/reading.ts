import { Metadata, status, type ServerWritableStream, type ServiceError } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Log, Logged } from './log.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;

const backwards = streams.ReadReq.Options.ReadDirection.BACKWARDS;
const unknown = 2;

/** Answers a read or a subscription, of a stream or of `$all`. */
export function answerRead(call: Call, log: Log): void {
  const options = call.request.getOptions()!;
  if (options.hasSubscription()) {
    subscribe(call, options, log);
    return;
  }
  const request = options.getStream();
  const name = request && nameOf(request.getStreamIdentifier()!);
  const shown = name === undefined ? undefined : log.shown(name);
  if (shown === 'deleted') {
    call.emit('error', streamDeleted(name ?? ''));
    return;
  }
  if (name !== undefined && shown === undefined) {
    call.write(notFound(name));
    call.end();
    return;
  }
  const events =
    shown === undefined ? fromAll(options, log)?.filter(inFilter(options)) : fromStream(options, shown);
  if (events === undefined) {
    call.emit('error', { code: unknown, details: 'No record stands at this position.' });
    return;
  }
  for (const event of events.slice(0, Number(options.getCount()))) call.write(asResponse(event));
  call.end();
}

export function nameOf(identifier: InstanceType<typeof shared.StreamIdentifier>): string {
  return Buffer.from(identifier.getStreamName_asU8()).toString('utf8');
}

function fromStream(options: Options, stream: readonly Logged[]): readonly Logged[] {
  const request = options.getStream()!;
  const end = request.hasEnd() ? Infinity : Number(request.getRevision());
  if (options.getReadDirection() === backwards)
    return stream.filter(({ revision }) => revision <= end).toReversed();
  return request.hasStart() ? stream : stream.filter(({ revision }) => revision >= end);
}

/** Undefined when the position lies within the log and no event begins there. */
function fromAll(options: Options, { all }: Log): readonly Logged[] | undefined {
  const request = options.getAll()!;
  const back = options.getReadDirection() === backwards;
  if (request.hasStart()) return back ? [] : all;
  if (request.hasEnd()) return back ? all.toReversed() : [];
  const position = BigInt(request.getPosition()!.getCommitPosition());
  const index = all.findIndex((one) => one.position >= position);
  if (index === -1) return back ? all.toReversed() : [];
  if (all[index]?.position !== position) return undefined;
  return back ? all.slice(0, index).toReversed() : all.slice(index);
}

/** Positions are exclusive here, and a filter by the stream's name is kept to. */
function subscribe(call: Call, options: Options, log: Log): void {
  const wanted = inFilter(options);
  const request = options.getAll()!;
  const after = request.hasPosition() ? BigInt(request.getPosition()!.getCommitPosition()) : -1n;
  let next = request.hasEnd() ? log.all.length : log.all.filter(({ position }) => position <= after).length;
  const give = (): void => {
    for (; next < log.all.length; next++) {
      const event = log.all[next]!;
      if (wanted(event)) call.write(asResponse(event));
    }
  };
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId('stand-in');
  call.write(new streams.ReadResp().setConfirmation(confirmation));
  give();
  call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  const stop = log.listen(give);
  call.on('cancelled', stop).on('close', stop);
}

function inFilter(options: Options): (event: Logged) => boolean {
  const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [''];
  return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
}

/** What a read is of: the log, one of the server's own streams, or another stream. */
export function subjectOf(options: Options): 'readAll' | 'admin' | 'read' {
  if (options.hasAll()) return 'readAll';
  const name = nameOf(options.getStream()!.getStreamIdentifier()!);
  return /^\$(?!\$)/.test(name) || name === '$$$all' ? 'admin' : 'read';
}

/** Whom the stream's own ACL lets read it, or its metadata; undefined: it has none, or all is read. */
export function lets(options: Options, log: Log): readonly string[] | undefined {
  if (options.hasAll()) return undefined;
  const name = nameOf(options.getStream()!.getStreamIdentifier()!);
  const ofMetadata = name.startsWith('$$');
  const { $acl: acl } = log.metadata(ofMetadata ? name.slice(2) : name);
  return ofMetadata ? acl?.$mr : acl?.$r;
}

/** As the server answers who is not let in, and who may not. */
export function refusal(kind: 'unauthenticated' | 'denied'): Partial<ServiceError> {
  const metadata = new Metadata();
  if (kind === 'unauthenticated')
    return { code: status.UNAUTHENTICATED, details: 'Unauthenticated', metadata };
  metadata.set('exception', 'access-denied');
  return { code: status.PERMISSION_DENIED, details: 'Access Denied', metadata };
}

/** As the server refuses a read. */
function streamDeleted(name: string): Partial<ServiceError> {
  const metadata = new Metadata();
  metadata.set('exception', 'stream-deleted');
  metadata.set('stream-name', name);
  return { code: status.FAILED_PRECONDITION, details: `Event stream '${name}' is deleted.`, metadata };
}

function notFound(name: string): ReadResp {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(name)));
  return new streams.ReadResp().setStreamNotFound(missing);
}

function asResponse({ stream, revision, position, id, type, contentType, data, metadata }: Logged): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(new shared.UUID().setString(id));
  recorded.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)));
  recorded.setStreamRevision(String(revision));
  recorded.setCommitPosition(String(position));
  recorded.setPreparePosition(String(position));
  recorded
    .getMetadataMap()
    .set('type', type)
    .set('content-type', contentType)
    .set('created', '17400000000000000');
  recorded.setData(data).setCustomMetadata(metadata ?? Buffer.alloc(0));
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(position));
  return new streams.ReadResp().setEvent(event);
}
