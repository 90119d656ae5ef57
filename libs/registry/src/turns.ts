import { StoreUnavailable } from '@anjuan/event-store';

/** One after the other, by name. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(private readonly patienceMs: number) {}

  /** @throws StoreUnavailable, when it is not this one's turn in time: `work` is not done then */
  take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const mine = this.#after(before, work);
    const ended = Promise.allSettled([before, mine]).then(() => {
      if (this.#last.get(name) === ended) this.#last.delete(name);
    });
    this.#last.set(name, ended);
    return mine;
  }

  async #after<Result>(before: Promise<unknown>, work: () => Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StoreUnavailable());
      }, this.patienceMs);
    });
    await Promise.race([before, late]).finally(() => {
      clearTimeout(timer);
    });
    return work();
  }
}
