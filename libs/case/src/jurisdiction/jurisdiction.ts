/** Disputed jurisdiction and transfer to another agency (管辖争议、移送): APL 25; SAMR-P 12–14, 16, 17. */
import { addDays, dayOf, type Instant, type Interval, type LocalDate } from '@anjuan/law';
import { late, outsideAct } from '@anjuan/procedure';
import type { Context, EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { cameBack, goodsNamed, recordedGoods, without } from '../goods/ledger.js';
import { everythingInForce, partsInForce, type Measures } from '../goods/in-force.js';
import { atGoods, namesALine } from '../goods/provisions.js';
import { comesBackAsItWent } from './coming-back.js';
import { noCrimeReported, nothingStays } from './of-a-lead.js';
import { eventKind, type Events } from '../event-kind.js';
import * as law from './provisions.js';
import {
  recordDisputeSchema,
  reportToSuperiorSchema,
  recordSettlementSchema,
  requestTransferSchema,
  sendCaseSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

export { settlements, receivers } from './words.js';

/** jurisdiction/record-dispute: with which agency, and over what. */
export type RecordDispute = Entry<typeof recordDisputeSchema>;
/** jurisdiction/report-to-superior: happens when the superior receives the materials (SAMR-P 16). */
export type ReportToSuperior = Entry<typeof reportToSuperiorSchema>;
/** jurisdiction/record-settlement: `ours` whether this agency keeps the case; `competent` the agency's name. */
export type RecordSettlement = Entry<typeof recordSettlementSchema>;
/** jurisdiction/request-transfer */
export type TransferTerms = Entry<typeof requestTransferSchema>;
/** jurisdiction/approve-transfer */
export type ApproveTransfer = Readonly<{ approval: EntryNumber }>;
/** jurisdiction/send-transfer: the letter and what goes with it. */
export type SendCase = Entry<typeof sendCaseSchema>;

export type JurisdictionDisputed = Event<'JurisdictionDisputed', Omit<RecordDispute, 'occurredAt'>>;
export type JurisdictionReported = Event<'JurisdictionReported', Omit<ReportToSuperior, 'occurredAt'>>;
export type JurisdictionSettled = Event<'JurisdictionSettled', Omit<RecordSettlement, 'occurredAt'>>;
export type CaseTransferApproved = Event<'CaseTransferApproved', TransferTerms & ApproveTransfer>;
export type CaseTransferred = Event<'CaseTransferred', Omit<SendCase, 'occurredAt'>>;

type Moment = Readonly<{ entry: EntryNumber; at: Instant; on: LocalDate }>;
export type Dispute = Moment &
  Readonly<{
    agency: string;
    reported?: Moment;
    settled?: Moment & Pick<RecordSettlement, 'by' | 'ours' | 'competent'>;
  }>;
export type CaseTransfer = Readonly<{
  entry: EntryNumber;
  agency: string;
  approvedAt: Instant;
  sentOn?: LocalDate;
  /** Entry number of the sending. */
  sentAs?: EntryNumber;
}>;
/** `transfer` from its approval, until a settlement gives the case back. */
export type Jurisdiction = Readonly<{
  disputes: readonly Dispute[];
  transfer?: CaseTransfer;
  /** The days on which it was with another agency, before it came back. */
  daysAway?: readonly Interval[];
}>;

const mayBeTransferred = [
  law.beforeDecision,
  law.notTransferred,
  law.undisputed,
  law.notReceivedByTransfer,
] as const;

/** Where none are named everything goes along that is here: the case is no longer ours. A list that names none says that nothing does. */
const whatGoes = ({ goods }: SendCase, file: Measures, context: Context): Pick<SendCase, 'goods'> =>
  recordedGoods(file, goods, everythingInForce(file, context));

/** What this step adds to the file. */
export type Slice = Readonly<{
  jurisdiction: Jurisdiction;
}>;
export const empty: Slice = { jurisdiction: { disputes: [] } };

export const acts = {
  'jurisdiction/record-dispute': act<RecordDispute, Recorded<'JurisdictionDisputed'>>({
    title: { zh: '登记管辖争议', en: 'Record a dispute on jurisdiction' },
    entry: recordDisputeSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, law.beforeDecision, law.undisputed],
    demands: [...outsideAct, law.agencyNamed],
    records: 'JurisdictionDisputed',
  }),
  'jurisdiction/report-to-superior': act<ReportToSuperior, Recorded<'JurisdictionReported'>>({
    title: { zh: '报请指定管辖', en: 'Report the dispute to the superior' },
    entry: reportToSuperiorSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, law.disputed, law.notReported],
    demands: [...outsideAct, law.afterTheDispute],
    records: 'JurisdictionReported',
  }),
  'jurisdiction/record-settlement': act<RecordSettlement, Recorded<'JurisdictionSettled'>>({
    title: { zh: '登记管辖争议处理结果', en: 'Record how the dispute was settled' },
    entry: recordSettlementSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, law.disputed],
    demands: [...outsideAct, law.afterTheDispute, namesALine, comesBackAsItWent],
    records: 'JurisdictionSettled',
  }),
  'jurisdiction/request-transfer': act<TransferTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请移送其他机关', en: 'Ask for the case to be transferred to another agency' },
    entry: requestTransferSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, ...mayBeTransferred, law.oneTransferRequest],
    demands: [law.agencyNamed, law.toTheCompetent],
    records: 'ApprovalRequested',
    matter: 'transfer',
    data: ({ to, agency, reason }) => ({ matter: 'transfer', terms: { to, agency, reason } }),
  }),
  'jurisdiction/approve-transfer': act<
    ApproveTransfer,
    Recorded<'ApprovalGiven'> | Recorded<'CaseTransferApproved'>
  >({
    title: { zh: '批准移送其他机关', en: 'Approve the transfer to another agency' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.transferByLeader, leadOrCaseOpen, ...mayBeTransferred],
    demands: [...givesApproval('transfer'), law.requestedForTheCompetent],
    records: 'CaseTransferApproved',
    record: ({ approval }, file, { now, actor }) => {
      const terms = law.requestedTransfer(file, approval);
      // Without a request `approval/open` has refused.
      if (terms === undefined) return [];
      const { to, agency, reason } = terms;
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'transfer' } },
        { type: 'CaseTransferApproved', ...stamp, data: { approval, to, agency, reason } },
      ];
    },
  }),
  'jurisdiction/send-transfer': act<SendCase, Recorded<'CaseTransferred'>>({
    title: { zh: '移送其他机关', en: 'Send the case to the other agency' },
    entry: sendCaseSchema,
    by: ['officer'],
    requires: [
      leadOrCaseOpen,
      byHandler,
      law.transferApproved,
      law.undisputed,
      law.sentToTheCompetent,
      noCrimeReported,
    ],
    demands: [
      ...outsideAct,
      law.afterTheApproval,
      ...partsInForce<SendCase>(atGoods, ({ goods = [] }) => goods),
      ...nothingStays,
    ],
    records: 'CaseTransferred',
    data: (entry, file, context) => ({
      letter: entry.letter,
      enclosed: entry.enclosed,
      ...whatGoes(entry, file, context),
      ...late(entry),
    }),
  }),
};

