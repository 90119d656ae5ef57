/** Advance registration and preservation of evidence (先行登记保存): APL 56; SAMR-P 33–35. */
import { dayOf, type Instant, type LocalDate } from '@anjuan/law';
import { happenedAt, late, officersAsActors, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import { requestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import { byHandler, byOfficersThere } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/provisions.js';
import { act } from '../case-act.js';
import {
  goodsOf,
  kept,
  listed,
  ofMeasure,
  soMany,
  withLines,
  without,
  type Fate,
  type OfGoods,
  type Part,
} from '../goods/ledger.js';
import { heldFreely, type Decided } from '../goods/confiscated.js';
import { listDemands } from '../goods/provisions.js';
import { eventKind, type Events } from '../event-kind.js';
import { onTheSpot, partyOnTheSpot } from './on-the-spot.js';
import * as law from './provisions.js';
import {
  requestPreservationSchema,
  takePreservationSchema,
  makeUpPreservationSchema,
  dealWithPreservationSchema,
  liftPreservationSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

export { preservationManners } from './words.js';

/** preservation/request: what, and why it may be lost or hard to get later. */
export type PreservationTerms = Entry<typeof requestPreservationSchema>;
/** preservation/approve */
export type ApprovePreservation = Readonly<{ approval: EntryNumber }>;
/** preservation/take: under an approval, or at once in an emergency, approved within twenty-four hours. */
export type TakePreservation = Entry<typeof takePreservationSchema>;
export type EvidencePreserved = Event<
  'EvidencePreserved',
  Omit<TakePreservation, 'occurredAt' | 'urgent'> & PreservationTerms & { urgent: boolean }
>;
/** preservation/make-up-approval: a leader approves afterwards, or has it lifted at once. */
export type MakeUpPreservation = Entry<typeof makeUpPreservationSchema>;
export type PreservationMadeUp = Event<'PreservationMadeUp', MakeUpPreservation>;
/** preservation/deal-with: SAMR-P 35(1)(1)–(4). */
export type DealWithPreservation = Entry<typeof dealWithPreservationSchema>;
export type PreservationDealtWith = Event<'PreservationDealtWith', Omit<DealWithPreservation, 'occurredAt'>>;
/** preservation/lift: by a leader (SAMR-P 33, 35(1)(5)). */
export type LiftPreservation = Entry<typeof liftPreservationSchema>;
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

const toTake = [leadOrCaseOpen, byHandler, law.preservedBeforeDecision];

/** What this step adds to the file. */
export type Slice = Readonly<{
  preservations: readonly Preservation[];
}>;
export const empty: Slice = { preservations: [] };

export const acts = {
  'preservation/request': act<PreservationTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请先行登记保存', en: 'Ask for evidence to be preserved' },
    entry: requestPreservationSchema,
    by: ['officer'],
    of: 'any-party',
    requires: toTake,
    demands: [law.mayBeLost],
    records: 'ApprovalRequested',
    matter: 'preservation',
    data: ({ items, reason }) => ({ matter: 'preservation', terms: { items, reason } }),
  }),
  'preservation/approve': act<ApprovePreservation, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准先行登记保存', en: 'Approve that evidence is preserved' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    of: 'any-party',
    opensGate: true,
    requires: [law.preservedByLeader, leadOrCaseOpen, law.preservedBeforeDecision],
    demands: givesApproval('preservation'),
    records: 'ApprovalGiven',
    matter: 'preservation',
    data: ({ approval }) => ({ approval, matter: 'preservation' }),
  }),
  'preservation/take': act<TakePreservation, Recorded<'EvidencePreserved'>>({
    title: { zh: '实施先行登记保存', en: 'Preserve evidence' },
    entry: takePreservationSchema,
    by: ['officer'],
    of: 'any-party',
    requires: [leadOrCaseOpen, law.preservedBeforeDecision],
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      law.approvedOrUrgent,
      law.urgencyStated,
      ...onTheSpot,
      ...listDemands,
    ],
    records: 'EvidencePreserved',
    record: (entry, file, context) => {
      const requested =
        entry.approval === undefined ? undefined : requestedTerms('preservation')(file, entry.approval);
      const terms = requested ?? entry.urgent;
      // With neither, `preservation/approved-or-urgent` has refused.
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
        ...withLines(entry.lines),
        ...partyOnTheSpot(entry),
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
    entry: makeUpPreservationSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.preservedByLeader, leadOrCaseOpen],
    demands: [law.waitsForApproval, law.madeUpByAnother, law.disagreementReasoned],
    records: 'PreservationMadeUp',
  }),
  'preservation/deal-with': act<DealWithPreservation, Recorded<'PreservationDealtWith'>>({
    title: { zh: '处理先行登记保存的证据', en: 'Deal with the evidence preserved' },
    entry: dealWithPreservationSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen],
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      law.stillPreserved,
      ...law.partsToDealWith,
      law.dealtAfterTaken,
      law.mannerShown,
    ],
    records: 'PreservationDealtWith',
  }),
  'preservation/lift': act<LiftPreservation, Recorded<'PreservationLifted'>>({
    title: { zh: '解除先行登记保存', en: 'Lift a preservation' },
    entry: liftPreservationSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    // It only lets go: nobody waits for a leader who took no part.
    exemptFrom: ['review/leader-stands-apart'],
    requires: [law.preservedByLeader, leadOrCaseOpen],
    demands: [law.stillHeld, ...law.partsToGiveBack, law.liftingReasoned],
    records: 'PreservationLifted',
  }),
};

