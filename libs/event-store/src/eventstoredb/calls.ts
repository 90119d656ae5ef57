import { StoreUnavailable } from '../event-store.js';

type UnderWay = {
  readonly begun: number;
  word: number;
  readonly longestMs: number;
  readonly fail: (error: unknown) => void;
};

/** As many as a server takes on one connection, less what is always open: batch append, news, a probe. */
const mostUnderWay = 90;
const mostWaiting = 10_000;
/** Of `callMs`: how long one call may hear nothing while the server answers others. */
const longest = 20;

/** So many calls wait already that this one would wait too long. */
export class TooManyCalls extends StoreUnavailable {
  override readonly name = 'TooManyCalls';
  constructor() {
    super(
      `同时进行的读取过多，请稍后重试。${mostWaiting} calls wait for EventStoreDB already: send the same request later.`,
    );
  }
}

/**
 * The calls under way, so many at a time; the others wait their turn. The server is silent when no call has heard
 * anything for `callMs` and a probe has not either: then all fail. A call that waits while others are answered is not
 * given up for that.
 */
export class Calls {
  readonly #callMs: number;
  readonly #probe: () => Promise<unknown>;
  readonly #underWay = new Set<UnderWay>();
  readonly #waiting: Array<(error?: Error) => void> = [];
  #reading = 0;
  #word = 0;
  #probing = false;
  #looked = 0;
  #watch: NodeJS.Timeout | undefined;

  constructor(callMs: number, probe: () => Promise<unknown>) {
    this.#callMs = callMs;
    this.#probe = probe;
  }

  /** When it is its turn. @throws StoreUnavailable when the server is silent, TooManyCalls */
  async inTurn<T>(work: (heard: () => void) => Promise<T>): Promise<T> {
    if (this.#reading >= mostUnderWay) await this.#turn();
    this.#reading++;
    try {
      return await this.watched(work, longest * this.#callMs);
    } finally {
      this.#reading--;
      this.#waiting.shift()?.();
    }
  }

  /** At once. @throws StoreUnavailable when the server is silent, or the call for `longestMs` */
  watched<T>(work: (heard: () => void) => Promise<T>, longestMs: number): Promise<T> {
    const now = performance.now();
    if (this.#underWay.size === 0) this.#begin(now);
    const answer = Promise.withResolvers<T>();
    const fail = (error: unknown): void => {
      this.#ended(call);
      answer.reject(error);
    };
    const call: UnderWay = { begun: now, word: now, longestMs, fail };
    const heard = (): void => {
      this.#word = call.word = performance.now();
    };
    this.#underWay.add(call);
    work(heard).then((found) => {
      heard();
      this.#ended(call);
      answer.resolve(found);
    }, fail);
    return answer.promise;
  }

  close(): void {
    clearInterval(this.#watch);
  }

  #ended(call: UnderWay): void {
    this.#underWay.delete(call);
    if (this.#underWay.size === 0) clearInterval(this.#watch);
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= mostWaiting) throw new TooManyCalls();
    return new Promise((resolve, reject) => {
      this.#waiting.push((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  #begin(now: number): void {
    this.#word = this.#looked = now;
    clearInterval(this.#watch);
    this.#watch = setInterval(() => {
      this.#look();
    }, this.#callMs / 4).unref();
  }

  #look(): void {
    const now = performance.now();
    const late = now - this.#looked > this.#callMs / 2;
    this.#looked = now;
    // This process was paused: the answers that arrived meanwhile are read first.
    if (late) return;
    const silentMs = now - this.#word;
    if (silentMs > this.#callMs) this.#failAll();
    else if (silentMs > this.#callMs / 2) this.#ask();
    for (const { word, longestMs, fail } of this.#underWay)
      if (now - word > longestMs) fail(new StoreUnavailable());
  }

  #failAll(): void {
    for (const { fail } of this.#underWay) fail(new StoreUnavailable());
    for (const refuse of this.#waiting.splice(0)) refuse(new StoreUnavailable());
  }

  #ask(): void {
    if (this.#probing) return;
    this.#probing = true;
    this.#probe()
      .then(() => {
        this.#word = performance.now();
      }, ignore)
      .finally(() => {
        this.#probing = false;
      });
  }
}

function ignore(): void {
  // a probe that fails says nothing: the time runs on
}
