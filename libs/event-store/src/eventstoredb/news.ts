import type { AllStreamSubscription } from '@eventstore/db-client';
import type { Bell } from '../following.js';
import type { Connection } from './connection.js';
import { ignore } from './patience.js';

const againMs = 500;

/**
 * Rings when something is appended, by any process. The client never subscribes again by itself, and what is appended
 * meanwhile would be missed: so nothing is read from here. Whoever follows reads the log from where it was, and polls.
 */
export class News {
  readonly #connection: Connection;
  readonly #prefix: string;
  readonly #bell: Bell;
  #subscription: AllStreamSubscription | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(connection: Connection, prefix: string, bell: Bell) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#bell = bell;
  }

  /** Begins to hear; later calls do nothing. */
  listen(): void {
    if (this.#subscription !== undefined || this.#again !== undefined || this.#closed) return;
    const subscription = this.#connection.follow(this.#prefix);
    this.#subscription = subscription;
    const ring = (): void => {
      this.#bell.ring();
    };
    const lost = (): void => {
      this.#later(subscription);
    };
    subscription.on('data', ring).on('confirmation', ring);
    subscription.on('error', lost).on('end', lost).on('close', lost);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    if (this.#subscription !== undefined) end(this.#subscription);
  }

  #later(subscription: AllStreamSubscription): void {
    if (this.#closed || this.#subscription !== subscription) return;
    this.#subscription = undefined;
    end(subscription);
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.listen();
    }, againMs).unref();
  }
}

function end(subscription: AllStreamSubscription): void {
  subscription.unsubscribe().catch(ignore);
  subscription.destroy();
}
