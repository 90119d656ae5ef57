import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '../event-store.js';
import { StoreUnavailable } from '../event-store.js';
import { appendRequest, type AppendAnswered, type Outgoing } from './append-messages.js';
import type { Appending, Wire } from './wire.js';

/** What the server says of an append. */
export type Answer =
  | Readonly<{ said: 'appended'; revision: number; position: Position | undefined }>
  /** `actual`: -1 when there is no stream */
  | Readonly<{ said: 'wrong revision'; actual: number }>
  | Readonly<{ said: 'deleted' | 'denied' | 'too large' }>;

type Waiting = Readonly<{ resolve: (answer: Answer) => void; reject: (error: unknown) => void }>;

/** Appends of this process to one server, all in one call; each is answered for itself. */
export class BatchAppends {
  readonly #wire: Wire;
  readonly #waiting = new Map<string, Waiting>();
  #call: Promise<Appending> | undefined;
  #open: Appending | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** @throws StoreUnavailable, or what the call ended with: the events may be stored */
  async append(
    stream: string,
    expected: number,
    events: readonly Outgoing[],
    deadline: Date,
  ): Promise<Answer> {
    const call = this.#open ?? (await (this.#call ??= this.#begin()));
    const { id, request } = appendRequest(stream, expected, events, deadline);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      call.write(request);
    });
  }

  close(): void {
    this.#open?.cancel();
  }

  #begin(): Promise<Appending> {
    return new Promise((resolve, reject) => {
      const ended = (error?: unknown): void => {
        this.#call = this.#open = undefined;
        const cause = new StoreUnavailable(undefined, { cause: error });
        for (const { reject: fail } of this.#waiting.values()) fail(cause);
        this.#waiting.clear();
        reject(cause);
      };
      const begun = (call: Appending): void => {
        this.#open = call;
        call.on('data', (answer: AppendAnswered) => {
          this.#answered(answer);
        });
        resolve(call);
      };
      this.#wire.appends(begun).then(ended, ended);
    });
  }

  #answered({ id, success, answer }: AppendAnswered): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (success !== undefined) {
      waiting?.resolve({ said: 'appended', ...success });
      return;
    }
    const error = streams.BatchAppendResp.deserializeBinary(answer).getError();
    const said = refusalIn(error);
    if (said === undefined) waiting?.reject(new StoreUnavailable(undefined, { cause: error?.getMessage() }));
    else waiting?.resolve(said);
  }
}

/** Undefined: the server says nothing of what became of it. */
function refusalIn(error: ReturnType<BatchAppendResp['getError']>): Answer | undefined {
  const details = error?.getDetails();
  switch (details?.getTypeName()) {
    case 'event_store.client.WrongExpectedVersion': {
      const wrong = shared.WrongExpectedVersion.deserializeBinary(details.getValue_asU8());
      return {
        said: 'wrong revision',
        actual: wrong.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : -1,
      };
    }
    case 'event_store.client.StreamDeleted':
      return { said: 'deleted' };
    case 'event_store.client.AccessDenied':
      return { said: 'denied' };
    case 'event_store.client.MaximumAppendSizeExceeded':
      return { said: 'too large' };
    case undefined:
    default:
      return undefined;
  }
}
