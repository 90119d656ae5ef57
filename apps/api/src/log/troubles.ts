type Report = (fields: Readonly<Record<string, unknown>>) => void;

const everyMs = 60_000;

/** Reports each cause when it is new, then once a minute how often it occurred again, and when it is over. */
export class Troubles {
  readonly #times = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly report: Report,
    private readonly period = everyMs,
  ) {}

  met(cause: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const times = this.#times.get(cause);
    this.#times.set(cause, times === undefined ? 0 : times + 1);
    if (times === undefined) this.report({ cause, ...fields });
    this.#timer ??= setInterval(() => {
      this.#count();
    }, this.period).unref();
  }

  #count(): void {
    for (const [cause, again] of this.#times) {
      if (again > 0) this.#times.set(cause, 0);
      else this.#times.delete(cause);
      this.report(again > 0 ? { cause, again } : { cause, over: true });
    }
    if (this.#times.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
