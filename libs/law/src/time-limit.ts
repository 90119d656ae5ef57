import { type Citation } from './citation.js';
import { type DayUnit, type Roll } from './counting.js';
import { type Dated } from './dated.js';

/** The clocks of the procedure; a letter tells the parts of one row apart (C30 hand in, C30b bank). */
export const timeLimitIds = [
  'C01',
  'C02',
  'C03',
  'C04',
  'C05',
  'C06',
  'C07',
  'C08',
  'C10',
  'C11',
  'C12',
  'C13',
  'C14',
  'C15',
  'C16',
  'C17',
  'C18',
  'C19',
  'C20',
  'C21',
  'C22',
  'C23',
  'C24',
  'C25',
  'C26',
  'C26b',
  'C27',
  'C28',
  'C29',
  'C30',
  'C30b',
  'C31',
  'C32',
  'C33',
  'C34',
  'C35',
  'C36',
  'C36b',
  'C36c',
  'C37',
  'C38',
  'C39',
  'C40',
  'C41',
  'C42',
  'C43',
  'C44',
  'C44b',
  'C45',
  'C45b',
  'C45c',
  'C46',
  'C46b',
  'C47',
  'C47b',
  'C47c',
  'C48',
  'C49',
  'C50',
  'C51',
  'C52',
] as const;
export type TimeLimitId = (typeof timeLimitIds)[number];

export type HourLimitId = 'C09' | 'C38b';

/**
 * A missed clock: a lapse changes the case by itself; a gate blocks a step until it has run, or while it has
 * not; an alarm leaves the step possible, late, with a reason.
 */
export type Effect = 'lapse' | 'gate' | 'alarm';

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
    cites: readonly Citation[];
  }>;
