/** Wakes who waits for news. A ring between looking and waiting is counted, so it is not lost. */
export class Doorbell {
  #rings = 0;
  readonly #waiting = new Set<() => void>();

  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings++;
    for (const wake of this.#waiting) wake();
  }

  /** Resolves at the first ring after the count `heard`, or after `ms`. */
  async next(heard: number, ms: number): Promise<void> {
    if (this.#rings !== heard) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(wake, ms);
      const waiting = this.#waiting;
      function wake(): void {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      }
      waiting.add(wake);
    });
  }
}
