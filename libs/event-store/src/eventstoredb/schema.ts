import type pg from 'pg';

const schema = `
CREATE SCHEMA IF NOT EXISTS eventstoredb;

CREATE TABLE IF NOT EXISTS eventstoredb.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  recorded_at timestamptz
);
INSERT INTO eventstoredb.head DEFAULT VALUES ON CONFLICT DO NOTHING;

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

CREATE TABLE IF NOT EXISTS eventstoredb.disclosures (
  event_id uuid NOT NULL,
  digest text COLLATE "C" NOT NULL,
  disclosure text NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (event_id, digest)
);
CREATE INDEX IF NOT EXISTS disclosures_by_digest ON eventstoredb.disclosures (digest);
`;

/** Creates what is missing of schema `eventstoredb`, the part of the record that stands in PostgreSQL. */
export async function migrateBeside(pool: pg.Pool): Promise<void> {
  await pool.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('eventstoredb migrate')); ${schema} COMMIT`);
}
