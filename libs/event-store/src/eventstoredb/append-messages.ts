import { randomUUID } from 'node:crypto';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { Position } from '../event-store.js';
import { toPosition } from './position.js';
import { MessageReader, textAt } from './protobuf.js';

/** An event as it goes to the server; the bytes are binary content, because JSON content is nobody's but its writer's. */
export type Outgoing = Readonly<{
  id: string;
  type: string;
  bytes: Uint8Array;
  /** of the command, with its first event: from the log alone it can be said of a request sent again whether it is the same */
  digest?: string;
}>;

/** What is told of one append. */
export type AppendAnswered = Readonly<{
  /** under which it was sent */
  id: string;
  /** where it succeeded: the stream's last revision now, and where that event stands, where the server says so */
  success: Readonly<{ revision: number; position: Position | undefined }> | undefined;
  answer: Buffer;
}>;

/** Of a BatchAppendResp. */
export function appendAnsweredIn(answer: Buffer): AppendAnswered {
  const told = new MessageReader(answer);
  let id = '';
  let success: AppendAnswered['success'];
  for (let field = told.next(); field !== 0; field = told.next())
    if (field === 1) id = textAt(2, told.message());
    else if (field === 3) success = successIn(told.message());
    else told.skip();
  return { id, success, answer };
}

function successIn(success: MessageReader): AppendAnswered['success'] {
  let revision = 0;
  let position: Position | undefined;
  for (let field = success.next(); field !== 0; field = success.next())
    if (field === 1) revision = Number(success.digits());
    else if (field === 3) position = positionIn(success.message());
    else success.skip();
  return { revision, position };
}

function positionIn(message: MessageReader): Position {
  const at = { commit: '0', prepare: '0' };
  for (let field = message.next(); field !== 0; field = message.next())
    if (field === 1) at.commit = message.digits();
    else if (field === 2) at.prepare = message.digits();
    else message.skip();
  return toPosition(at);
}

/**
 * One append of a batch call, with the id under which it is answered. The bytes are its own: those of the events may
 * change afterwards.
 */
export function appendRequest(
  stream: string,
  expected: number,
  events: readonly Outgoing[],
  deadline: Date,
): Readonly<{ id: string; request: Uint8Array }> {
  const id = randomUUID();
  const options = new streams.BatchAppendReq.Options()
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setDeadline(timestamps.Timestamp.fromDate(deadline));
  if (expected < 0) options.setNoStream(new empty.Empty());
  else options.setStreamPosition(String(expected));
  const request = new streams.BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(id))
    .setOptions(options)
    .setProposedMessagesList(events.map(proposed))
    .setIsFinal(true);
  return { id, request: request.serializeBinary() };
}

function proposed({ id, type, bytes, digest }: Outgoing): BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(bytes);
  message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
  return digest === undefined ? message : message.setCustomMetadata(Buffer.from(JSON.stringify({ digest })));
}
