import type { Damage, DamageKind } from './damage.js';
import { commitmentsIn, digestOf, disclose } from './disclosure.js';
import type { EventStore, RecordedEvent } from './event-store.js';

type Place = Readonly<Pick<RecordedEvent, 'stream' | 'revision' | 'position'>>;

/** Checks, while a log is read, the values that are stored separately: none altered, none gone but by an order. */
export class SideValues {
  readonly #altered: Damage[] = [];
  /** By their digest; of those that are there only the ordered ones are kept at the end. */
  readonly #gone = new Map<string, Place>();
  readonly #there = new Map<string, Place>();
  readonly #ordered = new Set<string>();

  static finds(what: DamageKind): boolean {
    return what === 'altered' || what === 'withheld' || what === 'notErased';
  }

  meet({ stream, revision, position, data, disclosures }: RecordedEvent, ordered: readonly string[]): void {
    const place = { stream, revision, position };
    for (const digest of ordered) this.#ordered.add(digest);
    if (disclosures.some(({ digest, disclosure }) => digestOf(disclosure) !== digest)) {
      this.#altered.push({ what: 'altered', ...place });
      return;
    }
    for (const { digest } of disclosures) this.#there.set(digest, place);
    for (const digest of commitmentsIn(disclose(data, disclosures))) this.#gone.set(digest, place);
  }

  /** After all was met; what was erased while the log was read is looked at again. @throws StoreUnavailable */
  async damaged(store: EventStore): Promise<readonly Damage[]> {
    const withheld = [...this.#gone]
      .filter(([digest]) => !this.#ordered.has(digest))
      .map(([, place]): Damage => ({ what: 'withheld', ...place }));
    const left: Damage[] = [];
    for (const [digest, place] of this.#there)
      if (this.#ordered.has(digest) && (await isThere(store, place, digest)))
        left.push({ what: 'notErased', ...place });
    return [...this.#altered, ...withheld, ...left];
  }
}

const isThere = async (store: EventStore, { stream, revision }: Place, digest: string): Promise<boolean> => {
  const [event] = await store.read(stream, revision, revision);
  return event?.disclosures.some((one) => one.digest === digest) === true;
};
