/** Advance registration and preservation of evidence (先行登记保存): APL 56; SAMR-P 33–35. */
import { dayOf, type Instant, type LocalDate } from '@anjuan/law';
import { approvalOf, givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { late, signed } from '../evidence/recorded.js';
import { byHandler, caseOpen } from '../initiation/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import * as law from './provisions.js';

/** preservation/request: what, and why it may be lost or hard to get later. */
export type PreservationTerms = Readonly<{ items: string; reason: string }>;
/** preservation/approve */
export type ApprovePreservation = Readonly<{ approval: EntryNumber }>;
/** preservation/take: under an approval, or at once in an emergency, approved within twenty-four hours. */
export type TakePreservation = Outside &
  ByOfficers &
  Readonly<{
    approval?: EntryNumber;
    urgent?: PreservationTerms;
    listHandedOver: boolean;
    noticeHandedOver: boolean;
    list: Paper;
  }>;
export type EvidencePreserved = Event<
  'EvidencePreserved',
  Omit<TakePreservation, 'occurredAt' | 'urgent'> & PreservationTerms & { urgent: boolean }
>;
/** preservation/make-up-approval: a leader approves afterwards, or has it lifted at once. */
export type MakeUpPreservation = Readonly<{ preservation: EntryNumber; agreed: boolean; reason?: string }>;
export type PreservationMadeUp = Event<'PreservationMadeUp', MakeUpPreservation>;
export const preservationManners = [
  'recorded', // 记录、复制、拍照、录像
  'sent-to-test', // 送交检测、检验、检疫、鉴定
  'seized', // 采取查封、扣押
  'confiscated', // 决定没收
] as const;
/** preservation/deal-with: SAMR-P 35(1)(1)–(4). */
export type DealWithPreservation = Outside &
  ByOfficers &
  Readonly<{ preservation: EntryNumber; manner: (typeof preservationManners)[number]; what: string }>;
export type PreservationDealtWith = Event<'PreservationDealtWith', Omit<DealWithPreservation, 'occurredAt'>>;
/** preservation/lift: by a leader (SAMR-P 33, 35(1)(5)). */
export type LiftPreservation = Readonly<{ preservation: EntryNumber; reason: string }>;
export type PreservationLifted = Event<'PreservationLifted', LiftPreservation>;

export type Preservation = Readonly<{
  entry: EntryNumber;
  approval?: EntryNumber;
  takenAt: Instant;
  takenOn: LocalDate;
  officers: readonly string[];
  /** Absent: it was approved before. */
  urgent?: Readonly<{ madeUp?: Readonly<{ entry: EntryNumber; at: Instant; agreed: boolean }> }>;
  ended?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
}>;

const toTake = [caseOpen, byHandler, law.preservedBeforeDecision];

export const acts = {
  'preservation/request': act<PreservationTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请先行登记保存', en: 'Ask for evidence to be preserved' },
    by: ['officer'],
    requires: toTake,
    demands: [law.mayBeLost],
    record: ({ items, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'preservation', terms: { items, reason } },
      },
    ],
  }),
  'preservation/approve': act<ApprovePreservation, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准先行登记保存', en: 'Approve that evidence is preserved' },
    by: ['leader', 'principal'],
    requires: [law.preservedByLeader, caseOpen, law.preservedBeforeDecision],
    demands: givesApproval('preservation'),
    record: ({ approval }, _, { now, actor }) => [
      {
        type: 'ApprovalGiven',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { approval, matter: 'preservation' },
      },
    ],
  }),
  'preservation/take': act<TakePreservation, Recorded<'EvidencePreserved'>>({
    title: { zh: '实施先行登记保存', en: 'Preserve evidence' },
    by: ['officer'],
    requires: toTake,
    demands: [...byOfficers, ...outsideAct, law.approvedOrUrgent, law.urgencyStated, law.handedOver],
    names: ({ officers }) => officers,
    record: (entry, file, context) => {
      const asked = entry.approval === undefined ? undefined : approvalOf(file, entry.approval);
      const terms = asked?.matter === 'preservation' ? asked.terms : entry.urgent;
      // `preservation/approved-or-urgent` has refused what is neither.
      if (terms === undefined) return [];
      const data = {
        ...signed(entry),
        items: terms.items,
        reason: terms.reason,
        ...(entry.approval !== undefined && { approval: entry.approval }),
        urgent: entry.approval === undefined,
        listHandedOver: entry.listHandedOver,
        noticeHandedOver: entry.noticeHandedOver,
        list: entry.list,
        ...late(entry),
      };
      const occurredAt = happenedAt(entry, context);
      return [
        { type: 'EvidencePreserved', v: 1, occurredAt, actors: officersAsActors(entry, context), data },
      ];
    },
  }),
  'preservation/make-up-approval': act<MakeUpPreservation, Recorded<'PreservationMadeUp'>>({
    title: { zh: '补办先行登记保存批准', en: 'Approve afterwards, or have it lifted' },
    by: ['leader', 'principal'],
    requires: [law.preservedByLeader, caseOpen],
    demands: [law.waitsForApproval, law.madeUpByAnother, law.disagreementReasoned],
    record: ({ preservation, agreed, reason }, _, { now, actor }) => [
      {
        type: 'PreservationMadeUp',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { preservation, agreed, ...(reason !== undefined && { reason }) },
      },
    ],
  }),
  'preservation/deal-with': act<DealWithPreservation, Recorded<'PreservationDealtWith'>>({
    title: { zh: '处理先行登记保存的证据', en: 'Deal with the evidence preserved' },
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [...byOfficers, ...outsideAct, law.stillPreserved, law.dealtAfterTaken, law.mannerShown],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'PreservationDealtWith',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          preservation: entry.preservation,
          manner: entry.manner,
          what: entry.what,
          ...late(entry),
        },
      },
    ],
  }),
  'preservation/lift': act<LiftPreservation, Recorded<'PreservationLifted'>>({
    title: { zh: '解除先行登记保存', en: 'Lift a preservation' },
    by: ['leader', 'principal'],
    requires: [law.preservedByLeader, caseOpen],
    demands: [law.stillPreserved, law.liftingReasoned],
    record: ({ preservation, reason }, _, { now, actor }) => [
      {
        type: 'PreservationLifted',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { preservation, reason },
      },
    ],
  }),
};

