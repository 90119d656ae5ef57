/** The calendar of the built-in years and of the holiday files, which must agree with each other. */
import { createHash } from 'node:crypto';
import { calendarOf, chinaCalendar, type Amendment, type Calendar, type HolidayTable } from '@anjuan/law';
import { isAmendment } from './holidays.js';
import { gather, refusedAt } from './refused.js';

export type Loaded<T> = Readonly<{ place: string; value: T }>;

const isYear = (one: Loaded<HolidayTable>): boolean => !isAmendment(one.value);
const isLater = (one: Loaded<HolidayTable>): one is Loaded<Amendment> => isAmendment(one.value);

const onceEach = (added: readonly Loaded<HolidayTable>[]): readonly (() => void)[] =>
  added.map(({ place, value: { year } }, index) => () => {
    const known = [...chinaCalendar.years, ...added.slice(0, index).map(({ value }) => value.year)];
    if (known.includes(year))
      throw refusedAt(
        place,
        1,
        'year',
        `${String(year)} 年已有安排，变更安排的，请以 amends 和 published 代替 year；this year has its table: a notice that changes it has "amends" and "published" instead of "year"`,
      );
  });

const inTheirPlace = (
  amendments: readonly Loaded<Amendment>[],
  years: readonly number[],
): readonly (() => void)[] =>
  amendments.map(({ place, value: { year, published } }, index) => () => {
    if (!years.includes(year))
      throw refusedAt(
        place,
        1,
        'amends',
        `${String(year)} 年尚无安排可供变更，请先录入该年安排；there is no table of ${String(year)} to amend: enter that year first`,
      );
    const twice = amendments
      .slice(0, index)
      .some(({ value }) => value.year === year && value.published === published);
    if (twice)
      throw refusedAt(
        place,
        1,
        'published',
        `${String(year)} 年于 ${published} 已有一次变更；${String(year)} is already amended on ${published}`,
      );
  });

/** Days of one December stand in the tables of two years. */
const withoutContradiction = (
  { place, value }: Loaded<HolidayTable>,
  others: readonly HolidayTable[],
): void => {
  for (const other of others.filter(({ year }) => Math.abs(year - value.year) === 1)) {
    const both = [...madeUpAndOff(value, other), ...madeUpAndOff(other, value)];
    if (both.length > 0)
      throw refusedAt(
        place,
        1,
        'makeUp',
        `${both.join('、')} 在 ${String(value.year)} 年和 ${String(other.year)} 年的安排中相互矛盾；worked in one year's table, off in the other's`,
      );
  }
};

const madeUpAndOff = ({ makeUp }: HolidayTable, { off }: HolidayTable): readonly string[] =>
  makeUp.filter((day) => off.some(({ from, to }) => from <= day && day <= to));

const digest = (added: readonly Loaded<HolidayTable>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(added.map(({ value }) => value)))
    .digest('hex')
    .slice(0, 8);

/** Throws RuleDataRefused with everything that does not fit. */
export const withYears = (added: readonly Loaded<HolidayTable>[]): Calendar => {
  if (added.length === 0) return chinaCalendar;
  const newYears = added.filter(isYear);
  const amendments = added.filter(isLater);
  const tables = [...chinaCalendar.tables, ...newYears.map(({ value }) => value)];
  const years = tables.map(({ year }) => year).sort((a, b) => a - b);
  const all = [...tables, ...amendments.map(({ value }) => value)];
  gather([
    ...onceEach(newYears),
    ...inTheirPlace(amendments, years),
    ...added.map((one) => () => {
      withoutContradiction(one, all);
    }),
  ]);
  return calendarOf(
    `CN-${years.join('-')}+${digest(added)}`,
    tables,
    amendments.map(({ value }) => value),
  );
};
