/** A database with a record, cases that are entered in it, and runners that end with the test. */
import { personalData } from '@anjuan/case';
import {
  commit,
  migrate as migrateLedger,
  openPool,
  PostgresEventStore,
  type EventStore,
  type Position,
} from '@anjuan/event-store';
import { defaultLists } from '@anjuan/law';
import { ViewRunner, views, type RunnerOptions } from '@anjuan/views';
import type pg from 'pg';
import { numbered, type Entry } from '../../libs/views/src/testing.js';
import { testDatabase } from '../support/postgres.js';

/** A bound for what hangs, not for what is slow. */
export const patienceMs = 60_000;

export class Desk {
  /** What the clock of the record shows. */
  now = new Date('2026-05-05T02:00:00.000Z');
  readonly clock = (): Date => this.now;
  readonly store: EventStore;
  #commands = 0;
  readonly #runners: ViewRunner[] = [];

  private constructor(
    readonly pool: pg.Pool,
    pollMs = 50,
  ) {
    this.store = new PostgresEventStore(pool, { clock: this.clock, pollMs });
  }

  /** `pollMs`: how often the store looks for itself whether there is news. */
  static async open({ pollMs, database }: { pollMs?: number; database?: pg.PoolConfig } = {}): Promise<Desk> {
    const pool = openPool(database ?? (await testDatabase()));
    await migrateLedger(pool);
    return new Desk(pool, pollMs);
  }

  /** Another process's store on the same database, as far as the store can tell. */
  static async another({ pool }: Desk): Promise<Desk> {
    return Promise.resolve(new Desk(openPool(pool.options)));
  }

  /** Enters a history, or what comes after it, as the API would: personal data beside the event. */
  async enter(
    caseId: string,
    entries: readonly Entry[],
    { from = 0, lists = defaultLists.version, agency = 'bureau' } = {},
  ) {
    const events = numbered(entries)
      .slice(from)
      .map((event) => {
        const { data, disclosures } = commit(event.data, personalData[event.type]);
        const { type, v, occurredAt, actors, recordedBy } = event;
        return {
          type,
          v,
          occurredAt,
          actors,
          recordedBy,
          agency,
          rules: { lists },
          data,
          disclosures,
        };
      });
    const expected = from === 0 ? 'none' : from - 1;
    return (await this.store.append(`case-${caseId}`, expected, events, this.#command())).position;
  }

  /** Enters an event of a type that no program of today knows. */
  async enterUnknown(caseId: string, revision: number, agency = 'bureau'): Promise<Position> {
    const event = {
      type: 'CaseSentToTheMoon',
      v: 1,
      occurredAt: this.now.toISOString(),
      actors: [],
      recordedBy: 'lin',
      agency,
      rules: {},
      data: {},
    };
    return (await this.store.append(`case-${caseId}`, revision, [event], this.#command())).position;
  }

  async run(options: Partial<RunnerOptions> = {}): Promise<ViewRunner> {
    const { pool, store, clock } = this;
    const runner = new ViewRunner({ pool, store, views, clock, pollMs: 50, ...options });
    this.#runners.push(runner);
    await runner.start();
    return runner;
  }

  async ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }

  /** Looks again and again until it is so. */
  async until(so: () => Promise<boolean>, ms = patienceMs): Promise<void> {
    const end = performance.now() + ms;
    while (!(await so())) {
      if (performance.now() > end) throw new Error(`Not so after ${ms} ms: ${so.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#runners.map((runner) => runner.stop()));
    await this.store.close();
    await this.pool.end();
  }

  #command() {
    return { id: `command-${++this.#commands}`, digest: 'd' };
  }
}
