import type pg from 'pg';
import { alone } from './schema.js';
import { inTransaction } from './transaction.js';
import { servedAs, tableOf, type View } from './view.js';

type Version = Readonly<{ version: string }>;

const serve = async (client: pg.PoolClient, view: View): Promise<void> => {
  await client.query(`DROP VIEW IF EXISTS ${servedAs(view)}`);
  await client.query(`CREATE VIEW ${servedAs(view)} AS SELECT * FROM ${tableOf(view)}`);
};

/** Makes the table of this version, empty, where it is missing. It is served at once if the view has no other version. */
export async function prepare(pool: pg.Pool, view: View, at: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(alone);
    const { rows } = await client.query<Version>('SELECT version FROM views.checkpoint WHERE name = $1', [
      view.name,
    ]);
    if (rows.some(({ version }) => version === view.version)) return;
    await client.query(`CREATE TABLE ${tableOf(view)} (${view.columns})`);
    for (const index of view.indexes) await client.query(`CREATE INDEX ON ${tableOf(view)} ${index}`);
    const served = rows.length === 0;
    if (served) await serve(client, view);
    await client.query(
      `INSERT INTO views.checkpoint (name, version, served, state, since) VALUES ($1, $2, $3, 'filling', $4)`,
      [view.name, view.version, served, at],
    );
  });
}

/** The version has caught up: it follows from now on, is the one that is read, and those before it are dropped. */
export async function takeOver(pool: pg.Pool, view: View, at: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(alone);
    const { rows } = await client.query<Version & { served: boolean }>(
      'SELECT version, served FROM views.checkpoint WHERE name = $1 FOR UPDATE',
      [view.name],
    );
    const own = rows.find(({ version }) => version === view.version);
    if (own === undefined) return;
    if (!own.served) await serve(client, view);
    for (const { version } of rows.filter((one) => one !== own))
      await client.query(`DROP TABLE ${tableOf({ name: view.name, version })}`);
    await client.query('DELETE FROM views.checkpoint WHERE name = $1 AND version <> $2', [
      view.name,
      view.version,
    ]);
    await client.query(
      `UPDATE views.checkpoint SET served = true, state = 'following', error = NULL, since = $3
       WHERE name = $1 AND version = $2`,
      [view.name, view.version, at],
    );
  });
}

/** Empties the table, to be filled from the beginning of the record. */
export async function empty(pool: pg.Pool, view: View, at: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(alone);
    await client.query(
      `UPDATE views.checkpoint
       SET position = NULL, stream = NULL, revision = NULL, event_id = NULL,
           state = 'filling', error = NULL, since = $3
       WHERE name = $1 AND version = $2`,
      [view.name, view.version, at],
    );
    await client.query(`TRUNCATE ${tableOf(view)}`);
  });
}
