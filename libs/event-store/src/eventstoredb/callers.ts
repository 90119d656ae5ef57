import { OutcomeUnknown, StoreUnavailable, type Appended } from '../event-store.js';
import type { Submission } from '../submission.js';
import type { Entry, Outcome } from './outbox.js';
import { ignore } from './patience.js';
import { isPassing } from './trouble.js';

type Waiting = Readonly<{
  submission: Submission;
  deadline: number;
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
}>;

const mostInABatch = 200;

/** The callers that append through this process and have no answer yet. */
export class Callers {
  readonly #queue: Waiting[] = [];
  /** by command: taken from the queue and without an answer yet */
  readonly #unanswered = new Map<string, Waiting>();
  /** commands that may be in the outbox through this process */
  readonly #put = new Set<string>();
  #look: () => void = ignore;

  /** Without an answer. */
  get number(): number {
    return this.#unanswered.size + this.#queue.length;
  }

  wait(submission: Submission, deadline: number): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, deadline, resolve, reject });
      this.#look();
    });
  }

  /** Each stream and each command once: a second append is decided when the first is settled. */
  next(underWay: readonly Entry[]): readonly Submission[] {
    const sent = new Set(underWay.map(({ commandId }) => commandId));
    const streams = new Set<string>();
    const commands = new Set<string>();
    const take = ({ stream, command }: Submission): boolean => {
      const free = !streams.has(stream) && !commands.has(command.id);
      streams.add(stream);
      commands.add(command.id);
      return free;
    };
    const batch: Submission[] = [];
    for (const { submission } of this.#unanswered.values()) {
      take(submission);
      if (!sent.has(submission.command.id)) batch.push(submission);
    }
    const rest: Waiting[] = [];
    for (const one of this.#queue) {
      const free = take(one.submission);
      if (!free || batch.length >= mostInABatch) {
        rest.push(one);
        continue;
      }
      batch.push(one.submission);
      this.#unanswered.set(one.submission.command.id, one);
    }
    this.#queue.splice(0, Infinity, ...rest);
    return batch;
  }

  isWaiting({ command }: Submission): boolean {
    return this.#unanswered.has(command.id);
  }

  /** From now on no caller gets "not stored", until `putting` ends with what has entered the outbox. */
  putting(batch: readonly Submission[]): (entered: readonly Entry[]) => void {
    const before = new Set(this.#put);
    for (const { command } of batch) this.#put.add(command.id);
    return (entered) => {
      const ids = new Set(entered.map(({ commandId }) => commandId));
      for (const { command } of batch)
        if (!ids.has(command.id) && !before.has(command.id)) this.#put.delete(command.id);
    };
  }

  /** A command of ours that was stored without our getting the answer is no replay. */
  own(id: string, outcome: Outcome): Outcome {
    return outcome instanceof Error || !this.#put.has(id) ? outcome : { ...outcome, replayed: false };
  }

  answer(id: string, outcome: Outcome): void {
    const one = this.#unanswered.get(id);
    this.#unanswered.delete(id);
    this.#put.delete(id);
    if (outcome instanceof Error) one?.reject(outcome);
    else one?.resolve(outcome);
    this.#look();
  }

  /** Until as many wait as are being sent: a smaller batch would leave the next too large to be sent in parallel. */
  asManyWait(): Promise<void> {
    return new Promise((resolve) => {
      this.#look = (): void => {
        if (this.#queue.length >= this.#put.size) resolve();
      };
      this.#look();
    });
  }

  /** Rejects those whose time is up; all that were taken from the queue, when the trouble does not pass. */
  giveUp(cause: unknown): void {
    const now = isPassing(cause) ? Date.now() : Infinity;
    for (const [id, one] of this.#unanswered) {
      if (one.deadline > now) continue;
      this.#unanswered.delete(id);
      if (this.#put.delete(id)) one.reject(new OutcomeUnknown({ cause }));
      else one.reject(isPassing(cause) ? new StoreUnavailable(undefined, { cause }) : cause);
    }
  }
}
