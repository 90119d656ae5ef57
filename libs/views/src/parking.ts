import type { Position, RecordedEvent } from '@anjuan/event-store';
import type pg from 'pg';
import type { News } from './case-source.js';
import type { Build } from './view.js';

/** A case that a build could not take: its events wait, in their order, from the first one on. */
export type ParkedCase = Readonly<{
  caseId: string;
  /** of the first event that waits */
  position: Position;
  revision: number;
  type: string;
  reason: string;
  /** ISO 8601, UTC */
  since: string;
  lastRevision: number;
  /** how many wait */
  events: number;
}>;

type Row = Readonly<{
  case_id: string;
  position: string;
  revision: string;
  type: string;
  reason: string;
  since: Date;
  last_revision: string;
  events: string;
}>;

const asParked = (row: Row): ParkedCase => ({
  caseId: row.case_id,
  position: row.position,
  revision: Number(row.revision),
  type: row.type,
  reason: row.reason,
  since: row.since.toISOString(),
  lastRevision: Number(row.last_revision),
  events: Number(row.events),
});

const ofBuild = 'name = $1 AND version = $2 AND build = $3';
const key = ({ view: { name, version }, build }: Build) => [name, version, build];

/** In the order of the record. */
export async function parkedIn(asked: pg.Pool | pg.PoolClient, build: Build): Promise<readonly ParkedCase[]> {
  const { rows } = await asked.query<Row>(
    `SELECT * FROM views.parked WHERE ${ofBuild} ORDER BY position`,
    key(build),
  );
  return rows.map(asParked);
}

/** The case as it is parked now, held until the transaction ends. */
export async function heldParked(
  client: pg.PoolClient,
  build: Build,
  caseId: string,
): Promise<ParkedCase | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT * FROM views.parked WHERE ${ofBuild} AND case_id = $4 FOR UPDATE`,
    [...key(build), caseId],
  );
  return rows[0] && asParked(rows[0]);
}

/** From its event `first` on the case waits, with the `events` of it that have come. */
export async function park(
  client: pg.PoolClient,
  build: Build,
  { caseId, events, last }: News,
  { reason, at }: Readonly<{ reason: string; at: Date }>,
): Promise<void> {
  const first: RecordedEvent = events[0] ?? last;
  await client.query(
    `INSERT INTO views.parked
       (name, version, build, case_id, position, revision, type, reason, since, last_revision, events)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...key(build),
      caseId,
      first.position,
      first.revision,
      first.type,
      reason,
      at,
      last.revision,
      events.length,
    ],
  );
}

/** Further events of parked cases wait behind those that wait; gives back the news of the other cases. */
export async function behindParked(
  client: pg.PoolClient,
  build: Build,
  all: readonly News[],
): Promise<readonly News[]> {
  const { rows } = await client.query<{ case_id: string }>(
    `UPDATE views.parked p SET last_revision = n.last_revision, events = p.events + n.events
     FROM unnest($4::text[], $5::bigint[], $6::bigint[]) AS n(case_id, last_revision, events)
     WHERE ${ofBuild} AND p.case_id = n.case_id RETURNING p.case_id`,
    [
      ...key(build),
      all.map(({ caseId }) => caseId),
      all.map(({ last }) => last.revision),
      all.map(({ events }) => events.length),
    ],
  );
  const parked = new Set(rows.map(({ case_id }) => case_id));
  return parked.size === 0 ? all : all.filter(({ caseId }) => !parked.has(caseId));
}

export async function unpark(client: pg.PoolClient, build: Build, caseId: string): Promise<void> {
  await client.query(`DELETE FROM views.parked WHERE ${ofBuild} AND case_id = $4`, [...key(build), caseId]);
}

/** It still cannot be taken: from which event on, and why, as of this try. */
export async function keepParked(
  client: pg.PoolClient,
  build: Build,
  { caseId, events, last }: News,
  reason: string,
): Promise<void> {
  const first = events[0] ?? last;
  await client.query(
    `UPDATE views.parked SET position = $5, revision = $6, type = $7, reason = $8, events = $9
     WHERE ${ofBuild} AND case_id = $4`,
    [...key(build), caseId, first.position, first.revision, first.type, reason, events.length],
  );
}
