import { eventId } from '../../envelope.js';
import type { Ask } from '../../postgres/ask.js';
import type { Wholeness } from '../../wholeness.js';
import type { Log } from '../reading.js';
import type { Lack } from './halves.js';

type LostRow = Readonly<{ stream: string; commands: string; from: Date; to: Date }>;

/** How many events each command left, before anything is derived: afterwards others stand between them. */
export async function rememberSizes(ask: Ask): Promise<void> {
  await ask(
    `CREATE TEMP TABLE sizes ON COMMIT DROP AS
       SELECT command_id, revision - coalesce(lag(revision) OVER (PARTITION BY stream ORDER BY revision), -1) AS events
       FROM eventstoredb.commands`,
  );
}

/**
 * Commands whose events are not in the log. Where a stream is not whole nobody knows: it stays known as begun, and
 * waits for its backup.
 */
export async function lostIn(ask: Ask, log: Log, whole: Wholeness): Promise<Lack> {
  const rows = await ask<LostRow>(
    `SELECT stream, count(*) AS commands, min(recorded_at) AS "from", max(recorded_at) AS "to"
     FROM eventstoredb.commands c WHERE NOT EXISTS (SELECT FROM in_log l WHERE l.command_id = c.command_id)
     GROUP BY stream ORDER BY stream`,
  );
  const lost: LostRow[] = [];
  for (const row of rows) {
    const damage = whole.damageOf(row.stream) ?? (await log.damageOf(row.stream));
    if (damage) whole.find(damage);
    else lost.push(row);
  }
  const times = (of: (row: LostRow) => Date): string[] => lost.map((row) => of(row).toISOString()).sort();
  return {
    commands: lost.reduce((sum, { commands }) => sum + Number(commands), 0),
    from: times(({ from }) => from)[0] ?? '',
    to: times(({ to }) => to).at(-1) ?? '',
    streams: lost.map(({ stream }) => stream),
  };
}

const atATime = 1_000;

/** Forgets the lost commands of these streams, and the personal data of their events, and of no others. Gives its number. */
export async function forget(ask: Ask, streams: readonly string[]): Promise<number> {
  const forgotten = await ask<{ command_id: string; events: string }>(
    `WITH forgotten AS (
       DELETE FROM eventstoredb.commands c
       WHERE c.stream = ANY($1) AND NOT EXISTS (SELECT FROM in_log l WHERE l.command_id = c.command_id)
       RETURNING c.command_id
     ) SELECT command_id, events FROM forgotten JOIN sizes USING (command_id)`,
    [streams],
  );
  let removed = 0;
  for (let at = 0; at < forgotten.length; at += atATime) {
    const ids = forgotten
      .slice(at, at + atATime)
      .flatMap(({ command_id: id, events }) =>
        Array.from({ length: Number(events) }, (_, index) => eventId(id, index)),
      );
    const rows = await ask(
      `DELETE FROM eventstoredb.disclosures d WHERE d.event_id = ANY($1)
         AND NOT EXISTS (SELECT FROM eventstoredb.outbox o WHERE o.id = d.event_id) RETURNING 1`,
      [ids],
    );
    removed += rows.length;
  }
  return removed;
}
