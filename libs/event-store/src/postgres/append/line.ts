import type { Caller } from './caller.js';

const draftedAtOnce = 64;
/** A batch costs the server as much as fifty events, whatever its size: each is to be greater than the one before. */
const growth = 1.5;
const smallestAhead = 128;
/** Worth a batch of their own when nobody else waits. */
const smallestRest = 32;
const mostCallers = 500;
const mostBytes = 4_000_000;

/** Those who wait for their append to be sent, in the order in which they came. */
export class Line {
  readonly #callers: Caller[] = [];
  readonly #someDrafted: () => void;
  #drafting = false;
  /** how many from the front have been drafted */
  #drafted = 0;

  /** @param someDrafted called each time that further callers have been drafted */
  constructor(someDrafted: () => void) {
    this.#someDrafted = someDrafted;
  }

  get empty(): boolean {
    return this.#callers.length === 0;
  }

  /** So many are drafted that they are worth a batch although one of `ahead` callers is not yet written. */
  crowded(ahead: number): boolean {
    const wanted = Math.min(Math.max(smallestAhead, growth * ahead), mostCallers);
    return this.#drafted >= Math.min(wanted, Math.max(smallestRest, this.#callers.length));
  }

  join(caller: Caller): void {
    this.#callers.push(caller);
  }

  /** Some at a time while the database works, so that its answer is not kept waiting. */
  draftAhead(): void {
    if (this.#drafting || this.#drafted >= this.#most()) return;
    this.#drafting = true;
    setImmediate(() => {
      this.#drafting = false;
      for (let some = 0; some < draftedAtOnce && this.#drafted < this.#most(); some++)
        this.#callers[this.#drafted++]?.draft();
      this.#someDrafted();
      this.draftAhead();
    });
  }

  /** All that are drafted; the database is not kept waiting for the others. */
  take(): readonly Caller[] {
    const most = Math.max(draftedAtOnce, this.#drafted);
    let bytes = 0;
    const full = this.#callers.findIndex((caller, index) => {
      if (index === most) return true;
      for (const draft of caller.draft()?.drafts ?? []) bytes += draft.bytes.length;
      return index > 0 && bytes > mostBytes;
    });
    const taken = this.#callers.splice(0, full === -1 ? this.#callers.length : full);
    this.#drafted = Math.max(0, this.#drafted - taken.length);
    return taken;
  }

  [Symbol.iterator](): Iterator<Caller> {
    return this.#callers[Symbol.iterator]();
  }

  #most(): number {
    return Math.min(this.#callers.length, mostCallers);
  }
}
