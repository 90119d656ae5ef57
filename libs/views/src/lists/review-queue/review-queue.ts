/** What waits for review (待审核): legal review (法制审核) and case review (案件审核). */
import {
  caseProcedure,
  partiesIn,
  seenFor,
  waitingReview,
  type CaseFile,
  type EntryNote,
  type Opinion,
  type Review,
  type ReviewKind,
  type ReviewPoint,
} from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, type Marked } from '../../served.js';
import type { CaseView, ViewCase } from '../../view.js';

export type PreviousOpinion = Readonly<{
  entry: number;
  opinion: Opinion;
  points: Readonly<Partial<Record<ReviewPoint, string>>>;
  by: string | null;
  on: LocalDate | null;
}>;
export type NewEntry = Readonly<Pick<EntryNote, 'entry' | 'type'>>;

export type ReviewRow = Readonly<{
  caseId: string;
  agency: string;
  /** Entry by which the file was sent. */
  entry: number;
  kind: ReviewKind;
  number: string | null;
  cause: string | null;
  sentOn: LocalDate;
  dueOn: LocalDate;
  previous: PreviousOpinion | null;
  /** What has come into the file since the previous opinion of this kind; empty at the first review. */
  changed: readonly NewEntry[];
}>;

const opinionIn = (review: Review): PreviousOpinion | undefined => {
  const { answer, opinion, points, answeredBy, answeredOn } = review;
  if (answer === undefined || opinion === undefined) return undefined;
  return { entry: answer, opinion, points: points ?? {}, by: answeredBy ?? null, on: answeredOn ?? null };
};

/** A withdrawn entry is represented by the entry that withdrew it. */
const entriesSince = ({ entries }: CaseFile, answer: number, sent: number): readonly NewEntry[] =>
  entries
    .filter(({ entry, state }) => entry > answer && entry !== sent && state !== 'withdrawn')
    .map(({ entry, type }) => ({ entry, type }));

/** Each party of several is reviewed for itself. */
const rows = (of: ViewCase): readonly ReviewRow[] =>
  partiesIn(of.file).flatMap((party) => rowsOfOne({ ...of, file: seenFor(of.file, party) }));

const rowsOfOne = ({ id: caseId, agency, file }: ViewCase): readonly ReviewRow[] => {
  const review = waitingReview(file);
  if (file.closure !== undefined || review === undefined) return [];
  const { entry, kind, sentOn, dueOn } = review;
  const earlier = file.reviews.filter((one) => one.kind === kind && one.entry < entry);
  const previous = earlier.map(opinionIn).findLast((opinion) => opinion !== undefined);
  return [
    {
      caseId,
      agency,
      entry,
      kind,
      number: file.filing?.number ?? null,
      cause: file.filing?.cause ?? null,
      sentOn,
      dueOn,
      previous: previous ?? null,
      changed: previous ? entriesSince(file, previous.entry, entry) : [],
    },
  ];
};

export const reviews: CaseView = {
  of: caseProcedure,
  name: 'review-queue',
  version: '3',
  columns: `
    case_id text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    entry integer NOT NULL,
    kind text NOT NULL,
    number text,
    cause text,
    sent_on text COLLATE "C" NOT NULL,
    due_on text COLLATE "C" NOT NULL,
    previous jsonb,
    changed jsonb NOT NULL,
    PRIMARY KEY (case_id, entry)`,
  indexes: ['(agency, due_on, case_id, entry)'],
  rows,
};

export type ReviewItem = Readonly<{ case: string }> & Omit<ReviewRow, 'caseId'> & Marked;
export type ReviewsQuery = PageQuery & Readonly<{ kinds?: readonly ReviewKind[] }>;

const pages = pagesOf('review-queue', firstEntry);

/**
 * The agency's open reviews of these kinds (absent: both), the earliest due first.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function reviewQueue(
  pool: Pool,
  agency: string,
  { limit, after, kinds = ['legal', 'case'] }: ReviewsQuery,
): Promise<AgencyPage<ReviewItem>> {
  const key = pages.keyAfter(after);
  return served({ pool, view: reviews.name, scope: { agency } }, async (db, parked) => {
    const found = await db
      .selectFrom('reviewQueue')
      .select(['caseId as case', 'agency', 'entry', 'kind', 'number', 'cause', 'sentOn', 'dueOn'])
      .select(['previous', 'changed', 'parked'])
      .where('agency', '=', agency)
      .where('kind', 'in', kinds)
      .where(beyond(['dueOn', 'caseId', 'entry'], key))
      .orderBy('dueOn')
      .orderBy('caseId')
      .orderBy('entry')
      .limit(limit + 1)
      .execute();
    return {
      ...pages.pageOf(found, limit, (item) => [item.dueOn, item.case, item.entry]),
      parked: await parked,
    };
  });
}
