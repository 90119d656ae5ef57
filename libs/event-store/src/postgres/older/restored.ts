import type pg from 'pg';
import { eventsInPortion, moveHead, movePortion } from './move.js';

/** The tables of a backup in form 1, and where they are put until the end of the transaction that moves them on. */
export const olderTables: Readonly<Record<string, string>> = {
  'ledger.events': 'pg_temp.events',
  'ledger.commands': 'pg_temp.commands',
  'ledger.head': 'pg_temp.head',
};

export async function makeOlderTables(client: pg.ClientBase): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE events (
      position bigint PRIMARY KEY, stream text, revision bigint, id uuid, type text, recorded_at timestamptz,
      command_id text, bytes bytea
    ) ON COMMIT DROP;
    CREATE TEMP TABLE commands (
      command_id text PRIMARY KEY, digest text, stream text, revision bigint, position bigint, recorded_at timestamptz
    ) ON COMMIT DROP;
    CREATE TEMP TABLE head (only_row boolean, position bigint, recorded_at timestamptz) ON COMMIT DROP;`);
}

/** @throws RecordDamaged when the rows do not make a record */
export async function moveRestored(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ last: string }>(
    'SELECT coalesce(max(position), 0) AS last FROM pg_temp.events',
  );
  const last = Number(rows[0]?.last ?? 0);
  for (let after = 0; after < last; after += eventsInPortion)
    await movePortion(client, { from: 'pg_temp', after, upTo: Math.min(last, after + eventsInPortion) });
  await moveHead(client, 'pg_temp');
}
