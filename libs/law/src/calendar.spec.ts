import {
  calendarOf,
  chinaCalendar,
  hasTable,
  isMakeUpDay,
  isPublicHoliday,
  isWorkingDay,
  knownOn,
} from './calendar.js';
import { clearWorkingDaysBetween, count } from './counting.js';
import { addDays, weekday } from './dates.js';
import { type Amendment, holidays2026 } from './holidays.js';

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((date) =>
    date.startsWith(String(year)),
  );

describe('CAL-03 working days', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i of them', (year, working) => {
    expect(daysOf(year).filter((date) => isWorkingDay(date, chinaCalendar))).toHaveLength(working);
  });

  it.each([
    ['2026-09-24', true, 'an ordinary Thursday'],
    ['2026-09-26', false, 'a Saturday within Mid-Autumn'],
    ['2026-10-10', true, 'a make-up Saturday'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2026-10-08', true, 'the first day after National Day'],
    ['2026-02-15', false, 'the first day of Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival'],
    ['2024-02-09', true, 'New Year’s Eve 2024, only encouraged to be off'],
    ['2025-02-08', true, 'a make-up Saturday of 2025'],
  ])('%s: %s (%s)', (date, working) => {
    expect(isWorkingDay(date, chinaCalendar)).toBe(working);
  });

  it('make-up days are weekends and no holidays', () => {
    for (const { makeUp, year } of chinaCalendar.tables) {
      for (const date of makeUp) {
        expect([date, weekday(date) >= 6, isPublicHoliday(date, chinaCalendar), date.slice(0, 4)]).toEqual([
          date,
          true,
          false,
          String(year),
        ]);
      }
    }
  });

  it('a plain weekend is neither a public holiday nor a make-up day', () => {
    expect(isPublicHoliday('2026-11-21', chinaCalendar)).toBe(false);
    expect(isMakeUpDay('2026-11-21', chinaCalendar)).toBe(false);
  });

  it('every table names its source', () => {
    for (const { source } of chinaCalendar.tables) expect(source).toMatch(/国/);
  });
});

describe('CAL-10 a year without a table', () => {
  it('is known as such and taken as Monday to Friday', () => {
    expect(chinaCalendar.years).toEqual([2024, 2025, 2026]);
    expect(hasTable('2026-12-31', chinaCalendar)).toBe(true);
    expect(hasTable('2027-01-01', chinaCalendar)).toBe(false);
    expect(isWorkingDay('2027-01-01', chinaCalendar)).toBe(true);
    expect(isWorkingDay('2027-01-02', chinaCalendar)).toBe(false);
  });
});

describe('a year that a later notice amends', () => {
  const amendment: Amendment = {
    ...holidays2026,
    source: '样例（并非国务院通知；a sample, not the notice）',
    published: '2026-04-10',
    off: holidays2026.off.map((one) => (one.zh === '劳动节' ? { ...one, to: '2026-05-06' } : one)),
    makeUp: [...holidays2026.makeUp, '2026-04-26'],
  };
  const again: Amendment = { ...amendment, published: '2026-08-03', makeUp: holidays2026.makeUp };
  const calendar = calendarOf('sample', chinaCalendar.tables, [again, amendment]);

  it('is known from the day of the publication on', () => {
    const worked = (day: string) => isWorkingDay('2026-05-06', knownOn(calendar, day));
    expect([worked('2026-04-09'), worked('2026-04-10'), worked('2026-12-01')]).toStrictEqual([
      true,
      false,
      false,
    ]);
    expect(isMakeUpDay('2026-04-26', knownOn(calendar, '2026-08-02'))).toBe(true);
    expect(isMakeUpDay('2026-04-26', calendar)).toBe(false);
    expect(knownOn(calendar, '2026-04-09').tables).toStrictEqual(chinaCalendar.tables);
  });

  it('moves the periods that had not ended by then, and no other', () => {
    const due = (from: string, length: number) =>
      count({ from, length, unit: 'wd', roll: 'none' }, calendar).due;
    expect(due('2026-04-30', 1)).toBe('2026-05-07');
    expect(due('2026-04-24', 1)).toBe('2026-04-26');
    expect(
      count({ from: '2026-04-30', length: 1, unit: 'wd', roll: 'none' }, knownOn(calendar, '2026-04-09')).due,
    ).toBe('2026-05-06');
    const late = calendarOf('sample', chinaCalendar.tables, [{ ...amendment, published: '2026-05-07' }]);
    expect(count({ from: '2026-04-30', length: 1, unit: 'wd', roll: 'none' }, late).due).toBe('2026-05-06');
  });

  it('days left before a hearing are counted by the tables published when they began', () => {
    expect(clearWorkingDaysBetween('2026-04-08', '2026-05-08', calendar)).toBe(18);
    expect(clearWorkingDaysBetween('2026-04-10', '2026-05-08', calendar)).toBe(16);
  });

  it('two years changed by one notice are changed at once', () => {
    const [, of2025] = chinaCalendar.tables;
    if (of2025 === undefined) throw new Error('no table of 2025');
    const both = calendarOf('sample', chinaCalendar.tables, [
      amendment,
      { ...of2025, published: '2026-04-10', makeUp: [] },
    ]);
    expect(both.earlier).toHaveLength(1);
    expect(knownOn(both, '2026-04-09').tables).toStrictEqual(chinaCalendar.tables);
  });

  it('of two for one year the later published counts, in whatever order they are given; other years stay', () => {
    const others = chinaCalendar.tables.filter(({ year }) => year !== 2026);
    for (const given of [
      [amendment, again],
      [again, amendment],
    ]) {
      const { tables, earlier } = calendarOf('sample', chinaCalendar.tables, given);
      expect(tables).toStrictEqual([...others, again]);
      expect(earlier?.map(({ until }) => until)).toStrictEqual(['2026-04-10', '2026-08-03']);
    }
    expect(calendarOf('sample', chinaCalendar.tables).tables).toStrictEqual(chinaCalendar.tables);
  });
});
