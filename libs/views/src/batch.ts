import type { EventStore, RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import { EventNotTaken, type CaseReading } from './case-reading.js';
import { advance, hold, type Checkpoint } from './checkpoint.js';
import { inTransaction } from './transaction.js';
import { tableOf, type View, type ViewCase, type ViewRow } from './view.js';

/** `elsewhere`: another process folds this version now, or it was replaced. */
export type Folded = 'more' | 'caught-up' | 'elsewhere';
type Folding = Readonly<{ pool: pg.Pool; store: EventStore; reading: CaseReading; size: number }>;

/**
 * The next events of the record, taken by the view: rows and checkpoint change in one transaction, under the lock of
 * the checkpoint.
 * @throws EventNotTaken, PositionUnknown, StoreUnavailable, pg.DatabaseError; then nothing has changed
 */
export async function foldBatch(view: View, { pool, store, reading, size }: Folding): Promise<Folded> {
  return inTransaction(pool, async (client) => {
    const checkpoint = await hold(client, view);
    if (checkpoint === undefined || checkpoint.state === 'ahead-of-store') return 'elsewhere';
    const events = await readAfter(store, checkpoint, size);
    const last = events.at(-1);
    if (last === undefined) return 'caught-up';
    const cases = await reading.casesOf(events);
    await replaceRows(client, view, cases);
    await advance(client, view, last);
    return events.length < size ? 'caught-up' : 'more';
  });
}

async function readAfter(
  store: EventStore,
  { position }: Checkpoint,
  size: number,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll(position ?? undefined, size)) events.push(event);
  return events;
}

async function replaceRows(client: pg.PoolClient, view: View, cases: readonly ViewCase[]): Promise<void> {
  if (cases.length === 0) return;
  const table = tableOf(view);
  const rows = cases.flatMap((of) => rowsOf(view, of).map(asColumns));
  await client.query(`DELETE FROM ${table} WHERE case_id = ANY($1)`, [cases.map(({ caseId }) => caseId)]);
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

const rowsOf = (view: View, of: ViewCase): readonly ViewRow[] => {
  try {
    return view.rows(of);
  } catch (cause) {
    const { type, v, revision } = of.history.at(-1)?.event ?? { type: 'nothing', v: 0, revision: -1 };
    const where = { stream: `case-${of.caseId}`, revision, type, v };
    throw new EventNotTaken(where, `view ${view.name} has no rows for it (${String(cause)})`, { cause });
  }
};

const asColumns = (row: ViewRow): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]: [string, unknown]) => [
      field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
