/** Execution (执行): APL 66–74; SAMR-P 72–76. */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/provisions.js';
import { whileExecuted } from '../execution-suspension/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { decisionServed, partyHeard } from '../service/provisions.js';
import { laterPaymentActs, laterPaymentFolds, type Instalment, type LaterPayment } from './later-payment.js';
import * as provided from './provisions.js';

export const paymentPurposes = ['fine', 'illegal-gains', 'surcharge'] as const;
export type PaymentPurpose = (typeof paymentPurposes)[number];
/** Who took the money. `agency` has a word so that it can be refused under the article: APL 67(2). */
export const paymentChannels = ['bank', 'electronic', 'agency'] as const;
export type PaymentChannel = (typeof paymentChannels)[number];

/** execution/record-payment: the bank's notice, entered by a handler. */
export type RecordPayment = Outside &
  Readonly<{ fen: Fen; for: PaymentPurpose; channel: PaymentChannel; receipt: Paper }>;
export type PaymentReceived = Event<'PaymentReceived', Omit<RecordPayment, 'occurredAt'>>;
export const disposalManners = ['destroyed', 'auctioned', 'handed-over'] as const;
export type DisposalManner = (typeof disposalManners)[number];
/** execution/dispose-of-goods: destroyed, auctioned, handed over. */
export type DisposeOfGoods = Outside & ByOfficers & Readonly<{ manner: DisposalManner; record: Paper }>;
export type GoodsDisposedOf = Event<'GoodsDisposedOf', Omit<DisposeOfGoods, 'occurredAt'>>;

export type Execution = Readonly<{
  payments: readonly Readonly<{ entry: EntryNumber; on: LocalDate; fen: Fen; for: PaymentPurpose }>[];
  application?: Readonly<{ entry: EntryNumber; on: LocalDate; state: 'open' | 'approved' | 'refused' }>;
  plan?: readonly Instalment[];
  /** What of the fine had been paid when the plan was made: the plan is of the rest. */
  paidBeforePlan?: Fen;
  /** Entry number of the approval of the plan. */
  planEntry?: EntryNumber;
  /** Surcharge that had run up when the plan was made. */
  surchargeBefore?: Fen;
  /** Of the surcharge, by an execution agreement (ACL 42). */
  waived?: Fen;
  goodsDisposedOn?: LocalDate;
  /** Given back after a change of the decision. */
  refunded?: Readonly<Record<PaymentPurpose, Fen>>;
}>;

export const acts = {
  'execution/record-payment': act<RecordPayment, Recorded<'PaymentReceived'>>({
    title: { zh: '记录缴款', en: 'Record a payment' },
    by: ['officer'],
    requires: [provided.notClosed, provided.byThoseInCharge, provided.decided],
    demands: [
      ...outsideAct,
      provided.notBeforeDecision,
      provided.collectedApart,
      provided.amountPositive,
      provided.notMoreThanOwed,
    ],
    record: (entry, _, context) => [
      {
        type: 'PaymentReceived',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          fen: entry.fen,
          for: entry.for,
          channel: entry.channel,
          receipt: entry.receipt,
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  ...laterPaymentActs,
  'execution/dispose-of-goods': act<DisposeOfGoods, Recorded<'GoodsDisposedOf'>>({
    title: { zh: '处置没收物品', en: 'Dispose of confiscated goods' },
    by: ['officer'],
    requires: [
      caseOpen,
      provided.byThoseInCharge,
      provided.goodsConfiscated,
      decisionServed,
      partyHeard,
      provided.goodsStillThere,
      ...whileExecuted,
    ],
    demands: [...byOfficers, ...outsideAct, provided.afterService],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'GoodsDisposedOf',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          officers: entry.officers,
          ...(entry.signedPaper !== undefined && { signedPaper: entry.signedPaper }),
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
          manner: entry.manner,
          record: entry.record,
        },
      },
    ],
  }),
};

export const folds: Folds<'PaymentReceived' | 'GoodsDisposedOf' | LaterPayment> = {
  ...laterPaymentFolds,
  PaymentReceived: ({ execution }, { revision, occurredAt, data }) => ({
    execution: {
      ...execution,
      payments: [
        ...execution.payments,
        { entry: revision, on: dayOf(occurredAt), fen: data.fen, for: data.for },
      ],
    },
  }),
  GoodsDisposedOf: ({ execution }, { occurredAt }) => ({
    execution: { ...execution, goodsDisposedOn: dayOf(occurredAt) },
  }),
};
