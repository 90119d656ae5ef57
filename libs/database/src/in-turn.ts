/**
 * SQL that begins a transaction of those who may start at once: each goes on when the one before has committed.
 * PostgreSQL takes in what others have created when a table is opened, not while it waits for a lock: without that, a
 * schema which this connection had looked for before would be missing still, and be created twice.
 *
 * @param name of the lock: letters and blanks
 */
export const inTurn = (name: string): string =>
  `SELECT pg_advisory_xact_lock(hashtext('${name}')); SELECT FROM pg_catalog.pg_namespace LIMIT 0;`;

/**
 * SQL behind that of `inTurn`: a change of tables that somebody reads for long, as a backup does, gives up. It would wait
 * on the server when its program has gone, and everybody who reads them behind it.
 */
export const notBehindReaders = `SET LOCAL lock_timeout = '10s';`;
