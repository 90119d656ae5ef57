import type { Lost } from './lost.js';
import type { Damage } from './damage.js';

/** A value that JSON can carry unchanged. Integers beyond 2^53 - 1 are written as strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** ISO 8601, UTC, milliseconds: `2025-03-01T02:03:04.005Z`. */
export type Instant = string;

/** Opaque. Compared as a string: the later event has the greater position. */
export type Position = string;

/** A personal value of an event; the event's data hold `{ "_sd": digest }`, the base64url SHA-256 of `disclosure`. */
export type Disclosure = Readonly<{
  digest: string;
  /** base64url of the JSON text `[salt, name, value]` */
  disclosure: string;
  /** whose data it is: `party`, `reporter`, `staff` … */
  kind: string;
}>;

/** What the caller hands over; the store adds id, stream, revision and recordedAt, and seals the bytes. */
export type NewEvent = Readonly<{
  type: string;
  /** version of the event type's shape, from 1 */
  v: number;
  occurredAt: Instant;
  actors: readonly unknown[];
  recordedBy: string;
  agency: string;
  rules: Json;
  data: Json;
  disclosures?: readonly Disclosure[];
}>;

export type RecordedEvent = Readonly<{
  /** UUID derived from the command's id and the event's index in the append */
  id: string;
  type: string;
  v: number;
  stream: string;
  /** 0 for the first event of a stream */
  revision: number;
  position: Position;
  occurredAt: Instant;
  recordedAt: Instant;
  actors: readonly unknown[];
  recordedBy: string;
  agency: string;
  commandId: string;
  rules: Json;
  data: Json;
  /** those not erased */
  disclosures: readonly Disclosure[];
  /** RFC 8785 JSON of the envelope, byte for byte as stored */
  bytes: Uint8Array;
  /** Only in reads of the log: marks an entry that is not an event of ours, so that a reader can skip it and go on. */
  damage?: Damage;
}>;

/** The identity and place of an event, without its data. */
export type EventHeader = Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position' | 'recordedAt'>;

export type CommandRef = Readonly<{
  /** person and idempotency key, combined by the caller */
  id: string;
  /** of the request, so that a key used for another request is noticed */
  digest: string;
}>;

export type Appended = Readonly<{
  stream: string;
  /** of the last event appended */
  revision: number;
  /** of the last event appended */
  position: Position;
  recordedAt: Instant;
  /** true: an earlier append of the same command had been stored, nothing was added now */
  replayed: boolean;
}>;

/**
 * The record. Every adapter passes the one contract suite; an abstract class, so that it is its own injection token.
 */
export abstract class EventStore {
  /**
   * Stores all of `events` or none, and resolves when they are durable.
   *
   * - MUST look up `command.id` first: known with the same digest, the first result is the answer (`replayed`) and
   *   nothing is added, however far the stream has moved on; known with another digest, CommandReused.
   * - MUST compare `expected` exactly: the revision of the stream's last event, or `none`; otherwise RevisionConflict
   *   with the true revision.
   * - MUST stamp all events with one `recordedAt` not earlier than that of any event before them.
   * - MUST NOT report success for an event that another writer's event has replaced, nor failure of one caller to another.
   *
   * - MUST NOT begin a stream again that was deleted.
   *
   * @throws RevisionConflict, CommandReused, EventTooLarge, NotJson, RecordDamaged; StoreUnavailable when the store does not answer
   *   (its subclass OutcomeUnknown: the events may be stored). The same command may then be sent again: it happens once.
   */
  abstract append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended>;

  /** The command's digest and first result; undefined when it appended nothing. */
  abstract find(commandId: string): Promise<Readonly<{ digest: string; appended: Appended }> | undefined>;

  /**
   * The stream's events in order, from revision `from` up to and including `upTo`; empty when there are none.
   *
   * @throws RecordDamaged when the stream does not begin at 0, has a gap, was deleted or cut, or holds what was not
   *   sealed by this program
   */
  abstract read(stream: string, upTo?: number, from?: number): Promise<readonly RecordedEvent[]>;

