/** What waits for a leader (待审批): requests, proposals that passed review, applications for instalments. */
import { caseProcedure, type CaseFile, type MatterName, partiesIn, seenFor } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, type Marked } from '../../served.js';
import type { CaseView, ViewCase } from '../../view.js';

export type ApprovalRow = Readonly<{
  caseId: string;
  agency: string;
  number: string | null;
  cause: string | null;
  /** The request; of a proposal the opinion that passed it on, of instalments the application. */
  entry: number;
  matter: MatterName | 'proposal' | 'instalments';
  requestedBy: string | null;
  requestedOn: LocalDate;
}>;
type Waiting = Pick<ApprovalRow, 'entry' | 'matter' | 'requestedBy' | 'requestedOn'>;

const requests = ({ approvals }: CaseFile): readonly Waiting[] =>
  approvals
    .filter(({ state }) => state === 'open')
    .map(({ entry, matter, requestedBy, requestedOn }) => ({ entry, matter, requestedBy, requestedOn }));

/** SAMR-P 56: a proposal goes to the leader when the last review agreed to it; one answered later waits no more. */
const proposals = ({ reviews, proposal, decision }: CaseFile): readonly Waiting[] => {
  const { answer: entry, answeredOn, answeredBy, opinion } = reviews.at(-1) ?? {};
  if (opinion !== 'agree' || entry === undefined || answeredOn === undefined || decision) return [];
  if (proposal && proposal.entry > entry) return [];
  return [{ entry, matter: 'proposal', requestedBy: answeredBy ?? null, requestedOn: answeredOn }];
};

const instalments = ({ execution, entries }: CaseFile): readonly Waiting[] => {
  const { application } = execution;
  if (application?.state !== 'open') return [];
  const note = entries.find(({ entry }) => entry === application.entry);
  const { entry, on: requestedOn } = application;
  return [{ entry, matter: 'instalments', requestedBy: note?.recordedBy ?? null, requestedOn }];
};

const requestedCause = ({ approvals }: CaseFile): string | undefined =>
  approvals.flatMap((one) => (one.matter === 'filing' ? [one.terms.cause] : [])).at(-1);

const rows = ({ id: caseId, agency, file }: ViewCase): readonly ApprovalRow[] => {
  if (file.closure) return [];
  const number = file.filing?.number ?? file.summary?.caseNumber ?? null;
  const cause = file.filing?.cause ?? file.summary?.cause ?? requestedCause(file) ?? null;
  const ofParties = partiesIn(file).flatMap((party) => {
    const seen = seenFor(file, party);
    return [...proposals(seen), ...instalments(seen)];
  });
  return [...requests(file), ...ofParties].map((waiting) => ({
    caseId,
    agency,
    number,
    cause,
    ...waiting,
  }));
};

export const approvals: CaseView = {
  of: caseProcedure,
  name: 'approvals',
  version: '2',
  columns: `
    case_id text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    number text,
    cause text,
    entry integer NOT NULL,
    matter text NOT NULL,
    requested_by text,
    requested_on text COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, entry)`,
  indexes: ['(agency, requested_on, case_id, entry)'],
  rows,
};

export type ApprovalItem = Readonly<{ case: string }> & Omit<ApprovalRow, 'caseId'> & Marked;

const pages = pagesOf('approvals', firstEntry);

/**
 * What waits for the agency's leaders, the oldest first.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function approvalsOf(
  pool: Pool,
  agency: string,
  { limit, after }: PageQuery,
): Promise<AgencyPage<ApprovalItem>> {
  const key = pages.keyAfter(after);
  return served({ pool, view: approvals.name, scope: { agency } }, async (db, parked) => {
    const found = await db
      .selectFrom('approvals')
      .select(['caseId as case', 'agency', 'number', 'cause', 'entry', 'matter', 'requestedBy'])
      .select(['requestedOn', 'parked'])
      .where('agency', '=', agency)
      .where(beyond(['requestedOn', 'caseId', 'entry'], key))
      .orderBy('requestedOn')
      .orderBy('caseId')
      .orderBy('entry')
      .limit(limit + 1)
      .execute();
    return {
      ...pages.pageOf(found, limit, (item) => [item.requestedOn, item.case, item.entry]),
      parked: await parked,
    };
  });
}
