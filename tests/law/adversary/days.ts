/** The oracle's own calendar: the 2026 notice of the State Council typed in again, and one day after the other. */
import type { Instant, LocalDate } from '@anjuan/law';

const off: readonly (readonly [LocalDate, LocalDate])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const workedWeekends = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

const after = (day: LocalDate, days: number): LocalDate => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const worked = (day: LocalDate): boolean => {
  if (workedWeekends.includes(day)) return true;
  if (off.some(([from, to]) => from <= day && day <= to)) return false;
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
};

/** The day in Shanghai, eight hours ahead. */
export const shanghaiDay = (at: Instant): LocalDate =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Calendar days, for a notice served by publication: thirty. */
export const thirtyDaysAfter = (day: LocalDate): LocalDate => after(day, 30);

/** The last of so many working days, the first day not counted. */
export const workingDaysAfter = (day: LocalDate, days: number): LocalDate => {
  let last = day;
  let counted = 0;
  while (counted < days) {
    last = after(last, 1);
    if (worked(last)) counted += 1;
  }
  return last;
};

/** Working days that lie between two days, neither of them counted. */
export const clearWorkingDays = (from: LocalDate, to: LocalDate): number => {
  let clear = 0;
  for (let day = after(from, 1); day < to; day = after(day, 1)) if (worked(day)) clear += 1;
  return clear;
};

export const hoursBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / 3_600_000;
