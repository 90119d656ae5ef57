import { PositionUnknown, RecordDamaged, type EventStore, type RecordedEvent } from '@anjuan/event-store';
import pg from 'pg';
import { find, note } from './checkpoint.js';
import type { Build } from './view.js';

type Judging = Readonly<{ pool: pg.Pool; store: EventStore; clock: () => Date }>;

/**
 * Checks that the build was filled from this record, and marks the build when it was not. A record restored from an
 * older copy may have grown past the checkpoint since: the event itself is compared.
 */
export async function compareWithRecord(build: Build, { pool, store, clock }: Judging): Promise<void> {
  const checkpoint = await find(pool, build);
  if (!checkpoint?.stream || checkpoint.state === 'ahead-of-store') return;
  const revision = Number(checkpoint.revision);
  const last = await standing(store, checkpoint.stream, revision);
  if (last === 'damaged') return;
  if (last?.position === checkpoint.position && last.id === checkpoint.event_id) return;
  const { name } = build.view;
  const error = `View ${name} has taken an event at ${checkpoint.position ?? ''} that the record does not have: the record was replaced by an older copy. Rebuild the view: anjuan rebuild ${name}.`;
  await note(pool, build, { state: 'ahead-of-store', error, at: clock() });
}

/** A damaged stream says nothing of the rest of the record: reading on finds whether its position is there. */
async function standing(
  store: EventStore,
  stream: string,
  revision: number,
): Promise<RecordedEvent | 'damaged' | undefined> {
  try {
    return (await store.read(stream, revision, revision))[0];
  } catch (error) {
    if (error instanceof RecordDamaged) return 'damaged';
    throw error;
  }
}

/** True when the view itself cannot go on, and that was noted; false for trouble that passes: it is waited out. */
export async function judge(build: Build, error: unknown, judging: Judging): Promise<boolean> {
  const { pool, clock } = judging;
  if (error instanceof PositionUnknown) {
    await compareWithRecord(build, judging);
    return false;
  }
  if (!isOfView(error)) return false;
  const message = error instanceof Error ? error.message : String(error);
  await note(pool, build, { state: 'stopped', error: message, at: clock() });
  return true;
}

/** What will be no better tomorrow: a table that is not as the view's code thinks (SQLSTATE class 42), wrong code. */
const isOfView = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof pg.DatabaseError && (error.code ?? '').startsWith('42'));
