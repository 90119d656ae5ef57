import { sql } from 'kysely';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, type Marked } from '../../served.js';
import { dutiesView, type Duty, type DutyRow } from './duties.js';

export type DutyItem = Readonly<{ case: string }> & Omit<DutyRow, 'caseId' | 'nth'> & Marked;
/** A duty of somebody, or with null of nobody by name. */
export type Bearer = Readonly<{ person: string | null; duty: Duty }>;

type DutiesQuery = PageQuery & Readonly<{ agency: string; of: readonly Bearer[] }>;

const pages = pagesOf('duties', firstEntry);

const ofAgency = (pool: Pool, agency: string) => ({ pool, view: dutiesView.name, scope: { agency } });

/** Who bears which kinds of duty in the agency's cases, each once. @throws ViewNotServed */
export async function bearers(pool: Pool, agency: string, person?: string): Promise<readonly Bearer[]> {
  return served(ofAgency(pool, agency), (db) => {
    let query = db.selectFrom('duties').select(['person', 'duty']).distinct().where('agency', '=', agency);
    if (person !== undefined) query = query.where('person', '=', person);
    return query.execute();
  });
}

/** How many duties hang on the person. @throws ViewNotServed */
export async function dutiesCounted(pool: Pool, agency: string, person: string): Promise<number> {
  const { rows } = await served(ofAgency(pool, agency), (db) =>
    sql<{ n: number }>`
      SELECT count(*)::integer AS n FROM views.duties WHERE agency = ${agency} AND person = ${person}`.execute(
      db,
    ),
  );
  return rows[0]?.n ?? 0;
}

/**
 * The duties of these bearers, of the oldest case first.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function dutiesOf(
  pool: Pool,
  { agency, of, limit, after }: DutiesQuery,
): Promise<AgencyPage<DutyItem>> {
  const people = of.map(({ person }) => person);
  const kinds = of.map(({ duty }) => duty);
  const key = pages.keyAfter(after);
  return served(ofAgency(pool, agency), async (db, parked) => {
    const found = await db
      .selectFrom('duties')
      .select(['caseId as case', 'nth', 'agency', 'person', 'duty', 'number', 'cause', 'stage', 'openedOn'])
      .select(['entry', 'parked'])
      .where('agency', '=', agency)
      .where(beyond(['openedOn', 'caseId', 'nth'], key))
      .where(
        sql<boolean>`EXISTS (SELECT FROM unnest(${people}::text[], ${kinds}::text[]) AS borne (by, kind)
          WHERE borne.kind = duty AND borne.by IS NOT DISTINCT FROM person)`,
      )
      .orderBy('openedOn')
      .orderBy('caseId')
      .orderBy('nth')
      .limit(limit + 1)
      .execute();
    const { items, next } = pages.pageOf(found, limit, (item) => [item.openedOn, item.case, item.nth]);
    return {
      items: items.map(({ nth: _, ...item }) => item),
      ...(next !== undefined && { next }),
      parked: await parked,
    };
  });
}
