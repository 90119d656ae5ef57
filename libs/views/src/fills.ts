import { tableOfBuild, type Build } from './view.js';

/** Fills builds that are far behind, one after the other, without delaying the others. */
export class Fills {
  readonly #ended: () => void;
  /** By table. */
  readonly #begun = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  /** `ended`: called after each, when its build may be followed again. */
  constructor(ended: () => void) {
    this.#ended = ended;
  }

  has(build: Build): boolean {
    return this.#begun.has(tableOfBuild(build));
  }

  /** `work` deals with its own trouble. */
  add(build: Build, work: () => Promise<void>): void {
    const table = tableOfBuild(build);
    this.#begun.add(table);
    this.#last = this.#last.then(async () => {
      await work();
      this.#begun.delete(table);
      this.#ended();
    });
  }

  /** Resolves when those that were begun have ended. */
  ended(): Promise<void> {
    return this.#last;
  }
}
