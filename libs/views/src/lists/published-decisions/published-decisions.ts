/** Published decisions (行政处罚决定公示): what anybody may read, no natural person's identity in it. */
import { caseProcedure, partiesIn, seenFor, type Party, type Penalty } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import type { Pool } from 'pg';
import { beyond, firstDocument, pagesOf, type Page, type PageQuery } from '../../page.js';
import { served } from '../../served.js';
import type { CaseView, ViewCase } from '../../view.js';

export type PublishedDecisionRow = Readonly<{
  caseId: string;
  agency: string;
  number: string;
  /** Absent where the party is a natural person. */
  party: string | null;
  uscc: string | null;
  cause: string;
  penalties: readonly (Omit<Penalty, 'exemption'> &
    Readonly<{ exemption?: Readonly<{ law: string; article: string }> }>)[];
  summary: string | null;
  decidedOn: LocalDate;
  publishedOn: LocalDate;
}>;

const summaryIn = (history: ViewCase['history'], entry: number): string | null => {
  const event = history.find((one) => one.event.revision === entry)?.event;
  return event?.type === 'DecisionPublished' || event?.type === 'PublicationCorrected'
    ? (event.data.summary ?? null)
    : null;
};

const named = ({ kind, name, uscc }: Party): Pick<PublishedDecisionRow, 'party' | 'uscc'> =>
  kind === 'natural-person' ? { party: null, uscc: null } : { party: name ?? null, uscc: uscc ?? null };

/** As that decision names it: it may have been renamed, or succeeded, since. */
const punished = ({ filing, decision, party: { punished: then } }: ViewCase['file']): Party | undefined =>
  then !== undefined && then.decision === decision?.entry ? then.party : filing?.party;

/** What proves an exemption stays in the file: its article is published. */
const published = ({ exemption, ...penalty }: Penalty): PublishedDecisionRow['penalties'][number] => ({
  ...penalty,
  ...(exemption && { exemption: { law: exemption.law, article: exemption.article } }),
});

/** Of several parties each has a decision of its own. */
const rows = (of: ViewCase): readonly PublishedDecisionRow[] =>
  partiesIn(of.file).flatMap((party) => rowsOfOne({ ...of, file: seenFor(of.file, party) }));

const rowsOfOne = ({ id: caseId, agency, file, history }: ViewCase): readonly PublishedDecisionRow[] => {
  const { filing, decision, publication } = file;
  const party = punished(file);
  if (!filing || !party || !publication || publication.withdrawn) return [];
  if (decision?.outcome.kind !== 'penalty') return [];
  return [
    {
      caseId,
      agency,
      number: decision.number,
      ...named(party),
      cause: filing.cause,
      penalties: decision.outcome.penalties.map(published),
      summary: summaryIn(history, publication.correctedBy ?? publication.entry),
      decidedOn: decision.decidedOn,
      publishedOn: publication.publishedOn,
    },
  ];
};

export const publishedDecisionsView: CaseView = {
  of: caseProcedure,
  name: 'published-decisions',
  version: '3',
  columns: `
    case_id text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    number text COLLATE "C" NOT NULL,
    party text,
    uscc text,
    cause text NOT NULL,
    penalties jsonb NOT NULL,
    summary text,
    decided_on text COLLATE "C" NOT NULL,
    published_on text COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, number)`,
  indexes: ['(published_on, case_id, number)'],
  rows,
};

/** The case stays unnamed: its number in the agency is nobody else's business. */
export type PublishedDecision = Omit<PublishedDecisionRow, 'caseId'>;

const pages = pagesOf('published-decisions', firstDocument);

/**
 * Every published decision, of every agency, oldest first. A case that waits is left out: its publication may have been withdrawn since,
 * and what is not to be public must not be shown for being stale.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function publishedDecisions(
  pool: Pool,
  { limit, after }: PageQuery,
): Promise<Page<PublishedDecision>> {
  const key = pages.keyAfter(after);
  const reading = { pool, view: publishedDecisionsView.name, scope: 'every-agency' } as const;
  const found = await served(reading, (db) =>
    db
      .selectFrom('publishedDecisions')
      .selectAll()
      .where('parked', '=', false)
      .where(beyond(['publishedOn', 'caseId', 'number'], key))
      .orderBy('publishedOn')
      .orderBy('caseId')
      .orderBy('number')
      .limit(limit + 1)
      .execute(),
  );
  const { items, next } = pages.pageOf(found, limit, (item) => [item.publishedOn, item.caseId, item.number]);
  const open = items.map(({ caseId, parked, ...decision }) => decision);
  return next === undefined ? { items: open } : { items: open, next };
}
