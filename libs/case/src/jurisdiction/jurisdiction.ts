/** Disputed jurisdiction and transfer to another agency (管辖争议、移送): APL 25; SAMR-P 12–14, 16, 17. */
import { dayOf, type Instant, type LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { late } from '../evidence/recorded.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import * as law from './provisions.js';

/** jurisdiction/record-dispute: with which agency, and over what. */
export type RecordDispute = Outside & Readonly<{ agency: string; reason: string }>;
/** jurisdiction/report-to-superior: happens when the superior receives the materials (SAMR-P 16). */
export type ReportToSuperior = Outside & Readonly<{ superior: string; letter: Paper }>;
export const settlements = ['talks', 'superior'] as const; // 协商一致、指定管辖
/** jurisdiction/record-settlement: `ours` whether this agency keeps the case; `competent` the agency's name. */
export type RecordSettlement = Outside &
  Readonly<{ by: (typeof settlements)[number]; ours: boolean; competent: string; paper: Paper }>;
export const receivers = ['market-supervision', 'other-agency'] as const; // SAMR-P 14, 17
/** jurisdiction/request-transfer */
export type TransferTerms = Readonly<{
  to: (typeof receivers)[number];
  agency: string;
  reason: string;
}>;
/** jurisdiction/approve-transfer */
export type ApproveTransfer = Readonly<{ approval: EntryNumber }>;
/** jurisdiction/send-transfer: the letter and what goes with it. */
export type SendCase = Outside & Readonly<{ letter: Paper; enclosed: readonly Paper[] }>;

type Told<Entry> = Omit<Entry, 'occurredAt'>;
export type JurisdictionDisputed = Event<'JurisdictionDisputed', Told<RecordDispute>>;
export type JurisdictionReported = Event<'JurisdictionReported', Told<ReportToSuperior>>;
export type JurisdictionSettled = Event<'JurisdictionSettled', Told<RecordSettlement>>;
export type CaseTransferApproved = Event<'CaseTransferApproved', TransferTerms & ApproveTransfer>;
export type CaseTransferred = Event<'CaseTransferred', Told<SendCase>>;

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
}>;
/** `transfer` from its approval, until a settlement gives the case back. */
export type Jurisdiction = Readonly<{ disputes: readonly Dispute[]; transfer?: CaseTransfer }>;

const mayBeTransferred = [
  law.beforeDecision,
  law.notTransferred,
  law.undisputed,
  law.notReceivedByTransfer,
] as const;

export const acts = {
  'jurisdiction/record-dispute': act<RecordDispute, Recorded<'JurisdictionDisputed'>>({
    title: { zh: '登记管辖争议', en: 'Record a dispute on jurisdiction' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.beforeDecision, law.undisputed],
    demands: [...outsideAct, law.agencyNamed],
    record: (entry, _, context) => [
      {
        type: 'JurisdictionDisputed',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { agency: entry.agency, reason: entry.reason, ...late(entry) },
      },
    ],
  }),
  'jurisdiction/report-to-superior': act<ReportToSuperior, Recorded<'JurisdictionReported'>>({
    title: { zh: '报请指定管辖', en: 'Report the dispute to the superior' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.disputed, law.notReported],
    demands: [...outsideAct, law.afterTheDispute],
    record: (entry, _, context) => [
      {
        type: 'JurisdictionReported',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { superior: entry.superior, letter: entry.letter, ...late(entry) },
      },
    ],
  }),
  'jurisdiction/record-settlement': act<RecordSettlement, Recorded<'JurisdictionSettled'>>({
    title: { zh: '登记管辖争议处理结果', en: 'Record how the dispute was settled' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.disputed],
    demands: [...outsideAct, law.afterTheDispute],
    record: (entry, _, context) => [
      {
        type: 'JurisdictionSettled',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          by: entry.by,
          ours: entry.ours,
          competent: entry.competent,
          paper: entry.paper,
          ...late(entry),
        },
      },
    ],
  }),
  'jurisdiction/request-transfer': act<TransferTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请移送其他机关', en: 'Ask for the case to be transferred to another agency' },
    by: ['officer'],
    requires: [caseOpen, byHandler, ...mayBeTransferred, law.oneTransferRequest],
    demands: [law.agencyNamed, law.toTheCompetent],
    record: ({ to, agency, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'transfer', terms: { to, agency, reason } },
      },
    ],
  }),
  'jurisdiction/approve-transfer': act<
    ApproveTransfer,
    Recorded<'ApprovalGiven'> | Recorded<'CaseTransferApproved'>
  >({
    title: { zh: '批准移送其他机关', en: 'Approve the transfer to another agency' },
    by: ['leader', 'principal'],
    requires: [law.transferByLeader, caseOpen, ...mayBeTransferred],
    demands: [...givesApproval('transfer'), law.askedForTheCompetent],
    record: ({ approval }, file, { now, actor }) => {
      const terms = law.transferAsked(file, approval);
      // `approval/open` has refused what was not asked for.
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
    by: ['officer'],
    requires: [caseOpen, byHandler, law.transferApproved, law.undisputed, law.sentToTheCompetent],
    demands: [...outsideAct, law.afterTheApproval],
    record: (entry, _, context) => [
      {
        type: 'CaseTransferred',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { letter: entry.letter, enclosed: entry.enclosed, ...late(entry) },
      },
    ],
  }),
};

type Slice = Readonly<{ jurisdiction: Jurisdiction }>;
const moment = ({ revision, occurredAt }: { revision: EntryNumber; occurredAt: Instant }): Moment => ({
  entry: revision,
  at: occurredAt,
  on: dayOf(occurredAt),
});
const told = ({ jurisdiction }: Slice, more: Partial<Dispute>): readonly Dispute[] =>
  jurisdiction.disputes.map((one) => (one === jurisdiction.disputes.at(-1) ? { ...one, ...more } : one));

export const folds: Folds<
  | 'JurisdictionDisputed'
  | 'JurisdictionReported'
  | 'JurisdictionSettled'
  | 'CaseTransferApproved'
  | 'CaseTransferred'
> = {
  JurisdictionDisputed: ({ jurisdiction }, event) => ({
    jurisdiction: {
      ...jurisdiction,
      disputes: [...jurisdiction.disputes, { ...moment(event), agency: event.data.agency }],
    },
  }),
  JurisdictionReported: (file, event) => ({
    jurisdiction: { ...file.jurisdiction, disputes: told(file, { reported: moment(event) }) },
  }),
  JurisdictionSettled: (file, event) => {
    const { by, ours, competent } = event.data;
    const disputes = told(file, { settled: { ...moment(event), by, ours, competent } });
    return { jurisdiction: ours ? { disputes } : { ...file.jurisdiction, disputes } };
  },
  CaseTransferApproved: ({ jurisdiction }, { revision, occurredAt, data: { agency } }) => ({
    jurisdiction: { ...jurisdiction, transfer: { entry: revision, agency, approvedAt: occurredAt } },
  }),
  CaseTransferred: ({ jurisdiction }, { occurredAt }) => ({
    jurisdiction: {
      ...jurisdiction,
      ...(jurisdiction.transfer && { transfer: { ...jurisdiction.transfer, sentOn: dayOf(occurredAt) } }),
    },
  }),
};
