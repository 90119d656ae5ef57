/** Sealing and seizure (查封、扣押): Administrative Coercion Law, articles 16–28; SAMR-P 36–42. */
import { addDays, dayOf, type Instant, type LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { late, signed } from '../evidence/recorded.js';
import { basisOf } from '../initiation/filing-terms.js';
import { byHandler, caseOpen, type Basis } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { approvalUnused, approvedBefore, checklist, recordedOnTheSpot, termsApproved } from './checklist.js';
import { earlyDisposalActs, earlyDisposalFolds, type EarlyDisposal } from './early-disposal.js';
import { proceedsReturned } from './early-disposal-provisions.js';
import { extensionActs } from './extension.js';
import { liftingActs, liftingApproved } from './lifting.js';
import {
  basisInLaw,
  liftedAfterTaken,
  liftedForReason,
  seizureApprovedByLeader,
  seizureBeforeDecision,
  stillSeized,
  thingsNamed,
  thirtyDaysAtMost,
  whileSeizable,
} from './provisions.js';
import { urgentActs, urgentFolds } from './urgent.js';

/** seizure/request */
export type SeizureTerms = Readonly<{ items: string; basis: Basis; days: number; reason: string }>;
/** seizure/approve, seizure/approve-extension */
export type ApproveSeizure = Readonly<{ approval: EntryNumber }>;
/** The checklist of ACL 18 and 24. */
export type OnTheSpot = Outside &
  ByOfficers &
  Readonly<{
    credentialShown: boolean;
    rightsTold: boolean;
    statementHeard: boolean;
    decisionHandedOver: boolean;
    listHandedOver: boolean;
    /** Full audio-video record (全程音像记录). */
    media: readonly Paper[];
    /** The party was told and came. What was taken down before this was asked has none of these fields. */
    partyPresent?: boolean;
    /** How it was told, and why it did not come. */
    absence?: string;
    /** Scene record (现场笔录), and the agency's copy of the list (清单). */
    sceneRecord?: Paper;
    list?: Paper;
    /** The party signed the record; a refusal is noted in it. */
    recordSigned?: boolean;
    refusalNoted?: string;
    /** Who came in the party's place and signed. */
    witness?: string;
  }>;
/** seizure/seize */
export type Seize = OnTheSpot & Readonly<{ approval: EntryNumber }>;
export type ItemsSeized = Event<
  'ItemsSeized',
  Omit<Seize, 'occurredAt' | 'lateReason'> & SeizureTerms & { until: LocalDate; lateReason?: string }
>;
/** seizure/request-extension */
export type ExtensionTerms = Readonly<{ seizure: EntryNumber; days: number; reason: string }>;
export type SeizureExtended = Event<
  'SeizureExtended',
  { approval: EntryNumber; seizure: EntryNumber; days: number; reason: string; until: LocalDate }
>;
/** seizure/lift */
export type LiftSeizure = Outside &
  ByOfficers &
  Readonly<{
    seizure: EntryNumber;
    reason: string;
    /** Receipt for what early disposals brought in (SAMR-P 42(2)). */
    proceedsReturned?: Paper;
  }>;
export type SeizureLifted = Event<
  'SeizureLifted',
  {
    officers: readonly string[];
    signedPaper?: Paper;
    seizure: EntryNumber;
    reason: string;
    proceedsReturned?: Paper;
    lateReason?: string;
  }
>;

export type Seizure = Readonly<{
  entry: EntryNumber;
  /** Absent: it was taken at once. */
  approval?: EntryNumber;
  /** ACL 19; `agreed` false: it is to be lifted at once. */
  urgent?: Readonly<{
    takenAt: Instant;
    officers: readonly string[];
    madeUp?: Readonly<{ entry: EntryNumber; at: Instant; agreed: boolean }>;
  }>;
  items: string;
  takenOn: LocalDate;
  /** Last day of the term, extensions included, excluded test days not (they are added by `deadlines`). */
  until: LocalDate;
  extended: boolean;
  /** What could not be kept and went before the decision (SAMR-P 41(3)). */
  disposals?: readonly EarlyDisposal[];
  liftedOn?: LocalDate;
}>;

export const acts = {
  'seizure/request': act<SeizureTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请查封、扣押', en: 'Ask for a seizure' },
    by: ['officer'],
    requires: whileSeizable,
    demands: [thingsNamed, basisInLaw, thirtyDaysAtMost],
    record: ({ items, basis, days, reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'seizure', terms: { items, basis: basisOf(basis), days, reason } },
      },
    ],
  }),
  'seizure/approve': act<ApproveSeizure, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准查封、扣押', en: 'Approve a seizure' },
    by: ['leader', 'principal'],
    requires: [seizureApprovedByLeader, caseOpen, seizureBeforeDecision],
    demands: givesApproval('seizure'),
    record: ({ approval }, _, { now, actor }) => [
      {
        type: 'ApprovalGiven',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { approval, matter: 'seizure' },
      },
    ],
  }),
  'seizure/seize': act<Seize, Recorded<'ItemsSeized'>>({
    title: { zh: '实施查封、扣押', en: 'Seal or seize' },
    by: ['officer'],
    requires: whileSeizable,
    demands: [...byOfficers, ...outsideAct, approvedBefore, approvalUnused, ...checklist],
    names: ({ officers }) => officers,
    record: (entry, file, context) => {
      const terms = termsApproved(file, entry.approval);
      // `seizure/approved-before` has refused what was not approved.
      if (terms === undefined) return [];
      const occurredAt = happenedAt(entry, context);
      const data = {
        ...signed(entry),
        approval: entry.approval,
        ...recordedOnTheSpot(entry),
        items: terms.items,
        basis: terms.basis,
        days: terms.days,
        reason: terms.reason,
        until: addDays(dayOf(occurredAt), terms.days),
        ...late(entry),
      };
      return [{ type: 'ItemsSeized', v: 1, occurredAt, actors: officersAsActors(entry, context), data }];
    },
  }),
  ...extensionActs,
  ...liftingActs,
  ...earlyDisposalActs,
  ...urgentActs,
  'seizure/lift': act<LiftSeizure, Recorded<'SeizureLifted'>>({
    title: { zh: '解除查封、扣押', en: 'Lift a seizure' },
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [
      ...byOfficers,
      ...outsideAct,
      stillSeized,
      liftedForReason,
      liftedAfterTaken,
      liftingApproved,
      proceedsReturned,
    ],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'SeizureLifted',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          seizure: entry.seizure,
          reason: entry.reason,
          ...(entry.proceedsReturned !== undefined && { proceedsReturned: entry.proceedsReturned }),
          ...late(entry),
        },
      },
    ],
  }),
};

const changed = (
  seizures: readonly Seizure[],
  number: EntryNumber,
  change: Partial<Seizure>,
): readonly Seizure[] =>
  seizures.map((seizure) => (seizure.entry === number ? { ...seizure, ...change } : seizure));

export const folds: Folds<
  | 'ItemsSeized'
  | 'ItemsSeizedUrgently'
  | 'SeizureMadeUp'
  | 'SeizureExtended'
  | 'SeizureLifted'
  | 'GoodsDisposedOfEarly'
> = {
  ...urgentFolds,
  ...earlyDisposalFolds,
  ItemsSeized: ({ seizures }, { data, revision, occurredAt }) => ({
    seizures: [
      ...seizures,
      {
        entry: revision,
        approval: data.approval,
        items: data.items,
        takenOn: dayOf(occurredAt),
        until: data.until,
        extended: false,
      },
    ],
  }),
  SeizureExtended: ({ seizures }, { data }) => ({
    seizures: changed(seizures, data.seizure, { until: data.until, extended: true }),
  }),
  SeizureLifted: ({ seizures }, { data, occurredAt }) => ({
    seizures: changed(seizures, data.seizure, { liftedOn: dayOf(occurredAt) }),
  }),
};
