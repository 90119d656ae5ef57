import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, Logged, Proposed, Result } from './log.js';

export type Write = Readonly<{ stream: string; expected: Expected; events: readonly Proposed[] }>;

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

export function unaryExpected(options: AppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : Number(options.getRevision());
}

export function batchExpected(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : Number(options.getStreamPosition());
}

export function proposed(message: Message): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: Buffer.from(message.getData_asU8()),
  };
}

export function unaryAnswer(result: Result, { expected }: Write, withPosition: boolean): AppendResp {
  const answer = new streams.AppendResp();
  if (result.written) return answer.setSuccess(unarySuccess(result.last, withPosition));
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (result.current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(result.current));
  if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  return answer.setWrongExpectedVersion(wrong);
}

export function batchAnswer(result: Result, write: Write, correlation: UUID): BatchAppendResp {
  const answer = new streams.BatchAppendResp().setCorrelationId(correlation);
  answer.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(write.stream)));
  if (!result.written) return answer.setError(wrongVersion(result.current, write));
  const at = new shared.AllStreamPosition();
  at.setCommitPosition(String(result.last.position)).setPreparePosition(String(result.last.position));
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(result.last.revision)).setPosition(at);
  return answer.setSuccess(success);
}

function unarySuccess({ revision, position }: Logged, withPosition: boolean): AppendResp.Success {
  const success = new streams.AppendResp.Success().setCurrentRevision(String(revision));
  if (!withPosition) return success.setNoPosition(new shared.Empty());
  const at = new streams.AppendResp.Position();
  at.setCommitPosition(String(position)).setPreparePosition(String(position));
  return success.setPosition(at);
}

function wrongVersion(current: number, { expected }: Write): InstanceType<typeof status.Status> {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'no_stream') wrong.setExpectedNoStream(new empty.Empty());
  else if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected));
  const details = new any.Any();
  details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return new status.Status().setMessage('WrongExpectedVersion').setDetails(details);
}