const moment = ({ revision, occurredAt }: { revision: EntryNumber; occurredAt: Instant }): Moment => ({
  entry: revision,
  at: occurredAt,
  on: dayOf(occurredAt),
});
const withLast = ({ jurisdiction }: Slice, more: Partial<Dispute>): readonly Dispute[] =>
  jurisdiction.disputes.map((one) => (one === jurisdiction.disputes.at(-1) ? { ...one, ...more } : one));

/** The day on which it comes back counts again. */
const daysAwayUntil = (
  { jurisdiction: { transfer, daysAway = [] } }: Slice,
  back: LocalDate,
): Pick<Jurisdiction, 'daysAway'> => {
  const { sentOn } = transfer ?? {};
  const days =
    sentOn === undefined || sentOn >= back
      ? daysAway
      : [...daysAway, { from: sentOn, to: addDays(back, -1) }];
  return days.length === 0 ? {} : { daysAway: days };
};

export const events: Events<
  JurisdictionDisputed | JurisdictionReported | JurisdictionSettled | CaseTransferApproved | CaseTransferred
> = {
  JurisdictionDisputed: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ jurisdiction }, event) => ({
      jurisdiction: {
        ...jurisdiction,
        disputes: [...jurisdiction.disputes, { ...moment(event), agency: event.data.agency }],
      },
    }),
  ),
  JurisdictionReported: eventKind({ v: 1, volume: 'other-main', personal: {} }, (file, event) => ({
    jurisdiction: { ...file.jurisdiction, disputes: withLast(file, { reported: moment(event) }) },
  })),
  JurisdictionSettled: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: goodsNamed },
    (file, event) => {
      const { by, ours, competent, goods = [] } = event.data;
      const disputes = withLast(file, { settled: { ...moment(event), by, ours, competent } });
      const { transfer } = file.jurisdiction;
      if (!ours) return { jurisdiction: { ...file.jurisdiction, disputes } };
      return {
        jurisdiction: { disputes, ...daysAwayUntil(file, dayOf(event.occurredAt)) },
        ...(transfer?.sentAs !== undefined && cameBack(file, goods, transfer.sentAs)),
      };
    },
  ),
  CaseTransferApproved: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['approval'] },
    ({ jurisdiction }, { revision, occurredAt, data: { agency } }) => ({
      jurisdiction: { ...jurisdiction, transfer: { entry: revision, agency, approvedAt: occurredAt } },
    }),
  ),
  CaseTransferred: eventKind(
    {
      v: 1,
      volume: 'other-main',
      personal: {},
      refersTo: goodsNamed,
    },
    ({ jurisdiction, goods }, { revision, occurredAt, data }) => ({
      ...without({ goods }, data.goods ?? [], { entry: revision, on: dayOf(occurredAt), how: 'handed-over' }),
      jurisdiction: {
        ...jurisdiction,
        ...(jurisdiction.transfer && {
          transfer: { ...jurisdiction.transfer, sentOn: dayOf(occurredAt), sentAs: revision },
        }),
      },
    }),
  ),
};
