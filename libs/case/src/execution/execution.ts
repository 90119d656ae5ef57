/** Execution (执行): APL 66–74; SAMR-P 72–76. */
import type {
  InstalmentsAppliedFor,
  InstalmentsApproved,
  DeferralApproved,
  ExecutionAgreed,
  InstalmentsRefused,
} from './later-payment.js';
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import { late, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { byOfficers } from '../officers.js';
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/provisions.js';
import {
  confiscatedHere,
  confiscatesUnlisted,
  nothingConfiscatedHere,
  type Decided,
} from '../goods/confiscated.js';
import { goodsNamed, recordedGoods, soMany, without, type OfGoods } from '../goods/ledger.js';
import { whileGoodsAreDisposedOf } from '../execution-suspension/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { decisionServed, partyHeard } from '../service/provisions.js';
import { agreementActs } from './agreement.js';
import { laterPaymentActs, laterPaymentEvents, type Instalment } from './later-payment.js';
import { goodsToDisposeOf, proceedsToTheTreasury } from './goods-provisions.js';
import * as provided from './provisions.js';
import { recordPaymentSchema, disposeOfGoodsSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { PaymentPurpose } from './words.js';

export {
  paymentPurposes,
  type PaymentPurpose,
  paymentChannels,
  type PaymentChannel,
  disposalManners,
  type DisposalManner,
} from './words.js';
import type { PartsOf } from '../of-party.js';

/** execution/record-payment: the bank's notice, entered by a handler. */
export type RecordPayment = Entry<typeof recordPaymentSchema>;
export type PaymentReceived = Event<'PaymentReceived', Omit<RecordPayment, 'occurredAt'>>;
/** execution/dispose-of-goods. `goods`: absent for everything confiscated that is left, the party's own included. */
export type DisposeOfGoods = Entry<typeof disposeOfGoodsSchema>;
/** `everything`: the party's own included, of which `goods` names no line. */
export type GoodsDisposedOf = Event<
  'GoodsDisposedOf',
  Omit<DisposeOfGoods, 'occurredAt'> & Readonly<{ everything?: true }>
>;

/** How the fine is to be paid, and since when. */
type Planned = Readonly<{
  plan?: readonly Instalment[];
  /** The day of the plan: what ran up before it is counted without it. */
  plannedOn?: LocalDate;
  /** What of the fine had been paid when the plan was made: the plan is of the rest. */
  paidBeforePlan?: Fen;
  /** The plan in whose place this one is. */
  planBefore?: Planned;
}>;

export type Execution = Planned &
  Readonly<{
    payments: readonly Readonly<{
      entry: EntryNumber;
      on: LocalDate;
      fen: Fen;
      for: PaymentPurpose;
      /** What was given back of it after a change of the decision. */
      returned?: Fen;
    }>[];
    application?: Readonly<{ entry: EntryNumber; on: LocalDate; state: 'open' | 'approved' | 'refused' }>;
    /** Entry number of the approval of the plan. */
    planEntry?: EntryNumber;
    /** Of the surcharge, by an execution agreement (ACL 42). */
    waived?: Fen;
    /** The day on which the last of what was confiscated was disposed of. */
    goodsDisposedOn?: LocalDate;
    /** Given back after a change of the decision. */
    refunded?: Readonly<Record<PaymentPurpose, Fen>>;
  }>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  execution: Execution;
}>;
export const empty: Slice = { execution: { payments: [] } };
export const ofParty = { execution: true } as const satisfies PartsOf<Slice>;

const confiscatedThere = (file: OfGoods & Decided) => soMany(file.goods, (one) => confiscatedHere(file, one));
const disposed = (
  entry: DisposeOfGoods,
  file: OfGoods & Decided,
): Pick<GoodsDisposedOf['data'], 'goods' | 'everything'> => {
  const { goods } = recordedGoods(file, entry.goods, confiscatedThere(file));
  return { ...(goods && { goods }), ...(goods && entry.goods === undefined && { everything: true }) };
};

export const acts = {
  'execution/record-payment': act<RecordPayment, Recorded<'PaymentReceived'>>({
    title: { zh: '记录缴款', en: 'Record a payment' },
    entry: recordPaymentSchema,
    by: ['officer'],
    requires: [provided.notClosed, provided.byThoseInCharge, provided.decided],
    demands: [
      ...outsideAct,
      provided.notBeforeDecision,
      provided.collectedApart,
      provided.amountPositive,
      provided.notMoreThanOwed,
    ],
    records: 'PaymentReceived',
  }),
  ...laterPaymentActs,
  ...agreementActs,
  'execution/dispose-of-goods': act<DisposeOfGoods, Recorded<'GoodsDisposedOf'>>({
    title: { zh: '处置没收物品', en: 'Dispose of confiscated goods' },
    entry: disposeOfGoodsSchema,
    by: ['officer'],
    requires: [
      caseOpen,
      provided.byThoseInCharge,
      provided.goodsConfiscated,
      decisionServed,
      partyHeard,
      provided.goodsStillThere,
      ...whileGoodsAreDisposedOf,
    ],
    demands: [
      ...byOfficers,
      ...outsideAct,
      provided.afterService,
      ...goodsToDisposeOf,
      proceedsToTheTreasury,
    ],
    records: 'GoodsDisposedOf',
    data: (entry, file) => ({
      ...signed(entry),
      ...disposed(entry, file),
      manner: entry.manner,
      ...(entry.fen !== undefined && { fen: entry.fen }),
      ...(entry.treasury !== undefined && { treasury: entry.treasury }),
      record: entry.record,
      ...late(entry),
    }),
  }),
};

export const events: Events<
  | PaymentReceived
  | GoodsDisposedOf
  | InstalmentsAppliedFor
  | InstalmentsApproved
  | DeferralApproved
  | ExecutionAgreed
  | InstalmentsRefused
> = {
  ...laterPaymentEvents,
  PaymentReceived: eventKind(
    { v: 1, volume: 'property', personal: {} },
    ({ execution }, { revision, occurredAt, data }) => ({
      execution: {
        ...execution,
        payments: [
          ...execution.payments,
          { entry: revision, on: dayOf(occurredAt), fen: data.fen, for: data.for },
        ],
      },
    }),
  ),
  GoodsDisposedOf: eventKind(
    {
      v: 1,
      volume: 'property',
      personal: {},
      refersTo: goodsNamed,
    },
    (file, { revision, occurredAt, data }) => {
      const on = dayOf(occurredAt);
      // Before the lines were recorded, none said everything.
      const parts = data.goods ?? confiscatedThere(file);
      const { goods } = without(file, parts, { entry: revision, on, how: 'disposed-of' });
      const over =
        data.goods === undefined ||
        data.everything === true ||
        (nothingConfiscatedHere({ ...file, goods }) && !confiscatesUnlisted(file));
      return { goods, execution: { ...file.execution, ...(over && { goodsDisposedOn: on }) } };
    },
  ),
};
