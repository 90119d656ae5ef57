import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '../event-store.js';
import { toPosition, type LogPosition } from './position.js';
import { MessageReader, textAt } from './protobuf.js';

/** An event as the server has it. */
export type Stored = Readonly<{
  id: string;
  type: string;
  stream: string;
  /** of a stream that was deleted for good 2^63 - 1, which a number only comes near to */
  revision: number;
  position: Position;
  /** by the server's clock: units of 100 ns since 1970 */
  created: number;
  /** false: JSON content, which we never write */
  binary: boolean;
  bytes: Buffer;
  /** the event's metadata: of our events the command's digest, or nothing */
  metadata: Buffer;
}>;

export type From = 'start' | 'end' | LogPosition;

const backwards = streams.ReadReq.Options.ReadDirection.BACKWARDS;
/** Events the server looks through at a time; with its default, 32, it goes through a long log four times as slowly. */
const searchWindow = 4_096;

/** @param from revision; `end` goes backwards */
export function readStreamRequest(stream: string, from: number | 'end', count: number): ReadReq {
  const of = new streams.ReadReq.Options.StreamOptions();
  of.setStreamIdentifier(identifier(stream));
  const options = new streams.ReadReq.Options();
  if (from === 'end') options.setReadDirection(backwards);
  if (from === 'end') of.setEnd(new shared.Empty());
  else of.setRevision(String(from));
  options.setStream(of).setCount(String(count)).setNoFilter(new shared.Empty());
  return request(options);
}

/** Of the streams whose names begin with one of `prefixes`; of all of them without. `end` goes backwards. */
export function readAllRequest(from: From, count: number, prefixes?: readonly string[]): ReadReq {
  const options = ofAll(from, prefixes);
  if (from === 'end') options.setReadDirection(backwards);
  return request(options.setCount(String(count)));
}

/** What is appended from now on. */
export function subscribeRequest(prefixes: readonly string[]): ReadReq {
  return request(ofAll('end', prefixes).setSubscription(new streams.ReadReq.Options.SubscriptionOptions()));
}

/** Answers to a read: an event, or a checkpoint, a missing stream or the end of the log. */
export type Answered = Stored | 'no event';

/** ISO 8601, UTC. */
export function timeOf({ created }: Stored): string {
  return new Date(created / 10_000).toISOString();
}

/** Of a ReadResp. */
export function storedIn(answer: Buffer): Answered {
  const reader = new MessageReader(answer);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field !== 1) {
      reader.skip();
      continue;
    }
    const read = reader.message();
    for (let part = read.next(); part !== 0; part = read.next()) {
      if (part === 1) return recordedIn(read.message());
      read.skip();
    }
  }
  return 'no event';
}

/** Of a RecordedEvent. */
function recordedIn(event: MessageReader): Stored {
  const found = {
    id: '',
    type: '',
    stream: '',
    revision: 0,
    created: 0,
    binary: false,
    bytes: none,
    metadata: none,
  };
  const at = { commit: '0', prepare: '0' };
  for (let field = event.next(); field !== 0; field = event.next())
    switch (field) {
      case 1:
        found.id = textAt(2, event.message());
        break;
      case 2:
        found.stream = textAt(3, event.message());
        break;
      case 3:
        found.revision = Number(event.digits());
        break;
      case 4:
        at.prepare = event.digits();
        break;
      case 5:
        at.commit = event.digits();
        break;
      case 6:
        takeMetadata(event.message(), found);
        break;
      case 7:
        found.metadata = event.bytes();
        break;
      case 8:
        found.bytes = event.bytes();
        break;
      default:
        event.skip();
    }
  return Object.assign(found, { position: toPosition(at) });
}

const none: Buffer = Buffer.alloc(0);

/** An entry of the map of system metadata: a name and a value. */
function takeMetadata(entry: MessageReader, into: { type: string; created: number; binary: boolean }): void {
  const [name, value] = pairIn(entry);
  if (name === 'type') into.type = value;
  else if (name === 'created') into.created = Number(value);
  else if (name === 'content-type') into.binary = value === 'application/octet-stream';
}

function pairIn(entry: MessageReader): readonly [string, string] {
  const pair: [string, string] = ['', ''];
  for (let field = entry.next(); field !== 0; field = entry.next())
    if (field === 1) pair[0] = entry.text();
    else if (field === 2) pair[1] = entry.text();
    else entry.skip();
  return pair;
}

function ofAll(from: From, prefixes: readonly string[] | undefined): ReadReq.Options {
  const all = new streams.ReadReq.Options.AllOptions();
  if (from === 'start') all.setStart(new shared.Empty());
  else if (from === 'end') all.setEnd(new shared.Empty());
  else all.setPosition(at(from));
  const options = new streams.ReadReq.Options().setAll(all);
  if (prefixes === undefined) return options.setNoFilter(new shared.Empty());
  const filter = new streams.ReadReq.Options.FilterOptions()
    .setMax(searchWindow)
    .setCheckpointintervalmultiplier(1);
  const names = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList([...prefixes]);
  return options.setFilter(filter.setStreamIdentifier(names));
}

function at({ commit, prepare }: LogPosition): ReadReq.Options.Position {
  return new streams.ReadReq.Options.Position().setCommitPosition(commit).setPreparePosition(prepare);
}

function request(options: ReadReq.Options): ReadReq {
  const asText = new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty());
  return new streams.ReadReq().setOptions(options.setUuidOption(asText));
}

function identifier(stream: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}
