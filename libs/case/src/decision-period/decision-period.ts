/** Lengthening the period for deciding, and days that do not count (办案期限): APL 60, SAMR-P 64. */
import type { Interval, LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import {
  attendedByLeaders,
  chairAttends,
  handlersDoNotVote,
  handlersReport,
  quorumAttends,
  reviewersDoNotVote,
} from '../collective-discussion/provisions.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import {
  requestedDecisionExtension,
  extendedByLeader,
  extendedOnceBefore,
  extendedTogether,
  firstExtension,
  leftOutForReason,
  leftOutOfTheCase,
  notFixedByOrder,
  oneExtensionRequest,
  periodFixed,
  periodNotOver,
  stillToDecide,
  whileToDecide,
  whyLonger,
} from './provisions.js';
import { requestDecisionExtensionSchema, extendFurtherSchema, leaveOutSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';
import type { LeftOutKind } from './words.js';
import type { PartsOf } from '../of-party.js';

export { leftOutKinds, type LeftOutKind } from './words.js';

/** Thirty days, SAMR-P 64(1). */
const oneLeaderGives = 30;

/** decision-period/request-extension */
export type DecisionExtensionTerms = Entry<typeof requestDecisionExtensionSchema>;
/** decision-period/approve-extension */
export type ApproveDecisionExtension = Readonly<{ approval: EntryNumber }>;
/** decision-period/extend-further: by the chair of the leaders' discussion, with its signed minutes. */
export type ExtendFurther = Entry<typeof extendFurtherSchema>;
/** decision-period/leave-out: both days are left out. */
export type LeaveOut = Entry<typeof leaveOutSchema>;

export type DecisionPeriodExtended = Event<
  'DecisionPeriodExtended',
  { approval: EntryNumber; days: number; reason: string }
>;
export type DecisionPeriodExtendedFurther = Event<'DecisionPeriodExtendedFurther', ExtendFurther>;
export type DaysLeftOut = Event<'DaysLeftOut', LeaveOut>;

export type DecisionPeriod = Readonly<{
  extensions: readonly Readonly<{ entry: EntryNumber; days: number }>[];
  leftOut: readonly Readonly<{ entry: EntryNumber; kind: LeftOutKind; from: LocalDate; to: LocalDate }>[];
  /** The days of public notices that count no more; absent where none was cleared. */
  postedBefore?: readonly Interval[];
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  decisionPeriod: DecisionPeriod;
}>;
export const empty: Slice = { decisionPeriod: { extensions: [], leftOut: [] } };
export const ofParty = { decisionPeriod: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'decision-period/request-extension': act<DecisionExtensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请延长办案期限', en: 'Ask for more time to decide' },
    entry: requestDecisionExtensionSchema,
    by: ['officer'],
    requires: [...whileToDecide, firstExtension, periodNotOver, notFixedByOrder, oneExtensionRequest],
    demands: [whyLonger],
    records: 'ApprovalRequested',
    matter: 'decision-extension',
    data: ({ reason }) => ({ matter: 'decision-extension', terms: { reason } }),
  }),
  'decision-period/approve-extension': act<
    ApproveDecisionExtension,
    Recorded<'ApprovalGiven'> | Recorded<'DecisionPeriodExtended'>
  >({
    title: { zh: '批准延长办案期限三十日', en: 'Give thirty more days to decide' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [extendedByLeader, caseOpen, stillToDecide, firstExtension, periodNotOver, notFixedByOrder],
    demands: givesApproval('decision-extension'),
    records: 'DecisionPeriodExtended',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedDecisionExtension(file, approval);
      // Without a request `approval/open` has refused.
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      const extended = { approval, days: oneLeaderGives, reason: terms.reason };
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'decision-extension' } },
        { type: 'DecisionPeriodExtended', ...stamp, data: extended },
      ];
    },
  }),
  'decision-period/extend-further': act<ExtendFurther, Recorded<'DecisionPeriodExtendedFurther'>>({
    title: { zh: '集体讨论决定继续延期', en: 'Lengthen the period further, together' },
    entry: extendFurtherSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [extendedTogether, caseOpen, stillToDecide, extendedOnceBefore, periodNotOver, notFixedByOrder],
    demands: [
      chairAttends,
      quorumAttends,
      attendedByLeaders,
      handlersDoNotVote,
      reviewersDoNotVote,
      handlersReport,
      periodFixed,
    ],
    records: 'DecisionPeriodExtendedFurther',
  }),
  'decision-period/leave-out': act<LeaveOut, Recorded<'DaysLeftOut'>>({
    title: { zh: '登记不计入办案期限的时间', en: 'Record days that do not count' },
    entry: leaveOutSchema,
    by: ['officer'],
    requires: whileToDecide,
    demands: [leftOutForReason, leftOutOfTheCase],
    records: 'DaysLeftOut',
  }),
};

const lengthened = (
  period: DecisionPeriod,
  entry: EntryNumber,
  days: number,
): Readonly<{ decisionPeriod: DecisionPeriod }> => ({
  decisionPeriod: { ...period, extensions: [...period.extensions, { entry, days }] },
});

export const events: Events<DecisionPeriodExtended | DecisionPeriodExtendedFurther | DaysLeftOut> = {
  DecisionPeriodExtended: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['approval'] },
    ({ decisionPeriod }, { revision, data }) => lengthened(decisionPeriod, revision, data.days),
  ),
  DecisionPeriodExtendedFurther: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    ({ decisionPeriod }, { revision, data }) => lengthened(decisionPeriod, revision, data.days),
  ),
  DaysLeftOut: eventKind(
    { v: 1, volume: 'other-main', personal: {}, withdrawableBy: 'handler' },
    ({ decisionPeriod }, { revision, data: { kind, from, to } }) => ({
      decisionPeriod: {
        ...decisionPeriod,
        leftOut: [...decisionPeriod.leftOut, { entry: revision, kind, from, to }],
      },
    }),
  ),
};
