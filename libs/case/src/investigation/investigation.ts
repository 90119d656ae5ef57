/** End of the investigation (调查终结): SAMR-P 48, APL 57(1). */
import type { Fen, LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Basis, Marks } from '../initiation/initiation.js';
import type { Outcome } from '../penalty/penalty.js';

export type Findings = Readonly<{
  facts: string;
  basis: readonly Basis[];
  proposal: Outcome;
  /** Reasons of the discretion used (裁量理由). */
  discretion?: string;
  benchmark?: string;
  goodsValueFen?: Fen;
  illegalGainsFen?: Fen;
  marks?: Marks;
  report: Paper;
}>;
/** investigation/conclude */
export type ConcludeInvestigation = ByOfficers & Findings;
export type InvestigationConcluded = Event<'InvestigationConcluded', ConcludeInvestigation>;
export type Investigation = Findings & Readonly<{ entry: EntryNumber; concludedOn: LocalDate }>;
