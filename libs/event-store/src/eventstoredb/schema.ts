import { inTurn } from '@anjuan/database';
import type pg from 'pg';
import { functions } from './functions.js';

const schema = `
CREATE SCHEMA IF NOT EXISTS eventstoredb;

CREATE TABLE IF NOT EXISTS eventstoredb.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  recorded_at timestamptz
);
INSERT INTO eventstoredb.head DEFAULT VALUES ON CONFLICT DO NOTHING;
-- Of what is known to have landed, the furthest in the log: the log must still have it.
ALTER TABLE eventstoredb.head
  ADD COLUMN IF NOT EXISTS position text,
  ADD COLUMN IF NOT EXISTS command_id text COLLATE "C",
  ADD COLUMN IF NOT EXISTS stream text,
  ADD COLUMN IF NOT EXISTS revision bigint,
  -- Begins the names of the record's streams.
  ADD COLUMN IF NOT EXISTS prefix text,
  -- Rows of the outbox: it is emptied all the time, and looking for one would pass by all that were ever in it.
  ADD COLUMN IF NOT EXISTS under_way bigint NOT NULL DEFAULT 0;

CREATE TABLE IF NOT EXISTS eventstoredb.outbox (
  command_id text COLLATE "C" NOT NULL,
  attempt uuid NOT NULL,
  index integer NOT NULL,
  digest text NOT NULL,
  stream text NOT NULL,
  expected bigint NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (command_id, index)
);

CREATE TABLE IF NOT EXISTS eventstoredb.commands (
  command_id text COLLATE "C" PRIMARY KEY,
  digest text NOT NULL,
  stream text NOT NULL,
  revision bigint NOT NULL,
  position text NOT NULL,
  recorded_at timestamptz NOT NULL
);

UPDATE eventstoredb.head h SET (position, command_id, stream, revision) = (c.position, c.command_id, c.stream, c.revision)
  FROM (SELECT * FROM eventstoredb.commands ORDER BY position DESC LIMIT 1) c WHERE h.position IS NULL;

CREATE INDEX IF NOT EXISTS commands_by_stream ON eventstoredb.commands (stream);

CREATE TABLE IF NOT EXISTS eventstoredb.disclosures (
  event_id uuid NOT NULL,
  digest text COLLATE "C" NOT NULL,
  disclosure text NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (event_id, digest)
);
CREATE INDEX IF NOT EXISTS disclosures_by_digest ON eventstoredb.disclosures (digest);
${functions}
SELECT eventstoredb.recount();
`;

/** Creates what is missing of schema `eventstoredb`, the part of the record that is in PostgreSQL. */
export async function migrateEventStoreDb(pool: pg.Pool): Promise<void> {
  await pool.query(`BEGIN; ${inTurn('eventstoredb migrate')} ${schema} COMMIT`);
}
