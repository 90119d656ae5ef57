/** Transfer of a suspected crime (涉嫌犯罪移送): APL 27; Provisions on Transfer of Suspected Crime Cases. */
import type { ReconsiderationAsked, ReconsiderationAnswered } from './reconsideration.js';
import { dayOf, type Instant, type LocalDate } from '@anjuan/law';
import { happenedAt, late, outsideAct } from '@anjuan/procedure';
import type { Context, EntryNumber, Event, PersonId } from '@anjuan/procedure';
import { byOfficersToday } from '../officers.js';
import type { Recorded } from '../case-event.js';
import { byHandlerOrThereToday } from '../initiation/in-charge.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { heldFreely } from '../goods/confiscated.js';
import {
  everythingSeized,
  goodsAt,
  goodsNamed,
  recordedGoods,
  without,
  type Goods,
  type GoodsPart,
} from '../goods/ledger.js';
import { atGoods, partsFree } from '../goods/provisions.js';
import * as law from './provisions.js';
import { reconsiderationActs, reconsiderationEvents } from './reconsideration.js';
import {
  proposeTransferSchema,
  decideTransferSchema,
  sendTransferSchema,
  recordPoliceAnswerSchema,
  handOverGoodsSchema,
  recordCriminalOutcomeSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';

export { policeAnswers, criminalOutcomes } from './words.js';

/** crime-transfer/propose: by two officers named for it, with their written report. */
export type ProposeTransfer = Entry<typeof proposeTransferSchema>;
/** crime-transfer/decide */
export type DecideTransfer = Entry<typeof decideTransferSchema>;
/** crime-transfer/send: the transfer letter and what goes with it (TRANS 6). */
export type SendTransfer = Entry<typeof sendTransferSchema>;
/** crime-transfer/record-answer */
export type RecordAnswer = Entry<typeof recordPoliceAnswerSchema>;
/** crime-transfer/hand-over-goods */
export type HandOverGoods = Entry<typeof handOverGoodsSchema>;
/** crime-transfer/record-outcome */
export type RecordOutcome = Entry<typeof recordCriminalOutcomeSchema>;

export type CrimeTransferProposed = Event<'CrimeTransferProposed', ProposeTransfer>;
export type CrimeTransferDecided = Event<'CrimeTransferDecided', DecideTransfer>;
export type CrimeTransferSent = Event<'CrimeTransferSent', Omit<SendTransfer, 'occurredAt'>>;
export type PoliceAnswered = Event<'PoliceAnswered', Omit<RecordAnswer, 'occurredAt'>>;
export type GoodsHandedToPolice = Event<'GoodsHandedToPolice', Omit<HandOverGoods, 'occurredAt'>>;
export type CriminalOutcomeRecorded = Event<'CriminalOutcomeRecorded', Omit<RecordOutcome, 'occurredAt'>>;

type Moment = Readonly<{ entry: EntryNumber; on: LocalDate }>;
export type CrimeTransfer = Readonly<{
  entry: EntryNumber;
  officers: readonly PersonId[];
  offence: string;
  proposedOn: LocalDate;
  decision?: Moment & Readonly<{ at: Instant; approved: boolean }>;
  sent?: Moment & Readonly<{ at: Instant }>;
  answer?: Moment & Readonly<{ kind: RecordAnswer['answer'] }>;
  /** TRANS 9; `of` the refusal, which `answer` no longer is once they have answered anew. */
  reconsideration?: Moment & Readonly<{ answered: boolean; of: Moment }>;
  /** The first day on which goods or materials were handed over (TRANS 12). */
  handedOverOn?: LocalDate;
  outcome?: RecordOutcome['outcome'];
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** In the order they were proposed. */
  crimeTransfers: readonly CrimeTransfer[];
}>;
export const empty: Slice = { crimeTransfers: [] };

/** ACL 21: everything seized, where none is named. Where a decision has confiscated all of it, the materials alone. */
const whatGoes = (entry: HandOverGoods, file: CaseFile, context: Context): readonly GoodsPart[] => {
  if (entry.goods !== undefined) return entry.goods;
  const seized = everythingSeized(file, dayOf(happenedAt(entry, context)));
  const isFree = (goods: Goods | undefined): boolean => goods !== undefined && heldFreely(file, goods) > 0;
  return seized.some((part) => isFree(goodsAt(file, part))) ? seized : [];
};

export const acts = {
  'crime-transfer/propose': act<ProposeTransfer, Recorded<'CrimeTransferProposed'>>({
    title: { zh: '报告移送涉嫌犯罪案件', en: 'Report a suspected crime' },
    entry: proposeTransferSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, law.nonePending],
    demands: [byHandlerOrThereToday, ...byOfficersToday, law.reportWritten],
    records: 'CrimeTransferProposed',
    data: (entry) => ({
      officers: entry.officers,
      offence: entry.offence,
      report: entry.report,
      ...(entry.signedPaper && { signedPaper: entry.signedPaper }),
    }),
  }),
  'crime-transfer/decide': act<DecideTransfer, Recorded<'CrimeTransferDecided'>>({
    title: { zh: '决定是否移送', en: 'Decide on the transfer' },
    entry: decideTransferSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    // TRANS 5(2): only the principal decides it, within three days, even after reviewing the case.
    exemptFrom: ['review/reviewer-does-not-lead', 'review/leader-stands-apart'],
    requires: [leadOrCaseOpen, law.decidedByThePrincipal, law.proposed, law.decidedByAnother],
    demands: [law.refusalReasoned],
    records: 'CrimeTransferDecided',
  }),
  'crime-transfer/send': act<SendTransfer, Recorded<'CrimeTransferSent'>>({
    title: { zh: '向公安机关移送', en: 'Send the case to the police' },
    entry: sendTransferSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, law.transferApproved],
    demands: [...outsideAct, law.notBeforeApproval],
    records: 'CrimeTransferSent',
  }),
  'crime-transfer/record-answer': act<RecordAnswer, Recorded<'PoliceAnswered'>>({
    title: { zh: '登记公安机关答复', en: 'Record the answer of the police' },
    entry: recordPoliceAnswerSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, law.awaitingThePolice],
    demands: [...outsideAct, law.answerAfterSending, law.policeRefusalReasoned],
    records: 'PoliceAnswered',
  }),
  'crime-transfer/hand-over-goods': act<HandOverGoods, Recorded<'GoodsHandedToPolice'>>({
    title: { zh: '移交涉案物品和材料', en: 'Hand goods and materials to the police' },
    entry: handOverGoodsSchema,
    by: ['officer'],
    requires: [law.openOrWithThePolice, byHandler, law.policeFiled],
    demands: [
      ...outsideAct,
      law.answerAfterSending,
      law.partyNotified,
      ...partsFree<HandOverGoods, CaseFile>('goods', [...atGoods, '/occurredAt'], whatGoes),
    ],
    records: 'GoodsHandedToPolice',
    data: (entry, file, context) => ({
      ...recordedGoods(file, entry.goods, whatGoes(entry, file, context)),
      record: entry.record,
      ...(entry.partyNotice && { partyNotice: entry.partyNotice }),
      ...late(entry),
    }),
  }),
  'crime-transfer/record-outcome': act<RecordOutcome, Recorded<'CriminalOutcomeRecorded'>>({
    title: { zh: '登记刑事处理结果', en: 'Record how the criminal case ended' },
    entry: recordCriminalOutcomeSchema,
    by: ['officer'],
    requires: [law.openOrWithThePolice, byHandler, law.underInvestigationByThePolice],
    demands: [...outsideAct, law.answerAfterSending],
    records: 'CriminalOutcomeRecorded',
  }),
  ...reconsiderationActs,
};

