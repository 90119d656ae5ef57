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
import { Findings, RecordDamaged, type Damage } from '../damage.js';
import type { Lost } from '../lost.js';
import { Bell, Subscriptions } from '../following.js';
import { toPosition } from '../position.js';
import { submission, type KnownCommand } from '../submission.js';
import { Bulletin } from './bulletin.js';
import { GroupCommit } from './append/group-commit.js';
import { asking } from './ask.js';
import { surviving } from './pool.js';
import { GatheredReads } from './gathered-reads.js';
import { readFrom, readHead, readHeaders } from './reading.js';
import { lostIn } from './lost.js';
import { readSeveral } from './reading-several.js';
import { findCommand } from './commands.js';
import { answered } from './trouble.js';

export type PostgresOptions = Readonly<{
  clock: () => Date;
  /** how long an append waits for a database that does not answer; default 10 s */
  patienceMs?: number;
  /** how often a subscription looks for itself; default 1 s */
  pollMs?: number;
}>;

/** The record in schema `ledger` (see migrate). The pool stays its owner's: close() does not end it. */
export class PostgresEventStore extends EventStore {
  readonly #pool: pg.Pool;
  readonly #patienceMs: number;
  readonly #bell = new Bell();
  readonly #bulletin: Bulletin;
  readonly #writer: GroupCommit;
  readonly #subscriptions: Subscriptions;
  readonly #reads: GatheredReads;
  readonly #findings = new Findings();

  constructor(pool: pg.Pool, { clock, patienceMs = 10_000, pollMs = 1_000 }: PostgresOptions) {
    super();
    this.#pool = surviving(pool);
    this.#subscriptions = new Subscriptions(this.#bell, pollMs);
    this.#patienceMs = patienceMs;
    this.#bulletin = new Bulletin(pool, this.#bell);
    this.#reads = new GatheredReads((readings) => readSeveral(pool, readings));
    const committed = (): void => {
      this.#bell.ring();
      this.#bulletin.tell();
    };
    this.#writer = new GroupCommit(pool, { clock, patienceMs, committed });
  }

  override async append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    if (this.#subscriptions.closed) throw new StoreUnavailable();
    const damage = this.#findings.of(stream);
    if (damage) throw new RecordDamaged(damage);
    return this.#writer.append(() => submission(stream, expected, events, command));
  }

  override find(commandId: string): Promise<KnownCommand | undefined> {
    return answered(
      findCommand(
        asking(this.#pool, () => this.#patienceMs),
        commandId,
      ),
    );
  }

  override async read(
    stream: string,
    upTo = Number.MAX_SAFE_INTEGER,
    from = 0,
  ): Promise<readonly RecordedEvent[]> {
    const events = await this.#findings.noting(this.#reads.read({ stream, from, upTo }));
    if (from === 0 && upTo === Number.MAX_SAFE_INTEGER) this.#findings.whole(stream);
    return events;
  }

  override async *readAll(after?: Position, limit?: number): AsyncGenerator<RecordedEvent> {
    for await (const event of readFrom(this.#pool, after, limit)) {
      if (event.damage) this.#findings.note(event.damage);
      yield event;
    }
  }

  override readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    return readHeaders(this.#pool, after, limit);
  }

  override subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    this.#bulletin.listen();
    return this.#subscriptions.begin((last) => this.readAll(last), after, signal);
  }

  override async head(): Promise<Position | undefined> {
    const head = await readHead(this.#pool);
    return head === 0 ? undefined : toPosition(head);
  }

  override damaged(): readonly Damage[] {
    return this.#findings.all;
  }

  override lost(): Promise<readonly Lost[]> {
    return lostIn(this.#pool);
  }

  override async lastRecordedAt(): Promise<Instant | undefined> {
    const { rows } = await answered(
      this.#pool.query<{ recorded_at: Date | null }>('SELECT recorded_at FROM ledger.log_head'),
    );
    return rows[0]?.recorded_at?.toISOString();
  }

  override async erase(digests: readonly string[]): Promise<number> {
    const erased = await answered(
      this.#pool.query('DELETE FROM ledger.disclosures WHERE digest = ANY($1)', [digests]),
    );
    return erased.rowCount ?? 0;
  }

  override async close(): Promise<void> {
    this.#subscriptions.close();
    await this.#writer.close();
    await this.#bulletin.close();
  }
}
