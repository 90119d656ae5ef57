import { StoreUnavailable, type RecordedEvent } from '../event-store.js';

/** Revisions `from` to `upTo` of a stream, both included. */
export type Reading = Readonly<{ stream: string; from: number; upTo: number }>;
type Events = readonly RecordedEvent[];
type Waiting = { reading: Reading; result: Promise<Events>; answer: PromiseWithResolvers<Events> };

const mostAtOnce = 200;

/**
 * Reads requested in one turn of the event loop share one query, and equal reads one result. The query starts after
 * all the requests, so no answer is older than that of a separate query.
 */
export class GatheredReads {
  #waiting = new Map<string, Waiting>();

  constructor(private readonly readAll: (readings: readonly Reading[]) => Promise<readonly Events[]>) {}

  read(reading: Reading): Promise<Events> {
    const key = `${String(reading.from)} ${String(reading.upTo)} ${reading.stream}`;
    const known = this.#waiting.get(key);
    if (known) return known.result;
    const answer = Promise.withResolvers<Events>();
    if (this.#waiting.size === 0) setImmediate(() => void this.#send());
    this.#waiting.set(key, { reading, answer, result: answer.promise });
    if (this.#waiting.size === mostAtOnce) void this.#send();
    return answer.promise;
  }

  async #send(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    this.#waiting = new Map();
    if (waiting.length > 0) await this.#answer(waiting);
  }

  async #answer(waiting: readonly Waiting[]): Promise<void> {
    try {
      const found = await this.readAll(waiting.map(({ reading }) => reading));
      waiting.forEach(({ answer }, index) => {
        answer.resolve(found[index] ?? []);
      });
    } catch (error) {
      if (waiting.length === 1 || error instanceof StoreUnavailable)
        for (const { answer } of waiting) answer.reject(error);
      // One of them cannot be read, and is no trouble of the others.
      else await Promise.all(waiting.map((one) => this.#answer([one])));
    }
  }
}
