/** Most streams kept in mind are twice as many. */
const most = 10_000;

/**
 * The revision each stream was last seen to have: it is never shorter again. So an append that expects it needs no look
 * before, and a conflict found later is for good.
 */
export class Seen {
  /** A full one becomes the older, so that nothing is searched for what was seen longest ago. */
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
