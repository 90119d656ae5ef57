import { randomUUID } from 'node:crypto';
import protobuf from 'google-protobuf';
import type { BinaryWriter } from 'google-protobuf';
import type { Position } from '../event-store.js';
import { ignore } from './patience.js';
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

/** The server's answer to one append. */
export type AppendAnswered = Readonly<{
  /** under which it was sent */
  id: string;
  /** on success: the stream's last revision, and that event's position where the server gives it */
  success: Readonly<{ revision: number; position: Position | undefined }> | undefined;
  answer: Buffer;
}>;

/** Of a BatchAppendResp. */
export function appendAnsweredIn(answer: Buffer): AppendAnswered {
  const reader = new MessageReader(answer);
  let id = '';
  let success: AppendAnswered['success'];
  for (let field = reader.next(); field !== 0; field = reader.next())
    if (field === 1) id = textAt(2, reader.message());
    else if (field === 3) success = successIn(reader.message());
    else reader.skip();
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

const binaryContent = 'application/octet-stream';

/**
 * One append of a batch call, with the id under which it is answered: a BatchAppendReq. The bytes are its own: those of
 * the events may change afterwards.
 */
export function appendRequest(
  stream: string,
  expected: number,
  events: readonly Outgoing[],
  deadline: Date,
): Readonly<{ id: string; request: Buffer }> {
  const id = randomUUID();
  const request = new protobuf.BinaryWriter();
  request.writeMessage(1, id, writeId);
  request.writeMessage(2, request, () => {
    request.writeMessage(1, request, () => {
      request.writeString(3, stream);
    });
    if (expected < 0) request.writeMessage(3, request, ignore);
    else request.writeUint64(2, expected);
    request.writeMessage(6, deadline, writeTimestamp);
  });
  for (const event of events) request.writeMessage(3, event, propose);
  request.writeBool(4, true);
  const { buffer, byteOffset, byteLength } = request.getResultBuffer();
  return { id, request: Buffer.from(buffer, byteOffset, byteLength) };
}

function writeId(id: string, to: BinaryWriter): void {
  to.writeString(2, id);
}

/** A ProposedMessage. */
function propose({ id, type, bytes, digest }: Outgoing, to: BinaryWriter): void {
  to.writeMessage(1, id, writeId);
  to.writeMessage(2, ['type', type], writePair);
  to.writeMessage(2, ['content-type', binaryContent], writePair);
  if (digest !== undefined) to.writeString(3, JSON.stringify({ digest }));
  to.writeBytes(4, bytes);
}

/** An entry of the map. */
function writePair([name, value]: readonly [string, string], to: BinaryWriter): void {
  to.writeString(1, name);
  to.writeString(2, value);
}

function writeTimestamp(time: Date, to: BinaryWriter): void {
  const ms = time.getTime();
  to.writeInt64(1, Math.floor(ms / 1000));
  to.writeInt32(2, (ms % 1000) * 1_000_000);
}
