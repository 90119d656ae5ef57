/** Statement and defence (陈述、申辩) and their re-check (复核): APL 45, SAMR-P 57–58. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';

/** statement/record: what the party said, taken down by a handler. */
export type RecordStatement = Outside & Readonly<{ what: string; paper: Paper }>;
export type StatementMade = Event<'StatementMade', Omit<RecordStatement, 'occurredAt'>>;
/** statement/waive: the party clearly gives up statement and hearing, in writing (APL 62). */
export type WaiveStatement = Outside & Readonly<{ paper: Paper }>;
export type StatementWaived = Event<'StatementWaived', Omit<WaiveStatement, 'occurredAt'>>;
/** statement/re-check: covers everything the party has brought forward so far, at a hearing too. */
export type RecheckStatement = ByOfficers &
  Readonly<{
  result: 'adopted' | 'partly-adopted' | 'not-adopted';
  reason: string;
}>;
export type StatementRechecked = Event<'StatementRechecked', RecheckStatement>;

export type Statements = Readonly<{
  made: readonly Readonly<{ entry: EntryNumber; madeOn: LocalDate; hash: string }>[];
  waived?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
  rechecks: readonly Readonly<{ entry: EntryNumber; on: LocalDate; result: RecheckStatement['result']; reason: string }>[];
}>;
