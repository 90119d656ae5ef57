/** A signal for waiting callers. Signals are counted, so that one between a read and the wait is not lost. */
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
