/** Statement and defence (陈述、申辩) and their re-check (复核): APL 45, SAMR-P 57–58. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { byOfficersToday } from '../officers.js';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';
import { beforeDecision } from '../review/provisions.js';
import { noticeBeforeWaiver, recheckReasoned, saidBeforeDecision, somethingToRecheck } from './provisions.js';
import { recordStatementSchema, waiveStatementSchema, recheckStatementSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** statement/record: what the party said, taken down by a handler. */
export type RecordStatement = Entry<typeof recordStatementSchema>;
export type StatementMade = Event<'StatementMade', Omit<RecordStatement, 'occurredAt'>>;
/** statement/waive: the party clearly gives up statement and hearing, in writing (APL 62). */
export type WaiveStatement = Entry<typeof waiveStatementSchema>;
export type StatementWaived = Event<'StatementWaived', Omit<WaiveStatement, 'occurredAt'>>;
/** statement/re-check: covers everything the party has brought forward so far, at a hearing too. */
export type RecheckStatement = Entry<typeof recheckStatementSchema>;
export type StatementRechecked = Event<'StatementRechecked', RecheckStatement>;

export type Statements = Readonly<{
  made: readonly Readonly<{
    entry: EntryNumber;
    madeOn: LocalDate;
    hash: string;
    /** Last correction of its text, which was possible once; what it now says is re-checked. */
    correctedBy?: EntryNumber;
  }>[];
  waived?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
  rechecks: readonly Readonly<{
    entry: EntryNumber;
    on: LocalDate;
    result: RecheckStatement['result'];
    reason: string;
  }>[];
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  statements: Statements;
}>;
export const empty: Slice = { statements: { made: [], rechecks: [] } };
export const ofParty = { statements: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'statement/record': act<RecordStatement, Recorded<'StatementMade'>>({
    title: { zh: '记录陈述、申辩', en: 'Take down a statement' },
    entry: recordStatementSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [...outsideAct, saidBeforeDecision],
    records: 'StatementMade',
  }),
  'statement/waive': act<WaiveStatement, Recorded<'StatementWaived'>>({
    title: { zh: '记录放弃陈述、申辩和听证', en: 'Take down that the party gives up being heard' },
    entry: waiveStatementSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, beforeDecision, noticeBeforeWaiver],
    demands: outsideAct,
    records: 'StatementWaived',
  }),
  'statement/re-check': act<RecheckStatement, Recorded<'StatementRechecked'>>({
    title: { zh: '复核陈述、申辩', en: 'Re-check what the party brought forward' },
    entry: recheckStatementSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, beforeDecision, somethingToRecheck],
    demands: [...byOfficersToday, recheckReasoned],
    records: 'StatementRechecked',
  }),
};

export const events: Events<StatementMade | StatementWaived | StatementRechecked> = {
  StatementMade: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: {},
      withdrawableBy: 'handler',
      saidByParty: true,
      inDossier: true,
    },
    ({ statements }, { data, revision, occurredAt }) => ({
      statements: {
        ...statements,
        made: [...statements.made, { entry: revision, madeOn: dayOf(occurredAt), hash: data.paper.sha256 }],
      },
    }),
  ),
  StatementWaived: eventKind(
    { v: 1, volume: 'evidence', personal: {}, withdrawableBy: 'handler' },
    ({ statements }, { revision, occurredAt }) => ({
      statements: { ...statements, waived: { entry: revision, on: dayOf(occurredAt) } },
    }),
  ),
  StatementRechecked: eventKind(
    { v: 1, volume: 'evidence', personal: {}, investigates: true, inDossier: true },
    ({ statements }, { data, revision, occurredAt }) => ({
      statements: {
        ...statements,
        rechecks: [
          ...statements.rechecks,
          { entry: revision, on: dayOf(occurredAt), result: data.result, reason: data.reason },
        ],
      },
    }),
  ),
};
