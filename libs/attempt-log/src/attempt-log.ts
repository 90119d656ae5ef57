import { inTurn, notBehindReaders, readingUnder, walled, wallOfRecord, type Wall } from '@anjuan/database';
import type { Pool } from 'pg';

export type AttemptsQuery = Readonly<{
  agency: string | undefined;
  limit: number;
  /** `id` of the last one of the page before */
  after: number;
  /** Id of the case or other record. */
  record?: string;
  person?: string;
  /** From this instant on, and before that one. */
  from?: string;
  before?: string;
  /** Id of a provision. */
  outcome?: string;
  /** Name of the act. */
  operation?: string;
}>;
type Row = Readonly<{
  id: string;
  at: Date;
  case: string | null;
  person: string;
  capacity: string;
  act: string;
  provisions: readonly Readonly<{ id: string; cites: string }>[];
}>;

/** Refused acts are an agency's own. */
export const attemptWalls: readonly Wall[] = [wallOfRecord('audit.attempt')];

/** Acts refused by programs before this one, which kept them in a table. Those refused since are in the log of access. */
export class AttemptLog {
  constructor(private readonly pool: Pool) {}

  /** Also when several programs start at once; several statements in one query are one transaction. */
  async migrate(): Promise<void> {
    await this.pool.query(`
      ${inTurn('attempt log migrate')} ${notBehindReaders}
      CREATE SCHEMA IF NOT EXISTS audit;
      CREATE TABLE IF NOT EXISTS audit.attempt (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL, agency text NOT NULL, case_id text,
        person text NOT NULL, capacity text NOT NULL, act text NOT NULL, provisions jsonb NOT NULL);
      CREATE INDEX IF NOT EXISTS attempt_of_agency ON audit.attempt (agency, id);
      ${attemptWalls.map(walled).join('')}`);
  }

  /** Oldest first; without an agency, of all of them. */
  async read(wanted: AttemptsQuery): Promise<readonly Row[]> {
    const { agency, limit, after, record, person, from, before, outcome, operation } = wanted;
    const scope = agency === undefined ? 'every-agency' : { agency };
    const { rows } = await readingUnder({ pool: this.pool, scope }, (client) =>
      client.query<Row>(
        `SELECT id, at, case_id AS "case", person, capacity, act, provisions FROM audit.attempt
         WHERE ($1::text IS NULL OR agency = $1) AND id > $2 AND ($4::text IS NULL OR case_id = $4)
           AND ($5::text IS NULL OR person = $5) AND ($6::timestamptz IS NULL OR at >= $6)
           AND ($7::timestamptz IS NULL OR at < $7) AND ($8::jsonb IS NULL OR provisions @> $8)
           AND ($9::text IS NULL OR act = $9)
         ORDER BY id LIMIT $3`,
        [
          ...[agency ?? null, after, limit, record ?? null, person ?? null, from ?? null, before ?? null],
          ...[outcome === undefined ? null : JSON.stringify([{ id: outcome }]), operation ?? null],
        ],
      ),
    );
    return rows;
  }
}
