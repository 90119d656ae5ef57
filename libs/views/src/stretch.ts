import type { EventStore, Position, RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import { setImmediate as turn } from 'node:timers/promises';
import { newsIn, type Folded } from './batch.js';
import { isOfCase } from './case-events.js';
import type { CaseFolds } from './case-folds.js';
import type { News } from './case-source.js';
import { advance, hold } from './checkpoint.js';
import { DueRows } from './due-rows.js';
import type { LogAhead } from './log-ahead.js';
import { behindParked } from './parking.js';
import { transacted } from './transaction.js';
import type { Build } from './view.js';

export type Stretch = Readonly<{
  store: EventStore;
  log: LogAhead;
  folds: CaseFolds;
  clock: () => Date;
  /** Ends the stretch after the piece under way. */
  signal: AbortSignal;
  /** events in one transaction */
  size: number;
  /** told of the events of each piece when they are folded; they are in place when the stretch has ended */
  taken: (events: number) => void;
}>;

// So small that what is read is dropped again while it is young; so many cases as their rows fit into one statement.
const eventsInPiece = 2_000;
const mostCasesDue = 10_000;
/** So many cases are folded at a time; between them the program can answer its users. */
const atATime = 50;

/**
 * A long stretch of the record, folded piece by piece; rows, parked cases and checkpoint change at its end, in one
 * transaction, under the lock of the checkpoint.
 * @throws PositionUnknown, StoreUnavailable, pg.DatabaseError; then nothing has changed, and the folds are of no use
 */
export async function foldStretch(client: pg.PoolClient, build: Build, stretch: Stretch): Promise<Folded> {
  const { log, signal, size } = stretch;
  const piece = Math.min(size, eventsInPiece);
  return transacted(client, async () => {
    const checkpoint = await hold(client, build);
    if (checkpoint === undefined || checkpoint.state === 'ahead-of-store')
      return { outcome: 'elsewhere', events: 0 };
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
    } while (more && events < size && due.cases < mostCasesDue && !signal.aborted);
    await due.place(client, stretch);
    if (last) await advance(client, build, last, events);
    return { outcome: more ? 'more' : 'caught-up', events };
  });
}

async function foldPiece(
  client: pg.PoolClient,
  build: Build,
  events: readonly RecordedEvent[],
  { due, ...stretch }: Stretch & Readonly<{ due: DueRows }>,
): Promise<void> {
  const all = newsIn(events);
  if (all.length === 0) return;
  const refused: News[] = [];
  for (const [index, news] of (await behindParked(client, build, all)).entries()) {
    if (index % atATime === atATime - 1) await turn();
    due.note(news);
    try {
      await stretch.folds.fold(news);
    } catch (error) {
      if (!isOfCase(error)) throw error;
      refused.push(news);
    }
    stretch.folds.shrink(due.leaving);
  }
  for (const { caseId } of refused) await due.apart(client, caseId, stretch);
}
