import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, Proposed, Result } from './log.js';

export type Write = Readonly<{ stream: string; expected: Expected; events: readonly Proposed[] }>;

export function batchExpected(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : Number(options.getStreamPosition());
}

export function proposed(message: BatchAppendReq.ProposedMessage): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

export function answerTo(
  result: Result,
  write: Write,
  { correlation, withPosition }: Readonly<{ correlation: UUID; withPosition: boolean }>,
): BatchAppendResp {
  const answer = new streams.BatchAppendResp().setCorrelationId(correlation);
  answer.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(write.stream)));
  if (!result.written && result.current === 'deleted')
    return answer.setError(problem('StreamDeleted', new shared.StreamDeleted()));
  if (!result.written) return answer.setError(wrongVersion(result.current, write));
  const at = new shared.AllStreamPosition();
  at.setCommitPosition(String(result.last.position)).setPreparePosition(String(result.last.position));
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(result.last.revision));
  if (withPosition) success.setPosition(at);
  else success.setNoPosition(new empty.Empty());
  return answer.setSuccess(success);
}

function wrongVersion(current: number, { expected }: Write): InstanceType<typeof status.Status> {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'no_stream') wrong.setExpectedNoStream(new empty.Empty());
  else if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected));
  return problem('WrongExpectedVersion', wrong);
}

/** An append that the server answers with `name`. */
export function problem(
  name: string,
  says: Readonly<{ serializeBinary: () => Uint8Array }>,
): InstanceType<typeof status.Status> {
  const details = new any.Any();
  details.pack(says.serializeBinary(), `event_store.client.${name}`);
  return new status.Status().setMessage(name).setDetails(details);
}

export function refusedAnswer(kind: 'too large' | 'denied' | 'rejected', correlation: UUID): BatchAppendResp {
  const named = {
    'too large': problem(
      'MaximumAppendSizeExceeded',
      new shared.MaximumAppendSizeExceeded().setMaxappendsize(1),
    ),
    denied: problem('AccessDenied', new shared.AccessDenied()),
    rejected: problem('Unknown', new shared.Unknown()),
  }[kind];
  return new streams.BatchAppendResp().setCorrelationId(correlation).setError(named);
}
