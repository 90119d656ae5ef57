/** Execution (执行): APL 66–74; SAMR-P 72–76. */
import type { Fen, LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';

export const paymentPurposes = ['fine', 'illegal-gains', 'surcharge'] as const;
export type PaymentPurpose = (typeof paymentPurposes)[number];
/** Who took the money: never the deciding agency itself (APL 67(1)). */
export const paymentChannels = ['bank', 'electronic'] as const;
export type PaymentChannel = (typeof paymentChannels)[number];

/** execution/record-payment: the bank's notice, entered by a handler. */
export type RecordPayment = Outside &
  Readonly<{ fen: Fen; for: PaymentPurpose; channel: PaymentChannel; receipt: Paper }>;
export type PaymentReceived = Event<'PaymentReceived', Omit<RecordPayment, 'occurredAt'>>;
/** execution/apply-for-instalments: the party's written application (SAMR-P 74). */
export type ApplyForInstalments = Outside & Readonly<{ reason: string; application: Paper }>;
export type InstalmentsAppliedFor = Event<'InstalmentsAppliedFor', Omit<ApplyForInstalments, 'occurredAt'>>;
export type Instalment = Readonly<{ due: LocalDate; fen: Fen }>;
/** execution/approve-instalments, execution/refuse-instalments: by a leader. */
export type ApproveInstalments = Readonly<{ plan: readonly Instalment[] }>;
export type InstalmentsApproved = Event<'InstalmentsApproved', ApproveInstalments & { application: EntryNumber }>;
export type RefuseInstalments = Readonly<{ reason: string }>;
export type InstalmentsRefused = Event<'InstalmentsRefused', RefuseInstalments & { application: EntryNumber }>;
/** execution/dispose-of-goods: destroyed, auctioned, returned. */
export type DisposeOfGoods = Outside &
  ByOfficers &
  Readonly<{ manner: 'destroyed' | 'auctioned' | 'handed-over'; record: Paper }>;
export type GoodsDisposedOf = Event<'GoodsDisposedOf', Omit<DisposeOfGoods, 'occurredAt'>>;

export type Execution = Readonly<{
  payments: readonly Readonly<{ entry: EntryNumber; on: LocalDate; fen: Fen; for: PaymentPurpose }>[];
  application?: Readonly<{ entry: EntryNumber; on: LocalDate; state: 'open' | 'approved' | 'refused' }>;
  plan?: readonly Instalment[];
  goodsDisposedOn?: LocalDate;
}>;
