import type pg from 'pg';
import { appendAtHead } from './append/at-head.js';
import { appendEach } from './append/each.js';

// One head row is the one lock of all writers; the trigger keeps a slip of the hand from rewriting the record.
const schema = `
DO $$ BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION '数据库的编码须为 UTF8，请用 CREATE DATABASE … ENCODING ''UTF8'' TEMPLATE template0 建立。The database must have encoding UTF8: create it with CREATE DATABASE … ENCODING ''UTF8'' TEMPLATE template0.';
  END IF;
END $$;
CREATE SCHEMA IF NOT EXISTS ledger;

CREATE TABLE IF NOT EXISTS ledger.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL,
  recorded_at timestamptz
);
INSERT INTO ledger.head (position) VALUES (0) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS ledger.events (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  id uuid NOT NULL UNIQUE,
  type text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  bytes bytea NOT NULL,
  UNIQUE (stream, revision)
);

CREATE TABLE IF NOT EXISTS ledger.commands (
  command_id text COLLATE "C" PRIMARY KEY,
  digest text NOT NULL,
  stream text NOT NULL,
  revision bigint NOT NULL,
  position bigint NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS ledger.disclosures (
  position bigint NOT NULL REFERENCES ledger.events,
  digest text COLLATE "C" NOT NULL,
  disclosure text NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (position, digest)
);
CREATE INDEX IF NOT EXISTS disclosures_by_digest ON ledger.disclosures (digest);

-- One row for each time the record began or was put back: positions after "after" were given anew from there.
CREATE TABLE IF NOT EXISTS ledger.incarnations (
  number integer PRIMARY KEY,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  after bigint NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO ledger.incarnations (number, after) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE OR REPLACE FUNCTION ledger.begin_incarnation() RETURNS uuid LANGUAGE sql AS $$
  INSERT INTO ledger.incarnations (number, after)
  SELECT (SELECT coalesce(max(number), 0) + 1 FROM ledger.incarnations), position FROM ledger.head
  RETURNING id
$$;

CREATE OR REPLACE FUNCTION ledger.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Events are permanent: record a correcting event instead.';
END $$;
CREATE OR REPLACE TRIGGER events_are_permanent
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.events
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_rewriting();
${appendAtHead}
${appendEach}
`;

/** Creates what is missing of schema `ledger`, also when several processes start at once. PostgreSQL 14 or later. */
export async function migrate(pool: pg.Pool): Promise<void> {
  await pool.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('ledger migrate')); ${schema} COMMIT`);
}
