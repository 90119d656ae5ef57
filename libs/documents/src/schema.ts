import { inTurn, notBehindReaders, walled, wallOfRecord, type Wall } from '@anjuan/database';
import type { Pool } from 'pg';

/** Files are an agency's own. */
export const documentWalls: readonly Wall[] = [
  'documents.file',
  'documents.upload',
  'documents.hidden',
  'documents.day_of_person',
].map(wallOfRecord);

/**
 * What is kept about a file; its bytes lie in their place under their hash. Programs that start at once do it in turn.
 */
export const migrateDocuments = async (pool: Pool): Promise<void> => {
  await pool.query(`
    ${inTurn('documents migrate')} ${notBehindReaders}
    CREATE SCHEMA IF NOT EXISTS documents;
    CREATE TABLE IF NOT EXISTS documents.file (
      agency text NOT NULL, sha256 text NOT NULL, bytes bigint NOT NULL,
      name text NOT NULL, media_type text NOT NULL, uploaded_by text NOT NULL, uploaded_at timestamptz NOT NULL,
      PRIMARY KEY (agency, sha256));
    -- who else has uploaded the same bytes
    CREATE TABLE IF NOT EXISTS documents.upload (
      agency text NOT NULL, sha256 text NOT NULL, uploaded_by text NOT NULL, uploaded_at timestamptz NOT NULL,
      PRIMARY KEY (agency, sha256, uploaded_by));
    -- files that no reader of a record is shown, and who knows them as such; '' everybody: noted before that was kept
    CREATE TABLE IF NOT EXISTS documents.hidden (agency text NOT NULL, sha256 text NOT NULL);
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'documents.hidden'::regclass AND attname = 'person') THEN
        ALTER TABLE documents.hidden DROP CONSTRAINT IF EXISTS hidden_pkey,
          ADD COLUMN person text NOT NULL DEFAULT '', ADD PRIMARY KEY (agency, sha256, person);
      END IF;
    END $$;
    -- how much somebody has uploaded on the last day on which they did
    CREATE TABLE IF NOT EXISTS documents.day_of_person (
      agency text NOT NULL, person text NOT NULL, day text NOT NULL, files bigint NOT NULL, bytes bigint NOT NULL,
      PRIMARY KEY (agency, person));
    -- the one place in which all files lie; those of records before there was another lie in the folder
    CREATE TABLE IF NOT EXISTS documents.kept_in (
      one boolean PRIMARY KEY DEFAULT true CHECK (one), place text NOT NULL);
    INSERT INTO documents.kept_in (place) VALUES ('folder') ON CONFLICT DO NOTHING;
    ${documentWalls.map(walled).join('')}`);
};
