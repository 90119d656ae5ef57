import { entryOf, sameEntry, type Entry, type EventStore, type Growth, type Look } from '@anjuan/event-store';
import { BoundedCache } from './bounded-cache.js';
import type { Stored } from './decoding.js';

/** The fold of a stream up to an event. */
export type Folded<State> = Readonly<{ state: State; revision: number; last: Entry }>;

/** Undefined: the events give no state, or cannot be folded onto the cached one. */
export type Fold<State> = (
  known: State | undefined,
  events: readonly Stored[],
  stream: string,
) => State | undefined;

/** `seen`: the check of the record after which it was found current; undefined: never checked. */
type Known<State> = Folded<State> & Readonly<{ seen: Look | undefined }>;

type Bounds<State> = Readonly<{
  /** greatest weight of the cache */
  most: number;
  weightOf?: (state: State) => number;
  /** Nothing is cached for longer: erasures by other programs are not notified. */
  keptForMs?: number;
}>;

/** What a command has just appended. */
type JustAppended<State> = Readonly<{
  /** What the command decided on; undefined: it began the stream. */
  before: State | undefined;
  events: readonly Stored[];
  last: Entry;
  seen: Look;
}>;

/**
 * A cache of folds, read on from the last event when a stream has grown. Each call checks the record for that, so the
 * answer is as current as a fold from the beginning.
 */
export class KeptFolds<State> {
  readonly #known: BoundedCache<Known<State>>;
  #begun = performance.now();
  #erasures = 0;

  constructor(
    private readonly store: EventStore,
    private readonly growth: Growth | undefined,
    private readonly fold: Fold<State>,
    private readonly bounds: Bounds<State>,
  ) {
    const { most, weightOf } = bounds;
    this.#known = new BoundedCache(most, weightOf && (({ state }) => weightOf(state)));
  }

  /**
   * Undefined when the stream has no events. `seen`: a check made since the request began; by default one is made.
   * @throws StoreUnavailable; what the fold throws
   */
  async current(stream: string, seen?: Look): Promise<Folded<State> | undefined> {
    const look = seen ?? (await this.growth?.look());
    if (performance.now() - this.#begun > (this.bounds.keptForMs ?? Infinity)) this.#beginAgain();
    const erasures = this.#erasures;
    const known = this.#known.get(stream);
    const now = this.#unchanged(stream, known);
    const folded = now ?? (known && (await this.#since(stream, known))) ?? (await this.#whole(stream));
    if (folded && erasures === this.#erasures)
      this.#known.keep(stream, { ...folded, seen: now?.seen ?? look });
    return folded;
  }

  /** The cached state, unchecked; for reading ahead by a guess. */
  lastKnown(stream: string): State | undefined {
    return this.#known.get(stream)?.state;
  }

  /** Folds the events just appended, so that the next call need not read them. */
  goOn(stream: string, { before, events, last, seen }: JustAppended<State>): void {
    // Forgotten meanwhile: values were erased that the state still holds.
    if (before !== undefined && this.#known.get(stream)?.state !== before) return;
    const state = this.fold(before, events, stream);
    const revision = events.at(-1)?.revision;
    if (state === undefined || revision === undefined) return;
    this.#known.keep(stream, { state, revision, last, seen });
  }

  /** After an erasure: the cached state may still hold the values. */
  forget(stream: string): void {
    this.#erasures++;
    this.#known.delete(stream);
  }

  #beginAgain(): void {
    this.#known.clear();
    this.#begun = performance.now();
  }

  #unchanged(stream: string, known: Known<State> | undefined): Known<State> | undefined {
    if (known?.seen === undefined) return undefined;
    return this.growth?.unchanged(stream, known.seen, known.revision) === true ? known : undefined;
  }

  async #since(stream: string, known: Folded<State>): Promise<Folded<State> | undefined> {
    const [last, ...further] = await this.store.read(stream, undefined, known.revision);
    // The record was replaced by an older copy, which may have grown past this revision since.
    if (last === undefined || !sameEntry(last, known.last)) return undefined;
    const newest = further.at(-1);
    if (newest === undefined) return known;
    const state = this.fold(known.state, further, stream);
    return state === undefined ? undefined : { state, revision: newest.revision, last: entryOf(newest) };
  }

  async #whole(stream: string): Promise<Folded<State> | undefined> {
    const events = await this.store.read(stream);
    const last = events.at(-1);
    const state = last && this.fold(undefined, events, stream);
    return last && state !== undefined ? { state, revision: last.revision, last: entryOf(last) } : undefined;
  }
}
