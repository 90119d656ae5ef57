/** Sign-ins that one address may begin at once, and how many more a second. */
const atOnce = 120;
const perSecond = 2;
const mostAddresses = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/**
 * A sign-in begun is a row until it ends or expires: an address that begins very many and ends none has to wait. One
 * that is ended gives its place back.
 */
export class Looks {
  /** The longest unseen first. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Seconds to wait; 0: go on. */
  begin(origin: string): number {
    const bucket = this.#of(origin);
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perSecond);
    bucket.left -= 1;
    return 0;
  }

  end(origin: string): void {
    const bucket = this.#of(origin);
    bucket.left = Math.min(atOnce, bucket.left + 1);
  }

  #of(origin: string): Bucket {
    const at = this.now();
    const known = this.#buckets.get(origin) ?? { left: atOnce, at };
    const left = Math.min(atOnce, known.left + ((at - known.at) / 1000) * perSecond);
    const bucket = { left, at };
    this.#buckets.delete(origin);
    this.#buckets.set(origin, bucket);
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= mostAddresses) break;
      this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
