import type { RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import type { View } from './view.js';

/**
 * `filling`: not yet caught up for the first time; `stopped`: an event could not be taken, tried again at the next
 * start; `ahead-of-store`: it has seen events that the record has not, and is not served until it is rebuilt.
 */
export type ViewState = 'filling' | 'following' | 'stopped' | 'ahead-of-store';

export type Checkpoint = Readonly<{
  name: string;
  version: string;
  position: string | null;
  stream: string | null;
  revision: string | null;
  event_id: string | null;
  served: boolean;
  state: ViewState;
  error: string | null;
}>;

type Asked = pg.Pool | pg.PoolClient;
type Named = Pick<View, 'name' | 'version'>;

export async function find(asked: Asked, { name, version }: Named): Promise<Checkpoint | undefined> {
  const { rows } = await asked.query<Checkpoint>(
    'SELECT * FROM views.checkpoint WHERE name = $1 AND version = $2',
    [name, version],
  );
  return rows[0];
}

/** The checkpoint, held until the transaction ends; undefined when another process holds it, or it is gone. */
export async function hold(client: pg.PoolClient, { name, version }: Named): Promise<Checkpoint | undefined> {
  const { rows } = await client.query<Checkpoint>(
    'SELECT * FROM views.checkpoint WHERE name = $1 AND version = $2 FOR UPDATE SKIP LOCKED',
    [name, version],
  );
  return rows[0];
}

/** Whoever advances is no longer stopped. */
export async function advance(
  client: pg.PoolClient,
  { name, version }: Named,
  { position, stream, revision, id }: RecordedEvent,
): Promise<void> {
  await client.query(
    `UPDATE views.checkpoint
     SET position = $3, stream = $4, revision = $5, event_id = $6, error = NULL,
         state = CASE WHEN state = 'following' THEN state ELSE 'filling' END
     WHERE name = $1 AND version = $2`,
    [name, version, position, stream, revision, id],
  );
}

/** Notes why the view goes no further, and since when. */
export async function note(
  pool: pg.Pool,
  { name, version }: Named,
  { state, error, at }: Readonly<{ state: 'stopped' | 'ahead-of-store'; error: string; at: Date }>,
): Promise<void> {
  await pool.query(
    'UPDATE views.checkpoint SET state = $3, error = $4, since = $5 WHERE name = $1 AND version = $2',
    [name, version, state, error, at],
  );
}
