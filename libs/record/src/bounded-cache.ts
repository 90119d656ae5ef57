type Kept<Value> = Readonly<{ value: Value; weight: number }>;

/** A cache with bounded weight that evicts the least recently used values. */
export class BoundedCache<Value> {
  /** In the order of use, the longest unused first. */
  readonly #kept = new Map<string, Kept<Value>>();
  #weight = 0;

  constructor(
    private readonly most: number,
    private readonly weightOf: (value: Value) => number = () => 1,
  ) {}

  get(key: string): Value | undefined {
    return this.#kept.get(key)?.value;
  }

  /** Replaces the value of the key, as the last used; evicts nothing. */
  put(key: string, value: Value): void {
    this.delete(key);
    const weight = this.weightOf(value);
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
  }

  /** As `put`, and evicts others where the bound is passed; the new value stays. */
  keep(key: string, value: Value): void {
    this.put(key, value);
    for (const [longestUnused] of this.overdue()) if (longestUnused !== key) this.delete(longestUnused);
  }

  delete(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
    this.#weight = 0;
  }

  /** From the longest unused on, as long as the bound is passed: for a user that chooses what to delete. */
  *overdue(): Generator<readonly [string, Value]> {
    for (const [key, { value }] of this.#kept) {
      if (this.#weight <= this.most) return;
      yield [key, value];
    }
  }
}
