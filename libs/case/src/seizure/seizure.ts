/** Sealing and seizure (查封、扣押): Administrative Coercion Law, articles 16–28; SAMR-P 36–42. */
import type { ItemsSeizedUrgently, SeizureMadeUp } from './urgent.js';
import type { GoodsDisposedOfEarly } from './early-disposal.js';
import { addDays, dayOf, type Instant, type LocalDate } from '@anjuan/law';
import { happenedAt, late, officersAsActors, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { listed, type Goods } from '../goods/ledger.js';
import { basisOf } from '../initiation/filing-terms.js';
import { byOfficersThere } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { approvalUnused, approvedBefore, checklist, recordedOnTheSpot, termsApproved } from './checklist.js';
import { earlyDisposalActs, earlyDisposalEvents, type EarlyDisposal } from './early-disposal.js';
import { extensionActs } from './extension.js';
import { liftingActs } from './lifting.js';
import { giveBackActs, giveBackEvents, type LiftSeizure, type SeizureLifted } from './giving-back.js';
import { papersOwed } from './absent.js';
import { servingActs, servingEvents, type SeizurePapersServed } from './serving.js';
import {
  basisInLaw,
  byHandlerWhileSeizable,
  seizureApprovedByLeader,
  seizureBeforeDecision,
  thingsNamed,
  thirtyDaysAtMost,
  whileSeizable,
} from './provisions.js';
import { urgentActs, urgentEvents } from './urgent.js';
import {
  requestSeizureSchema,
  type onTheSpotSchema,
  seizeSchema,
  type requestExtensionSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

/** seizure/request */
export type SeizureTerms = Entry<typeof requestSeizureSchema>;
/** seizure/approve, seizure/approve-extension */
export type ApproveSeizure = Readonly<{ approval: EntryNumber }>;
/** The checklist of ACL 18 and 24. */
export type OnTheSpot = Entry<typeof onTheSpotSchema>;
/** seizure/seize */
export type Seize = Entry<typeof seizeSchema>;
export type ItemsSeized = Event<
  'ItemsSeized',
  Omit<Seize, 'occurredAt' | 'lateReason'> & SeizureTerms & { until: LocalDate; lateReason?: string }
>;
/** seizure/request-extension */
export type ExtensionTerms = Entry<typeof requestExtensionSchema>;
export type SeizureExtended = Event<
  'SeizureExtended',
  { approval: EntryNumber; seizure: EntryNumber; days: number; reason: string; until: LocalDate }
>;
export type { LiftSeizure, SeizureLifted };

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
  /** The party was not there: decision and list are served on it afterwards (ACL 24(1)). */
  papersOwed?: true;
  papersServedOn?: LocalDate;
  /** What could not be kept and went before the decision (SAMR-P 41(3)). */
  disposals?: readonly EarlyDisposal[];
  /** The entries that gave some or all of it back. */
  liftings?: readonly EntryNumber[];
  /** The day on which the last of it that could be given back was. */
  liftedOn?: LocalDate;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  seizures: readonly Seizure[];
  /** Every line of every list of this case. */
  goods: readonly Goods[];
}>;
export const empty: Slice = { seizures: [], goods: [] };

export const acts = {
  'seizure/request': act<SeizureTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请查封、扣押', en: 'Ask for a seizure' },
    entry: requestSeizureSchema,
    by: ['officer'],
    of: 'any-party',
    requires: byHandlerWhileSeizable,
    demands: [thingsNamed, basisInLaw, thirtyDaysAtMost],
    records: 'ApprovalRequested',
    matter: 'seizure',
    data: ({ items, basis, days, reason }) => ({
      matter: 'seizure',
      terms: { items, basis: basisOf(basis), days, reason },
    }),
  }),
  'seizure/approve': act<ApproveSeizure, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准查封、扣押', en: 'Approve a seizure' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    of: 'any-party',
    opensGate: true,
    requires: [seizureApprovedByLeader, leadOrCaseOpen, seizureBeforeDecision],
    demands: givesApproval('seizure'),
    records: 'ApprovalGiven',
    matter: 'seizure',
    data: ({ approval }) => ({ approval, matter: 'seizure' }),
  }),
  'seizure/seize': act<Seize, Recorded<'ItemsSeized'>>({
    title: { zh: '实施查封、扣押', en: 'Seal or seize' },
    entry: seizeSchema,
    by: ['officer'],
    of: 'any-party',
    requires: whileSeizable,
    demands: [...byOfficersThere, ...outsideAct, approvedBefore, approvalUnused, ...checklist],
    records: 'ItemsSeized',
    record: (entry, file, context) => {
      const terms = termsApproved(file, entry.approval);
      // Without an approval `seizure/approved-before` has refused.
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
  ...giveBackActs,
  ...servingActs,
};

const changed = (
  seizures: readonly Seizure[],
  number: EntryNumber,
  change: Partial<Seizure>,
): readonly Seizure[] =>
  seizures.map((seizure) => (seizure.entry === number ? { ...seizure, ...change } : seizure));

export const events: Events<
  | ItemsSeized
  | SeizureExtended
  | SeizureLifted
  | GoodsDisposedOfEarly
  | ItemsSeizedUrgently
  | SeizureMadeUp
  | SeizurePapersServed
> = {
  ...urgentEvents,
  ...earlyDisposalEvents,
  ...giveBackEvents,
  ...servingEvents,
  ItemsSeized: eventKind(
    {
      v: 1,
      volume: 'to-party',
      personal: { '/witness': 'witness' },
      refersTo: ['approval'],
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ seizures, goods }, { data, revision, occurredAt }) => ({
      goods: [...goods, ...listed(revision, data.items, data.lines)],
      seizures: [
        ...seizures,
        {
          entry: revision,
          approval: data.approval,
          items: data.items,
          takenOn: dayOf(occurredAt),
          until: data.until,
          extended: false,
          ...papersOwed(data),
        },
      ],
    }),
  ),
  SeizureExtended: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['approval', 'seizure'] },
    ({ seizures }, { data }) => ({
      seizures: changed(seizures, data.seizure, { until: data.until, extended: true }),
    }),
  ),
};
