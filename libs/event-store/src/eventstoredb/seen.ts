/** At most twice as many streams are kept. */
const most = 10_000;

/**
 * The last known revision of each stream, which never decreases. So an append that expects it needs no read before, and
 * a conflict found later is final.
 */
export class Seen {
  /** When full it becomes `#older`, so that eviction needs no search for the oldest entry. */
  #newer = new Map<string, number>();
  #older = new Map<string, number>();

  has(stream: string, revision: number): boolean {
    return this.#of(stream) === revision;
  }

  note(stream: string, revision: number): void {
    this.#newer.set(stream, Math.max(this.#of(stream) ?? -1, revision));
    if (this.#newer.size < most) return;
    this.#older = this.#newer;
    this.#newer = new Map();
  }

  forget(stream: string): void {
    this.#newer.delete(stream);
    this.#older.delete(stream);
  }

  #of(stream: string): number | undefined {
    return this.#newer.get(stream) ?? this.#older.get(stream);
  }
}
