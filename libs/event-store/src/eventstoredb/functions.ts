/** Each is one statement, one round trip and one commit. */

/**
 * Records the outcome of entries: stores commands that landed, deletes the entries and the disclosures of no event.
 * No sequential scans: a plan made while the tables are empty would be kept as they grow.
 */
const writeDown = `
CREATE OR REPLACE FUNCTION eventstoredb.write_down(
  commands text[], digests text[], streams text[], revisions bigint[], positions text[], times timestamptz[],
  settled_commands text[], settled uuid[], never uuid[]
) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE removed bigint;
BEGIN
  INSERT INTO eventstoredb.commands (command_id, digest, stream, revision, position, recorded_at)
    SELECT * FROM unnest(commands, digests, streams, revisions, positions, times)
    ON CONFLICT DO NOTHING;
  IF cardinality(never) > 0 THEN
    DELETE FROM eventstoredb.disclosures WHERE event_id IN (
      SELECT o.id FROM eventstoredb.outbox o WHERE o.command_id = ANY(settled_commands) AND o.attempt = ANY(never));
  END IF;
  DELETE FROM eventstoredb.outbox o WHERE o.command_id = ANY(settled_commands) AND o.attempt = ANY(settled);
  GET DIAGNOSTICS removed = ROW_COUNT;
  UPDATE eventstoredb.head SET under_way = under_way - removed;
  UPDATE eventstoredb.head h SET (position, command_id, stream, revision)
      = (newest.position, newest.command_id, newest.stream, newest.revision)
    FROM (SELECT * FROM unnest(commands, streams, revisions, positions) AS landed (command_id, stream, revision, position)
          ORDER BY position DESC LIMIT 1) newest
    WHERE h.position IS NULL OR h.position < newest.position;
END $$;`;

/** Not waited for until it is on the disk: lost together with the server, it is found out again. */
const settle = `
CREATE OR REPLACE FUNCTION eventstoredb.settle(
  commands text[], digests text[], streams text[], revisions bigint[], positions text[], times timestamptz[],
  settled_commands text[], settled uuid[], never uuid[], end_turn boolean
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  PERFORM FROM eventstoredb.head FOR UPDATE;
  PERFORM eventstoredb.write_down(
    commands, digests, streams, revisions, positions, times, settled_commands, settled, never);
  IF end_turn THEN PERFORM pg_advisory_unlock(hashtext('eventstoredb turn')); END IF;
END $$;`;

/**
 * Puts the appends into the outbox, all of them with one time, or says what prevents it: unsettled entries of another
 * process, commands that are known, streams that were begun once, a later time than the given one. The row's lock is
 * held while rows are read and written, never during a call to the server. Nothing is added while entries of another
 * process are in the outbox: so what that process recorded before has landed or never will, and what it may still send
 * after a pause changes nothing. To entries of its own a process adds what it will send after them.
 */
const take = `
CREATE OR REPLACE FUNCTION eventstoredb.take(
  begin_turn boolean,
  s_commands text[], s_digests text[], s_streams text[], s_revisions bigint[], s_positions text[],
  s_times timestamptz[], s_settled_commands text[], s_settled uuid[], s_never uuid[],
  own_commands text[], own_attempts uuid[],
  asked text[], fresh text[], at timestamptz,
  commands text[], attempts uuid[], indexes int[], digests text[], streams text[], expecteds bigint[], ids uuid[],
  types text[], starts int[], sizes int[], all_bytes bytea,
  d_events uuid[], d_digests text[], d_disclosures text[], d_kinds text[]
) RETURNS TABLE (said text, command_id text, digest text, stream text, revision bigint, "position" text, recorded_at timestamptz)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  last timestamptz;
  entered bigint;
  own bigint;
BEGIN
  IF begin_turn THEN
    BEGIN
      PERFORM set_config('lock_timeout', '2s', true);
      PERFORM pg_advisory_lock(hashtext('eventstoredb turn'));
    EXCEPTION WHEN lock_not_available THEN NULL;
    END;
    PERFORM set_config('lock_timeout', '0', true);
  END IF;
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT h.recorded_at INTO last FROM eventstoredb.head h FOR UPDATE;
  IF cardinality(s_settled) > 0 THEN
    PERFORM eventstoredb.write_down(
      s_commands, s_digests, s_streams, s_revisions, s_positions, s_times, s_settled_commands, s_settled, s_never);
  END IF;
  SELECT h.under_way INTO entered FROM eventstoredb.head h;
  SELECT count(*) INTO own FROM eventstoredb.outbox o
    WHERE o.command_id = ANY(own_commands) AND o.attempt = ANY(own_attempts);
  IF entered <> own THEN
    RETURN QUERY SELECT 'waiting', NULL::text, NULL::text, NULL::text, NULL::bigint, NULL::text, NULL::timestamptz;
    RETURN;
  END IF;
  RETURN QUERY SELECT 'known', c.command_id, c.digest, c.stream, c.revision, c.position, c.recorded_at
    FROM eventstoredb.commands c WHERE c.command_id = ANY(asked);
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT 'begun', NULL::text, NULL::text, c.stream, NULL::bigint, NULL::text, NULL::timestamptz
    FROM eventstoredb.commands c WHERE c.stream = ANY(fresh);
  IF FOUND THEN RETURN; END IF;
  IF last > at THEN
    RETURN QUERY SELECT 'later', NULL::text, NULL::text, NULL::text, NULL::bigint, NULL::text, last;
    RETURN;
  END IF;
  INSERT INTO eventstoredb.outbox (command_id, attempt, index, digest, stream, expected, id, type, bytes)
    SELECT e.command_id, e.attempt, e.index, e.digest, e.stream, e.expected, e.id, e.type,
           substring(all_bytes FROM e.start FOR e.size)
    FROM unnest(commands, attempts, indexes, digests, streams, expecteds, ids, types, starts, sizes)
      AS e(command_id, attempt, index, digest, stream, expected, id, type, start, size);
  IF cardinality(d_events) > 0 THEN
    INSERT INTO eventstoredb.disclosures (event_id, digest, disclosure, kind)
      SELECT * FROM unnest(d_events, d_digests, d_disclosures, d_kinds) ON CONFLICT DO NOTHING;
  END IF;
  UPDATE eventstoredb.head h SET recorded_at = at, under_way = h.under_way + cardinality(ids);
  RETURN QUERY SELECT 'taken', NULL::text, NULL::text, NULL::text, NULL::bigint, NULL::text, NULL::timestamptz;
END $$;`;

/** How many rows the outbox has: kept as they come and go, and counted anew where that cannot be right. */
const recount = `
CREATE OR REPLACE FUNCTION eventstoredb.recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM eventstoredb.head FOR UPDATE;
  UPDATE eventstoredb.head SET under_way = (SELECT count(*) FROM eventstoredb.outbox);
END $$;`;

export const functions = `${writeDown}\n${settle}\n${take}\n${recount}`;
