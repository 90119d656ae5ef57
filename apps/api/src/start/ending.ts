/** How long requests in flight may delay the end. */
const patienceMs = 3_000;
/** When a part does not close, such as one whose server is away. */
const longestMs = 4_500;

/**
 * The first of SIGTERM, SIGINT and SIGHUP, from the beginning of the program on: what has been opened by then is
 * closed in order. Another one does not wait for what is in flight any more.
 */
export class Ending {
  #why: string | undefined;
  #hurry: () => void = () => undefined;
  #signalled: () => void = () => undefined;
  readonly signalled = new Promise<void>((resolve) => {
    this.#signalled = resolve;
  });

  constructor() {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => {
        this.begin(signal);
      });
  }

  /** Why the program ends; undefined as long as it runs. */
  get why(): string | undefined {
    return this.#why;
  }

  begin(why: string): void {
    if (this.#why === undefined) {
      this.#why = why;
      this.#signalled();
      setTimeout(() => process.exit(1), longestMs).unref();
    } else this.#hurry();
  }

  /** Calls `hurry` when patience is over, or lost. */
  hurriedBy(hurry: () => void): void {
    this.#hurry = hurry;
    setTimeout(hurry, patienceMs).unref();
  }
}
