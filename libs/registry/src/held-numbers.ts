import type { EventStore } from '@anjuan/event-store';
import { foldedNumber } from '@anjuan/law';
import { KeptFolds, shapeKnown, type Stored } from '@anjuan/record';

export type Held = Readonly<{ number: string; case: string; command: string }>;

/**
 * Which commands hold which numbers of one agency, kind and year. Several hold one number only where they are of one
 * case and at most one of them can still be recorded, or where the record has them from before: 〔2026〕7号 and
 * [2026]007号 are one number (`foldedNumber`).
 */
export class HeldNumbers {
  readonly #holders = new Map<string, readonly Held[]>();
  readonly #numbers = new Map<string, string>();
  readonly #released = new Map<string, Held>();

  get count(): number {
    return this.#holders.size;
  }

  /** The commands that hold it, the first to come first. */
  holdersOf(number: string): readonly Held[] {
    return this.#holders.get(foldedNumber(number)) ?? [];
  }

  /** Held once, and by nobody now. */
  get released(): readonly string[] {
    return [...this.#released.values()].map(({ number }) => number);
  }

  /** As the command held it that released it last; undefined where somebody holds it, or nobody ever did. */
  releasedBy(number: string): Held | undefined {
    return this.#released.get(foldedNumber(number));
  }

  /** The number that the command took last. */
  numberOf(command: string): string | undefined {
    return this.#numbers.get(command);
  }

  add({ type, data }: Stored): this {
    const held = data as Held;
    const { number, command } = held;
    const others = this.holdersOf(number).filter((one) => one.command !== command);
    if (type === 'NumberClaimed') {
      this.#holders.set(foldedNumber(number), [...others, held]);
      this.#numbers.set(command, number);
      this.#released.delete(foldedNumber(number));
      return this;
    }
    if (others.length > 0) this.#holders.set(foldedNumber(number), others);
    else if (this.#holders.delete(foldedNumber(number))) this.#released.set(foldedNumber(number), held);
    if (this.#numbers.get(command) === number) this.#numbers.delete(command);
    return this;
  }
}

const versions = { NumberClaimed: 1, NumberReleased: 1 };

export type Standing = Readonly<{ held: HeldNumbers; revision: number }>;

/**
 * The numbers held, read on from the last known revision. Each call adds to the same cached numbers, so calls for one
 * stream run one at a time.
 */
export class KnownNumbers {
  readonly #folds: KeptFolds<HeldNumbers>;

  /** `mostKept`: numbers, of all streams together; the last stream read is kept however many it has. */
  constructor(store: EventStore, mostKept: number) {
    const fold = (held: HeldNumbers | undefined, events: readonly Stored[]): HeldNumbers => {
      // All before the first is added: `held` would be changed for good, and not be kept as read so far.
      for (const event of events) shapeKnown({ versions }, event);
      return events.reduce((all, event) => all.add(event), held ?? new HeldNumbers());
    };
    this.#folds = new KeptFolds(store, undefined, fold, { most: mostKept, weightOf: ({ count }) => count });
  }

  /** @throws StoreUnavailable, EventUnknown */
  async standing(stream: string): Promise<Standing> {
    const folded = await this.#folds.current(stream);
    return folded
      ? { held: folded.state, revision: folded.revision }
      : { held: new HeldNumbers(), revision: -1 };
  }
}
