import type { EventStore, Position, RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import { setImmediate as turn } from 'node:timers/promises';
import { newsIn, type Folded } from './batch.js';
import { isOfRecord } from './not-taken.js';
import { advance, hold, type Checkpoint } from './checkpoint.js';
import { DueRows } from './due-rows.js';
import type { LogAhead } from './log-ahead.js';
import { behindParked } from './parking.js';
import type { RecordFolds } from './record-folds.js';
import type { News } from './record-source.js';
import { transacted } from './transaction.js';
import type { Build } from './view.js';

/** `position`: of the last event taken. */
export type Stretched = Folded & Readonly<{ position?: Position | null }>;

export type Stretch = Readonly<{
  store: EventStore;
  log: LogAhead;
  folds: RecordFolds;
  clock: () => Date;
  /** end of the stretch before, if there was one; the cached folds are valid only from there */
  after: Position | null | undefined;
  /** Ends the stretch after the piece under way. */
  signal: AbortSignal;
  /** events in one transaction */
  size: number;
  /** called with the number of events of each piece when they are folded; they are stored when the stretch has ended */
  taken: (events: number) => void;
}>;

// Small enough for the events to be collected as young objects, and for the rows of the records to fit one statement.
const eventsInPiece = 2_000;
const mostRecordsDue = 10_000;
/** Records folded in one turn of the event loop; between turns the program can answer requests. */
const atATime = 50;

/**
 * A long stretch of the record, folded piece by piece; rows, parked cases and checkpoint change at its end, in one
 * transaction, under the lock of the checkpoint.
 * @throws PositionUnknown, StoreUnavailable, pg.DatabaseError; then nothing has changed, and the folds are of no use
 */
export async function foldStretch(client: pg.PoolClient, build: Build, stretch: Stretch): Promise<Stretched> {
  const { log, signal, size } = stretch;
  const piece = Math.min(size, eventsInPiece);
  return transacted(client, async () => {
    const checkpoint = await held(client, build, stretch.after);
    if (checkpoint === undefined) return { outcome: 'elsewhere', events: 0 };
    const due = new DueRows(build);
    let position: Position | null = checkpoint.position;
    let last: RecordedEvent | undefined;
    let events = 0;
    let more: boolean;
    do {
      const read = await log.after(position, piece);
      last = read.at(-1) ?? last;
      position = last?.position ?? position;
      await foldPiece(client, build, read, { ...stretch, due });
      events += read.length;
      more = read.length === piece;
      stretch.taken(read.length);
    } while (more && events < size && due.records < mostRecordsDue && !signal.aborted);
    await due.place(client, stretch);
    if (last) await advance(client, build, last, events);
    return { outcome: more ? 'more' : 'caught-up', events, position };
  });
}

async function held(
  client: pg.PoolClient,
  build: Build,
  after: Stretch['after'],
): Promise<Checkpoint | undefined> {
  const checkpoint = await hold(client, build);
  const here = after === undefined || checkpoint?.position === after;
  return here && checkpoint?.state !== 'ahead-of-store' ? checkpoint : undefined;
}

async function foldPiece(
  client: pg.PoolClient,
  build: Build,
  events: readonly RecordedEvent[],
  { due, ...stretch }: Stretch & Readonly<{ due: DueRows }>,
): Promise<void> {
  const all = newsIn(events, build.view.of);
  if (all.length === 0) return;
  const refused: News[] = [];
  for (const [index, news] of (await behindParked(client, build, all)).entries()) {
    if (index % atATime === atATime - 1) await turn();
    due.note(news);
    try {
      await stretch.folds.fold(news);
    } catch (error) {
      if (!isOfRecord(error)) throw error;
      refused.push(news);
    }
    stretch.folds.shrink(due.leaving);
  }
  for (const { id } of refused) await due.apart(client, id, stretch);
}
