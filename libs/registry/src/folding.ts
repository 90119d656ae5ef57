import { entryOf, sameEntry, type Entry, type EventStore, type RecordedEvent } from '@anjuan/event-store';

/** What a stream comes to, up to the event it was folded to. */
export type Folded<State> = Readonly<{ state: State; revision: number; last: Entry }>;
export type Fold<State> = (
  known: State | undefined,
  event: RecordedEvent,
  stream: string,
) => State | undefined;

/** Reads on what is known of streams, or all of them: as fresh as folded from the beginning. */
export class Folding<State> {
  constructor(
    private readonly store: EventStore,
    private readonly fold: Fold<State>,
  ) {}

  /** Undefined when the stream has no events. @throws StoreUnavailable */
  async now(stream: string, known?: Folded<State>): Promise<Folded<State> | undefined> {
    return (known && (await this.#since(stream, known))) ?? this.#whole(stream);
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
}
