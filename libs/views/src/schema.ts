import type pg from 'pg';

// The lock keeps apart two processes that start, or switch to a new version, at once.
export const alone = `SELECT pg_advisory_xact_lock(hashtext('views migrate'))`;

/**
 * Creates what is missing of schema `views`, also when several processes start at once. A row of `checkpoint` is one
 * version of one view: how far its table is filled, whether it is the one served, and why it went no further.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  // Several statements in one query are one transaction.
  await pool.query(`
    ${alone};
    CREATE SCHEMA IF NOT EXISTS views;
    CREATE TABLE IF NOT EXISTS views.checkpoint (
      name text NOT NULL,
      version text NOT NULL,
      -- of the last event taken; all four absent before the first
      position text COLLATE "C",
      stream text,
      revision bigint,
      event_id uuid,
      served boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('filling', 'following', 'stopped', 'ahead-of-store')),
      error text,
      since timestamptz NOT NULL,
      PRIMARY KEY (name, version)
    );
    CREATE UNIQUE INDEX IF NOT EXISTS one_version_served ON views.checkpoint (name) WHERE served`);
}
