import { viewsText } from '../messages.js';

export type Output = Readonly<{ isTTY?: boolean; write: (text: string) => unknown }>;

const width = 24;
const everyMs = 200;
const lineEveryMs = 5_000;

/**
 * Progress of a long operation: a bar that is redrawn on a terminal, elsewhere a plain line now and then.
 * `of` is the work's size as far as it is known; speed and the time left are of this run alone.
 */
export class Progress {
  readonly #output: Output;
  readonly #of: number;
  readonly #now: () => number;
  #begun: Readonly<{ at: number; done: number }> | undefined;
  #reportedAt = -Infinity;

  constructor(output: Output, of: number, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#of = of;
    this.#now = now;
  }

  /** `done` in all, earlier runs included. */
  at(done: number): void {
    const now = this.#now();
    this.#begun ??= { at: now, done };
    if (now - this.#reportedAt < (this.#output.isTTY ? everyMs : lineEveryMs)) return;
    this.#reportedAt = now;
    this.#tell(done, (now - this.#begun.at) / 1000, this.#begun.done);
  }

  /** Prints the last line, even if nothing was due. */
  end(done: number): void {
    this.#begun ??= { at: this.#now(), done };
    this.#tell(done, (this.#now() - this.#begun.at) / 1000, this.#begun.done);
    if (this.#output.isTTY) this.#output.write('\n');
  }

  #tell(done: number, seconds: number, before: number): void {
    const of = Math.max(this.#of, done);
    const perSecond = seconds > 0 ? (done - before) / seconds : 0;
    const left = perSecond > 0 ? Math.ceil((of - done) / perSecond) : undefined;
    const line = viewsText.progress({ done, of, perSecond: Math.round(perSecond), left });
    const full = of === 0 ? width : Math.floor((done / of) * width);
    if (this.#output.isTTY)
      this.#output.write(`\r\u001B[K[${'█'.repeat(full)}${'░'.repeat(width - full)}] ${line}`);
    else this.#output.write(`${line}\n`);
  }
}
