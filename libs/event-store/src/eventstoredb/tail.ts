import { UnknownError } from '@eventstore/db-client';
import { PositionUnknown, type Position } from '../event-store.js';
import type { Connection } from './connection.js';
import { fromPosition } from './position.js';
import type { Stored } from './protocol.js';

/** Events kept: most readers already have the last event but one. */
const mostKnown = 16;
const pageSize = 500;
/** If a search takes longer, the next one begins at the end of the log. */
const slowMs = 50;

/**
 * The end of the log as this process knows it: our last events without a gap, and up to where no event of ours follows.
 * Other programs may write any number of events; those known to be theirs are not searched again.
 */
export class Tail {
  readonly #connection: Connection;
  readonly #prefixes: readonly string[];
  /** ours, ascending, nothing of ours between them */
  #known: readonly Stored[] = [];
  /** between the last known and this event there is nothing of ours */
  #searched: Position | undefined;
  /** the next search first finds the end of the log */
  #slow = false;

  constructor(connection: Connection, prefixes: readonly string[]) {
    this.#connection = connection;
    this.#prefixes = prefixes;
  }

  async last(): Promise<Stored | undefined> {
    if (this.#known.length > 0) {
      try {
        return await this.#lastAfterKnown();
      } catch (error) {
        if (!(error instanceof PositionUnknown)) throw error;
      }
    }
    const [end] = await this.#connection.lastOfAll(1);
    const [last] = await this.#connection.lastOfAll(1, this.#prefixes);
    this.#known = last === undefined ? [] : [last];
    this.#searched = end && last && end.position > last.position ? end.position : undefined;
    return last;
  }

  /** What follows `after`; `otherwise` reads it where this is not known to be near the end. */
  async after(
    after: Position,
    count: number,
    otherwise: () => Promise<readonly Stored[]>,
  ): Promise<readonly Stored[]> {
    const index = this.#known.findLastIndex(({ position }) => position === after);
    if (index !== -1) {
      try {
        const near = this.#known.slice(index + 1, index + 1 + count);
        const beyond = await this.#beyond(count - near.length);
        return [...near, ...beyond];
      } catch (error) {
        // What was known of the end may be another log's, or scavenged: `after` is looked for by itself.
        if (!(error instanceof PositionUnknown)) throw error;
      }
    }
    return otherwise();
  }

  /** These are the last events there are, as of a read that took so long. */
  ends(events: readonly Stored[], tookMs: number): void {
    this.#known = events.slice(-mostKnown);
    this.#searched = undefined;
    this.#slow = tookMs > slowMs;
  }

  async #lastAfterKnown(): Promise<Stored | undefined> {
    for (;;) {
      const found = await this.#beyond(pageSize);
      if (found.length < pageSize) return found.at(-1) ?? this.#known.at(-1);
    }
  }

  /** What follows the last known event, at most `count`. @throws PositionUnknown when that does not stand there */
  async #beyond(count: number): Promise<readonly Stored[]> {
    const known = this.#known;
    const last = known.at(-1);
    if (last === undefined) return [];
    const searched = this.#searched;
    const end = this.#slow ? (await this.#connection.lastOfAll(1))[0]?.position : undefined;
    const begun = performance.now();
    const [anchor, beyond] = await this.#anchored(last, searched, count);
    this.#slow = performance.now() - begun > slowMs;
    if (anchor?.id !== last.id || anchor.position !== last.position) {
      this.#known = [];
      throw new PositionUnknown(last.position);
    }
    if (this.#known === known) this.#met(beyond, beyond.length < count ? end : undefined);
    return beyond;
  }

  async #anchored(
    last: Stored,
    searched: Position | undefined,
    count: number,
  ): Promise<readonly [Stored | undefined, readonly Stored[]]> {
    if (searched === undefined) {
      const [anchor, ...beyond] = await this.#from(last.position, count + 1, this.#prefixes);
      return [anchor, beyond];
    }
    const [[anchor], beyond] = await Promise.all([
      this.#from(last.position, 1),
      count === 0 ? [] : this.#from(searched, count, this.#prefixes),
    ]);
    return [anchor, beyond];
  }

  /** @param end the log was read at least up to there */
  #met(beyond: readonly Stored[], end: Position | undefined): void {
    if (beyond.length > 0) {
      this.#known = [...this.#known, ...beyond].slice(-mostKnown);
      this.#searched = undefined;
    }
    if (end !== undefined && end > (this.#known.at(-1)?.position ?? '')) this.#searched = end;
  }

  async #from(from: Position, count: number, prefixes?: readonly string[]): Promise<readonly Stored[]> {
    try {
      return await this.#connection.readAll(prefixes, fromPosition(from), count);
    } catch (error) {
      // Within a log no record begins there any more: it is another log, or was scavenged.
      if (!(error instanceof UnknownError)) throw error;
      await this.#connection.lastOfAll(1);
      this.#known = [];
      this.#searched = undefined;
      throw new PositionUnknown(from);
    }
  }
}
