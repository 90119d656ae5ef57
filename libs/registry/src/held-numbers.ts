import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import { Folding, type Folded } from './folding.js';

export type Held = { number: string; case: string; command: string };

/** Which commands hold which numbers of one agency, kind and year. */
export class HeldNumbers {
  readonly #holders = new Map<string, string>();
  readonly #numbers = new Map<string, string>();

  get count(): number {
    return this.#holders.size;
  }

  /** The command that holds it. */
  holderOf(number: string): string | undefined {
    return this.#holders.get(number);
  }

  /** The number that the command took last. */
  numberOf(command: string): string | undefined {
    return this.#numbers.get(command);
  }

  add({ type, data }: RecordedEvent): this {
    const { number, command } = data as Held;
    if (type === 'NumberClaimed') {
      this.#holders.set(number, command);
      this.#numbers.set(command, number);
    } else {
      this.#holders.delete(number);
      if (this.#numbers.get(command) === number) this.#numbers.delete(command);
    }
    return this;
  }
}

export type Standing = Readonly<{ held: HeldNumbers; revision: number }>;

/**
 * The numbers held, read on from what was seen last. The same numbers are added to from one question to the next: of
 * each stream one is asked at a time.
 */
export class KnownNumbers {
  /** In the order of use, the longest unused first. */
  readonly #known = new Map<string, Folded<HeldNumbers>>();
  readonly #folding: Folding<HeldNumbers>;

  /** `mostKept`: numbers, of all streams together; the stream asked last is kept however many it has. */
  constructor(
    store: EventStore,
    private readonly mostKept: number,
  ) {
    this.#folding = new Folding(store, (held = new HeldNumbers(), event) => held.add(event));
  }

  /** @throws StoreUnavailable */
  async standing(stream: string): Promise<Standing> {
    const folded = await this.#folding.now(stream, this.#known.get(stream));
    this.#known.delete(stream);
    if (!folded) return { held: new HeldNumbers(), revision: -1 };
    this.#known.set(stream, folded);
    this.#forget();
    return { held: folded.state, revision: folded.revision };
  }

  #forget(): void {
    let kept = [...this.#known.values()].reduce((sum, { state }) => sum + state.count, 0);
    for (const [longestUnused, { state }] of this.#known) {
      if (kept <= this.mostKept || this.#known.size === 1) return;
      this.#known.delete(longestUnused);
      kept -= state.count;
    }
  }
}
