import { RecordDamaged, type Damage, type DamageKind } from './damage.js';
import { commitmentsIn, digestOf, disclose } from './disclosure.js';
import type { EventStore, RecordedEvent } from './event-store.js';

type Place = Readonly<Pick<RecordedEvent, 'stream' | 'revision' | 'position'>>;

/** An event has ordered the erasure of these values of that stream. */
export type ErasedValues = Readonly<{ of: string; digests: readonly string[] }>;

/**
 * Checks, while a log is read, the values that are stored separately: none altered, none gone but by an order. Keeps
 * what is gone and what was ordered, not what is there: that is most of a record.
 */
export class SideValues {
  readonly #altered: Damage[] = [];
  readonly #gone = new Map<string, Place>();
  readonly #ordered = new Map<string, Set<string>>();

  static finds(what: DamageKind): boolean {
    return what === 'altered' || what === 'withheld' || what === 'notErased';
  }

  meet({ stream, revision, position, data, disclosures }: RecordedEvent, ordered?: ErasedValues): void {
    const place = { stream, revision, position };
    if (ordered !== undefined)
      this.#ordered.set(ordered.of, new Set([...(this.#ordered.get(ordered.of) ?? []), ...ordered.digests]));
    if (disclosures.some(({ digest, disclosure }) => digestOf(disclosure) !== digest)) {
      this.#altered.push({ what: 'altered', ...place });
      return;
    }
    for (const digest of commitmentsIn(disclose(data, disclosures))) this.#gone.set(digest, place);
  }

  /** After all was met. @throws StoreUnavailable */
  async damaged(store: EventStore): Promise<readonly Damage[]> {
    const withheld = [...this.#gone]
      .filter(([digest, { stream }]) => this.#ordered.get(stream)?.has(digest) !== true)
      .map(([, place]): Damage => ({ what: 'withheld', ...place }));
    const left: Damage[] = [];
    for (const [stream, digests] of this.#ordered) left.push(...(await stillThere(store, stream, digests)));
    return [...this.#altered, ...withheld, ...left];
  }
}

/** Read now: what was erased while the log was read is not there any more. What is damaged is found by others. */
const stillThere = async (
  store: EventStore,
  stream: string,
  digests: ReadonlySet<string>,
): Promise<readonly Damage[]> => {
  const events = await store.read(stream).catch((error: unknown) => {
    if (error instanceof RecordDamaged) return [];
    throw error;
  });
  return events
    .filter(({ disclosures }) => disclosures.some(({ digest }) => digests.has(digest)))
    .map(({ revision, position }) => ({ what: 'notErased', stream, revision, position }));
};
