import fc from 'fast-check';
import {
  addDays,
  addHours,
  addMonths,
  addYears,
  DateUnreadable,
  dayOf,
  daysBetween,
  isInstant,
  isLocalDate,
  isTypedDate,
  isTypedInstant,
  startOfDay,
  typedDateFault,
  weekday,
} from './dates.js';

const day = fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays('2000-01-01', days));

describe('a date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1999-12-31', '9999-12-31'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1'])(
    '%s does not exist',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it.each([
    '',
    '20260101',
    '2026-01-01T00:00:00.000Z',
    ' 2026-01-01',
    '0026-01-01',
    '2026/01/01',
    '２０２６-01-01',
  ])('"%s" is not written as a date', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('that does not exist is refused by every calculation, by name', () => {
    for (const calculate of [
      () => addDays('2026-02-30', 1),
      () => addMonths('2026-02-30', 1),
      () => addYears('2026-02-30', 1),
      () => daysBetween('2026-02-30', '2026-03-01'),
      () => weekday('2026-02-30'),
      () => startOfDay('2026-02-30'),
    ]) {
      expect(calculate).toThrow(DateUnreadable);
    }
    expect(() => addDays('2026-02-30', 1)).toThrow(/2026-02-30.*YYYY-MM-DD/);
  });

  it('beyond the year 9999 or made of no number is refused', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(DateUnreadable);
    expect(() => addMonths('9999-12-31', 1)).toThrow(DateUnreadable);
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(DateUnreadable);
    expect(() => addMonths('2026-01-01', Number.NaN)).toThrow(DateUnreadable);
  });

  it('has a weekday, Monday 1 to Sunday 7', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
    expect(weekday('1969-12-28')).toBe(7);
    fc.assert(
      fc.property(day, (date) => {
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
      }),
    );
  });

  it('moves by days there and back, in the order of strings', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4000 }), (date, days) => {
        const later = addDays(date, days);
        expect(later > date).toBe(true);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
      }),
    );
  });
});

describe('CAL-07 months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-06-15', 6, '2026-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s', (date, months, end) => {
    expect(addMonths(date, months)).toBe(end);
  });

  it('years: 29 February ends on 28 February', () => {
    expect(addYears('2024-02-29', 2)).toBe('2026-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2024-03-10', 5)).toBe('2029-03-10');
  });

  it('keep the day number, or take the last day of the month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const end = addMonths(date, months);
        const kept = end.slice(8) === date.slice(8);
        const lastOfMonth = addDays(end, 1).slice(8) === '01' && end.slice(8) < date.slice(8);
        expect(kept || lastOfMonth).toBe(true);
      }),
    );
  });
});

describe('CAL-08 instants and days in Asia/Shanghai', () => {
  it.each([
    ['2026-09-30T15:59:59.999Z', '2026-09-30'],
    ['2026-09-30T16:00:00.000Z', '2026-10-01'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01'],
  ])('%s falls on %s', (instant, date) => {
    expect(dayOf(instant)).toBe(date);
  });

  it('a day begins at 16:00 UTC of the day before', () => {
    expect(startOfDay('2026-10-01')).toBe('2026-09-30T16:00:00.000Z');
    fc.assert(
      fc.property(day, (date) => {
        expect(dayOf(startOfDay(date))).toBe(date);
        expect(dayOf(addHours(startOfDay(date), 23.999))).toBe(date);
        expect(dayOf(addHours(startOfDay(date), 24))).toBe(addDays(date, 1));
      }),
    );
  });

  it('the last day there is has no day after it', () => {
    expect(dayOf('9999-12-31T15:59:59.999Z')).toBe('9999-12-31');
    expect(() => dayOf('9999-12-31T16:00:00.000Z')).toThrow(DateUnreadable);
    expect(() => addHours('9999-12-31T16:00:00.000Z', 8)).toThrow(DateUnreadable);
    expect(() => addHours('2026-01-01T00:00:00.000Z', Number.NaN)).toThrow(DateUnreadable);
  });

  it('hours run across midnight and the year', () => {
    expect(addHours('2025-12-31T20:30:00.000Z', 24)).toBe('2026-01-01T20:30:00.000Z');
    expect(addHours('2026-01-01T00:00:00.000Z', -1)).toBe('2025-12-31T23:00:00.000Z');
  });

  it.each([
    ['2026-01-01T00:00:00.000Z', true],
    ['2026-01-01T00:00:00Z', false],
    ['2026-01-01T00:00:00.000+08:00', false],
    ['2026-02-30T00:00:00.000Z', false],
    ['2026-01-01T23:59:59.999Z', true],
    ['2026-01-01T24:00:00.000Z', false],
    ['2026-01-01T23:60:00.000Z', false],
    ['2026-01-01T23:59:60.000Z', false],
    ['2026-01-01T30:00:00.000Z', false],
    ['2026-01-01', false],
    ['', false],
  ])('"%s" is an instant: %s', (text, yes) => {
    expect(isInstant(text)).toBe(yes);
  });

  it('a text that is no instant is refused by name', () => {
    expect(() => dayOf('2026-01-01')).toThrow(DateUnreadable);
    expect(() => addHours('yesterday', 1)).toThrow(DateUnreadable);
  });
});

describe('a date that is typed in', () => {
  it.each(['1949-01-01', '2026-02-28', '2200-12-31'])('may be %s', (text) => {
    expect(isTypedDate(text)).toBe(true);
    expect(isTypedInstant(`${text}T12:00:00.000Z`)).toBe(true);
  });

  it.each([
    ['9999-12-31', '没有结束日期的，结束日期不填'],
    ['9999-01-01', '没有结束日期的，结束日期不填'],
    ['2201-01-01', '须在 1949-01-01 至 2200-12-31 之间'],
    ['1948-12-31', '须在 1949-01-01 至 2200-12-31 之间'],
    ['0100-01-01', '须在 1949-01-01 至 2200-12-31 之间'],
    ['2026-02-30', '须为真实存在的日期 YYYY-MM-DD'],
    ['10000-01-01', '须为真实存在的日期 YYYY-MM-DD'],
    ['-271821-04-20', '须为真实存在的日期 YYYY-MM-DD'],
    ['', '须为真实存在的日期 YYYY-MM-DD'],
  ])('is not %s: %s', (text, zh) => {
    expect(isTypedDate(text)).toBe(false);
    expect(typedDateFault(text)).toMatchObject({ zh });
  });

  it('is bounded by its day in Shanghai as well', () => {
    expect(isTypedInstant('2200-12-31T15:59:59.999Z')).toBe(true);
    expect(isTypedInstant('2200-12-31T16:00:00.000Z')).toBe(false);
    expect(isTypedInstant('1948-12-31T20:00:00.000Z')).toBe(false);
    expect(isTypedInstant('9999-12-31T20:00:00.000Z')).toBe(false);
    expect(isTypedInstant('2026-01-01')).toBe(false);
  });

  it('binds nobody who reads what was recorded before', () => {
    expect(isLocalDate('9999-12-31')).toBe(true);
    expect(daysBetween('9999-12-30', '9999-12-31')).toBe(1);
    expect(addDays('1900-01-01', -1)).toBe('1899-12-31');
  });
});
