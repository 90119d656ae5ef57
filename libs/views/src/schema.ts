import { inTurn, notBehindReaders, walled } from '@anjuan/database';
import type pg from 'pg';
import { listWalls } from './wall.js';

// The lock keeps apart two processes that start, or switch to a new build, at once.
export const alone = inTurn('views migrate');

/**
 * Creates what is missing of schema `views`, also when several processes start at once. A row of `checkpoint` is one
 * build of one version of one view: how far its table is filled, whether it is the one served, and why it went no
 * further. A row of `parked` is a case that this build could not take: from which event on, and how many wait.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  // Several statements in one query are one transaction.
  await pool.query(`
    ${alone} ${notBehindReaders}
    ${dropOlder};
    DO $$ BEGIN
      IF to_regnamespace('views') IS NULL THEN CREATE SCHEMA views; END IF;
    END $$;
    CREATE TABLE IF NOT EXISTS views.checkpoint (
      name text NOT NULL,
      version text NOT NULL,
      build integer NOT NULL,
      -- of the last event taken; all four absent before the first
      position text COLLATE "C",
      stream text,
      revision bigint,
      event_id uuid,
      -- events passed since the beginning of the record, parked ones too
      taken bigint NOT NULL,
      served boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('filling', 'following', 'stopped', 'ahead-of-store')),
      error text,
      since timestamptz NOT NULL,
      PRIMARY KEY (name, version, build)
    );
    CREATE UNIQUE INDEX IF NOT EXISTS one_version_served ON views.checkpoint (name) WHERE served;
    CREATE TABLE IF NOT EXISTS views.parked (
      name text NOT NULL,
      version text NOT NULL,
      build integer NOT NULL,
      case_id text COLLATE "C" NOT NULL,
      agency text NOT NULL,
      -- of the first event that waits
      position text COLLATE "C" NOT NULL,
      revision bigint NOT NULL,
      type text NOT NULL,
      reason text NOT NULL,
      since timestamptz NOT NULL,
      -- of the last event that waits, and how many they are
      last_revision bigint NOT NULL,
      events bigint NOT NULL,
      PRIMARY KEY (name, version, build, case_id),
      FOREIGN KEY (name, version, build) REFERENCES views.checkpoint ON DELETE CASCADE
    )`);
  // Tables of programs before this one have none yet.
  const walls = await listWalls(pool);
  await pool.query(`${alone} ${notBehindReaders} ${walls.map(walled).join('')}`);
}

// Tables from before parked cases had an agency: what is in them is in the record too, and is filled anew.
const dropOlder = `
    DO $$
    BEGIN
      IF EXISTS (SELECT FROM pg_tables WHERE schemaname = 'views' AND tablename = 'checkpoint')
        AND NOT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = 'views'
                        AND table_name = 'parked' AND column_name = 'agency') THEN
        DROP SCHEMA views CASCADE;
      END IF;
    END $$`;
