import type { EventStore, Growth, Look } from '@anjuan/event-store';
import { Folding, type Fold, type Folded } from './folding.js';

/** `seen`: the look after which it was found to be all there is. */
type Known<State> = Folded<State> & Readonly<{ seen: Look }>;

const mostKept = 5_000;

/**
 * What streams come to, kept and read on from there when they have grown: every question asks the record for that, so
 * the answer is as fresh as one folded from the beginning. Events are folded as stored, personal values not disclosed: nothing erased stays here.
 */
export class KnownFolds<State> {
  /** In the order of use, the longest unused first. */
  readonly #known = new Map<string, Known<State>>();
  readonly #folding: Folding<State>;

  constructor(
    store: EventStore,
    private readonly growth: Growth,
    fold: Fold<State>,
  ) {
    this.#folding = new Folding(store, fold);
  }

  /** Undefined when the stream has no events. `seen`: a look taken since whoever asks began; without it one is taken. */
  async current(stream: string, seen?: Look): Promise<State | undefined> {
    const look = seen ?? (await this.growth.look());
    const known = this.#known.get(stream);
    const now = known && this.growth.unchanged(stream, known.seen, known.revision) ? known : undefined;
    const folded = now ?? (await this.#folding.now(stream, known));
    if (folded) this.#keep(stream, { ...folded, seen: now?.seen ?? look });
    return folded?.state;
  }

  /** As it was at the last question; for a guess at what to ask next. */
  lastKnown(stream: string): State | undefined {
    return this.#known.get(stream)?.state;
  }

  #keep(stream: string, known: Known<State>): void {
    this.#known.delete(stream);
    this.#known.set(stream, known);
    for (const longestUnused of this.#known.keys()) {
      if (this.#known.size <= mostKept) return;
      this.#known.delete(longestUnused);
    }
  }
}
