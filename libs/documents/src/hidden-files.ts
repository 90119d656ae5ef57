/** Files that no reader of a record is shown, not even their uploaders: the letters of who reported. */
import { readingUnder, writingUnder } from '@anjuan/database';
import type { Pool } from 'pg';

/** For ever, also where what names them is erased. */
export const hideFiles = async (pool: Pool, agency: string, hashes: readonly string[]): Promise<void> => {
  if (hashes.length === 0) return;
  await writingUnder({ pool, scope: { agency } }, (client) =>
    client.query(
      `INSERT INTO documents.hidden (agency, sha256) SELECT $1, unnest($2::text[])
       ON CONFLICT (agency, sha256) DO NOTHING`,
      [agency, hashes],
    ),
  );
};

/** Those among these hashes that are hidden. */
export const filesHidden = async (
  pool: Pool,
  agency: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await readingUnder({ pool, scope: { agency } }, (client) =>
    client.query<{ sha256: string }>(
      'SELECT sha256 FROM documents.hidden WHERE agency = $1 AND sha256 = ANY($2::text[])',
      [agency, hashes],
    ),
  );
  return new Set(rows.map(({ sha256 }) => sha256));
};
