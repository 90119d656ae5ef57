import { Findings, RecordDamaged, type Damage } from './damage.js';
import { seal } from './envelope.js';
import {
  EventStore,
  PositionUnknown,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type Disclosure,
  type EventHeader,
  type Instant,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from './event-store.js';
import { Bell, Subscriptions } from './following.js';
import { fromPosition, toPosition } from './position.js';
import { headerOf, inPlaceOf, mustFollow, openSealed } from './sealed.js';
import { checkRevision, replay, submission, type KnownCommand, type Submission } from './submission.js';

/** An event as it is kept. */
export type Row = Readonly<{ position: number; stream: string; revision: number; bytes: Uint8Array }>;

/** For tests and trials: the same guarantees for the lifetime of the process. */
export class InMemoryEventStore extends EventStore {
  /** The stored events, for tests of a damaged record. */
  protected readonly log: Row[] = [];
  protected readonly streams = new Map<string, Row[]>();
  readonly #findings = new Findings();
  readonly #commands = new Map<string, KnownCommand>();
  readonly #disclosures = new Map<number, readonly Disclosure[]>();
  readonly #bell = new Bell();
  readonly #subscriptions = new Subscriptions(this.#bell, 60_000);
  readonly #clock: () => Date;
  #lastRecordedAt = '';

  constructor({ clock }: Readonly<{ clock: () => Date }>) {
    super();
    this.#clock = clock;
  }

  override append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    return new Promise((resolve) => {
      if (this.#subscriptions.closed) throw new StoreUnavailable();
      resolve(this.#append(submission(stream, expected, events, command)));
    });
  }

  override find(commandId: string): Promise<KnownCommand | undefined> {
    return Promise.resolve(this.#commands.get(commandId));
  }

  override read(stream: string, upTo = Infinity, from = 0): Promise<readonly RecordedEvent[]> {
    return this.#findings.noting(this.#read(stream, upTo, from));
  }

  override async *readAll(after?: Position, limit = Infinity): AsyncGenerator<RecordedEvent> {
    for (const row of this.#after(after, limit)) yield await Promise.resolve(this.#recorded(row));
  }

  override readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    return new Promise((resolve) => {
      const rows = this.#after(after, limit);
      resolve(rows.map((row) => this.#recorded(row)).map(headerOf));
    });
  }

  override subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    return this.#subscriptions.begin((last) => this.readAll(last), after, signal);
  }

  override head(): Promise<Position | undefined> {
    return Promise.resolve(this.log.length === 0 ? undefined : toPosition(this.log.length));
  }

  override damaged(): readonly Damage[] {
    return this.#findings.all;
  }

  override lastRecordedAt(): Promise<Instant | undefined> {
    return Promise.resolve(this.#lastRecordedAt === '' ? undefined : this.#lastRecordedAt);
  }

  override erase(digests: readonly string[]): Promise<number> {
    let erased = 0;
    for (const [position, all] of this.#disclosures) {
      const kept = all.filter(({ digest }) => !digests.includes(digest));
      erased += all.length - kept.length;
      this.#disclosures.set(position, kept);
    }
    return Promise.resolve(erased);
  }

  override close(): Promise<void> {
    this.#subscriptions.close();
    return Promise.resolve();
  }

  #after(after: Position | undefined, limit: number): readonly Row[] {
    const from = fromPosition(after);
    if (from > this.log.length) throw new PositionUnknown(toPosition(from));
    return this.log.slice(from, from + limit);
  }

  async #read(stream: string, upTo: number, from: number): Promise<readonly RecordedEvent[]> {
    const rows = (this.streams.get(stream) ?? []).filter(
      ({ revision }) => revision >= from && revision <= upTo,
    );
    const events = rows.map((row) => this.#recorded(row));
    mustFollow(stream, from, events);
    if (from === 0 && upTo === Infinity) this.#findings.whole(stream);
    return Promise.resolve(events);
  }

  #append(submission: Submission): Appended {
    const known = this.#commands.get(submission.command.id);
    if (known !== undefined) return replay(known, submission.command);
    checkRevision(submission, this.streams.get(submission.stream)?.at(-1)?.revision ?? -1);
    const damage = this.#findings.of(submission.stream);
    if (damage) throw new RecordDamaged(damage);
    return this.#write(submission);
  }

  #write({ stream, drafts, command }: Submission): Appended {
    const now = this.#clock().toISOString();
    const recordedAt = now > this.#lastRecordedAt ? now : this.#lastRecordedAt;
    this.#lastRecordedAt = recordedAt;
    const rows = drafts.map((one, index) => ({
      position: this.log.length + 1 + index,
      stream,
      revision: one.revision,
      bytes: seal(one, recordedAt),
    }));
    rows.forEach((row, index) => this.#disclosures.set(row.position, drafts[index]?.event.disclosures ?? []));
    this.log.push(...rows);
    const all = this.streams.get(stream) ?? [];
    all.push(...rows);
    this.streams.set(stream, all);
    const position = toPosition(this.log.length);
    const appended = { stream, revision: rows.at(-1)?.revision ?? -1, position, recordedAt, replayed: false };
    this.#commands.set(command.id, { digest: command.digest, appended });
    this.#bell.ring();
    return appended;
  }

  #recorded({ position: number, stream, revision, bytes }: Row): RecordedEvent {
    const position = toPosition(number);
    const opened = openSealed(bytes, { stream, revision, position });
    if ('damage' in opened) {
      const damage = { ...opened.damage, position };
      this.#findings.note(damage);
      return inPlaceOf(damage, '', this.#lastRecordedAt, bytes);
    }
    const disclosures = this.#disclosures.get(number) ?? [];
    return { ...opened.envelope, position, disclosures, bytes: Buffer.from(bytes) };
  }
}
