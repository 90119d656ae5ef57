import {
  entryOf,
  sameEntry,
  type Entry,
  type EventStore,
  type Growth,
  type Look,
  type RecordedEvent,
} from '@anjuan/event-store';

type Folded<State> = Readonly<{ state: State; revision: number; last: Entry }>;
/** `seen`: the look after which it was found to be all there is. */
type Known<State> = Folded<State> & Readonly<{ seen: Look }>;
export type Fold<State> = (
  known: State | undefined,
  event: RecordedEvent,
  stream: string,
) => State | undefined;

const mostKept = 5_000;

/**
 * What streams come to, kept and read on from there when they have grown: every question asks the record for that, so
 * the answer is as fresh as one folded from the beginning. Events are folded as stored, personal values not disclosed: nothing erased stays here.
 */
export class KnownFolds<State> {
  /** In the order of use, the longest unused first. */
  readonly #known = new Map<string, Known<State>>();

  constructor(
    private readonly store: EventStore,
    private readonly growth: Growth,
    private readonly fold: Fold<State>,
  ) {}

  /** Undefined when the stream has no events. `seen`: a look taken since whoever asks began; without it one is taken. */
  async current(stream: string, seen?: Look): Promise<State | undefined> {
    const look = seen ?? (await this.growth.look());
    const known = this.#known.get(stream);
    const now = known && this.growth.unchanged(stream, known.seen, known.revision) ? known : undefined;
    const folded = now ?? (known && (await this.#since(stream, known))) ?? (await this.#whole(stream));
    if (folded) this.#keep(stream, { ...folded, seen: now?.seen ?? look });
    return folded?.state;
  }

  /** As it was at the last question; for a guess at what to ask next. */
  lastKnown(stream: string): State | undefined {
    return this.#known.get(stream)?.state;
  }

  async #since(stream: string, known: Folded<State>): Promise<Folded<State> | undefined> {
    const [last, ...further] = await this.store.read(stream, undefined, known.revision);
    // The record was replaced by an older copy, which may have grown past this revision since.
    if (last === undefined || !sameEntry(last, known.last)) return undefined;
    return this.#folded(stream, known, further) ?? known;
  }

  async #whole(stream: string): Promise<Folded<State> | undefined> {
    return this.#folded(stream, undefined, await this.store.read(stream));
  }

  #folded(
    stream: string,
    known: Folded<State> | undefined,
    events: readonly RecordedEvent[],
  ): Folded<State> | undefined {
    const last = events.at(-1);
    const state = events.reduce<State | undefined>(
      (now, event) => this.fold(now, event, stream),
      known?.state,
    );
    return last && state && { state, revision: last.revision, last: entryOf(last) };
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
