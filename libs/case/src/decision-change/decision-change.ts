/** What becomes of a decision afterwards (补正、变更、撤销): APL 48(2), 75(2); ARL 63, 64; ALL 70, 71, 77. */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import type { Decision } from '../decision/decision.js';
import type { Execution } from '../execution/execution.js';
import { withRefund } from '../execution/owed.js';
import { late } from '../evidence/recorded.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import * as law from './provisions.js';

/** decision-change/rectify: a slip of the pen, never what was decided. */
export type RectifyDecision = Readonly<{ written: string; corrected: string; paper: Paper }>;
export type DecisionRectified = Event<'DecisionRectified', RectifyDecision>;
export const changeKinds = [
  'changed', // 变更
  'annulled', // 撤销
  'annulled-to-redo', // 撤销并重新作出
  'declared-illegal', // 确认违法
] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeGrounds = ['remedy-outcome', 'own-correction'] as const; // 复议、诉讼结果；主动改正
/** decision-change/change: `remedy` the entry of the remedy that it carries out; `outcome` what now stands. */
export type ChangeDecision = Readonly<{
  kind: ChangeKind;
  ground: (typeof changeGrounds)[number];
  remedy?: EntryNumber;
  outcome?: Outcome;
  reason: string;
  paper: Paper;
}>;
export type DecisionChanged = Event<'DecisionChanged', ChangeDecision>;
/** decision-change/withdraw-publication: the explanation that the public reads instead. */
export type WithdrawPublication = Readonly<{ explanation: string }>;
export type PublicationWithdrawn = Event<'PublicationWithdrawn', WithdrawPublication>;
/** decision-change/record-refund */
export type RecordRefund = Outside & Readonly<{ fen: Fen; receipt: Paper }>;
export type MoneyRefunded = Event<'MoneyRefunded', Omit<RecordRefund, 'occurredAt'>>;

/** A decision as it was before a change. */
export type FormerDecision = Readonly<{
  /** Entry number of the change. */
  entry: EntryNumber;
  on: LocalDate;
  kind: ChangeKind;
  remedy?: EntryNumber;
  decision: Decision;
  /** It had been published: the public is told. */
  published: boolean;
  withdrawn?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
}>;

export const acts = {
  'decision-change/rectify': act<RectifyDecision, Recorded<'DecisionRectified'>>({
    title: { zh: '补正决定书', en: 'Rectify a slip in the decision' },
    by: ['leader', 'principal'],
    requires: [law.changedByLeader, law.decisionStands],
    demands: [law.slipShown],
    record: ({ written, corrected, paper }, _, { now, actor }) => [
      {
        type: 'DecisionRectified',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { written, corrected, paper },
      },
    ],
  }),
  'decision-change/change': act<ChangeDecision, Recorded<'DecisionChanged'>>({
    title: { zh: '变更、撤销决定', en: 'Change or annul the decision' },
    by: ['leader', 'principal'],
    requires: [law.changedByLeader, law.changedByAnother, law.decisionStands],
    demands: [law.groundShown, law.reasonGiven, law.outcomeStated, law.notHeavier],
    record: ({ kind, ground, remedy, outcome, reason, paper }, _, { now, actor }) => [
      {
        type: 'DecisionChanged',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: {
          kind,
          ground,
          ...(remedy !== undefined && { remedy }),
          ...(outcome !== undefined && { outcome: outcomeOf(outcome) }),
          reason,
          paper,
        },
      },
    ],
  }),
  'decision-change/withdraw-publication': act<WithdrawPublication, Recorded<'PublicationWithdrawn'>>({
    title: { zh: '撤回公示', en: 'Withdraw the publication' },
    by: ['officer'],
    requires: [byThoseInCharge, law.publicationToWithdraw],
    demands: [law.publiclyExplained],
    record: ({ explanation }, _, { now, actor }) => [
      { type: 'PublicationWithdrawn', v: 1, occurredAt: now, actors: [actor], data: { explanation } },
    ],
  }),
  'decision-change/record-refund': act<RecordRefund, Recorded<'MoneyRefunded'>>({
    title: { zh: '记录退款', en: 'Record a refund' },
    by: ['officer'],
    requires: [byThoseInCharge],
    demands: [...outsideAct, law.refundOwed],
    record: (entry, _, context) => [
      {
        type: 'MoneyRefunded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { fen: entry.fen, receipt: entry.receipt, ...late(entry) },
      },
    ],
  }),
};

/** What served the annulled decision, and what became of its execution, is not said of the next one. */
const servedAndExecuted: Partial<CaseFile> = {
  service: undefined,
  failedServices: undefined,
  executionSuspensions: undefined,
  executionTermination: undefined,
};

/** Anew from the report on: what the annulled decision rested on does not carry the next one (ALL 71; ARL 64(2)). */
const fromTheReport: Partial<CaseFile> = {
  ...servedAndExecuted,
  decision: undefined,
  investigation: undefined,
  proposal: undefined,
  reviews: [],
  notices: [],
  statements: { made: [], rechecks: [] },
  hearing: {},
  discussions: [],
};

/** Money and goods stay what they are; deferral, agreement and surcharge go with the decision. */
const withoutIt = ({ payments, refunded, goodsDisposedOn }: Execution): Execution => ({
  payments,
  ...(refunded !== undefined && { refunded }),
  ...(goodsDisposedOn !== undefined && { goodsDisposedOn }),
});

const afterwards = (
  decision: Decision,
  execution: Execution,
  { kind, outcome }: ChangeDecision,
): Partial<CaseFile> => {
  switch (kind) {
    case 'changed':
      return { decision: { ...decision, outcome: outcome ?? decision.outcome } };
    case 'annulled':
      return { ...servedAndExecuted, decision: undefined, execution: withoutIt(execution) };
    case 'annulled-to-redo':
      return { ...fromTheReport, execution: withoutIt(execution) };
    case 'declared-illegal':
      return {};
  }
};

export const folds: Folds<
  'DecisionRectified' | 'DecisionChanged' | 'PublicationWithdrawn' | 'MoneyRefunded'
> = {
  DecisionRectified: () => ({}),
  /** A case at rest begins to move again: money goes back, the public is told, and it is closed anew. */
  DecisionChanged: ({ decision, execution, formerDecisions, publication }, { revision, occurredAt, data }) =>
    decision === undefined
      ? {}
      : {
          ...afterwards(decision, execution, data),
          formerDecisions: [
            ...formerDecisions,
            {
              entry: revision,
              on: dayOf(occurredAt),
              kind: data.kind,
              ...(data.remedy !== undefined && { remedy: data.remedy }),
              decision,
              published: publication !== undefined,
            },
          ],
          publication: undefined,
          closure: undefined,
          archived: undefined,
        },
  PublicationWithdrawn: ({ formerDecisions }, { revision, occurredAt }) => ({
    formerDecisions: formerDecisions.map((one) =>
      one.published && one.withdrawn === undefined
        ? { ...one, withdrawn: { entry: revision, on: dayOf(occurredAt) } }
        : one,
    ),
  }),
  MoneyRefunded: (file, { data: { fen } }) => ({
    execution: { ...file.execution, refunded: withRefund(file, fen) },
  }),
};
