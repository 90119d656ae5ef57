import type pg from 'pg';
import {
  EventStore,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type EventHeader,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '../event-store.js';
import { Bell, Subscriptions } from '../following.js';
import { surviving } from '../postgres/pool.js';
import { headerOf } from '../envelope.js';
import { submission, type KnownCommand } from '../submission.js';
import { Connection } from './connection.js';
import { News } from './news.js';
import { asking, type Ask } from '../postgres/ask.js';
import { lookUp } from './outbox.js';
import { toPosition } from './position.js';
import { lastOf, ours, pagesAfter, recorded, type Ours } from './reading.js';
import { answered } from './trouble.js';
import { settleWhatIsLeft } from './settling.js';
import { Writer } from './writer.js';

export type EventStoreDbOptions = Readonly<{
  /** `esdb://…`; see isAddress */
  address: string;
  clock: () => Date;
  /** begins the name of each of our streams on the server; default `anjuan.` */
  prefix?: string;
  /** how long an append waits for stores that do not answer; default 10 s */
  patienceMs?: number;
  /** how long the server may be silent within a call; default 3 s */
  callMs?: number;
  /** how often a subscription looks for itself; default 2 s */
  pollMs?: number;
  /** how often it looks whether a process that was killed has left something unsettled; default 5 s */
  settleMs?: number;
}>;

/**
 * The events on EventStoreDB (22.6 or later), and beside them in PostgreSQL, schema `eventstoredb` (see
 * migrateBeside): appends under way, commands, disclosures. The pool stays its owner's: close() does not end it.
 */
export class EventStoreDbStore extends EventStore {
  readonly #pool: pg.Pool;
  readonly #prefix: string;
  readonly #ask: Ask;
  readonly #connection: Connection;
  readonly #bell = new Bell();
  readonly #news: News;
  readonly #writer: Writer;
  readonly #settling: Promise<void>;
  readonly #subscriptions: Subscriptions;

  /** @throws AddressRefused */
  constructor(pool: pg.Pool, options: EventStoreDbOptions) {
    super();
    const {
      address,
      clock,
      prefix = 'anjuan.',
      patienceMs = 10_000,
      callMs = 3_000,
      pollMs = 2_000,
      settleMs = 5_000,
    } = options;
    this.#pool = surviving(pool);
    this.#prefix = prefix;
    this.#subscriptions = new Subscriptions(this.#bell, pollMs);
    this.#ask = asking(pool, () => patienceMs);
    this.#connection = new Connection(address, callMs);
    this.#news = new News(this.#connection, prefix, this.#bell);
    const landed = (): void => {
      this.#bell.ring();
    };
    this.#writer = new Writer(pool, this.#connection, { clock, prefix, patienceMs, landed });
    this.#settling = settleWhatIsLeft({
      ask: this.#ask,
      finish: () => this.#writer.finish(),
      everyMs: settleMs,
      signal: this.#subscriptions.closing,
    });
  }

  override async append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    if (this.#subscriptions.closed) throw new StoreUnavailable();
    return this.#writer.append(submission(stream, expected, events, command));
  }

  override find(commandId: string): Promise<KnownCommand | undefined> {
    return answered(this.#find(commandId));
  }

  override async read(stream: string, upTo = Infinity, from = 0): Promise<readonly RecordedEvent[]> {
    const count = Math.min(Number.MAX_SAFE_INTEGER, upTo - from + 1);
    return count <= 0 ? [] : answered(this.#read(stream, from, count));
  }

  override async *readAll(after?: Position, limit = Infinity): AsyncGenerator<RecordedEvent> {
    for await (const page of this.#pages(after, limit)) yield* await answered(recorded(this.#ask, page));
  }

  override async readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    const headers: EventHeader[] = [];
    for await (const page of this.#pages(after, limit))
      headers.push(...page.map(({ bytes, position }) => headerOf(bytes, toPosition(position))));
    return headers;
  }

  override subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    this.#news.listen();
    return this.#subscriptions.begin((last) => this.readAll(last), after, signal);
  }

  override async head(): Promise<Position | undefined> {
    const last = await answered(lastOf(this.#connection, this.#prefix));
    return last && toPosition(last.position);
  }

  override async erase(digests: readonly string[]): Promise<number> {
    const erased = await answered(
      this.#pool.query('DELETE FROM eventstoredb.disclosures WHERE digest = ANY($1)', [digests]),
    );
    return erased.rowCount ?? 0;
  }

  override async close(): Promise<void> {
    this.#subscriptions.close();
    await Promise.all([this.#writer.idle(), this.#settling]);
    this.#news.close();
    await this.#connection.close();
  }

  async *#pages(after: Position | undefined, limit: number): AsyncGenerator<readonly Ours[]> {
    let wanted = limit;
    const pages = pagesAfter(this.#connection, this.#prefix, after);
    try {
      for (let page = await answered(pages.next()); page.done !== true; page = await answered(pages.next())) {
        yield page.value.slice(0, wanted);
        wanted -= page.value.length;
        if (wanted <= 0) return;
      }
    } finally {
      await pages.return(undefined);
    }
  }

  async #find(commandId: string): Promise<KnownCommand | undefined> {
    const known = (await lookUp(this.#ask, [commandId])).get(commandId);
    if (known !== undefined) return known;
    const underWay = await this.#ask('SELECT 1 FROM eventstoredb.outbox WHERE command_id = $1', [commandId]);
    if (underWay.length === 0) return undefined;
    await this.#writer.finish();
    return (await lookUp(this.#ask, [commandId])).get(commandId);
  }

  async #read(stream: string, from: number, count: number): Promise<readonly RecordedEvent[]> {
    const found: Ours[] = [];
    for await (const event of this.#connection.read(this.#prefix + stream, from, count)) {
      const own = ours(event, this.#prefix);
      if (own !== undefined) found.push(own);
    }
    return recorded(this.#ask, found);
  }
}
