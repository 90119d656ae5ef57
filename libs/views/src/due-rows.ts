import { RecordDamaged, type EventStore, type RecordedEvent } from '@anjuan/event-store';
import { streamOf } from '@anjuan/record';
import type pg from 'pg';
import { takeApart } from './apart.js';
import { isOfRecord } from './not-taken.js';
import { park } from './parking.js';
import type { RecordFolds } from './record-folds.js';
import { RecordReading, type News } from './record-source.js';
import { replaceRows, rowsOf, type RowsOfRecord } from './rows.js';
import { attempted } from './transaction.js';
import type { Build, View, ViewRecord } from './view.js';

/** The last new events; revisions, both included; `rows` once the fold was evicted. */
type Due = Readonly<{ news: News; first: number; last: number; rows?: RowsOfRecord | 'refused' }>;

type Placing = Readonly<{ store: EventStore; folds: RecordFolds; clock: () => Date }>;

/**
 * The records whose rows are older than their folds. A build that is being filled has no readers: a record's rows are
 * made once for many of its events, when the checkpoint moves past them.
 */
export class DueRows {
  readonly #build: Build;
  readonly #due = new Map<string, Due>();

  constructor(build: Build) {
    this.#build = build;
  }

  get records(): number {
    return this.#due.size;
  }

  note(news: News): void {
    const { id, events, last } = news;
    const first = this.#due.get(id)?.first ?? events[0]?.revision ?? last.revision;
    this.#due.set(id, { news, first, last: last.revision });
  }

  /** The record's fold is evicted: its rows are made now. */
  readonly leaving = (of: ViewRecord): void => {
    const due = this.#due.get(of.id);
    if (due) this.#due.set(of.id, { ...due, rows: madeOf(this.#build.view, of) });
  };

  /** The record was refused: its due events are applied one by one, and parked from the first failure on. */
  async apart(client: pg.PoolClient, id: string, { store, clock }: Placing): Promise<void> {
    const due = this.#due.get(id);
    this.#due.delete(id);
    if (!due) return;
    const events = await this.#readOrPark(client, { store, clock }, due);
    const last = events.at(-1);
    // not cached: among millions of events such records would add up
    const reading = { take: (news: News) => new RecordReading(store).take(news) };
    if (last) await takeApart(client, this.#build, { ...due.news, events, last }, { reading, clock });
  }

  /** Nothing when the stream is damaged: its due events are parked then. */
  async #readOrPark(
    client: pg.PoolClient,
    { store, clock }: Pick<Placing, 'store' | 'clock'>,
    { news, first, last }: Due,
  ): Promise<readonly RecordedEvent[]> {
    try {
      return await store.read(streamOf(news.procedure, news.id), last, first);
    } catch (error) {
      if (!(error instanceof RecordDamaged)) throw error;
      await park(client, this.#build, news, { reason: error.message, at: clock() });
      return [];
    }
  }

  /** Writes all due rows. @throws StoreUnavailable, pg.DatabaseError */
  async place(client: pg.PoolClient, placing: Placing): Promise<void> {
    const rows: RowsOfRecord[] = [];
    const unseen = new Set<string>();
    let refused: string[] = [];
    for (const [id, due] of this.#due) {
      const of = placing.folds.get(id);
      const made = due.rows ?? (of ? madeOf(this.#build.view, of) : 'refused');
      if (due.first === 0) unseen.add(id);
      if (made === 'refused') refused.push(id);
      else rows.push(made);
    }
    try {
      await attempted(client, () => replaceRows(client, this.#build, rows, unseen));
    } catch (error) {
      if (!isOfRecord(error)) throw error;
      refused = [...this.#due.keys()];
    }
    for (const id of refused) await this.apart(client, id, placing);
    this.#due.clear();
  }
}

const madeOf = (view: View, of: ViewRecord): RowsOfRecord | 'refused' => {
  try {
    return rowsOf(view, of);
  } catch (error) {
    if (!isOfRecord(error)) throw error;
    return 'refused';
  }
};
