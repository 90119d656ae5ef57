import { type Citation } from './citation.js';
import { type DayUnit, type Roll } from './counting.js';
import { type Dated } from './dated.js';

/** The clocks of the procedure. */
export const timeLimitIds = [
  'lead-check',
  'complaint-acceptance',
  'mediation',
  'mediation-end-notice',
  'mediation-lead-check',
  'reporter-notice',
  'jurisdiction-talks',
  'jurisdiction-ruling',
  'preservation-term',
  'seizure-term',
  'assistance-answer',
  'review',
  'statement',
  'hearing-host',
  'hearing-file',
  'hearing-date',
  'hearing-notice',
  'hearing-announcement',
  'hearing-report',
  'decision-period',
  'decision-service',
  'public-notice',
  'credit-publicity',
  'publication',
  'publicity-push',
  'publicity-at-registration',
  'publication-withdrawal',
  'payment',
  'surcharge-ceiling',
  'cash-hand-in',
  'cash-banking',
  'reconsideration',
  'suit',
  'suit-after-reconsideration',
  'reminder',
  'court-application',
  'court-acceptance',
  'court-ruling',
  'court-ruling-on-flaws',
  'court-challenge',
  'crime-transfer-decision',
  'police-decision',
  'police-reconsideration',
  'goods-hand-over',
  'closure',
  'on-the-spot-file',
  'limitation',
  'limitation-with-harm',
  'repair-acceptance',
  'repair-decision',
  'repair-decision-abnormal-list',
  'repair',
  'listing-publication',
  'listing-push',
  'listing-removal',
  'publicity-end-minor',
  'publicity-end-general',
  'publicity-end-serious',
  'spot-check-publication',
  'supervision-answer',
  'suspended-execution',
  'freezing-service',
  'substitute-performance-reminder',
] as const;
export type TimeLimitId = (typeof timeLimitIds)[number];

export type HourLimitId = 'urgent-measure-approval' | 'crime-transfer';

/**
 * A missed clock: a lapse changes the case by itself; a gate blocks a step until it has run, or while it has
 * not; an alarm leaves the step possible, late, with a reason.
 */
export type Effect = 'lapse' | 'gate' | 'alarm';

/** What follows when a clock is missed. */
type Consequence = Readonly<{ zh: string; en: string }>;

/** Lateness is possible, needs a reason and stays visible. */
export const lateAndSeen: Consequence = {
  zh: '逾期留痕，可以继续办理',
  en: 'it is late, and seen to be; the step stays possible',
};

/** Whose move it is while the clock runs, where nothing in the case says otherwise; `handlers` where a row is silent. */
export type WaitedOn = 'handlers' | 'party' | 'another-body' | 'leader' | 'principal' | 'hearing-host';

/** Who may lengthen the period, by how much; without a length they fix a reasonable one. */
export type Extension = Readonly<{
  by: 'leader' | 'collective';
  length?: number;
  unit: DayUnit;
  cites: Citation;
}>;

/** zh and en name what the period is for and, after a colon, the day it starts from. */
export type TimeLimit = Dated &
  Readonly<{
    id: TimeLimitId;
    zh: string;
    en: string;
    length: number;
    unit: DayUnit;
    roll: Roll;
    direction?: 'before';
    effect: Effect;
    alsoEffect?: Effect;
    consequence: Consequence;
    waitsOn?: WaitedOn;
    cites: readonly Citation[];
    extension?: readonly Extension[];
  }>;

/** Periods in hours run on instants: addHours(start, length). */
export type HourLimit = Dated &
  Readonly<{
    id: HourLimitId;
    zh: string;
    en: string;
    length: number;
    unit: 'h';
    effect: Effect;
    consequence: Consequence;
    waitsOn?: WaitedOn;
    cites: readonly Citation[];
  }>;
