import { weekday, type Amendment, type HolidayTable, type LocalDate } from '@anjuan/law';
import { date } from './dates.js';
import { fields, hasKey, listOf, readPage, text, wholeNumber, type Place, type Reader } from './page.js';

type Off = HolidayTable['off'][number];
type Table = Pick<HolidayTable, 'off' | 'makeUp'>;

const daysOff: Reader<Off> = fields({ zh: text, from: date, to: date }, {});
const days = { source: text, off: listOf(daysOff), makeUp: listOf(date) };

const year: Reader<number> = (place) => {
  const value = wholeNumber(place);
  return value >= 1949 && value <= 2200
    ? value
    : place.refuse('年份须在 1949 至 2200 之间；a year from 1949 to 2200 is expected');
};

const arranged = fields({ year, ...days }, {});
const amending = fields({ amends: year, published: date, ...days }, {});

/** A notice also arranges days of the December before: New Year may begin then, and weekends be worked for it. */
const inYear = (day: LocalDate, of: number, place: Place): void => {
  const [first, last] = [`${String(of - 1)}-12-01`, `${String(of)}-12-31`];
  if (day < first || day > last)
    place.refuse(`${day} 不在 ${first} 至 ${last} 之间；not a day from ${first} to ${last}`);
};

const tableOf = (of: number, { off, makeUp }: ReturnType<typeof arranged>): Table => {
  off.forEach(({ value: { from, to }, place }, index) => {
    inYear(from, of, place);
    inYear(to, of, place);
    if (to < from) place.refuse(`起止颠倒 ${from}–${to}；it ends before it begins`);
    const over = off.slice(0, index).find(({ value: one }) => one.from <= to && from <= one.to);
    if (over) place.refuse(`与“${over.value.zh}”重叠；overlaps ${over.value.from}–${over.value.to}`);
  });
  makeUp.forEach(({ value, place }, index) => {
    inYear(value, of, place);
    if (weekday(value) <= 5) place.refuse(`${value} 本是工作日；is no weekend`);
    if (off.some(({ value: { from, to } }) => from <= value && value <= to))
      place.refuse(`${value} 同时列为放假；is also a day off`);
    if (makeUp.findIndex((one) => one.value === value) < index)
      place.refuse(`${value} 出现两次；is there twice`);
  });
  return { off: off.map(({ value }) => value), makeUp: makeUp.map(({ value }) => value) };
};

const amendmentAt = (page: Place): Amendment => {
  const { amends, published, ...rest } = amending(page);
  const of = Number(published.slice(0, 4));
  if (of !== amends && of !== amends - 1)
    page.refuse(
      `published 须为通知公布之日，在 ${String(amends - 1)} 年或者 ${String(amends)} 年内；published is the day of the notice, in ${String(amends - 1)} or ${String(amends)}`,
    );
  return { year: amends, published, source: rest.source, ...tableOf(amends, { year: amends, ...rest }) };
};

/** One year's holidays (节假日安排), or with `amends` how a later notice changes them. Throws RuleDataRefused. */
export const readHolidays = (file: string, yaml: string): HolidayTable | Amendment =>
  readPage(file, yaml, (page) => {
    if (hasKey(page, 'amends')) return amendmentAt(page);
    const read = arranged(page);
    return { year: read.year, source: read.source, ...tableOf(read.year, read) };
  });

export const isAmendment = (table: HolidayTable): table is Amendment => 'published' in table;
