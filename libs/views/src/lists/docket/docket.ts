/** The docket (案件台账): one row a case. */
import {
  caseProcedure,
  deadlines,
  type Bilingual,
  type CaseFile,
  type Deadline,
  type Party,
  type PartyKind,
  recusedIn,
} from '@anjuan/case';
import type { Instant } from '@anjuan/event-store';
import { dayOf, type LocalDate } from '@anjuan/law';
import { countingVersion, dayFor, type Counting } from '../../counting.js';
import { handlersOf } from '../running-clocks/waits-on.js';
import type { CaseView, ViewCase } from '../../view.js';
import { stageOf, type Stage } from './stage.js';

/** A clock that ran when the row was made. Whether it is overdue is compared at reading. */
export type OpenDate = Readonly<{ id: string; title: Bilingual; due: LocalDate; effect: Deadline['effect'] }>;

export type DocketRow = Readonly<{
  caseId: string;
  agency: string;
  number: string | null;
  documentNumber: string | null;
  cause: string | null;
  partyKind: PartyKind | null;
  /** null also after an erasure */
  partyName: string | null;
  /** What is known of a party that nobody knows yet; null also after an erasure. */
  partyDescribed: string | null;
  stage: Stage;
  handlers: readonly string[];
  /** Taken off the case: the party's name is not shown to them where it is a natural person's, nor a description. */
  recused: readonly string[];
  openedOn: LocalDate;
  filedOn: LocalDate | null;
  /** the earliest first */
  dates: readonly OpenDate[];
  revision: number;
  recordedAt: Instant;
}>;

const byDue = (a: OpenDate, b: OpenDate): number =>
  a.due === b.due ? a.id.localeCompare(b.id) : a.due < b.due ? -1 : 1;

const openDates = (file: CaseFile, day: Parameters<typeof deadlines>[1]): readonly OpenDate[] =>
  deadlines(file, day)
    .filter(({ state, metBy }) => state === 'running' || (state === 'missed' && metBy === undefined))
    .map(({ id, title, due, effect }) => ({ id, title, due, effect }))
    .sort(byDue);

type OfParty = Pick<DocketRow, 'partyKind' | 'partyName' | 'partyDescribed'>;
type Named = Pick<DocketRow, 'number' | 'documentNumber' | 'cause'> & OfParty;

const nameless: Named = {
  number: null,
  documentNumber: null,
  cause: null,
  partyKind: null,
  partyName: null,
  partyDescribed: null,
};

/** What was erased is no text any more. */
const nameOf = ({ kind, name, person }: Party, described?: unknown): OfParty => ({
  partyKind: kind,
  partyName: name ?? person?.name ?? null,
  partyDescribed: typeof described === 'string' ? described : null,
});

const namedBy = ({ filing, summary, decision }: CaseFile): Named => {
  if (filing) {
    const { number, cause, party, partyDescribed } = filing;
    return { number, documentNumber: decision?.number ?? null, cause, ...nameOf(party, partyDescribed) };
  }
  if (summary) {
    const { caseNumber, number, cause, party } = summary;
    return { number: caseNumber, documentNumber: number, cause, ...nameOf(party) };
  }
  return nameless;
};

const rowOf = (of: ViewCase, counting: Counting): DocketRow => {
  const { id: caseId, agency, revision, recordedAt, file } = of;
  const day = dayFor(counting, of, dayOf(recordedAt));
  return {
    caseId,
    agency,
    ...namedBy(file),
    stage: stageOf(file),
    handlers: handlersOf(file),
    recused: recusedIn(file),
    openedOn: file.lead?.receivedOn ?? file.summary?.decidedOn ?? dayOf(recordedAt),
    filedOn: file.filing?.filedOn ?? null,
    dates: openDates(file, day),
    revision,
    recordedAt,
  };
};

export const docketBy = (counting: Counting): CaseView => ({
  of: caseProcedure,
  name: 'docket',
  version: `9-${countingVersion(counting)}`,
  columns: `
    case_id text COLLATE "C" PRIMARY KEY,
    agency text NOT NULL,
    number text,
    document_number text,
    cause text,
    party_kind text,
    party_name text,
    party_described text,
    stage text NOT NULL,
    handlers text[] NOT NULL,
    recused text[] NOT NULL,
    opened_on text COLLATE "C" NOT NULL,
    filed_on text COLLATE "C",
    dates jsonb NOT NULL,
    revision integer NOT NULL,
    recorded_at text COLLATE "C" NOT NULL`,
  indexes: ['(agency, opened_on, case_id)'],
  rows: (of) => [rowOf(of, counting)],
});