const changed = (
  { preservations }: Slice,
  number: EntryNumber,
  change: (one: Preservation) => Preservation,
): Slice => ({
  preservations: preservations.map((one) => (one.entry === number ? change(one) : one)),
});

type Ending = Readonly<{ entry: EntryNumber; on: LocalDate; how?: Fate }>;

/** In parts until nothing of it is left; what was confiscated stays here until it is disposed of. */
const ended = (
  file: Slice & OfGoods & Decided,
  number: EntryNumber,
  parts: readonly Part[] | undefined,
  { entry, on, how }: Ending,
): Slice & OfGoods => {
  const before = goodsOf(file, number);
  const going =
    parts === undefined ? soMany(before, (one) => heldFreely(file, one)) : ofMeasure(number, parts);
  const { goods } = how === undefined ? file : without(file, going, { entry, on, how });
  const over = parts === undefined || goodsOf({ goods }, number).every((one) => kept(one) === 0);
  return {
    goods,
    ...(over
      ? changed(file, number, (one) => ({ ...one, ended: one.ended ?? { entry, on } }))
      : { preservations: file.preservations }),
  };
};

export const events: Events<
  EvidencePreserved | PreservationMadeUp | PreservationDealtWith | PreservationLifted
> = {
  EvidencePreserved: eventKind(
    {
      v: 1,
      volume: 'to-party',
      personal: { '/witness': 'witness' },
      refersTo: ['approval'],
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    (
      { preservations, goods },
      { revision, occurredAt, data: { approval, urgent, officers, items, lines } },
    ) => ({
      goods: [...goods, ...listed(revision, items, lines)],
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
  ),
  PreservationMadeUp: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['preservation'] },
    (file, { revision, occurredAt, data: { preservation, agreed } }) => {
      const answered = changed(file, preservation, (one) => ({
        ...one,
        urgent: { madeUp: { entry: revision, at: occurredAt, agreed } },
      }));
      const at = { entry: revision, on: dayOf(occurredAt), how: 'given-back' } as const;
      return agreed ? answered : ended({ ...file, ...answered }, preservation, undefined, at);
    },
  ),
  PreservationDealtWith: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['preservation'], investigates: true },
    (file, { revision, occurredAt, data: { preservation, parts, manner } }) =>
      ended(file, preservation, parts, {
        entry: revision,
        on: dayOf(occurredAt),
        ...(manner !== 'confiscated' && { how: 'dealt-with' }),
      }),
  ),
  PreservationLifted: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['preservation'] },
    (file, { revision, occurredAt, data: { preservation, parts } }) =>
      ended(file, preservation, parts, { entry: revision, on: dayOf(occurredAt), how: 'given-back' }),
  ),
};
