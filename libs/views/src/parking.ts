import { readingUnder } from '@anjuan/database';
import type { Position, RecordedEvent } from '@anjuan/event-store';
import pg from 'pg';
import type { News } from './record-source.js';
import { keyOf, tableOfBuild, type Build } from './view.js';

/** A record that a build could not take; `id` in column `case_id`, whatever its procedure. Its events wait, in their order, from the first one on. */
export type ParkedRecord = Readonly<{
  id: string;
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

/** The type of the entry that a read of the log gives in place of an event that is not ours. */
export const damaged = 'RecordDamaged';

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

const asParked = (row: Row): ParkedRecord => ({
  id: row.case_id,
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
export async function parkedIn(pool: pg.Pool, build: Build): Promise<readonly ParkedRecord[]> {
  const { rows } = await readingUnder({ pool, scope: 'every-agency' }, (client) =>
    client.query<Row>(`SELECT * FROM views.parked WHERE ${ofBuild} ORDER BY position`, key(build)),
  );
  return rows.map(asParked);
}

/** The record as it is parked now, held until the transaction ends. */
export async function heldParked(
  client: pg.PoolClient,
  build: Build,
  id: string,
): Promise<ParkedRecord | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT * FROM views.parked WHERE ${ofBuild} AND case_id = $4 FOR UPDATE`,
    [...key(build), id],
  );
  return rows[0] && asParked(rows[0]);
}

/**
 * From its event `first` on the record waits, with the `events` of it that have come. It is of the agency of the rows
 * that it has: whoever is shown them is to be shown that they are older than the record.
 */
export async function park(
  client: pg.PoolClient,
  build: Build,
  { id, events, last }: News,
  { reason, at }: Readonly<{ reason: string; at: Date }>,
): Promise<void> {
  const first: RecordedEvent = events[0] ?? last;
  await client.query(
    `INSERT INTO views.parked
       (name, version, build, case_id, agency, position, revision, type, reason, since, last_revision, events)
     VALUES ($1, $2, $3, $4,
       coalesce((SELECT agency FROM ${tableOfBuild(build)} WHERE ${keyOf(build.view)} = $4 LIMIT 1), $5),
       $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...key(build),
      id,
      first.agency,
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

/** Parks further events of parked records too; gives the new events of the other records. */
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
      all.map(({ id }) => id),
      all.map(({ last }) => last.revision),
      all.map(({ events }) => events.length),
    ],
  );
  const parked = new Set(rows.map(({ case_id }) => case_id));
  return parked.size === 0 ? all : all.filter(({ id }) => !parked.has(id));
}

export async function unpark(client: pg.PoolClient, build: Build, id: string): Promise<void> {
  await client.query(`DELETE FROM views.parked WHERE ${ofBuild} AND case_id = $4`, [...key(build), id]);
}

/** It still cannot be taken: from which event on, and why, as of this try. */
export async function keepParked(
  client: pg.PoolClient,
  build: Build,
  { id, events, last }: News,
  reason: string,
): Promise<void> {
  const first = events[0] ?? last;
  await client.query(
    `UPDATE views.parked SET position = $5, revision = $6, type = $7, reason = $8, events = $9
     WHERE ${ofBuild} AND case_id = $4`,
    [...key(build), id, first.position, first.revision, first.type, reason, events.length],
  );
}

/** SQL: how many records of the agency wait in the build of checkpoint `c`, those too of which it has no row yet. */
export const parkedOf = (agency: string): string =>
  `(SELECT count(*)::integer FROM views.parked p WHERE (p.name, p.version, p.build) = (c.name, c.version, c.build)
    AND p.agency = ${pg.escapeLiteral(agency)})`;
