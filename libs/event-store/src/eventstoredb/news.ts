import type { Bell } from '../following.js';
import type { Connection } from './connection.js';
import { ignore } from './patience.js';

const againMs = 500;

export type NewsOptions = Readonly<{
  prefixes: readonly string[];
  bell: Bell;
}>;

/**
 * Signals that something was appended, by any process. A subscription that broke off misses events, so none are taken
 * from it: followers read the log from their own position, and poll.
 */
export class News {
  readonly #connection: Connection;
  readonly #options: NewsOptions;
  #end: (() => void) | undefined;
  #listening = false;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(connection: Connection, options: NewsOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** Begins to hear; later calls do nothing. */
  listen(): void {
    if (this.#listening || this.#again !== undefined || this.#closed) return;
    this.#listening = true;
    const { prefixes, bell } = this.#options;
    const take = (): boolean => {
      bell.ring();
      return true;
    };
    const begun = (end: () => void): void => {
      this.#end = end;
      if (this.#closed) end();
    };
    this.#connection
      .follow(prefixes, take, begun)
      .catch(ignore)
      .finally(() => {
        this.#later();
      });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    this.#end?.();
  }

  #later(): void {
    this.#listening = false;
    this.#end = undefined;
    if (this.#closed) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.listen();
    }, againMs).unref();
  }
}
