/** Statement and defence (陈述、申辩) and their re-check (复核): APL 45, SAMR-P 57–58. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficersToday, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { beforeDecision } from '../review/provisions.js';
import { noticeBeforeWaiver, recheckReasoned, saidBeforeDecision, somethingToRecheck } from './provisions.js';

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
  rechecks: readonly Readonly<{
    entry: EntryNumber;
    on: LocalDate;
    result: RecheckStatement['result'];
    reason: string;
  }>[];
}>;

export const acts = {
  'statement/record': act<RecordStatement, Recorded<'StatementMade'>>({
    title: { zh: '记录陈述、申辩', en: 'Take down a statement' },
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [...outsideAct, saidBeforeDecision],
    record: (entry, _, context) => [
      {
        type: 'StatementMade',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          what: entry.what,
          paper: entry.paper,
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  'statement/waive': act<WaiveStatement, Recorded<'StatementWaived'>>({
    title: { zh: '记录放弃陈述、申辩和听证', en: 'Take down that the party gives up being heard' },
    by: ['officer'],
    requires: [caseOpen, byHandler, beforeDecision, noticeBeforeWaiver],
    demands: outsideAct,
    record: (entry, _, context) => [
      {
        type: 'StatementWaived',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          paper: entry.paper,
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  'statement/re-check': act<RecheckStatement, Recorded<'StatementRechecked'>>({
    title: { zh: '复核陈述、申辩', en: 'Re-check what the party brought forward' },
    by: ['officer'],
    requires: [caseOpen, byHandler, beforeDecision, somethingToRecheck],
    demands: [...byOfficersToday, recheckReasoned],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'StatementRechecked',
        v: 1,
        occurredAt: context.now,
        actors: officersAsActors(entry, context),
        data: {
          officers: [...entry.officers],
          ...(entry.signedPaper !== undefined && { signedPaper: entry.signedPaper }),
          result: entry.result,
          reason: entry.reason,
        },
      },
    ],
  }),
};

export const folds: Folds<'StatementMade' | 'StatementWaived' | 'StatementRechecked'> = {
  StatementMade: ({ statements }, { data, revision, occurredAt }) => ({
    statements: {
      ...statements,
      made: [...statements.made, { entry: revision, madeOn: dayOf(occurredAt), hash: data.paper.sha256 }],
    },
  }),
  StatementWaived: ({ statements }, { revision, occurredAt }) => ({
    statements: { ...statements, waived: { entry: revision, on: dayOf(occurredAt) } },
  }),
  StatementRechecked: ({ statements }, { data, revision, occurredAt }) => ({
    statements: {
      ...statements,
      rechecks: [
        ...statements.rechecks,
        { entry: revision, on: dayOf(occurredAt), result: data.result, reason: data.reason },
      ],
    },
  }),
};
