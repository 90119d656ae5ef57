import type { Position, RecordedEvent } from '@anjuan/event-store';
import type { AnyProcedure } from '@anjuan/procedure';
import { idIn } from '@anjuan/record';
import type pg from 'pg';
import { setImmediate as turn } from 'node:timers/promises';
import { takeApart } from './apart.js';
import { isOfRecord } from './not-taken.js';
import type { News, RecordSource } from './record-source.js';
import { advance, hold } from './checkpoint.js';
import { behindParked } from './parking.js';
import { replaceRows, rowsOf, type RowsOfRecord } from './rows.js';
import { attempted, transacted } from './transaction.js';
import type { Build } from './view.js';

/** `elsewhere`: another process folds this build now, or it was replaced. */
export type Folded = Readonly<{ outcome: 'more' | 'caught-up' | 'elsewhere'; events: number }>;

export type Folding = Readonly<{
  /** The next events of the record, at most `size`. */
  readAfter: (position: Position | null, size: number) => Promise<readonly RecordedEvent[]>;
  source: RecordSource;
  /** For records applied event by event: reads them from the store. */
  reading: RecordSource;
  size: number;
  clock: () => Date;
}>;

type Sorted = Readonly<{ rows: readonly RowsOfRecord[]; refused: readonly News[] }>;

// Records folded in one turn of the event loop; between turns the program can answer requests.
const atAStretch = 50;

/**
 * The next events of the record, taken by the view: rows, parked cases and checkpoint change in one transaction, under
 * the lock of the checkpoint.
 * @throws PositionUnknown, StoreUnavailable, pg.DatabaseError; then nothing has changed
 */
export async function foldBatch(client: pg.PoolClient, build: Build, folding: Folding): Promise<Folded> {
  return transacted(client, async () => {
    const checkpoint = await hold(client, build);
    if (checkpoint === undefined || checkpoint.state === 'ahead-of-store')
      return { outcome: 'elsewhere', events: 0 };
    const events = await folding.readAfter(checkpoint.position, folding.size);
    const last = events.at(-1);
    if (last === undefined) return { outcome: 'caught-up', events: 0 };
    const all = newsIn(events, build.view.of);
    if (all.length > 0) await takeAll(client, build, await behindParked(client, build, all), folding);
    await advance(client, build, last, events.length);
    return { outcome: events.length < folding.size ? 'caught-up' : 'more', events: events.length };
  });
}

/** The news of each record of the procedure. */
export const newsIn = (events: readonly RecordedEvent[], procedure: AnyProcedure): readonly News[] => {
  const byId = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const id = idIn(procedure, event.stream);
    if (id === undefined) continue;
    const own = byId.get(id);
    if (own) own.push(event);
    else byId.set(id, [event]);
  }
  return [...byId].flatMap(([id, own]) => {
    const last = own.at(-1);
    return last ? [{ procedure, id, events: own, last }] : [];
  });
};

async function takeAll(
  client: pg.PoolClient,
  build: Build,
  all: readonly News[],
  folding: Folding,
): Promise<void> {
  const { rows, refused } = await fold(build, all, folding.source);
  const unseen = new Set(all.filter(({ events }) => events[0]?.revision === 0).map(({ id }) => id));
  let apart = refused;
  try {
    await attempted(client, () => replaceRows(client, build, rows, unseen));
  } catch (error) {
    if (!isOfRecord(error)) throw error;
    apart = all;
  }
  for (const news of apart) await takeApart(client, build, news, folding);
}

async function fold(build: Build, all: readonly News[], source: RecordSource): Promise<Sorted> {
  const rows: RowsOfRecord[] = [];
  const refused: News[] = [];
  for (let from = 0; from < all.length; from += atAStretch) {
    if (from > 0) await turn();
    const stretch = all.slice(from, from + atAStretch);
    // Requested together, so that the store reads them in one query.
    const made = await Promise.all(stretch.map((news) => rowsIfTaken(build, news, source)));
    for (const [index, news] of stretch.entries()) {
      const own = made[index];
      if (own) rows.push(own);
      else refused.push(news);
    }
  }
  return { rows, refused };
}

async function rowsIfTaken(
  build: Build,
  news: News,
  source: RecordSource,
): Promise<RowsOfRecord | undefined> {
  try {
    return rowsOf(build.view, await source.take(news));
  } catch (error) {
    if (!isOfRecord(error)) throw error;
    return undefined;
  }
}
