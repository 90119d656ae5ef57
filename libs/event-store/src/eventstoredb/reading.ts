import { UnknownError } from '@eventstore/db-client';
import { RecordDamaged, type Damage } from '../damage.js';
import { PositionUnknown, type Position } from '../event-store.js';
import type { Connection } from './connection.js';
import { ignore } from './patience.js';
import { fromPosition } from './position.js';
import { isLimit, limitIn, ours, prefixesOf, type Ours, type Sealed } from './ours.js';
import type { Stored } from './protocol.js';
import { readStream } from './streams.js';
import { Tail } from './tail.js';
import { isDenied } from './trouble.js';

type PageRequest = Readonly<{ count: number; answer: Promise<readonly Stored[]> }>;

const pageSize = 1_000;
const fewAtFirst = 8;

/** The log as far as it concerns us. */
export class Log {
  readonly #connection: Connection;
  readonly #prefix: string;
  readonly #prefixes: readonly string[];
  readonly #tail: Tail;

  constructor(connection: Connection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#prefixes = prefixesOf(prefix);
    this.#tail = new Tail(connection, this.#prefixes);
  }

  /** The last of what is read of it. */
  async last(): Promise<Ours | undefined> {
    const known = await this.#tail.last();
    const own = known && ours(known, this.#prefix);
    return own ?? (known && this.#search((one) => one));
  }

  /** The event at that position; undefined: none of ours. */
  async at(position: Position): Promise<Ours | undefined> {
    try {
      const [found] = await this.#from(position, 1);
      return found && ours(found, this.#prefix);
    } catch (error) {
      if (error instanceof PositionUnknown) return undefined;
      throw error;
    }
  }

  /** What was done to the stream on the server, if anything; a stream that was never there is whole. */
  async damageOf(stream: string): Promise<Damage | undefined> {
    try {
      const [first] = await readStream(this.#connection, this.#prefix, { stream, from: 0, count: 1 });
      return first && 'damage' in first ? first.damage : undefined;
    } catch (error) {
      if (error instanceof RecordDamaged && error.damage) return error.damage;
      throw error;
    }
  }

  /** The last event that was sealed by us. */
  async lastSealed(): Promise<Sealed | undefined> {
    const last = await this.last();
    if (last === undefined || 'envelope' in last) return last;
    return this.#search((one) => ('envelope' in one ? one : undefined));
  }

  /**
   * The events after `after`, in pages. A read begins at the last event of the page before: if it is not there, the log
   * is not the one that was read before, whether it is shorter or has grown past.
   *
   * @throws PositionUnknown
   */
  async *pages(after: Position | undefined, limit: number): AsyncGenerator<readonly Ours[]> {
    if (limit <= 0) return;
    let wanted = limit;
    for (let coming: PageRequest | undefined = this.#askPage(after, wanted); coming !== undefined;) {
      const request: PageRequest = coming;
      const page: readonly Stored[] = await request.answer;
      const last = page.at(-1)?.position;
      const more: boolean = page.length === request.count;
      // On its way while this one is opened and the reader takes it, unless this one may have been the last.
      const next: PageRequest | undefined =
        more && wanted > page.length ? this.#askPage(last, wanted - page.length) : undefined;
      const own = await this.#stillSo(page.flatMap((one) => ours(one, this.#prefix) ?? []));
      wanted -= own.length;
      if (own.length > 0) yield own;
      coming = next ?? (more && wanted > 0 ? this.#askPage(last, wanted) : undefined);
    }
  }

  /** The error is ignored when the reader has left. */
  #askPage(after: Position | undefined, most: number): PageRequest {
    const count = Math.min(pageSize, most);
    const answer = this.#page(after, count);
    answer.catch(ignore);
    return { count, answer };
  }

  /** Without the limits that were lifted again. */
  async #stillSo(events: readonly Ours[]): Promise<readonly Ours[]> {
    const lifted = new Set<Ours>();
    for (const one of events)
      if ('damage' in one && isLimit(one.stored)) {
        if (await this.#isLifted(one.stored)) lifted.add(one);
      }
    return lifted.size === 0 ? events : events.filter((one) => !lifted.has(one));
  }

  /** What may not be looked up is taken to be as it was. */
  async #isLifted({ stream }: Stored): Promise<boolean> {
    try {
      const found = await this.#connection.last(stream);
      const last = found === 'deleted' ? undefined : found[0];
      return last === undefined || limitIn(last) === undefined;
    } catch (error) {
      if (isDenied(error)) return false;
      throw error;
    }
  }

  async #page(after: Position | undefined, count: number): Promise<readonly Stored[]> {
    if (after === undefined) return this.#connection.readAll(this.#prefixes, 'start', count);
    return this.#tail.after(after, count, async () => {
      const begun = performance.now();
      const found = await this.#from(after, count);
      const [, ...further] = found;
      if (found.length <= count) this.#tail.ends(found, performance.now() - begun);
      return further;
    });
  }

  /** The event at `after`, and those that follow it. */
  async #from(after: Position, count: number): Promise<readonly Stored[]> {
    const found = await this.#fromItself(after, count + 1);
    if (found[0]?.position !== after) throw new PositionUnknown(after);
    return found;
  }

  /** The server's error for a position inside a record names no cause: if the log's end can be read, it is that. */
  async #fromItself(after: Position, count: number): Promise<readonly Stored[]> {
    try {
      return await this.#connection.readAll(this.#prefixes, fromPosition(after), count);
    } catch (error) {
      if (!(error instanceof UnknownError)) throw error;
      await this.#connection.lastOfAll(1);
      throw new PositionUnknown(after);
    }
  }

  /** From the end backwards, over ever more. */
  async #search<T>(wanted: (one: Ours) => T | undefined): Promise<T | undefined> {
    for (let count = fewAtFirst; ; count *= fewAtFirst) {
      const events = await this.#connection.lastOfAll(count, this.#prefixes);
      for (const event of events) {
        const own = ours(event, this.#prefix);
        const found = own && wanted(own);
        if (found !== undefined) return found;
      }
      if (events.length < count) return undefined;
    }
  }
}
