/** Reconsideration and litigation (行政复议、行政诉讼) of the decision: APL 73; ARL 20; ALL 45, 46. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { late } from '../evidence/recorded.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import * as law from './provisions.js';

export const remedyKinds = ['reconsideration', 'litigation'] as const;

/** Reconsideration or a suit, from its acceptance until its outcome is final. */
export type Remedy = Readonly<{
  entry: EntryNumber;
  kind: (typeof remedyKinds)[number];
  acceptedOn: LocalDate;
  concluded?: Readonly<{ entry: EntryNumber; on: LocalDate; outcome: RemedyOutcome }>;
}>;

export const remedyOutcomes = [
  'upheld', // 维持、驳回诉讼请求
  'withdrawn', // 撤回申请、撤诉、终止
  'changed', // 变更
  'annulled', // 撤销
  'annulled-to-redo', // 撤销并责令重新作出
  'declared-illegal', // 确认违法
  'declared-void', // 确认无效
] as const;
export type RemedyOutcome = (typeof remedyOutcomes)[number];

/** remedy/record-acceptance: happens when the organ or the court accepts it. A late one is the organ's to judge. */
export type RecordAcceptance = Outside &
  Readonly<{ kind: (typeof remedyKinds)[number]; organ: string; number: string; notice: Paper }>;
export type RemedyAccepted = Event<'RemedyAccepted', Omit<RecordAcceptance, 'occurredAt'>>;
/** remedy/record-outcome: the outcome that is final; happens when it is received. */
export type RecordOutcome = Outside & Readonly<{ remedy: EntryNumber; outcome: RemedyOutcome; paper: Paper }>;
export type RemedyConcluded = Event<'RemedyConcluded', Omit<RecordOutcome, 'occurredAt'>>;

/** Also in a case that is closed or archived: the party's time is longer. They stop no execution (APL 73(1)). */
export const acts = {
  'remedy/record-acceptance': act<RecordAcceptance, Recorded<'RemedyAccepted'>>({
    title: { zh: '登记行政复议、诉讼受理', en: 'Record that a remedy was accepted' },
    by: ['officer'],
    requires: [byThoseInCharge, law.decisionReceived, law.oneAtATime],
    demands: [...outsideAct, law.organNamed, law.acceptedAfterReceipt],
    record: (entry, _, context) => [
      {
        type: 'RemedyAccepted',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          kind: entry.kind,
          organ: entry.organ,
          number: entry.number,
          notice: entry.notice,
          ...late(entry),
        },
      },
    ],
  }),
  'remedy/record-outcome': act<RecordOutcome, Recorded<'RemedyConcluded'>>({
    title: { zh: '登记行政复议、诉讼结果', en: 'Record the outcome of a remedy' },
    by: ['officer'],
    requires: [byThoseInCharge],
    demands: [...outsideAct, law.pending, law.concludedAfterAcceptance],
    record: (entry, _, context) => [
      {
        type: 'RemedyConcluded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { remedy: entry.remedy, outcome: entry.outcome, paper: entry.paper, ...late(entry) },
      },
    ],
  }),
};

export const folds: Folds<'RemedyAccepted' | 'RemedyConcluded'> = {
  RemedyAccepted: ({ remedies }, { revision, occurredAt, data: { kind } }) => ({
    remedies: [...remedies, { entry: revision, kind, acceptedOn: dayOf(occurredAt) }],
  }),
  RemedyConcluded: ({ remedies }, { revision, occurredAt, data: { remedy, outcome } }) => ({
    remedies: remedies.map((one) =>
      one.entry === remedy ? { ...one, concluded: { entry: revision, on: dayOf(occurredAt), outcome } } : one,
    ),
  }),
};
