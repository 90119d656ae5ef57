/** Transfer of a suspected crime (涉嫌犯罪移送): APL 27; Provisions on Transfer of Suspected Crime Cases. */
import { dayOf, type Instant, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { late } from '../evidence/recorded.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficersToday, officersAsActors } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import * as law from './provisions.js';
import { reconsiderationActs, reconsiderationFolds } from './reconsideration.js';

/** crime-transfer/propose: by two officers named for it, with their written report. */
export type ProposeTransfer = Readonly<{
  officers: readonly PersonId[];
  offence: string;
  report: Paper;
  signedPaper?: Paper;
}>;
/** crime-transfer/decide */
export type DecideTransfer = Readonly<{ approved: boolean; reason?: string }>;
/** crime-transfer/send: the transfer letter and what goes with it (TRANS 6). */
export type SendTransfer = Outside & Readonly<{ letter: Paper; police: string; enclosed: readonly Paper[] }>;
export const policeAnswers = ['filed', 'refused'] as const;
/** crime-transfer/record-answer */
export type RecordAnswer = Outside &
  Readonly<{ answer: (typeof policeAnswers)[number]; paper: Paper; reason?: string }>;
/** crime-transfer/hand-over-goods */
export type HandOverGoods = Outside & Readonly<{ record: Paper; partyNotice?: Paper }>;
export const criminalOutcomes = ['no-crime', 'criminal-fine', 'punished-without-fine'] as const;
/** crime-transfer/record-outcome */
export type RecordOutcome = Outside & Readonly<{ outcome: (typeof criminalOutcomes)[number]; paper: Paper }>;

type Told<Entry> = Omit<Entry, 'occurredAt'>;
export type CrimeTransferProposed = Event<'CrimeTransferProposed', ProposeTransfer>;
export type CrimeTransferDecided = Event<'CrimeTransferDecided', DecideTransfer>;
export type CrimeTransferSent = Event<'CrimeTransferSent', Told<SendTransfer>>;
export type PoliceAnswered = Event<'PoliceAnswered', Told<RecordAnswer>>;
export type GoodsHandedToPolice = Event<'GoodsHandedToPolice', Told<HandOverGoods>>;
export type CriminalOutcomeRecorded = Event<'CriminalOutcomeRecorded', Told<RecordOutcome>>;

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
  handedOverOn?: LocalDate;
  outcome?: RecordOutcome['outcome'];
}>;

export const acts = {
  'crime-transfer/propose': act<ProposeTransfer, Recorded<'CrimeTransferProposed'>>({
    title: { zh: '报告移送涉嫌犯罪案件', en: 'Report a suspected crime' },
    by: ['officer'],
    requires: [caseOpen, law.nonePending],
    demands: [...byOfficersToday, law.reportWritten],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'CrimeTransferProposed',
        v: 1,
        occurredAt: context.now,
        actors: officersAsActors(entry, context),
        data: {
          officers: entry.officers,
          offence: entry.offence,
          report: entry.report,
          ...(entry.signedPaper && { signedPaper: entry.signedPaper }),
        },
      },
    ],
  }),
  'crime-transfer/decide': act<DecideTransfer, Recorded<'CrimeTransferDecided'>>({
    title: { zh: '决定是否移送', en: 'Decide on the transfer' },
    by: ['leader', 'principal'],
    requires: [caseOpen, law.decidedByThePrincipal, law.proposed, law.decidedByAnother],
    demands: [law.refusalReasoned],
    record: ({ approved, reason }, _, context) => [
      {
        type: 'CrimeTransferDecided',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: { approved, ...(reason !== undefined && { reason }) },
      },
    ],
  }),
  'crime-transfer/send': act<SendTransfer, Recorded<'CrimeTransferSent'>>({
    title: { zh: '向公安机关移送', en: 'Send the case to the police' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.transferApproved],
    demands: [...outsideAct, law.notBeforeApproval],
    record: (entry, _, context) => [
      {
        type: 'CrimeTransferSent',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { letter: entry.letter, police: entry.police, enclosed: entry.enclosed, ...late(entry) },
      },
    ],
  }),
  'crime-transfer/record-answer': act<RecordAnswer, Recorded<'PoliceAnswered'>>({
    title: { zh: '登记公安机关答复', en: 'Record the answer of the police' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.awaitingThePolice],
    demands: [...outsideAct, law.answerAfterSending, law.policeRefusalReasoned],
    record: (entry, _, context) => [
      {
        type: 'PoliceAnswered',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          answer: entry.answer,
          paper: entry.paper,
          ...(entry.reason !== undefined && { reason: entry.reason }),
          ...late(entry),
        },
      },
    ],
  }),
  'crime-transfer/hand-over-goods': act<HandOverGoods, Recorded<'GoodsHandedToPolice'>>({
    title: { zh: '移交涉案物品和材料', en: 'Hand goods and materials to the police' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.policeFiled],
    demands: [...outsideAct, law.answerAfterSending, law.partyTold],
    record: (entry, _, context) => [
      {
        type: 'GoodsHandedToPolice',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          record: entry.record,
          ...(entry.partyNotice && { partyNotice: entry.partyNotice }),
          ...late(entry),
        },
      },
    ],
  }),
  'crime-transfer/record-outcome': act<RecordOutcome, Recorded<'CriminalOutcomeRecorded'>>({
    title: { zh: '登记刑事处理结果', en: 'Record how the criminal case ended' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.underInvestigationByThePolice],
    demands: [...outsideAct, law.answerAfterSending],
    record: (entry, _, context) => [
      {
        type: 'CriminalOutcomeRecorded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { outcome: entry.outcome, paper: entry.paper, ...late(entry) },
      },
    ],
  }),
  ...reconsiderationActs,
};

type Slice = Readonly<{ crimeTransfers: readonly CrimeTransfer[] }>;

const told = ({ crimeTransfers }: Slice, more: Partial<CrimeTransfer>): Slice => ({
  crimeTransfers: crimeTransfers.map((one, index) =>
    index === crimeTransfers.length - 1 ? { ...one, ...more } : one,
  ),
});

export const folds: Folds<
  | 'CrimeTransferProposed'
  | 'CrimeTransferDecided'
  | 'CrimeTransferSent'
  | 'PoliceAnswered'
  | 'GoodsHandedToPolice'
  | 'CriminalOutcomeRecorded'
  | 'ReconsiderationAsked'
  | 'ReconsiderationAnswered'
> = {
  ...reconsiderationFolds,
  CrimeTransferProposed: ({ crimeTransfers }, { revision, occurredAt, data: { officers, offence } }) => ({
    crimeTransfers: [
      ...crimeTransfers,
      { entry: revision, officers, offence, proposedOn: dayOf(occurredAt) },
    ],
  }),
  CrimeTransferDecided: (file, { revision, occurredAt, data: { approved } }) =>
    told(file, { decision: { entry: revision, at: occurredAt, on: dayOf(occurredAt), approved } }),
  CrimeTransferSent: (file, { revision, occurredAt }) =>
    told(file, { sent: { entry: revision, at: occurredAt, on: dayOf(occurredAt) } }),
  PoliceAnswered: (file, { revision, occurredAt, data: { answer } }) =>
    told(file, { answer: { entry: revision, on: dayOf(occurredAt), kind: answer } }),
  GoodsHandedToPolice: (file, { occurredAt }) => told(file, { handedOverOn: dayOf(occurredAt) }),
  CriminalOutcomeRecorded: (file, { data: { outcome } }) => told(file, { outcome }),
};
