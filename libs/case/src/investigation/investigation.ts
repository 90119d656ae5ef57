/** End of the investigation (调查终结): SAMR-P 48, APL 57(1). */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { allConfirmed } from '../entry/entry.js';
import { signed } from '../evidence/recorded.js';
import { basisOf, marksOf } from '../initiation/filing-terms.js';
import { byHandler, caseOpen, type Basis, type Marks } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficersToday, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { notSuspended, notTerminated } from '../suspension/provisions.js';
import { gradingDemands, gradingOf, type Grading } from './grading.js';
import {
  credentialHasBeenShown,
  findingsDemands,
  openOrSentBack,
  testResultsTold,
  undecided,
} from './provisions.js';

export type Findings = Readonly<{
  facts: string;
  basis: readonly Basis[];
  proposal: Outcome;
  /** Reasons of the discretion used (裁量理由). */
  discretion?: string;
  benchmark?: string;
  grading?: Grading;
  goodsValueFen?: Fen;
  illegalGainsFen?: Fen;
  marks?: Marks;
  report: Paper;
}>;
/** investigation/conclude */
export type ConcludeInvestigation = ByOfficers & Findings;
export type InvestigationConcluded = Event<'InvestigationConcluded', ConcludeInvestigation>;
export type Investigation = Findings & Readonly<{ entry: EntryNumber; concludedOn: LocalDate }>;

const findingsOf = (entry: Findings): Findings => ({
  facts: entry.facts,
  basis: entry.basis.map(basisOf),
  proposal: outcomeOf(entry.proposal),
  ...(entry.discretion !== undefined && { discretion: entry.discretion }),
  ...(entry.benchmark !== undefined && { benchmark: entry.benchmark }),
  ...(entry.grading !== undefined && { grading: gradingOf(entry.grading) }),
  ...(entry.goodsValueFen !== undefined && { goodsValueFen: entry.goodsValueFen }),
  ...(entry.illegalGainsFen !== undefined && { illegalGainsFen: entry.illegalGainsFen }),
  ...(entry.marks !== undefined && { marks: marksOf(entry.marks) }),
  report: entry.report,
});

export const acts = {
  'investigation/conclude': act<ConcludeInvestigation, Recorded<'InvestigationConcluded'>>({
    title: { zh: '调查终结', en: 'Conclude the investigation' },
    by: ['officer'],
    requires: [
      caseOpen,
      byHandler,
      undecided,
      notTerminated,
      notSuspended,
      openOrSentBack,
      testResultsTold,
      allConfirmed,
      credentialHasBeenShown,
    ],
    demands: [...byOfficersToday, ...findingsDemands, ...gradingDemands],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'InvestigationConcluded',
        v: 1,
        occurredAt: context.now,
        actors: officersAsActors(entry, context),
        data: { ...signed(entry), ...findingsOf(entry) },
      },
    ],
  }),
};

export const folds: Folds<'InvestigationConcluded'> = {
  InvestigationConcluded: (_, { data, revision, occurredAt }) => ({
    investigation: { ...findingsOf(data), entry: revision, concludedOn: dayOf(occurredAt) },
  }),
};
