import type { Appended } from '../../event-store.js';
import type { Submission } from '../../submission.js';

/** One append that waits for its answer. The first answer counts. */
export class Caller {
  readonly answer: Promise<Appended>;
  readonly deadline: number;
  #make: (() => Submission) | undefined;
  #submission: Submission | undefined;
  #resolve: (appended: Appended) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #over = false;

  constructor(make: () => Submission, deadline: number) {
    this.#make = make;
    this.deadline = deadline;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get over(): boolean {
    return this.#over;
  }

  /** Drafted on first use, so that many callers' events are drafted while the first batch is being written. */
  draft(): Submission | undefined {
    const make = this.#make;
    this.#make = undefined;
    try {
      if (make !== undefined && !this.#over) this.#submission = make();
    } catch (error) {
      this.reject(error);
    }
    return this.#submission;
  }

  resolve(appended: Appended): void {
    this.#over = true;
    this.#resolve(appended);
  }

  reject(error: unknown): void {
    this.#over = true;
    this.#reject(error);
  }
}
