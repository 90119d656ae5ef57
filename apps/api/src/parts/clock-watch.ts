import { uptime } from 'node:os';
import type { Instant } from '@anjuan/event-store';
import { Problem } from '../http/problems.js';
import type { Clock } from './clock.js';

export type ClockSources = Readonly<{
  /** of the machine */
  clock: Clock;
  /** of the database's machine, which may be this one */
  database: () => Promise<Date>;
  /** of the last entry of the record */
  head: () => Promise<Instant | undefined>;
  /** Seconds since the machine was started, asleep or not: they go on whatever the clock is set to. */
  uptime?: () => number;
}>;

export type ClockBounds = Readonly<{
  /** How far the clock may be from the database's, or behind the last entry. */
  skewMs: number;
  /** How long a record may have been silent: a clock that is later is taken to be wrong. */
  silenceMs: number;
  /** Stamp of a last entry that lies in the future and that the operator has accepted. */
  acceptedHead?: Instant;
}>;

type Measured = Readonly<{ own: number; database: number; uptime: number }>;

const measuredFor = 10_000;
/** More than this, and the clock was set since it was measured. */
const steady = 2_000;
const cure =
  '请校准时钟，程序随即自行恢复；set the clock right, the program then goes on by itself (docs/health.md)';

/**
 * Whether the clock may be written by. A stamp never goes back, so one wrong entry would date all that follow: it is
 * compared with the database's clock, with the last entry, and with how long the machine has been running.
 */
export class ClockWatch {
  #measured: Measured | undefined;
  /** The last measurement at which the clock was right. */
  #right: Measured | undefined;
  #head: Instant | undefined;
  #wrong: string | undefined;
  #measuring: Promise<void> | undefined;

  constructor(
    private readonly sources: ClockSources,
    private readonly bounds: ClockBounds,
    private readonly tell: (wrong: string | undefined) => void = () => undefined,
  ) {}

  /** Why nothing is written; undefined: the last comparison found the clock right. */
  get wrong(): string | undefined {
    return this.#wrong;
  }

  /** `aheadOfDatabaseMs`: when they were compared last. */
  get state() {
    const { own, database } = this.#measured ?? { own: NaN, database: NaN };
    return {
      right: this.#wrong === undefined,
      ...(this.#measured && { aheadOfDatabaseMs: Math.round(own - database) }),
      ...(this.#head !== undefined && { lastEntry: this.#head }),
    };
  }

  recorded(at: Instant): void {
    if (this.#head === undefined || at > this.#head) this.#head = at;
  }

  /** @throws Problem `clock-wrong`; what the sources throw before they have answered once */
  async demandRight(): Promise<void> {
    await this.look();
    if (this.#wrong !== undefined) throw new Problem('clock-wrong', this.#wrong, { retryAfter: 2 });
  }

  /** Compares again, when the last comparison is old or the clock was set since. */
  async look(): Promise<void> {
    if (this.#stale()) {
      this.#measuring ??= this.#measure().finally(() => {
        this.#measuring = undefined;
      });
      await this.#measuring;
    }
    const wrong = this.#judged();
    if (wrong === undefined) this.#right = this.#measured;
    if ((wrong === undefined) !== (this.#wrong === undefined)) this.tell(wrong);
    this.#wrong = wrong;
  }

  #stale(): boolean {
    if (!this.#measured || this.#wrong !== undefined) return true;
    const gone = (this.#uptime() - this.#measured.uptime) * 1000;
    return gone > measuredFor || Math.abs(this.#now() - this.#measured.own - gone) > steady;
  }

  async #measure(): Promise<void> {
    try {
      const begun = this.#now();
      const [database, head] = await Promise.all([this.sources.database(), this.sources.head()]);
      const ended = this.#now();
      this.#measured = { own: (begun + ended) / 2, database: database.getTime(), uptime: this.#uptime() };
      this.#head = head;
    } catch (error) {
      // The write itself will find the database away.
      if (!this.#measured) throw error;
    }
  }

  #judged(): string | undefined {
    const { skewMs } = this.bounds;
    if (!this.#measured) return undefined;
    const gone = (this.#uptime() - this.#measured.uptime) * 1000;
    const apart = this.#now() - this.#measured.database - gone;
    if (Math.abs(apart) > skewMs)
      return said('本机时钟与数据库时钟不一致', `the clock is ${length(apart)} the database’s`);
    return this.#againstRecord() ?? this.#againstRunning();
  }

  #againstRecord(): string | undefined {
    const { skewMs, silenceMs, acceptedHead } = this.bounds;
    if (this.#head === undefined || this.#head === acceptedHead) return undefined;
    const since = this.#now() - Date.parse(this.#head);
    if (-since > skewMs)
      return said(
        `时钟早于最后一条记录（${this.#head}）`,
        `the clock is ${length(since)} the last entry of the record (${this.#head}); if that entry is wrong, see ACCEPT_FUTURE_HEAD`,
      );
    if (since > silenceMs)
      return said(
        `时钟比最后一条记录（${this.#head}）晚得过多`,
        `the clock is ${length(since)} the last entry of the record (${this.#head}); if it is right, raise MAX_SILENCE_DAYS`,
      );
    return undefined;
  }

  /** Where the database is on the same machine its clock was set together with ours. */
  #againstRunning(): string | undefined {
    if (!this.#right) return undefined;
    const expected = this.#right.own + (this.#uptime() - this.#right.uptime) * 1000;
    const set = this.#now() - expected;
    return Math.abs(set) > this.bounds.skewMs
      ? said(
          '运行期间时钟被改动',
          `the clock was set to ${length(set)} what it was while the program ran; if it is right now, start the program again`,
        )
      : undefined;
  }

  #now(): number {
    return this.sources.clock.now().getTime();
  }

  #uptime(): number {
    return (this.sources.uptime ?? uptime)();
  }
}

const said = (zh: string, en: string): string => `${zh}，暂不写入记录；nothing is written: ${en}。${cure}`;

const length = (ms: number): string => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const days = Math.floor(seconds / 86_400);
  return `${days > 0 ? `${String(days)} days` : `${String(seconds)} s`} ${ms < 0 ? 'behind' : 'ahead of'}`;
};