type Slice = Readonly<{ preservations: readonly Preservation[] }>;
const changed = (
  { preservations }: Slice,
  number: EntryNumber,
  change: (one: Preservation) => Preservation,
): Slice => ({
  preservations: preservations.map((one) => (one.entry === number ? change(one) : one)),
});

export const folds: Folds<
  'EvidencePreserved' | 'PreservationMadeUp' | 'PreservationDealtWith' | 'PreservationLifted'
> = {
  EvidencePreserved: ({ preservations }, { revision, occurredAt, data: { approval, urgent, officers } }) => ({
    preservations: [
      ...preservations,
      {
        entry: revision,
        ...(approval !== undefined && { approval }),
        takenAt: occurredAt,
        takenOn: dayOf(occurredAt),
        officers,
        ...(urgent && { urgent: {} }),
      },
    ],
  }),
  PreservationMadeUp: (file, { revision, occurredAt, data: { preservation, agreed } }) =>
    changed(file, preservation, (one) => ({
      ...one,
      urgent: { madeUp: { entry: revision, at: occurredAt, agreed } },
      ...(!agreed && { ended: { entry: revision, on: dayOf(occurredAt) } }),
    })),
  PreservationDealtWith: (file, { revision, occurredAt, data: { preservation } }) =>
    changed(file, preservation, (one) => ({ ...one, ended: { entry: revision, on: dayOf(occurredAt) } })),
  PreservationLifted: (file, { revision, occurredAt, data: { preservation } }) =>
    changed(file, preservation, (one) => ({ ...one, ended: { entry: revision, on: dayOf(occurredAt) } })),
};
