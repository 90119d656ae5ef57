import { weekday, type HolidayTable } from '@anjuan/law';
import { date } from './dates.js';
import { fields, listOf, readPage, text, wholeNumber, type Place, type Reader } from './page.js';

type Off = HolidayTable['off'][number];

const daysOff: Reader<Off> = fields({ zh: text, from: date, to: date }, {});
const form = fields({ year: wholeNumber, source: text, off: listOf(daysOff), makeUp: listOf(date) }, {});

const inYear = (day: string, year: number, place: Place): void => {
  if (!day.startsWith(`${String(year)}-`))
    place.refuse(`${day} 不在 ${String(year)} 年内；not a day of ${String(year)}`);
};

/** One year's holiday table (节假日安排). Throws RuleDataRefused. */
export const readHolidays = (file: string, yaml: string): HolidayTable =>
  readPage(file, yaml, (page) => {
    const { year, source, off, makeUp } = form(page);
    off.forEach(({ value: { from, to }, place }, index) => {
      inYear(from, year, place);
      inYear(to, year, place);
      if (to < from) place.refuse(`起止颠倒 ${from}–${to}；it ends before it begins`);
      const over = off.slice(0, index).find(({ value: one }) => one.from <= to && from <= one.to);
      if (over) place.refuse(`与“${over.value.zh}”重叠；overlaps ${over.value.from}–${over.value.to}`);
    });
    makeUp.forEach(({ value, place }) => {
      inYear(value, year, place);
      if (weekday(value) <= 5) place.refuse(`${value} 本是工作日；is no weekend`);
      if (off.some(({ value: { from, to } }) => from <= value && value <= to))
        place.refuse(`${value} 同时列为放假；is also a day off`);
    });
    return {
      year,
      source,
      off: off.map(({ value }) => value),
      makeUp: makeUp.map(({ value }) => value),
    };
  });
