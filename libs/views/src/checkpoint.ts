import type { RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import { tableOfBuild, type Build, type View } from './view.js';

/**
 * `filling`: not yet caught up for the first time; `stopped`: trouble that is the view's own and not one case's, tried
 * again at the next start; `ahead-of-store`: it has seen events that the record has not, and is not served until it is
 * rebuilt.
 */
export type ViewState = 'filling' | 'following' | 'stopped' | 'ahead-of-store';

export type Checkpoint = Readonly<{
  name: string;
  version: string;
  build: number;
  position: string | null;
  stream: string | null;
  revision: string | null;
  event_id: string | null;
  taken: string;
  served: boolean;
  state: ViewState;
  error: string | null;
  since: Date;
}>;

type Database = pg.Pool | pg.PoolClient;

/** Of the view's version: one build, or two while the second fills; the oldest first. */
export async function checkpointsOf(
  database: Database,
  { name, version }: Pick<View, 'name' | 'version'>,
): Promise<readonly Checkpoint[]> {
  const { rows } = await database.query<Checkpoint>(
    'SELECT * FROM views.checkpoint WHERE name = $1 AND version = $2 ORDER BY build',
    [name, version],
  );
  return rows;
}

/** Of every view, in the order of the views, as `checkpointsOf`. */
export async function checkpointsOfAll(
  database: Database,
  views: readonly Pick<View, 'name' | 'version'>[],
): Promise<readonly (readonly Checkpoint[])[]> {
  const { rows } = await database.query<Checkpoint>('SELECT * FROM views.checkpoint ORDER BY build');
  return views.map(({ name, version }) => rows.filter((one) => one.name === name && one.version === version));
}

export async function find(
  database: Database,
  { view: { name, version }, build }: Build,
): Promise<Checkpoint | undefined> {
  const { rows } = await database.query<Checkpoint>(
    'SELECT * FROM views.checkpoint WHERE name = $1 AND version = $2 AND build = $3',
    [name, version, build],
  );
  return rows[0];
}

const key = `hashtext('views fold'), hashtext($1)`;

/** True: until `letGo`, or the end of the connection, nobody else folds this build. */
export async function claim(client: pg.PoolClient, build: Build): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(`SELECT pg_try_advisory_lock(${key}) AS ours`, [
    tableOfBuild(build),
  ]);
  return rows[0]?.ours ?? false;
}

export async function letGo(client: pg.PoolClient, build: Build): Promise<void> {
  await client.query(`SELECT pg_advisory_unlock(${key})`, [tableOfBuild(build)]);
}

/** The checkpoint, held until the transaction ends; undefined when another process folds, or it is gone. */
export async function hold(client: pg.PoolClient, build: Build): Promise<Checkpoint | undefined> {
  const { name, version } = build.view;
  const { rows } = await client.query<Checkpoint>(
    `SELECT c.* FROM (SELECT pg_try_advisory_xact_lock(${key}) AS ours) AS asked
     JOIN views.checkpoint c ON asked.ours
     WHERE c.name = $2 AND c.version = $3 AND c.build = $4 FOR UPDATE OF c SKIP LOCKED`,
    [tableOfBuild(build), name, version, build.build],
  );
  return rows[0];
}

/** As `hold`, waiting for the batch that another process is taking. */
export async function holdPatiently(client: pg.PoolClient, build: Build): Promise<Checkpoint | undefined> {
  const { name, version } = build.view;
  const { rows } = await client.query<Checkpoint>(
    'SELECT * FROM views.checkpoint WHERE name = $1 AND version = $2 AND build = $3 FOR UPDATE',
    [name, version, build.build],
  );
  return rows[0];
}

/** An advance also clears the error that stopped the build. */
export async function advance(
  client: pg.PoolClient,
  { view: { name, version }, build }: Build,
  { position, stream, revision, id }: RecordedEvent,
  taken: number,
): Promise<void> {
  await client.query(
    `UPDATE views.checkpoint
     SET position = $4, stream = $5, revision = $6, event_id = $7, taken = taken + $8, error = NULL,
         state = CASE WHEN state = 'following' THEN state ELSE 'filling' END
     WHERE name = $1 AND version = $2 AND build = $3`,
    [name, version, build, position, stream, revision, id, taken],
  );
}

/** Notes why the view goes no further, and since when. */
export async function note(
  pool: pg.Pool,
  { view: { name, version }, build }: Build,
  { state, error, at }: Readonly<{ state: 'stopped' | 'ahead-of-store'; error: string; at: Date }>,
): Promise<void> {
  await pool.query(
    `UPDATE views.checkpoint SET state = $4, error = $5, since = $6
     WHERE name = $1 AND version = $2 AND build = $3`,
    [name, version, build, state, error, at],
  );
}
