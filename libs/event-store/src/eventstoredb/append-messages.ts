import { randomUUID } from 'node:crypto';
import type { Position } from '../event-store.js';
import { toPosition } from './position.js';
import { MessageReader, MessageWriter, textAt } from './protobuf.js';

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

/** More than what stands around an event and around all of them takes; of a text's character at most three bytes. */
const around = 512;
const most = 3;

/**
 * One append of a batch call, a BatchAppendReq, with the id under which it is answered. The bytes are its own: those of
 * the events may change afterwards.
 */
export function appendRequest(
  stream: string,
  expected: number,
  events: readonly Outgoing[],
  deadline: Date,
): Readonly<{ id: string; request: Buffer }> {
  const id = randomUUID();
  const texts = events.reduce(
    (sum, { type, digest = '' }) => sum + type.length + digest.length,
    stream.length,
  );
  const contents = events.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const to = new MessageWriter(contents + most * 2 * texts + around * (events.length + 1));
  to.number(4, 1); // the last message of this append
  for (const event of events.toReversed())
    to.message(3, () => {
      writeEvent(to, event);
    });
  to.message(2, () => {
    writeOptions(to, stream, expected, deadline);
  });
  to.message(1, () => {
    to.text(2, id);
  });
  return { id, request: to.written };
}

function writeEvent(to: MessageWriter, { id, type, bytes, digest }: Outgoing): void {
  to.bytes(4, bytes);
  if (digest !== undefined) to.text(3, JSON.stringify({ digest }));
  writePair(to, 'content-type', 'application/octet-stream');
  writePair(to, 'type', type);
  to.message(1, () => {
    to.text(2, id);
  });
}

function writePair(to: MessageWriter, name: string, value: string): void {
  to.message(2, () => {
    to.text(2, value);
    to.text(1, name);
  });
}

function writeOptions(to: MessageWriter, stream: string, expected: number, deadline: Date): void {
  const ms = deadline.getTime();
  to.message(6, () => {
    to.number(2, (ms % 1000) * 1_000_000);
    to.number(1, Math.floor(ms / 1000));
  });
  if (expected < 0) to.message(3);
  else to.number(2, expected);
  to.message(1, () => {
    to.text(3, stream);
  });
}
