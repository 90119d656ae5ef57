import { type Calendar, hasTable, isMakeUpDay, isPublicHoliday, isWorkingDay, knownOn } from './calendar.js';
import { addDays, addMonths, addYears, daysBetween, type LocalDate } from './dates.js';

/** Working day (工作日), calendar day (日), month, year. */
export type DayUnit = 'wd' | 'd' | 'mo' | 'y';

/** CAL-02: when the last day is no working day, whether and for which days the period moves on. */
export type Roll = 'none' | 'publicHoliday' | 'anyNonWorkingDay';

/** Days that do not count, both ends included. */
export type Interval = Readonly<{ from: LocalDate; to: LocalDate }>;

export type Period = Readonly<{
  from: LocalDate;
  length: number;
  unit: DayUnit;
  roll: Roll;
  direction?: 'after' | 'before';
  excluded?: readonly Interval[];
}>;

/**
 * due: the last day; unrolled: before CAL-02 moved it; provisional: it depends on a year without a table;
 * holidays and makeUpDays: the days of the tables that made a difference; excludedDays: calendar days left out.
 */
export type Counted = Readonly<{
  due: LocalDate;
  unrolled: LocalDate;
  provisional: boolean;
  holidays: readonly LocalDate[];
  makeUpDays: readonly LocalDate[];
  excludedDays: number;
}>;

/** A hundred years, and what nobody waits longer for in working days: no rule comes near, and days are counted one by one. */
export const longestPeriod: Readonly<Record<DayUnit, number>> = { wd: 2_500, d: 36_500, mo: 1_200, y: 100 };

export class PeriodImpossible extends Error {
  override readonly name = 'PeriodImpossible';
}

type Walk = { day: LocalDate; consulted: LocalDate[]; excludedDays: number };

/** CAL-09: intervals in order, those that overlap or touch made one. */
export const mergeIntervals = (intervals: readonly Interval[]): readonly Interval[] => {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (daysBetween(next.from, next.to) < 0) {
      throw new PeriodImpossible(
        `扣除期间 ${next.from} 至 ${next.to} 起止颠倒，请更正；the excluded interval ends before it begins: correct it`,
      );
    }
    const last = merged.at(-1);
    if (last === undefined || next.from > addDays(last.to, 1)) merged.push(next);
    else merged[merged.length - 1] = { from: last.from, to: next.to > last.to ? next.to : last.to };
  }
  return merged;
};

const isExcluded = (day: LocalDate, intervals: readonly Interval[]): boolean =>
  intervals.some(({ from, to }) => from <= day && day <= to);

/** CAL-01: counts from the day next to the starting day, which does not count, until `length` days are counted. */
const walkDays = (period: Period, excluded: readonly Interval[], calendar: Calendar): Walk => {
  const step = period.direction === 'before' ? -1 : 1;
  const walk: Walk = { day: period.from, consulted: [], excludedDays: 0 };
  let counted = 0;
  while (counted < period.length) {
    walk.day = addDays(walk.day, step);
    if (isExcluded(walk.day, excluded)) {
      walk.excludedDays += 1;
      continue;
    }
    if (period.unit === 'wd') walk.consulted.push(walk.day);
    if (period.unit === 'd' || isWorkingDay(walk.day, calendar)) counted += 1;
  }
  return walk;
};

/** CAL-07: to the same day number, then on by the days left out on the way. */
const walkMonths = (period: Period, excluded: readonly Interval[]): Walk => {
  const add = period.unit === 'y' ? addYears : addMonths;
  let day = add(period.from, period.length);
  let excludedDays = 0;
  for (const interval of excluded) {
    const begins = interval.from > period.from ? interval.from : addDays(period.from, 1);
    if (begins > day || interval.to < begins) continue;
    const days = daysBetween(begins, interval.to) + 1;
    excludedDays += days;
    day = addDays(day, days);
  }
  return { day, consulted: [], excludedDays };
};

