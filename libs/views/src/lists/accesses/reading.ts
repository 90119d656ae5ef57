/** The log of access as auditors read it. */
import type { Instant } from '@anjuan/event-store';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type Page, type PageQuery } from '../../page.js';
import { served, type Marked, type ServedViews } from '../../served.js';
import { accessesView, type AccessKind, type AccessRow } from './accesses.js';

export type AccessesQuery = PageQuery &
  Readonly<{
    kinds: readonly AccessKind[];
    /** Of whose people; undefined: of everybody. Those whom nobody knows are shown to every auditor. */
    agency: string | undefined;
    /** The files that were reached through it as well. */
    record?: string;
    person?: string;
    /** From this instant on, and before that one. */
    from?: Instant;
    before?: Instant;
    /** How it ended: of a sign-in or an upload what is said of it, of a refusal its status or a provision. */
    outcome?: string;
    /** By which operation of the API, or which act. */
    operation?: string;
  }>;
export type AccessItem = Omit<AccessRow, 'accessId' | 'entry'> & Marked;
/** A refused act. `act`: absent where very many are counted together. */
export type AttemptItem = Readonly<{
  id: string;
  at: Instant;
  case: string | null;
  person: string | null;
  capacity: string | null;
  act: string | null;
  acts: readonly string[];
  provisions: AccessRow['provisions'];
  times: number;
  until: Instant;
}>;

/**
 * In the order in which they happened.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function accesses(pool: Pool, wanted: AccessesQuery): Promise<Page<AccessItem>> {
  const page = await pageOf(pool, wanted);
  return { ...page, items: page.items.map(({ accessId: _, entry: __, ...item }) => item) };
}

/**
 * Acts that the law refused.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function refusedActs(
  pool: Pool,
  wanted: Omit<AccessesQuery, 'kinds'>,
): Promise<Page<AttemptItem>> {
  const page = await pageOf(pool, { ...wanted, kinds: ['act-refused'] });
  return { ...page, items: page.items.map(attemptOf) };
}

const attemptOf = ({ accessId, entry, ...row }: AccessRow): AttemptItem => {
  const acts = row.operations.map(({ operation }) => operation);
  return {
    ...{ id: `${accessId}/${String(entry)}`, at: row.occurredAt, case: row.record, person: row.person },
    ...{ capacity: row.capacity, act: acts.length === 1 ? (acts[0] ?? null) : null, acts },
    ...{ provisions: row.provisions, times: row.times, until: row.until },
  };
};

async function pageOf(pool: Pool, wanted: AccessesQuery): Promise<Page<AccessRow & Marked>> {
  const { kinds, agency, limit, after } = wanted;
  const pages = pagesOf(`accesses ${kinds.join(' ')}`, firstEntry);
  const key = pages.keyAfter(after);
  const scope = agency === undefined ? 'every-agency' : { agency };
  const found = await served({ pool, view: accessesView.name, scope }, (db) =>
    soughtIn(db, wanted)
      .where(beyond(['occurredAt', 'accessId', 'entry'], key))
      .orderBy('occurredAt')
      .orderBy('accessId')
      .orderBy('entry')
      .limit(limit + 1)
      .execute(),
  );
  return pages.pageOf(found, limit, (item) => [item.occurredAt, item.accessId, item.entry]);
}

const soughtIn = (db: ServedViews, wanted: AccessesQuery) => {
  const { kinds, agency, record, person, from, before, outcome, operation } = wanted;
  let query = db.selectFrom('accesses').selectAll().where('kind', 'in', kinds);
  if (agency !== undefined)
    query = query.where((item) => item.or([item('agency', '=', agency), item('person', 'is', null)]));
  if (record !== undefined)
    query = query.where((item) => item.or([item('record', '=', record), item('through', '=', record)]));
  if (person !== undefined) query = query.where('person', '=', person);
  if (from !== undefined) query = query.where('occurredAt', '>=', from);
  if (before !== undefined) query = query.where('occurredAt', '<', before);
  if (outcome !== undefined) query = query.where(endedAs(outcome));
  if (operation !== undefined) query = query.where(holds('operations', { operation }));
  return query;
};

const holds = (column: string, one: object) =>
  sql<boolean>`${sql.ref(column)} @> ${JSON.stringify([one])}::jsonb`;

const endedAs = (outcome: string) =>
  sql<boolean>`(outcome = ${outcome} OR status::text = ${outcome} OR ${holds('provisions', { id: outcome })})`;
