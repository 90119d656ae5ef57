import { StoreUnavailable, type RecordedEvent } from '../event-store.js';

/** Revisions `from` to `upTo` of a stream, both included. */
export type Reading = Readonly<{ stream: string; from: number; upTo: number }>;
type Events = readonly RecordedEvent[];
type Waiting = { reading: Reading; asked: Promise<Events>; answer: PromiseWithResolvers<Events> };

const mostAtOnce = 200;

/**
 * What is asked for in one turn of the event loop is read in one query, and what is asked for twice is read once. The
 * query begins after everybody asked, so nobody gets an older answer than from a query of their own.
 */
export class GatheredReads {
  #waiting = new Map<string, Waiting>();

  constructor(private readonly readAll: (readings: readonly Reading[]) => Promise<readonly Events[]>) {}

  read(reading: Reading): Promise<Events> {
    const key = `${String(reading.from)} ${String(reading.upTo)} ${reading.stream}`;
    const known = this.#waiting.get(key);
    if (known) return known.asked;
    const answer = Promise.withResolvers<Events>();
    if (this.#waiting.size === 0) setImmediate(() => void this.#send());
    this.#waiting.set(key, { reading, answer, asked: answer.promise });
    if (this.#waiting.size === mostAtOnce) void this.#send();
    return answer.promise;
  }

  async #send(): Promise<void> {
    const asked = [...this.#waiting.values()];
    this.#waiting = new Map();
    if (asked.length > 0) await this.#answer(asked);
  }

  async #answer(asked: readonly Waiting[]): Promise<void> {
    try {
      const found = await this.readAll(asked.map(({ reading }) => reading));
      asked.forEach(({ answer }, index) => {
        answer.resolve(found[index] ?? []);
      });
    } catch (error) {
      if (asked.length === 1 || error instanceof StoreUnavailable)
        for (const { answer } of asked) answer.reject(error);
      // One of them cannot be read, and is no trouble of the others.
      else await Promise.all(asked.map((one) => this.#answer([one])));
    }
  }
}
