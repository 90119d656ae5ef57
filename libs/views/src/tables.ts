import type pg from 'pg';
import { checkpointsOf, type Checkpoint } from './checkpoint.js';
import { alone } from './schema.js';
import { inTransaction } from './transaction.js';
import { walledBuild } from './wall.js';
import { keyOf, servedAs, tableOf, tableOfBuild, type Build, type View } from './view.js';

/** A record that waits for its events to be taken is marked in every list: its row is older than it looks. */
const serve = async (client: pg.PoolClient, { view, build }: Build): Promise<void> => {
  await client.query(`DROP VIEW IF EXISTS ${servedAs(view)}`);
  await client.query(
    `CREATE VIEW ${servedAs(view)} AS SELECT t.*, EXISTS (
       SELECT FROM views.parked p
       WHERE p.name = '${view.name}' AND p.version = '${view.version}' AND p.build = ${build}
         AND p.case_id = t.${keyOf(view)}) AS parked
     FROM ${tableOfBuild({ view, build })} t`,
  );
};

const make = async (client: pg.PoolClient, build: Build, served: boolean, at: Date): Promise<void> => {
  await client.query(`CREATE TABLE ${tableOfBuild(build)} (${build.view.columns}); ${walledBuild(build)}`);
  if (served) await serve(client, build);
  await client.query(
    `INSERT INTO views.checkpoint (name, version, build, taken, served, state, since)
     VALUES ($1, $2, $3, 0, $4, 'filling', $5)`,
    [build.view.name, build.view.version, build.build, served, at],
  );
};

/** An index is cheaper to make once than to keep up while the table fills. */
const index = async (client: pg.PoolClient, build: Build): Promise<void> => {
  const table = tableOfBuild(build);
  const [, name = ''] = table.split('.');
  for (const [nth, columns] of build.view.indexes.entries())
    await client.query(`CREATE INDEX IF NOT EXISTS ${name}_i${nth} ON ${table} ${columns}`);
};

/** Makes the table of this version, empty, where it is missing. It is served at once if the view has no other version. */
export async function prepare(pool: pg.Pool, view: View, at: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(alone);
    const { rows } = await client.query<{ version: string }>(
      'SELECT version FROM views.checkpoint WHERE name = $1',
      [view.name],
    );
    if (rows.some(({ version }) => version === view.version)) return;
    await make(client, { view, build: 1 }, rows.length === 0, at);
  });
}

/** The build to activate next: the one being filled, so that an interrupted rebuild continues, or a new, empty one. */
export async function nextBuild(pool: pg.Pool, view: View, at: Date): Promise<Build> {
  return inTransaction(pool, async (client) => {
    await client.query(alone);
    const builds = await checkpointsOf(client, view);
    const last = builds.at(-1);
    if (last && !last.served && last.state !== 'ahead-of-store') return { view, build: last.build };
    const next = { view, build: (last?.build ?? 0) + 1 };
    await make(client, next, false, at);
    return next;
  });
}

/** Activates a build that has caught up: it follows the log from now on, and earlier builds are dropped. */
export async function takeOver(pool: pg.Pool, build: Build, at: Date): Promise<void> {
  const { name, version } = build.view;
  await inTransaction(pool, async (client) => {
    await client.query(alone);
    const { rows } = await client.query<Checkpoint>(
      'SELECT * FROM views.checkpoint WHERE name = $1 FOR UPDATE',
      [name],
    );
    const own = rows.find((one) => one.version === version && one.build === build.build);
    if (own === undefined) return;
    await index(client, build);
    if (!own.served) await serve(client, build);
    // A later build of the same version goes on filling: it was requested later.
    const gone = rows.filter((one) => one.version !== version || one.build < build.build);
    for (const one of gone) {
      await client.query(`DROP TABLE ${tableOf(one)}`);
      await client.query('DELETE FROM views.checkpoint WHERE name = $1 AND version = $2 AND build = $3', [
        name,
        one.version,
        one.build,
      ]);
    }
    await client.query(
      `UPDATE views.checkpoint SET served = true, state = 'following', error = NULL, since = $4
       WHERE name = $1 AND version = $2 AND build = $3`,
      [name, version, build.build, at],
    );
  });
}
