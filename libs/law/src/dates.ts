/** A legal date in Asia/Shanghai, 'YYYY-MM-DD'. Two of them compare as strings. */
export type LocalDate = string;

/** A moment in UTC with milliseconds, 'YYYY-MM-DDTHH:mm:ss.sssZ'. Two of them compare as strings. */
export type Instant = string;

/** A text, or the result of a calculation, that is no date or no instant the law can use. */
export class DateUnreadable extends Error {
  override readonly name = 'DateUnreadable';
  constructor(readonly text: string) {
    super(
      `无法识别的日期或时刻“${text}”：日期须为真实存在的 YYYY-MM-DD，时刻须为 YYYY-MM-DDTHH:mm:ss.sssZ；` +
        `"${text}" is no date or instant: write an existing day as YYYY-MM-DD, a moment as YYYY-MM-DDTHH:mm:ss.sssZ`,
    );
  }
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

// APL and its rules are post-1991: the summer time of 1986 to 1991 is left out on purpose.
const SHANGHAI_AHEAD = 8 * HOUR;

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A year before 0000 or after 9999 is written with a sign and six digits. */
const writtenLength = 'YYYY-MM-DDTHH:mm:ss.sssZ'.length;

const utc = (year: number, month: number, day: number): LocalDate | undefined => {
  const text = isoOf(Date.UTC(year, month - 1, day));
  return text?.slice(0, 10);
};

const isoOf = (ms: number): Instant | undefined => {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined;
  const text = new Date(ms).toISOString();
  return text.length === writtenLength ? text : undefined;
};

/** Days since 1970-01-01; undefined for what is no existing day. Called so often that it formats no Date. */
const dayNumber = (text: string): number | undefined => {
  const form = dateForm.exec(text);
  if (form === null) return undefined;
  const [year, month, day] = [Number(form[1]), Number(form[2]), Number(form[3])];
  const exists = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
  return exists ? Date.UTC(year, month - 1, day) / DAY : undefined;
};

const lastDayOf = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const padded = (part: number, width: number): string => String(part).padStart(width, '0');

/** True for an existing day between the years 0100 and 9999; false for 2026-02-30. */
export const isLocalDate = (text: string): boolean => dayNumber(text) !== undefined;

export const isInstant = (text: string): boolean => instantForm.test(text) && isLocalDate(text.slice(0, 10));

/** The first and the last day that may be typed in; what was recorded before is computed with all the same. */
const earliest: LocalDate = '1949-01-01';
const latest: LocalDate = '2200-12-31';

/** An existing day that may be typed in, in a form or a query. */
export const isTypedDate = (text: string): boolean => earliest <= text && text <= latest && isLocalDate(text);

/** An instant, in the form of the record, that may be typed in. */
export const isTypedInstant = (text: string): boolean =>
  isInstant(text) && isTypedDate(text.slice(0, 10)) && isTypedDate(dayOf(text));

type Said = Readonly<{ zh: string; en: string }>;
const unwritten: Said = { zh: '须为真实存在的日期 YYYY-MM-DD', en: 'an existing day as YYYY-MM-DD' };
const endless: Said = { zh: '没有结束日期的，结束日期不填', en: 'where there is no end, enter no end' };
const beyond: Said = {
  zh: `须在 ${earliest} 至 ${latest} 之间`,
  en: `between ${earliest} and ${latest}`,
};

/** What to type instead of a value that is no day, or none that may be typed in; of an instant, its day. */
export const typedDateFault = (value: unknown): Said => {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  if (!isLocalDate(day)) return unwritten;
  return day.startsWith('9999-') ? endless : beyond;
};

const daysSinceEpoch = (date: LocalDate): number => {
  const days = dayNumber(date);
  if (days === undefined) throw new DateUnreadable(date);
  return days;
};

const msOf = (instant: Instant): number => {
  if (!isInstant(instant)) throw new DateUnreadable(instant);
  return Date.parse(instant);
};

const instantAt = (ms: number): Instant => {
  const text = isoOf(ms);
  if (text === undefined) throw new DateUnreadable(String(ms));
  return text;
};

/** Calendar days later, or earlier when `days` is negative. Throws DateUnreadable. */
export const addDays = (date: LocalDate, days: number): LocalDate => {
  const ms = (daysSinceEpoch(date) + days) * DAY;
  const at = new Date(ms);
  const year = at.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new DateUnreadable(String(ms));
  return `${padded(year, 4)}-${padded(at.getUTCMonth() + 1, 2)}-${padded(at.getUTCDate(), 2)}`;
};

/** CAL-07: the same day number of the end month; where it is missing, the month's last day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  daysSinceEpoch(date);
  const target = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  const lastDay = Number(utc(year, month + 1, 0)?.slice(8, 10));
  const found = utc(year, month, Math.min(Number(date.slice(8, 10)), lastDay));
  if (found === undefined) throw new DateUnreadable(`${date} + ${months} mo`);
  return found;
};

/** As addMonths: 29 February of a leap year becomes 28 February of a common one. */
export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12);

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  daysSinceEpoch(to) - daysSinceEpoch(from);

/** 1 Monday … 7 Sunday. */
export const weekday = (date: LocalDate): number => {
  const sinceMonday = (daysSinceEpoch(date) + 3) % 7;
  return ((sinceMonday + 7) % 7) + 1;
};

/** The hour in UTC at which a day begins in Asia/Shanghai, on the day before. */
const dayBeginsAt = padded(24 - SHANGHAI_AHEAD / HOUR, 2);

/** CAL-08: the day in Asia/Shanghai on which the instant falls. */
export const dayOf = (instant: Instant): LocalDate => {
  if (!isInstant(instant)) throw new DateUnreadable(instant);
  const day = instant.slice(0, 10);
  return instant.slice(11, 13) < dayBeginsAt ? day : addDays(day, 1);
};

/** CAL-08: a period in hours runs on instants. */
export const addHours = (instant: Instant, hours: number): Instant => instantAt(msOf(instant) + hours * HOUR);

/** Midnight in Asia/Shanghai at which the day begins. */
export const startOfDay = (date: LocalDate): Instant =>
  instantAt(daysSinceEpoch(date) * DAY - SHANGHAI_AHEAD);
