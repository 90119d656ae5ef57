/** Case histories for the specs of views: entries written down as the record would give them. */
import {
  caseProcedure,
  replay,
  type CaseEvent,
  type FilingTerms,
  type Outcome,
  type Paper,
  type Penalty,
} from '@anjuan/case';
import { addHours, defaultLists, startOfDay, type AgencyLists, type LocalDate } from '@anjuan/law';
import type { ViewCase } from './view.js';

/** An entry without its number; numbered by its place in the history. */
export type Entry = Omit<CaseEvent, 'revision'>;
type Data<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['data'];

/** Happens at ten in the morning and is taken down at once. */
export const entry = <Type extends CaseEvent['type']>(
  type: Type,
  on: LocalDate,
  by: string,
  data: Data<Type>,
): Entry => {
  const at = addHours(startOfDay(on), 10);
  const event = { type, v: 1 as const, occurredAt: at, recordedAt: at, recordedBy: by, actors: [], data };
  return event;
};

/** The entry, taken down so many hours after it happened. */
export const takenDownLate = (late: Entry, hours: number): Entry => ({
  ...late,
  recordedAt: addHours(late.occurredAt, hours),
});

export const numbered = (history: readonly Entry[]): readonly CaseEvent[] =>
  history.map((event, revision) => ({ ...event, revision }) as CaseEvent);

export const viewCaseOf = (history: readonly Entry[], lists: AgencyLists = defaultLists): ViewCase => {
  const events = numbered(history);
  return {
    procedure: caseProcedure,
    id: 'a-case',
    agency: 'an-agency',
    revision: events.length - 1,
    recordedAt: events.at(-1)?.recordedAt ?? '',
    file: replay(events),
    history: events.map((event) => ({ event, lists })),
  };
};

const paper: Paper = { sha256: '0'.repeat(64), name: 'paper' };
const affirmed = { affirmed: true, evidence: [0] };

export const terms: FilingTerms = {
  cause: '使用超过保质期的食品原料生产食品',
  party: { kind: 'entity', name: '京味源肉制品有限公司', person: { name: '赵一鸣' } },
  basis: [],
  handlers: ['lin', 'gao'],
  act: { from: '2026-01-05', to: '2026-02-20' },
  discoveredOn: '2026-03-02',
  conditions: {
    'breach-evidenced': affirmed,
    'penalty-due': affirmed,
    'our-jurisdiction': affirmed,
    'within-limitation': affirmed,
  },
};

const penalties: readonly Penalty[] = [{ kind: 'fine', fen: 18_400_000 }];
export const fine: Outcome = { kind: 'penalty', penalties };

export const lead = entry('LeadReceived', '2026-03-02', 'lin', {
  source: '食品安全监督抽检',
  summary: '抽检不合格',
  receivedOn: '2026-03-02',
  realName: false,
});

const requestedAs = (terms: FilingTerms): readonly Entry[] => [
  lead,
  entry('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms }),
];
/** Entries 0–1. */
export const filingRequested = requestedAs(terms);

/** Entries 0–3. */
export const filedAs = (terms: FilingTerms): readonly Entry[] => [
  ...requestedAs(terms),
  entry('ApprovalGiven', '2026-03-10', 'tang', { approval: 1, matter: 'filing' }),
  entry('CaseFiled', '2026-03-10', 'tang', {
    number: '朝市监案〔2026〕1号',
    approval: 1,
    filedOn: '2026-03-10',
    lists: defaultLists.version,
    terms,
  }),
];
export const filed = filedAs(terms);

/** Entry 4. */
export const concluded = [
  ...filed,
  entry('InvestigationConcluded', '2026-04-14', 'lin', {
    officers: ['lin', 'gao'],
    signedPaper: paper,
    facts: '使用超过保质期的原料',
    basis: [],
    proposal: fine,
    report: paper,
  }),
];

export const sent = (on: LocalDate, dueOn: LocalDate): Entry =>
  entry('SentForLegalReview', on, 'zhou', { digest: 'd', dueOn });

/** Entries 5–6: reviewed and agreed to. */
export const reviewed = [
  ...concluded,
  sent('2026-04-22', '2026-05-09'),
  entry('LegalReviewOpinionGiven', '2026-04-28', 'fang', { opinion: 'agree', sent: 5, digest: 'd' }),
];

/** Entries 7–8: approved, and notified to the party, whose period ends on 2026-05-11. */
export const notified = [
  ...reviewed,
  entry('ProposalApproved', '2026-04-29', 'tang', { proposal: fine }),
  entry('NoticeServed', '2026-04-30', 'lin', {
    officers: ['lin', 'gao'],
    signedPaper: paper,
    penalties,
    facts: '使用超过保质期的原料',
    hearingRightTold: true,
    method: 'direct',
    proof: paper,
    servedOn: '2026-04-30',
    lastDay: '2026-05-11',
    provisional: false,
  }),
];

/** Entries 9–10. */
export const served = [
  ...notified,
  entry('DecisionMade', '2026-05-20', 'tang', {
    number: '朝市监处罚〔2026〕1号',
    outcome: fine,
    dossier: 'd',
    dueOn: '2026-06-08',
  }),
  entry('DecisionServed', '2026-05-21', 'lin', {
    officers: ['lin', 'gao'],
    signedPaper: paper,
    method: 'direct',
    proof: paper,
    servedOn: '2026-05-21',
  }),
];

export const statement = entry('StatementMade', '2026-05-06', 'lin', { what: '请求从轻', paper });

export const instalmentsAskedFor = entry('InstalmentsAppliedFor', '2026-05-25', 'gao', {
  reason: '资金困难',
  application: paper,
});
