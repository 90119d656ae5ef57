/** Acts taken down later than the agency's limit (逾期补录); a withdrawn entry stays on the list. */
import { caseProcedure, type CaseEvent } from '@anjuan/case';
import type { Instant } from '@anjuan/event-store';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, type Marked } from '../../served.js';
import type { CaseView, ViewCase } from '../../view.js';

export type LateEntryRow = Readonly<{
  caseId: string;
  agency: string;
  number: string | null;
  entry: number;
  type: CaseEvent['type'];
  occurredAt: Instant;
  recordedAt: Instant;
  recordedBy: string;
  /** Whole hours over the agency's limit; one begun counts. */
  hoursLate: number;
  /** The agency's limit, in hours, when it was recorded. */
  limitHours: number;
  reason: string | null;
}>;

const hour = 3_600_000;

const reasonIn = ({ data }: CaseEvent): string | null =>
  'lateReason' in data && typeof data.lateReason === 'string' ? data.lateReason : null;

const rows = ({ id: caseId, agency, file, history }: ViewCase): readonly LateEntryRow[] =>
  history.flatMap(({ event, lists }) => {
    const { revision: entry, type, occurredAt, recordedAt, recordedBy } = event;
    const limitHours = lists.lateEntry.hours;
    const over = Date.parse(recordedAt) - Date.parse(occurredAt) - limitHours * hour;
    if (over <= 0) return [];
    const number = file.filing?.number ?? file.summary?.caseNumber ?? null;
    const hoursLate = Math.ceil(over / hour);
    return [
      {
        caseId,
        agency,
        number,
        entry,
        type,
        occurredAt,
        recordedAt,
        recordedBy,
        hoursLate,
        limitHours,
        reason: reasonIn(event),
      },
    ];
  });

export const entriesMadeLate: CaseView = {
  of: caseProcedure,
  name: 'late-entries',
  version: '1',
  columns: `
    case_id text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    number text,
    entry integer NOT NULL,
    type text NOT NULL,
    occurred_at text COLLATE "C" NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    recorded_by text NOT NULL,
    hours_late integer NOT NULL,
    limit_hours integer NOT NULL,
    reason text,
    PRIMARY KEY (case_id, entry)`,
  indexes: ['(agency, recorded_at, case_id, entry)'],
  rows,
};

export type LateEntryItem = Readonly<{ case: string }> & Omit<LateEntryRow, 'caseId'> & Marked;

const pages = pagesOf('late-entries', firstEntry);

/**
 * The agency's late entries, in the order they were recorded.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function lateEntries(
  pool: Pool,
  agency: string,
  { limit, after }: PageQuery,
): Promise<AgencyPage<LateEntryItem>> {
  const key = pages.keyAfter(after);
  return served({ pool, view: entriesMadeLate.name, scope: { agency } }, async (db, parked) => {
    const found = await db
      .selectFrom('lateEntries')
      .select(['caseId as case', 'agency', 'number', 'entry', 'type', 'occurredAt', 'recordedAt'])
      .select(['recordedBy', 'hoursLate', 'limitHours', 'reason', 'parked'])
      .where('agency', '=', agency)
      .where(beyond(['recordedAt', 'caseId', 'entry'], key))
      .orderBy('recordedAt')
      .orderBy('caseId')
      .orderBy('entry')
      .limit(limit + 1)
      .execute();
    return {
      ...pages.pageOf(found, limit, (item) => [item.recordedAt, item.case, item.entry]),
      parked: await parked,
    };
  });
}
