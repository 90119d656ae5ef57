import { olderTables } from '@anjuan/event-store';
import type pg from 'pg';

/**
 * What is kept, in the order in which it goes back. Not the views: they are folded again. Not `issuer.artifacts` and
 * `issuer.sign_ins`: a session or refresh token revoked after the backup would live again.
 */
export const tables = [
  'ledger.log',
  'ledger.streams',
  'ledger.log_head',
  'ledger.disclosures',
  'ledger.incarnations',
  'documents.file',
  'documents.upload',
  'documents.hidden',
  'issuer.accounts',
  'issuer.wrong_tries',
  'issuer.second_factors',
  'issuer.passkeys',
  'issuer.recovery_codes',
  'issuer.factor_resets',
  'issuer.keys',
  'audit.attempt',
] as const;

const olderNames = Object.keys(olderTables);
const newerNames: readonly string[] = ['ledger.log', 'ledger.streams', 'ledger.log_head'];

/** Of a record that was not yet moved to its new form, the older tables are what is kept. */
export const tablesOf = (older: boolean): readonly string[] =>
  older ? [...olderNames, ...tables.filter((table) => !newerNames.includes(table))] : tables;

export const isKnown = (table: string): boolean =>
  tables.some((known) => known === table) || olderNames.includes(table);

/** Rows that a new database has by itself. */
export const ownRows: readonly string[] = ['ledger.log_head', 'ledger.incarnations'];

/** Column names in order; empty when there is no such table. */
export async function columnsOf(client: pg.ClientBase, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Of names that columnsOf gave: they need no escaping but quotes. */
export const listed = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ');
