import type { Bilingual } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { firstRecord, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, type Marked } from '../../served.js';
import { handledCasesView } from '../handled-cases/handled-cases.js';
import type { DocketRow } from './docket.js';

export type DocketItem = Readonly<{ case: string }> &
  Omit<DocketRow, 'caseId' | 'dates' | 'recused'> &
  Marked &
  Readonly<{ nextDate: LocalDate | null; nextDateId: string | null; nextDateTitle: Bilingual | null }>;

/** With `today` a period of the party that has run out is no next date any more; without it, until the next entry. */
export type DocketQuery = PageQuery & Readonly<{ today?: LocalDate }>;

/** Who reads, of which agency. */
export type DocketReader = Readonly<{ person: string; agency: string }>;

const pagesOfPerson = pagesOf('my-cases', firstRecord);
const pagesOfAgency = pagesOf('agency-cases', firstRecord);

/** As the case itself: who was taken off it is shown no natural person's name, and nobody as they were seen. */
const columnsFor = (reader: string) => sql`
  d.case_id AS "case", d.agency, d.number, d.document_number, d.cause, d.party_kind,
  CASE WHEN d.party_kind <> 'entity' AND d.recused @> ARRAY[${reader}::text] THEN NULL ELSE d.party_name END
    AS party_name,
  CASE WHEN d.recused @> ARRAY[${reader}::text] THEN NULL ELSE d.party_described END AS party_described, d.stage,
  d.handlers, d.opened_on, d.filed_on, d.revision, d.recorded_at, d.parked,
  n.date ->> 'due' AS next_date, n.date ->> 'id' AS next_date_id, n.date -> 'title' AS next_date_title`;

const docketWithNextDate = (today: LocalDate = '') => sql`
  views.docket d LEFT JOIN LATERAL (
    SELECT date FROM jsonb_array_elements(d.dates) WITH ORDINALITY AS dated (date, nth)
    WHERE date ->> 'effect' <> 'lapse' OR date ->> 'due' >= ${today}
    ORDER BY nth LIMIT 1) n ON true`;

const amongHandled = (agency: string, person: string) => sql`
  AND d.case_id IN (SELECT case_id FROM views.handled_cases WHERE agency = ${agency} AND person = ${person})`;

/** Later than every date: those without a next date come last. */
const never = '9999-12-31';

/**
 * The person's cases that are not archived, by next date; those without one come last. Whose a case is that waits to be
 * taken in is not known yet: all such cases of the agency are counted.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function myCases(
  pool: Pool,
  { person, agency }: DocketReader,
  { limit, after, today }: DocketQuery,
): Promise<AgencyPage<DocketItem>> {
  const [due, caseId] = pagesOfPerson.keyAfter(after);
  const next = sql`coalesce(n.date ->> 'due', ${never}) COLLATE "C"`;
  const reading = { pool, view: 'docket', scope: { agency }, soughtBy: handledCasesView.name };
  return served(reading, async (db, parked, complete) => {
    const { rows } = await sql<DocketItem>`
      SELECT ${columnsFor(person)} FROM ${docketWithNextDate(today)}
      WHERE d.agency = ${agency} AND d.handlers @> ARRAY[${person}::text] AND d.stage <> 'archived'
        ${(await complete) ? amongHandled(agency, person) : sql``}
        AND (${next}, d.case_id) > (${due}::text, ${caseId}::text)
      ORDER BY ${next}, d.case_id LIMIT ${limit + 1}`.execute(db);
    const page = pagesOfPerson.pageOf(rows, limit, (item) => [item.nextDate ?? never, item.case]);
    return { ...page, parked: await parked };
  });
}

/**
 * Every case of the agency, in the order they were opened.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function agencyCases(
  pool: Pool,
  { person, agency }: DocketReader,
  { limit, after, today }: DocketQuery,
): Promise<AgencyPage<DocketItem>> {
  const [openedOn, caseId] = pagesOfAgency.keyAfter(after);
  return served({ pool, view: 'docket', scope: { agency } }, async (db, parked) => {
    const { rows } = await sql<DocketItem>`
      SELECT ${columnsFor(person)} FROM ${docketWithNextDate(today)}
      WHERE d.agency = ${agency} AND (d.opened_on, d.case_id) > (${openedOn}::text, ${caseId}::text)
      ORDER BY d.opened_on, d.case_id LIMIT ${limit + 1}`.execute(db);
    return {
      ...pagesOfAgency.pageOf(rows, limit, (item) => [item.openedOn, item.case]),
      parked: await parked,
    };
  });
}
