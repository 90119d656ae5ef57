import { inTurn } from '@anjuan/database';
import type { Stated } from '@anjuan/procedure';
import { shortCite } from '@anjuan/law';
import type { Pool } from 'pg';

export type Attempt = Readonly<{
  at: Date;
  agency: string;
  /** Id of the case or other record; absent when the act would have opened it. */
  case?: string;
  person: string;
  capacity: string;
  act: string;
  refused: readonly Stated[];
}>;

/** Refused attempts of signed-in people: no facts of the case, but auditors read them. Malformed input is not here. */
export class AttemptLog {
  constructor(private readonly pool: Pool) {}

  /** Also when several programs start at once; several statements in one query are one transaction. */
  async migrate(): Promise<void> {
    await this.pool.query(`
      ${inTurn('attempt log migrate')}
      CREATE SCHEMA IF NOT EXISTS audit;
      CREATE TABLE IF NOT EXISTS audit.attempt (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL, agency text NOT NULL, case_id text,
        person text NOT NULL, capacity text NOT NULL, act text NOT NULL, provisions jsonb NOT NULL);
      CREATE INDEX IF NOT EXISTS attempt_of_agency ON audit.attempt (agency, id)`);
  }

  async write({ at, agency, case: of, person, capacity, act, refused }: Attempt): Promise<void> {
    const provisions = refused.map(({ id, cites }) => ({ id, cites: shortCite(cites) }));
    await this.pool.query(
      `INSERT INTO audit.attempt (at, agency, case_id, person, capacity, act, provisions)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [at, agency, of ?? null, person, capacity, act, JSON.stringify(provisions)],
    );
  }

  /** The agency's attempts after `after`, oldest first. */
  async read(agency: string, after: number, limit: number) {
    const { rows } = await this.pool.query<{
      id: string;
      at: Date;
      case: string | null;
      person: string;
      capacity: string;
      act: string;
      provisions: { id: string; cites: string }[];
    }>(
      `SELECT id, at, case_id AS "case", person, capacity, act, provisions FROM audit.attempt
       WHERE agency = $1 AND id > $2 ORDER BY id LIMIT $3`,
      [agency, after, limit],
    );
    return rows;
  }
}
