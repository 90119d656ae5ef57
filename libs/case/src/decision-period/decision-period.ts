/** Lengthening the period for deciding, and days that do not count (办案期限): APL 60, SAMR-P 64. */
import type { LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import type { OpenDiscussion } from '../collective-discussion/collective-discussion.js';
import {
  attendedByLeaders,
  chairAttends,
  handlersDoNotVote,
  handlersReport,
  quorumAttends,
} from '../collective-discussion/provisions.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import {
  decisionExtensionAsked,
  extendedByLeader,
  extendedOnceBefore,
  extendedTogether,
  firstExtension,
  leftOutForReason,
  leftOutOfTheCase,
  oneExtensionRequest,
  periodFixed,
  periodNotOver,
  stillToDecide,
  whileToDecide,
  whyLonger,
} from './provisions.js';

/** Thirty days, SAMR-P 64(1). */
const oneLeaderGives = 30;

/** decision-period/request-extension */
export type DecisionExtensionTerms = Readonly<{ reason: string }>;
/** decision-period/approve-extension */
export type ApproveDecisionExtension = Readonly<{ approval: EntryNumber }>;
/** decision-period/extend-further: by the chair of the leaders' discussion, with its signed minutes. */
export type ExtendFurther = OpenDiscussion & Readonly<{ days: number; reason: string; minutes: Paper }>;
/** What SAMR-P 64(2) leaves out and no other entry of the file shows. */
export const leftOutKinds = ['public-notice', 'identification', 'refund-order'] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];
/** decision-period/leave-out: both days are left out. */
export type LeaveOut = Readonly<{
  kind: LeftOutKind;
  from: LocalDate;
  to: LocalDate;
  what: string;
  record: Paper;
}>;

export type DecisionPeriodExtended = Event<
  'DecisionPeriodExtended',
  { approval: EntryNumber; days: number; reason: string }
>;
export type DecisionPeriodExtendedFurther = Event<'DecisionPeriodExtendedFurther', ExtendFurther>;
export type DaysLeftOut = Event<'DaysLeftOut', LeaveOut>;

export type DecisionPeriod = Readonly<{
  extensions: readonly Readonly<{ entry: EntryNumber; days: number }>[];
  leftOut: readonly Readonly<{ entry: EntryNumber; kind: LeftOutKind; from: LocalDate; to: LocalDate }>[];
}>;

export const acts = {
  'decision-period/request-extension': act<DecisionExtensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请延长办案期限', en: 'Ask for more time to decide' },
    by: ['officer'],
    requires: [...whileToDecide, firstExtension, periodNotOver, oneExtensionRequest],
    demands: [whyLonger],
    record: ({ reason }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'decision-extension', terms: { reason } },
      },
    ],
  }),
  'decision-period/approve-extension': act<
    ApproveDecisionExtension,
    Recorded<'ApprovalGiven'> | Recorded<'DecisionPeriodExtended'>
  >({
    title: { zh: '批准延长办案期限三十日', en: 'Give thirty more days to decide' },
    by: ['leader', 'principal'],
    requires: [extendedByLeader, caseOpen, stillToDecide, firstExtension, periodNotOver],
    demands: givesApproval('decision-extension'),
    record: ({ approval }, file, { now, actor }) => {
      const terms = decisionExtensionAsked(file, approval);
      // `approval/open` has refused what was not asked for.
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
    by: ['leader', 'principal'],
    requires: [extendedTogether, caseOpen, stillToDecide, extendedOnceBefore, periodNotOver],
    demands: [chairAttends, quorumAttends, attendedByLeaders, handlersDoNotVote, handlersReport, periodFixed],
    names: ({ attending, handlersReport: reporting }) => [...attending, ...reporting],
    record: (entry, _, { now, actor }) => [
      {
        type: 'DecisionPeriodExtendedFurther',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: {
          attending: [...entry.attending],
          handlersReport: [...entry.handlersReport],
          days: entry.days,
          reason: entry.reason,
          minutes: entry.minutes,
        },
      },
    ],
  }),
  'decision-period/leave-out': act<LeaveOut, Recorded<'DaysLeftOut'>>({
    title: { zh: '登记不计入办案期限的时间', en: 'Record days that do not count' },
    by: ['officer'],
    requires: whileToDecide,
    demands: [leftOutForReason, leftOutOfTheCase],
    record: ({ kind, from, to, what, record }, _, { now, actor }) => [
      {
        type: 'DaysLeftOut',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { kind, from, to, what, record },
      },
    ],
  }),
};

type Extended = 'DecisionPeriodExtended' | 'DecisionPeriodExtendedFurther';

const lengthened = (
  period: DecisionPeriod,
  entry: EntryNumber,
  days: number,
): Readonly<{ decisionPeriod: DecisionPeriod }> => ({
  decisionPeriod: { ...period, extensions: [...period.extensions, { entry, days }] },
});

export const folds: Folds<Extended | 'DaysLeftOut'> = {
  DecisionPeriodExtended: ({ decisionPeriod }, { revision, data }) =>
    lengthened(decisionPeriod, revision, data.days),
  DecisionPeriodExtendedFurther: ({ decisionPeriod }, { revision, data }) =>
    lengthened(decisionPeriod, revision, data.days),
  DaysLeftOut: ({ decisionPeriod }, { revision, data: { kind, from, to } }) => ({
    decisionPeriod: {
      ...decisionPeriod,
      leftOut: [...decisionPeriod.leftOut, { entry: revision, kind, from, to }],
    },
  }),
};
