import type pg from 'pg';
import {
  EventStore,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type EventHeader,
  type Instant,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '../event-store.js';
import { Bell, Subscriptions } from '../following.js';
import { GatheredReads, type Reading } from '../postgres/gathered-reads.js';
import { surviving } from '../postgres/pool.js';
import { Findings, type Damage } from '../damage.js';
import { headerOf, inPlaceOf, mustFollow } from '../sealed.js';
import { submission, type KnownCommand } from '../submission.js';
import { recorded } from './side-records.js';
import { Connection } from './connection.js';
import { defaults } from './defaults.js';
import { News } from './news.js';
import { asking, type Ask } from '../postgres/ask.js';
import { lookUp } from './outbox.js';
import { Log } from './reading.js';
import { mustStand, readStream } from './streams.js';
import { prefixesOf, type Ours } from './ours.js';
import { timeOf } from './protocol.js';
import { Seen } from './seen.js';
import { answered } from './trouble.js';
import { Settling } from './settling.js';
import { Writer } from './writer.js';

/** For what goes through all commands. */
const longestMs = 60 * 60 * 1000;

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
 * The events are on EventStoreDB (22.6 or later); appends under way, commands and disclosures are in PostgreSQL, schema
 * `eventstoredb` (see migrateEventStoreDb). The pool stays its owner's: close() does not end it.
 */
export class EventStoreDbStore extends EventStore {
  readonly #pool: pg.Pool;
  readonly #prefix: string;
  readonly #ask: Ask;
  readonly #connection: Connection;
  readonly #bell = new Bell();
  readonly #news: News;
  readonly #log: Log;
  readonly #findings = new Findings();
  readonly #seen = new Seen();
  readonly #reads = new GatheredReads((readings) => this.#read(readings));
  readonly #writer: Writer;
  readonly #settling: Settling;
  readonly #subscriptions: Subscriptions;

  /** @throws AddressRefused */
  constructor(pool: pg.Pool, options: EventStoreDbOptions) {
    super();
    const { address, clock, prefix, patienceMs, callMs, pollMs, settleMs } = { ...defaults, ...options };
    this.#pool = surviving(pool);
    this.#prefix = prefix;
    this.#subscriptions = new Subscriptions(this.#bell, pollMs);
    this.#ask = asking(pool, () => patienceMs);
    this.#connection = new Connection(address, callMs);
    this.#log = new Log(this.#connection, prefix);
    this.#news = new News(this.#connection, { prefixes: prefixesOf(prefix), bell: this.#bell });
    const landed = (): void => {
      this.#bell.ring();
    };
    const { seen, log } = { seen: this.#seen, log: this.#log };
    this.#writer = new Writer(pool, this.#connection, { clock, prefix, patienceMs, log, seen, landed });
    this.#settling = new Settling({
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
    if (this.#findings.of(stream)) this.#seen.forget(stream);
    return this.#findings.noting(this.#writer.append(submission(stream, expected, events, command)));
  }

  override find(commandId: string): Promise<KnownCommand | undefined> {
    return answered(this.#findings.noting(this.#find(commandId)));
  }

  override async read(stream: string, upTo = Infinity, from = 0): Promise<readonly RecordedEvent[]> {
    if (upTo < from) return [];
    const reading = { stream, from, upTo: Math.min(Number.MAX_SAFE_INTEGER, upTo) };
    return answered(this.#findings.noting(this.#reads.read(reading)));
  }

  override async *readAll(after?: Position, limit = Infinity): AsyncGenerator<RecordedEvent> {
    for await (const page of this.#pages(after, limit)) {
      const events = await answered(recorded(this.#ask, page));
      for (const { damage } of events) if (damage) this.#findings.note(damage);
      // Each is handed over by itself: by delegation it would pass through two promises more.
      for (const event of events) yield event;
    }
  }

  override async readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    const headers: EventHeader[] = [];
    for await (const page of this.#pages(after, limit)) headers.push(...page.map(headerIn));
    return headers;
  }

  override subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    this.#news.listen();
    return this.#subscriptions.begin((last) => this.readAll(last), after, signal);
  }

  override async head(): Promise<Position | undefined> {
    return (await answered(this.#log.last()))?.stored.position;
  }

  override damaged(): readonly Damage[] {
    return this.#findings.all;
  }

  override troubles(): readonly string[] {
    const { trouble } = this.#settling;
    return trouble === undefined ? [] : [trouble];
  }

  override async lastRecordedAt(): Promise<Instant | undefined> {
    return (await answered(this.#log.lastSealed()))?.envelope.recordedAt;
  }

  override async lastRevisions(): Promise<ReadonlyMap<string, number>> {
    const ask = asking(this.#pool, () => longestMs);
    const rows = await answered(
      ask<{ stream: string; revision: string }>(
        'SELECT stream, max(revision) AS revision FROM eventstoredb.commands GROUP BY stream',
      ),
    );
    return new Map(rows.map(({ stream, revision }) => [stream, Number(revision)]));
  }

  override async erase(digests: readonly string[]): Promise<number> {
    const erased = await answered(
      this.#pool.query('DELETE FROM eventstoredb.disclosures WHERE digest = ANY($1)', [digests]),
    );
    return erased.rowCount ?? 0;
  }

  override async close(): Promise<void> {
    this.#subscriptions.close();
    await Promise.all([this.#writer.idle(), this.#settling.ended]);
    this.#news.close();
    await this.#connection.close();
  }

  async *#pages(after: Position | undefined, limit: number): AsyncGenerator<readonly Ours[]> {
    const pages = this.#log.pages(after, limit);
    for (let page = await answered(pages.next()); page.done !== true; page = await answered(pages.next())) {
      for (const one of page.value) if ('damage' in one) this.#findings.note(one.damage);
      yield page.value;
    }
  }

  /** Only the log decides whether a command was recorded, not the row in PostgreSQL. */
  async #find(commandId: string): Promise<KnownCommand | undefined> {
    const known = await this.#remembered(commandId);
    if (known) await mustStand(this.#connection, this.#prefix, { commandId, ...known.appended });
    return known;
  }

  async #remembered(commandId: string): Promise<KnownCommand | undefined> {
    const { known, underWay } = await lookUp(this.#ask, commandId);
    if (known !== undefined || !underWay) return known;
    await this.#writer.finish();
    return (await lookUp(this.#ask, commandId)).known;
  }

  /** What PostgreSQL knows of all of them is one question. */
  async #read(readings: readonly Reading[]): Promise<readonly (readonly RecordedEvent[])[]> {
    const found = await Promise.all(
      readings.map(({ stream, from, upTo }) => {
        const count = Math.min(Number.MAX_SAFE_INTEGER, upTo - from + 1);
        return readStream(this.#connection, this.#prefix, { stream, from, count });
      }),
    );
    const events = await recorded(this.#ask, found.flat());
    let at = 0;
    return readings.map((reading, index) => {
      const own = events.slice(at, (at += found[index]?.length ?? 0));
      this.#whole(reading, own);
      return own;
    });
  }

  /** @throws RecordDamaged where they are not what the reading is to give */
  #whole({ stream, from, upTo }: Reading, events: readonly RecordedEvent[]): void {
    mustFollow(stream, from, events);
    const last = events.at(-1);
    if (last) this.#seen.note(stream, last.revision);
    if (from === 0 && upTo === Number.MAX_SAFE_INTEGER) this.#findings.whole(stream);
  }
}

function headerIn(one: Ours): EventHeader {
  const { position, bytes, id } = one.stored;
  if ('damage' in one) return headerOf(inPlaceOf(one.damage, id, timeOf(one.stored), bytes));
  const { stream, revision, recordedAt } = one.envelope;
  return { id, stream, revision, position, recordedAt };
}
