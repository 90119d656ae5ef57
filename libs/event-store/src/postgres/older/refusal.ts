/** The form of the tables in schema `ledger`: 1 had events, commands and head; 2 has log, streams and log_head. */
export const form = 2;

const words = `本数据库的案卷已转为新格式，此版本的程序不能使用，请换用新版程序，或者将旧备份恢复到另一目录。The record in this database was moved to a newer form, which this version of the program cannot use: start the newer version, or restore an older backup elsewhere.`;

/** A program of form 1 that writes, or starts, meets this sentence; from here on, no event is added in that form. */
export const refusalOfOlder = `
CREATE OR REPLACE FUNCTION ledger.refuse_older_program() RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$
BEGIN
  RAISE EXCEPTION '${words}';
END $$;
CREATE OR REPLACE FUNCTION ledger.refuse_older_writing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ledger.refuse_older_program();
  RETURN NULL;
END $$;
`;

export const stopOlderWriters = `
CREATE OR REPLACE TRIGGER older_program_is_refused BEFORE INSERT OR UPDATE ON ledger.head
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_older_writing();
`;

/**
 * Replaces the tables of form 1. Every query of an older program on them, its first statement included, fails with the
 * message: the function has cost 0, so that it is evaluated before any other condition.
 */
export const inPlaceOfOlder = `
INSERT INTO ledger.form (number) VALUES (${String(form)}) ON CONFLICT DO NOTHING;
CREATE OR REPLACE TRIGGER older_program_is_refused BEFORE INSERT OR UPDATE ON ledger.form
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_older_writing();
CREATE VIEW ledger.head AS
  SELECT only_row, number AS position, since AS recorded_at FROM ledger.form WHERE ledger.refuse_older_program();
CREATE VIEW ledger.events AS
  SELECT number AS position, number::text AS stream, number AS revision, NULL::uuid AS id, number::text AS type,
         since AS recorded_at, number::text AS command_id, NULL::bytea AS bytes
  FROM ledger.form WHERE ledger.refuse_older_program();
CREATE VIEW ledger.commands AS
  SELECT number::text AS command_id, number::text AS digest, number::text AS stream, number AS revision,
         number AS position, since AS recorded_at
  FROM ledger.form WHERE ledger.refuse_older_program();
`;