/** For one of its parties at least. */
const closedForThePolice = ({ closure }: Pick<CaseFile, 'closure'>): boolean =>
  [closure, ...(closure?.others ?? [])].some(
    (one) => one?.ground === 'other' || one?.ground === 'no-penalty',
  );

const withLast = ({ crimeTransfers }: Slice, more: Partial<CrimeTransfer>): Slice => ({
  crimeTransfers: crimeTransfers.map((one, index) =>
    index === crimeTransfers.length - 1 ? { ...one, ...more } : one,
  ),
});

export const events: Events<
  | CrimeTransferProposed
  | CrimeTransferDecided
  | CrimeTransferSent
  | PoliceAnswered
  | GoodsHandedToPolice
  | CriminalOutcomeRecorded
  | ReconsiderationAsked
  | ReconsiderationAnswered
> = {
  ...reconsiderationEvents,
  CrimeTransferProposed: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, investigates: true, withdrawableBy: 'handler' },
    ({ crimeTransfers }, { revision, occurredAt, data: { officers, offence } }) => ({
      crimeTransfers: [
        ...crimeTransfers,
        { entry: revision, officers, offence, proposedOn: dayOf(occurredAt) },
      ],
    }),
  ),
  CrimeTransferDecided: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    (file, { revision, occurredAt, data: { approved } }) =>
      withLast(file, { decision: { entry: revision, at: occurredAt, on: dayOf(occurredAt), approved } }),
  ),
  CrimeTransferSent: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt }) =>
      withLast(file, { sent: { entry: revision, at: occurredAt, on: dayOf(occurredAt) } }),
  ),
  PoliceAnswered: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt, data: { answer } }) =>
      withLast(file, { answer: { entry: revision, on: dayOf(occurredAt), kind: answer } }),
  ),
  GoodsHandedToPolice: eventKind(
    {
      v: 1,
      volume: 'property',
      personal: {},
      refersTo: goodsNamed,
    },
    (file, { revision, occurredAt, data }) => {
      const on = dayOf(occurredAt);
      // Before the lines were recorded it said nothing of them.
      const parts = data.goods ?? everythingSeized(file, on);
      return {
        ...withLast(file, { handedOverOn: law.last(file)?.handedOverOn ?? on }),
        ...without(file, parts, { entry: revision, on, how: 'handed-over' }),
      };
    },
  ),
  CriminalOutcomeRecorded: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    // A case that was closed because the police had it is the agency's again: it is decided, or closed anew (APL 27(1)).
    (file, { data: { outcome } }) => ({
      ...withLast(file, { outcome }),
      ...(closedForThePolice(file) && { closure: undefined, archived: undefined }),
    }),
  ),
};
