import { type LocalDate, weekday } from './dates.js';
import { type Amendment, type HolidayTable, holidays2024, holidays2025, holidays2026 } from './holidays.js';

/**
 * The tables a count is made with: plain data, its version recorded in the event. `tables` are the newest known;
 * `earlier` what was known before the day of each amendment, oldest first.
 */
export type Calendar = Readonly<{
  version: string;
  years: readonly number[];
  tables: readonly HolidayTable[];
  earlier?: readonly Readonly<{ until: LocalDate; known: Calendar }>[];
}>;

export const calendarOf = (
  version: string,
  tables: readonly HolidayTable[],
  amendments: readonly Amendment[] = [],
): Calendar =>
  [...amendments]
    .sort((a, b) => (a.published < b.published ? -1 : 1))
    .reduce<Calendar>(amended, {
      version,
      years: tables.map(({ year }) => year).sort((a, b) => a - b),
      tables,
    });

const amended = (known: Calendar, by: Amendment): Calendar => {
  const { earlier = [] } = known;
  const sameNotice = earlier.at(-1)?.until === by.published;
  return {
    ...known,
    tables: known.tables.map((table) => (table.year === by.year ? by : table)),
    earlier: sameNotice ? earlier : [...earlier, { until: by.published, known }],
  };
};

/** The calendar as it was published on that day: later amendments are not in it. */
export const knownOn = (calendar: Calendar, day: LocalDate): Calendar =>
  calendar.earlier?.find(({ until }) => day < until)?.known ?? calendar;

export const chinaCalendar = calendarOf('CN-2024-2026', [holidays2024, holidays2025, holidays2026]);

/** A day off by a holiday table; never a plain weekend. */
export const isPublicHoliday = (date: LocalDate, { tables }: Calendar): boolean =>
  tables.some(({ off }) => off.some(({ from, to }) => from <= date && date <= to));

/** A Saturday or Sunday worked for a day off elsewhere (调休上班日). */
export const isMakeUpDay = (date: LocalDate, { tables }: Calendar): boolean =>
  tables.some(({ makeUp }) => makeUp.includes(date));

/** CAL-03: Monday to Friday not off by the table, and the weekends worked instead. */
export const isWorkingDay = (date: LocalDate, calendar: Calendar): boolean => {
  const ordinarilyWorked = weekday(date) <= 5;
  if (isMakeUpDay(date, calendar)) return true;
  return ordinarilyWorked && !isPublicHoliday(date, calendar);
};

/** CAL-10: whether the State Council's table of that year is known; without it an answer is provisional. */
export const hasTable = (date: LocalDate, { years }: Calendar): boolean =>
  years.includes(Number(date.slice(0, 4)));