const mustRoll = (day: LocalDate, roll: Roll, calendar: Calendar): boolean => {
  switch (roll) {
    case 'none':
      return false;
    case 'publicHoliday':
      return isPublicHoliday(day, calendar);
    case 'anyNonWorkingDay':
      return !isWorkingDay(day, calendar);
  }
};

const check = ({ length, unit, direction }: Period): void => {
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new PeriodImpossible(
      `期间长度须为不小于零的整数，收到 ${length}；the length must be a whole number from 0, got ${length}`,
    );
  }
  if (length > longestPeriod[unit]) {
    throw new PeriodImpossible(
      `期间过长，以 ${unit} 计不得超过 ${longestPeriod[unit]}，收到 ${length}；the period is too long: at most ${longestPeriod[unit]} ${unit}, got ${length}`,
    );
  }
  if (direction === 'before' && (unit === 'mo' || unit === 'y')) {
    throw new PeriodImpossible(
      '向前倒算只支持工作日和日，请改用其中之一；backwards only working or calendar days can be counted: use one of them',
    );
  }
};

/**
 * The last day of a period that begins with `from`. Backwards, the latest day that leaves `length` clear days
 * before `from` (seven working days before 2026-10-20: 2026-10-09), and a roll moves it further back.
 * Without a table for a year, Monday to Friday are taken and the answer is provisional (CAL-10).
 * An amended table moves the periods that had not ended on the day of its publication, and no other.
 * Throws PeriodImpossible, DateUnreadable.
 */
export const count = (period: Period, calendar: Calendar): Counted => {
  check(period);
  const known = knownIn(calendar);
  const key = keyOf(period);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const counted = countingAsAmended(period, calendar);
  known.set(key, counted);
  return counted;
};

// A bureau's cases count the same few periods from the same days again and again: what was counted once is kept.
const counts = new WeakMap<Calendar, Map<string, Counted>>();
const mostKnown = 10_000;

const knownIn = (calendar: Calendar): Map<string, Counted> => {
  const known = counts.get(calendar) ?? new Map<string, Counted>();
  counts.set(calendar, known);
  return known;
};

const keyOf = ({ from, length, unit, roll, direction = 'after', excluded = [] }: Period): string =>
  [from, length, unit, roll, direction, ...excluded.map((days) => `${days.from}/${days.to}`)].join(' ');

/** Under the tables of each time in turn, until the period had ended before they were amended. */
const countingAsAmended = (period: Period, calendar: Calendar): Counted => {
  for (const { until, known } of calendar.earlier ?? []) {
    const counted = counting(period, known);
    if (counted.due < until) return counted;
  }
  return counting(period, calendar);
};

const counting = (period: Period, calendar: Calendar): Counted => {
  const excluded = mergeIntervals(period.excluded ?? []);
  const byMonths = period.unit === 'mo' || period.unit === 'y';
  const walk = byMonths ? walkMonths(period, excluded) : walkDays(period, excluded, calendar);
  const step = period.direction === 'before' ? -1 : 1;
  const unrolled = step === 1 ? walk.day : addDays(walk.day, -1);

  let due = unrolled;
  const consulted = [...walk.consulted];
  if (period.roll !== 'none') consulted.push(due);
  while (mustRoll(due, period.roll, calendar)) {
    due = addDays(due, step);
    consulted.push(due);
  }
  const days = [...new Set(consulted)].sort();
  return {
    due,
    unrolled,
    provisional: days.some((day) => !hasTable(day, calendar)),
    holidays: days.filter((day) => isPublicHoliday(day, calendar)),
    makeUpDays: days.filter((day) => isMakeUpDay(day, calendar)),
    excludedDays: walk.excludedDays,
  };
};

/** The working days strictly between two days, by the tables published on the first; 0 when there is none or b is not later. */
export const clearWorkingDaysBetween = (a: LocalDate, b: LocalDate, calendar: Calendar): number => {
  const known = knownOn(calendar, a);
  const days = Array.from({ length: Math.max(0, daysBetween(a, b) - 1) }, (_, index) =>
    addDays(a, index + 1),
  );
  return days.filter((day) => isWorkingDay(day, known)).length;
};
