import type { Capacity, Deadline } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, type Marked, type Served } from '../../served.js';
import type { RunningClockRow } from './running-clocks.js';

export type RunningClockItem = Readonly<{ case: string; overdue: boolean }> &
  Omit<RunningClockRow, 'caseId' | 'nth'> &
  Marked;

/**
 * Whose clocks: `person` alone gives everything of that person's cases; `capacities` adds what waits, in the agency, on
 * somebody of one of them. `today` decides what is overdue.
 */
export type RunningClocksQuery = PageQuery &
  Readonly<{
    agency: string;
    today: LocalDate;
    person?: string;
    capacities?: readonly Capacity[];
    overdue?: boolean;
    dueBefore?: LocalDate;
    effect?: Deadline['effect'];
  }>;

type Where = ExpressionBuilder<Served, 'runningClocks'>;

/** A stopped clock is as late today as on the day it was counted. */
const lateOn = (today: LocalDate) =>
  sql<boolean>`due < CASE WHEN stands_still THEN counted_on ELSE ${today}::text COLLATE "C" END`;

const ofPerson = (eb: Where, person: string, capacities: readonly Capacity[]): Expression<SqlBool> =>
  eb.or([
    sql<boolean>`handlers @> ARRAY[${person}::text]`,
    eb('host', '=', person),
    ...(capacities.length === 0 ? [] : [eb('waitsOn', 'in', capacities)]),
  ]);

const pages = pagesOf('running-clocks', firstEntry);

/**
 * The clocks that run today, the earliest due first.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function runningClocks(
  pool: Pool,
  wanted: RunningClocksQuery,
): Promise<AgencyPage<RunningClockItem>> {
  const { agency, today, person, capacities = [], overdue, dueBefore, effect, limit, after } = wanted;
  const late = lateOn(today);
  const key = pages.keyAfter(after);
  return served({ pool, view: 'running-clocks', scope: { agency } }, async (db, parked) => {
    let query = db
      .selectFrom('runningClocks')
      .select(['caseId as case', 'nth', 'agency', 'number', 'cause', 'id', 'title', 'cites', 'article'])
      .select(['effect', 'consequence', 'startedBy', 'fromDay', 'due', 'provisional', 'standsStill'])
      .select(['countedOn', 'endsByItself', 'handlers', 'host', 'waitsOn', late.as('overdue'), 'parked'])
      .where('agency', '=', agency)
      .where('fromDay', '<=', today)
      .where((eb) => eb.or([eb('endsByItself', '=', false), eb.not(late)]))
      .where(beyond(['due', 'caseId', 'nth'], key));
    if (person !== undefined) query = query.where((eb) => ofPerson(eb, person, capacities));
    if (overdue !== undefined) query = query.where(overdue ? late : sql<boolean>`NOT ${late}`);
    if (dueBefore !== undefined) query = query.where('due', '<', dueBefore);
    if (effect !== undefined) query = query.where('effect', '=', effect);
    const found = await query
      .orderBy('due')
      .orderBy('caseId')
      .orderBy('nth')
      .limit(limit + 1)
      .execute();
    const { items, next } = pages.pageOf(found, limit, (item) => [item.due, item.case, item.nth]);
    return {
      items: items.map(({ nth: _, ...item }) => item),
      ...(next !== undefined && { next }),
      parked: await parked,
    };
  });
}
