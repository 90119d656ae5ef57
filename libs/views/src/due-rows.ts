import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { takeApart } from './apart.js';
import { isOfCase, streamOf } from './case-events.js';
import type { CaseFolds } from './case-folds.js';
import { CaseReading, type News } from './case-source.js';
import { replaceRows, rowsOf, type RowsOfCase } from './rows.js';
import { attempted } from './transaction.js';
import type { Build, View, ViewCase } from './view.js';

/** Revisions, both included; `rows` once the case was given up by the folds. */
type Due = Readonly<{ first: number; last: number; rows?: RowsOfCase | 'refused' }>;

type Placing = Readonly<{ store: EventStore; folds: CaseFolds; clock: () => Date }>;

/**
 * The cases whose rows are older than what was folded. While a build fills nobody reads it: the rows of a case are made
 * once for many of its events, when the checkpoint moves past them.
 */
export class DueRows {
  readonly #build: Build;
  readonly #due = new Map<string, Due>();

  constructor(build: Build) {
    this.#build = build;
  }

  get cases(): number {
    return this.#due.size;
  }

  note({ caseId, events, last }: News): void {
    const first = this.#due.get(caseId)?.first ?? events[0]?.revision ?? last.revision;
    this.#due.set(caseId, { first, last: last.revision });
  }

  /** The folds give the case up: its rows are made now. */
  readonly leaving = (of: ViewCase): void => {
    const due = this.#due.get(of.caseId);
    if (due) this.#due.set(of.caseId, { ...due, rows: madeOf(this.#build.view, of) });
  };

  /** The case was refused: what is due of it is taken event by event, from the first on, and the rest is parked. */
  async apart(client: pg.PoolClient, caseId: string, { store, clock }: Placing): Promise<void> {
    const due = this.#due.get(caseId);
    this.#due.delete(caseId);
    if (!due) return;
    const events = await store.read(streamOf(caseId), due.last, due.first);
    const last = events.at(-1);
    // none of what is read is kept: among millions of events the cases read alone must not add up
    const reading = { take: (news: News) => new CaseReading(store).take(news) };
    if (last) await takeApart(client, this.#build, { caseId, events, last }, { reading, clock });
  }

  /** Puts all that is due in place; nothing is due then. @throws StoreUnavailable, pg.DatabaseError */
  async place(client: pg.PoolClient, placing: Placing): Promise<void> {
    const rows: RowsOfCase[] = [];
    const unseen = new Set<string>();
    let refused: string[] = [];
    for (const [caseId, due] of this.#due) {
      const of = placing.folds.get(caseId);
      const made = due.rows ?? (of ? madeOf(this.#build.view, of) : 'refused');
      if (due.first === 0) unseen.add(caseId);
      if (made === 'refused') refused.push(caseId);
      else rows.push(made);
    }
    try {
      await attempted(client, () => replaceRows(client, this.#build, rows, unseen));
    } catch (error) {
      if (!isOfCase(error)) throw error;
      refused = [...this.#due.keys()];
    }
    for (const caseId of refused) await this.apart(client, caseId, placing);
    this.#due.clear();
  }
}

const madeOf = (view: View, of: ViewCase): RowsOfCase | 'refused' => {
  try {
    return rowsOf(view, of);
  } catch (error) {
    if (!isOfCase(error)) throw error;
    return 'refused';
  }
};
