import { randomUUID } from 'node:crypto';
import type { Position } from '../event-store.js';
import { toPosition } from './position.js';
import { ignore } from './patience.js';
import { MessageReader, textAt } from './protobuf.js';
import { MessageWriter } from './protobuf-writer.js';

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
  const request = new MessageWriter(overhead + events.reduce((sum, { bytes }) => sum + bytes.length, 0));
  request.number(4, 1);
  for (let nth = events.length - 1; nth >= 0; nth--) {
    const event = events[nth];
    if (event) propose(request, event);
  }
  request.message(2, () => {
    request.message(6, () => {
      timestamp(request, deadline);
    });
    if (expected < 0) request.message(3, ignore);
    else request.number(2, expected);
    request.message(1, () => {
      request.text(3, stream);
    });
  });
  request.message(1, () => {
    request.text(2, id);
  });
  return { id, request: request.written() };
}

/** Of one event, mostly, all but its bytes. */
const overhead = 480;

/** A ProposedMessage. */
function propose(request: MessageWriter, { id, type, bytes, digest }: Outgoing): void {
  request.message(3, () => {
    request.bytes(4, bytes);
    if (digest !== undefined) request.text(3, JSON.stringify({ digest }));
    metadata(request, 'content-type', binaryContent);
    metadata(request, 'type', type);
    request.message(1, () => {
      request.text(2, id);
    });
  });
}

/** An entry of the map. */
function metadata(request: MessageWriter, name: string, value: string): void {
  request.message(2, () => {
    request.text(2, value);
    request.text(1, name);
  });
}

function timestamp(request: MessageWriter, time: Date): void {
  const ms = time.getTime();
  request.number(2, (ms % 1000) * 1_000_000);
  request.number(1, Math.floor(ms / 1000));
}
