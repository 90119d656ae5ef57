import type { Damage } from './damage.js';
import type { Position } from './event-store.js';

type Met = Readonly<{ stream: string; revision: number; position: Position; damage?: Damage }>;

/** Checks, while a log is read from its beginning, that each stream runs from 0 on without a gap. */
export class Wholeness {
  readonly #next = new Map<string, number>();
  readonly #damaged = new Map<string, Damage>();

  /** number of streams with an undamaged event */
  get streams(): number {
    return this.#next.size;
  }

  /** the first finding of each stream */
  get damaged(): readonly Damage[] {
    return [...this.#damaged.values()];
  }

  damageOf(stream: string): Damage | undefined {
    return this.#damaged.get(stream);
  }

  meet({ stream, revision, position, damage }: Met): void {
    const expected = this.#next.get(stream) ?? 0;
    if (damage) this.find(damage);
    else if (revision !== expected)
      this.find({ what: expected === 0 ? 'beginsLate' : 'gap', stream, revision: expected, position });
    if (!damage) this.#next.set(stream, revision + 1);
  }

  /** After all was met: the stream is known to have had that revision. */
  mustReach(stream: string, revision: number): void {
    const next = this.#next.get(stream) ?? 0;
    if (next <= revision) this.find({ what: 'shorter', stream, revision: next });
  }

  find(damage: Damage): void {
    if (!this.#damaged.has(damage.stream)) this.#damaged.set(damage.stream, damage);
  }

  /** More is known of it now. */
  replace(damage: Damage): void {
    this.#damaged.set(damage.stream, damage);
  }
}
