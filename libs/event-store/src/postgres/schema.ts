import { inTurn } from '@anjuan/database';
import type pg from 'pg';
import { appendAtHead } from './append/at-head.js';
import { form, inPlaceOfOlder, refusalOfOlder, stopOlderWriters } from './older/refusal.js';
import { isOlder, moveInPlace, type MoveReport } from './older/in-place.js';

// A record that a newer program has moved further is not for us.
const recognised = `
DO $$ BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION '数据库的编码须为 UTF8，请用 CREATE DATABASE … ENCODING ''UTF8'' TEMPLATE template0 建立。The database must have encoding UTF8: create it with CREATE DATABASE … ENCODING ''UTF8'' TEMPLATE template0.';
  END IF;
  IF to_regclass('ledger.form') IS NOT NULL THEN
    IF EXISTS (SELECT FROM ledger.form WHERE number > ${String(form)}) THEN PERFORM ledger.refuse_older_program(); END IF;
  END IF;
  -- As every append does first: whoever appends meanwhile waits here, and not for one table while holding another.
  IF to_regclass('ledger.log_head') IS NOT NULL THEN LOCK TABLE ledger.log_head IN SHARE ROW EXCLUSIVE MODE; END IF;
END $$;`;

// Larger columns first: what is aligned takes no padding. "stream" is a number given in order and "command" is set on
// the last event of each append, so one row says what was appended and what was answered.
const tables = `
CREATE SCHEMA IF NOT EXISTS ledger;

CREATE TABLE IF NOT EXISTS ledger.form (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), number bigint NOT NULL, since timestamptz);

CREATE TABLE IF NOT EXISTS ledger.log_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL,
  recorded_at timestamptz,
  streams integer NOT NULL
);
INSERT INTO ledger.log_head (position, streams) VALUES (0, 0) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS ledger.streams (
  number integer PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS ledger.log (
  position bigint PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  command bigint,
  stream integer NOT NULL,
  revision integer NOT NULL,
  id uuid NOT NULL,
  digest bytea,
  bytes bytea NOT NULL,
  CONSTRAINT log_by_stream UNIQUE (stream, revision),
  CHECK ((command IS NULL) = (digest IS NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS log_by_command ON ledger.log (command) WHERE command IS NOT NULL;

CREATE TABLE IF NOT EXISTS ledger.disclosures (
  position bigint NOT NULL CONSTRAINT disclosures_of_log REFERENCES ledger.log,
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
  SELECT (SELECT coalesce(max(number), 0) + 1 FROM ledger.incarnations), position FROM ledger.log_head
  RETURNING id
$$;
`;

// The trigger keeps a slip of the hand from rewriting the record.
const guards = `
CREATE OR REPLACE FUNCTION ledger.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Events are permanent: record a correcting event instead.';
END $$;
CREATE OR REPLACE TRIGGER events_are_permanent
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_rewriting();
CREATE OR REPLACE TRIGGER streams_are_permanent
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.streams
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_rewriting();
`;

const whatWasOlder = `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('ledger.events') AND relkind = 'r') THEN
    ${stopOlderWriters}
  ELSIF to_regclass('ledger.head') IS NULL THEN
    ${inPlaceOfOlder}
  END IF;
END $$;`;

/**
 * Creates what is missing of schema `ledger`, also when several processes start at once, and moves a record of an older
 * form to this one. PostgreSQL 14 or later.
 * @throws RecordDamaged when an older record is not whole
 */
export async function migrate(pool: pg.Pool, report?: MoveReport): Promise<void> {
  await pool.query(`BEGIN; ${inTurn('ledger migrate')}
    ${recognised} ${tables} ${refusalOfOlder} ${guards} ${whatWasOlder} ${appendAtHead} COMMIT`);
  if (await isOlder(pool)) await moveInPlace(pool, report);
}
