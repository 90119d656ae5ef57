/** Most streams kept in mind. */
const most = 20_000;

/**
 * The revision each stream was last seen to have: it is never shorter again. So an append that expects it needs no look
 * before, and a conflict found later is for good.
 */
export class Seen {
  /** The one seen longest ago comes first. */
  readonly #revisions = new Map<string, number>();

  has(stream: string, revision: number): boolean {
    return this.#revisions.get(stream) === revision;
  }

  note(stream: string, revision: number): void {
    const known = this.#revisions.get(stream) ?? -1;
    this.#revisions.delete(stream);
    this.#revisions.set(stream, Math.max(known, revision));
    if (this.#revisions.size <= most) return;
    const [longestAgo] = this.#revisions.keys();
    if (longestAgo !== undefined) this.#revisions.delete(longestAgo);
  }

  forget(stream: string): void {
    this.#revisions.delete(stream);
  }
}
