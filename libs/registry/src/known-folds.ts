import { isAt, markOf, type EventStore, type Mark, type RecordedEvent } from '@anjuan/event-store';

type Known<State> = Readonly<{ state: State; revision: number; last: Mark }>;
export type Fold<State> = (
  known: State | undefined,
  event: RecordedEvent,
  stream: string,
) => State | undefined;

const mostKept = 5_000;

/**
 * What streams come to, kept and read on from there: every question asks the record, so the answer is as fresh as one
 * folded from the beginning. Events are folded as stored, personal values not disclosed: nothing erased stays here.
 */
export class KnownFolds<State> {
  /** In the order of use, the longest unused first. */
  readonly #known = new Map<string, Known<State>>();

  constructor(
    private readonly store: EventStore,
    private readonly fold: Fold<State>,
  ) {}

  /** Undefined when the stream has no events. */
  async current(stream: string): Promise<State | undefined> {
    const known = this.#known.get(stream);
    const now = (known && (await this.#since(stream, known))) ?? (await this.#whole(stream));
    if (now) this.#keep(stream, now);
    return now?.state;
  }

  /** As it was at the last question; for a guess at what to ask next. */
  lastKnown(stream: string): State | undefined {
    return this.#known.get(stream)?.state;
  }

  async #since(stream: string, known: Known<State>): Promise<Known<State> | undefined> {
    const [last, ...further] = await this.store.read(stream, undefined, known.revision);
    // The record was replaced by an older copy, which may have grown past this revision since.
    if (last === undefined || !isAt(known.last, last)) return undefined;
    return this.#folded(stream, known, further) ?? known;
  }

  async #whole(stream: string): Promise<Known<State> | undefined> {
    return this.#folded(stream, undefined, await this.store.read(stream));
  }

  #folded(
    stream: string,
    known: Known<State> | undefined,
    events: readonly RecordedEvent[],
  ): Known<State> | undefined {
    const last = events.at(-1);
    const state = events.reduce<State | undefined>(
      (now, event) => this.fold(now, event, stream),
      known?.state,
    );
    return last && state && { state, revision: last.revision, last: markOf(last) };
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
