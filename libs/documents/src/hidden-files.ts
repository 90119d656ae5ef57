/** Files that no reader of a record is shown: the letters of who reported. */
import { readingUnder, writingUnder } from '@anjuan/database';
import type { Pool } from 'pg';

/** Who knows the file as a hidden one: who recorded it as such, or was given it by a recorded look. */
type Knowing = Readonly<{ agency: string; person: string }>;

export type HiddenFrom = 'this-person' | 'others';

/** For ever, also where what names them is erased. */
export const hideFiles = async (
  pool: Pool,
  { agency, person }: Knowing,
  hashes: readonly string[],
): Promise<void> => {
  if (hashes.length === 0) return;
  await writingUnder({ pool, scope: { agency } }, (client) =>
    client.query(
      `INSERT INTO documents.hidden (agency, sha256, person) SELECT $1, unnest($3::text[]), $2
       ON CONFLICT (agency, sha256, person) DO NOTHING`,
      [agency, person, hashes],
    ),
  );
};

/** From whom, of those among these hashes that are hidden from anybody. */
export const filesHidden = async (
  pool: Pool,
  { agency, person }: Knowing,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, HiddenFrom>> => {
  const { rows } = await readingUnder({ pool, scope: { agency } }, (client) =>
    client.query<{ under: boolean | null; sha256: string | null; own: boolean }>(
      `SELECT w.under, h.sha256, h.own FROM (SELECT current_setting('anjuan.agency', true) = $1 AS under) w
       LEFT JOIN (SELECT sha256, bool_or(person IN ($2, '')) AS own FROM documents.hidden
         WHERE agency = $1 AND sha256 = ANY($3::text[]) GROUP BY sha256) h ON true`,
      [agency, person, hashes],
    ),
  );
  // A wall shows nothing to who has declared nothing, and what is not listed here is open.
  if (rows[0]?.under !== true) throw new Error('documents.hidden was read outside of its agency');
  return new Map(
    rows.flatMap(({ sha256, own }) =>
      sha256 === null ? [] : [[sha256, own ? 'this-person' : 'others'] as const],
    ),
  );
};
