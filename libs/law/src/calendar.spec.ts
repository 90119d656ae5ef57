import { chinaCalendar, hasTable, isMakeUpDay, isPublicHoliday, isWorkingDay } from './calendar.js';
import { addDays, weekday } from './dates.js';

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
