import type { Caller } from './caller.js';

const draftedAtOnce = 64;
/** So many keep the server busy while as many more are drafted; where they are all that wait, fewer are enough. */
const crowd = 128;
const restOfCrowd = 32;
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

  /** So many are drafted that they are worth a batch although the one before is not yet written. */
  get crowded(): boolean {
    return this.#drafted >= Math.min(crowd, Math.max(restOfCrowd, this.#callers.length));
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