  /**
   * The events after `after`, at most `limit`; ends at the head.
   *
   * MUST give every event exactly once and in ascending position, each stream in the order of its revisions, while
   * writers race, stall or die; an event MUST NOT appear later at a position a reader has passed.
   *
   * MUST give an event with `damage` in place of an entry in one of our streams that is no event of ours, and go on.
   *
   * @throws PositionUnknown when `after` is beyond the head: the store was replaced by an older copy.
   */
  abstract readAll(after?: Position, limit?: number): AsyncIterable<RecordedEvent>;

  /**
   * The headers of the events of `readAll(after, limit)`, for callers that need only know what is new. It reads neither
   * bytes nor disclosures where the store can do without.
   *
   * @throws PositionUnknown, as readAll
   */
  abstract readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]>;

  /** As readAll, and then goes on with what is appended, by any process, until `signal` is aborted; then it ends without error. */
  abstract subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent>;

  /** Position of the last event; undefined when there is none. */
  abstract head(): Promise<Position | undefined>;

  /** `recordedAt` of the last event; undefined when there is none. No later event has an earlier one. */
  abstract lastRecordedAt(): Promise<Instant | undefined>;

  /** The damage that this process has come upon and that was not cured since. */
  abstract damaged(): readonly Damage[];

  /** What an operator should look at, though the store answers. */
  troubles(): readonly string[] {
    return [];
  }

  /** Where positions were given out and no event is; a store whose positions are not dense cannot tell. */
  lost(): Promise<readonly Lost[]> {
    return Promise.resolve([]);
  }

  /** Each stream's last revision where it is also stored outside the log; a log that is read later holds them all. */
  lastRevisions(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map());
  }

  /** Erases the disclosures with these digests, wherever they are kept, and gives their number. The events' bytes do not change. */
  abstract erase(digests: readonly string[]): Promise<number>;

  /** Ends subscriptions and waits for appends under way; later appends are refused with StoreUnavailable. */
  abstract close(): Promise<void>;
}

/** Somebody else has written to the stream since it was read. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: number | 'none',
    /** -1: the stream does not exist */
    readonly actual: number,
  ) {
    super(
      `案卷已有变化，请重新读取后再提交。Stream ${stream} is at revision ${actual < 0 ? 'none' : actual}, not ${expected}: read it again and decide anew.`,
    );
  }
}

/** The command id is known with another digest. */
export class CommandReused extends Error {
  override readonly name = 'CommandReused';
  constructor(readonly commandId: string) {
    super(
      '该幂等键已用于另一请求，请换用新键。This idempotency key was used for another request: send this one under a new key.',
    );
  }
}

/** The sealed envelope would be longer than 60 KB. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  constructor(
    readonly type: string,
    /** bytes of the envelope */
    readonly size: number,
    readonly limit: number,
  ) {
    super(
      `内容过大，请将材料作为附件上传。Event ${type} takes ${size} bytes of ${limit}: upload the content as an attachment and name its hash.`,
    );
  }
}

/** The store did not answer in time and the events are not stored, as far as was found out. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
  constructor(
    message = '存储暂不可用，请稍后以同一幂等键重试。The store does not answer: send the same request with the same key later.',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The connection was lost during the commit and the outcome could not be read: the events may be stored or not. */
export class OutcomeUnknown extends StoreUnavailable {
  override readonly name = 'OutcomeUnknown';
  constructor(options?: ErrorOptions) {
    super(
      '提交结果不明，请以同一幂等键重试。The connection was lost while committing: send the same request with the same key, it will happen once.',
      options,
    );
  }
}

/** A position that this store never gave, or one beyond its head. */
export class PositionUnknown extends Error {
  override readonly name = 'PositionUnknown';
  constructor(readonly position: string) {
    super(
      `记录中没有位置 ${position.slice(0, 100)}。Position ${position.slice(0, 100)} is not in the record: the record was replaced by an older copy, or the position is another store's. Rebuild what was derived from it.`,
    );
  }
}

/** Something in an event that JSON would lose or change. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  constructor(
    readonly pointer: string,
    what: string,
  ) {
    super(`${pointer === '' ? 'The value' : pointer} cannot be recorded: ${what}`);
  }
}
