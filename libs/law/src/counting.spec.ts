import { calendarOf, chinaCalendar } from './calendar.js';
import {
  clearWorkingDaysBetween,
  count,
  longestPeriod,
  mergeIntervals,
  type Period,
  PeriodImpossible,
} from './counting.js';
import { holidays2024, holidays2025, holidays2026 } from './holidays.js';

const counted = (period: Partial<Period> & Pick<Period, 'from' | 'length' | 'unit'>) =>
  count({ roll: 'none', ...period }, chinaCalendar);

describe('CAL-01, CAL-03 working days after a day that does not count', () => {
  it.each([
    [5, '2026-09-24', '2026-10-09'],
    [7, '2026-09-30', '2026-10-15'],
    [20, '2026-09-30', '2026-11-03'],
    [7, '2026-02-12', '2026-02-28'],
    [15, '2025-12-31', '2026-01-22'],
    [15, '2026-01-22', '2026-02-12'],
    [10, '2025-01-24', '2025-02-13'],
    [10, '2024-09-12', '2024-09-27'],
    [3, '2025-09-29', '2025-10-10'],
    [0, '2026-09-30', '2026-09-30'],
    [5, '2026-04-30', '2026-05-11'],
  ])('%i from %s end on %s', (length, from, due) => {
    expect(counted({ from, length, unit: 'wd' })).toMatchObject({ due, unrolled: due, provisional: false });
  });

  it('say which days of the tables made the difference', () => {
    expect(counted({ from: '2026-09-30', length: 7, unit: 'wd' })).toEqual({
      due: '2026-10-15',
      unrolled: '2026-10-15',
      provisional: false,
      holidays: [
        '2026-10-01',
        '2026-10-02',
        '2026-10-03',
        '2026-10-04',
        '2026-10-05',
        '2026-10-06',
        '2026-10-07',
      ],
      makeUpDays: ['2026-10-10'],
      excludedDays: 0,
    });
  });
});

describe('CAL-02 calendar days, with the roll of each term', () => {
  it.each([
    [90, '2026-07-04', '2026-10-02', 'none', '2026-10-02'],
    [90, '2026-07-04', '2026-10-02', 'publicHoliday', '2026-10-08'],
    [15, '2026-09-20', '2026-10-05', 'none', '2026-10-05'],
    [15, '2026-09-20', '2026-10-05', 'publicHoliday', '2026-10-08'],
    [30, '2026-09-05', '2026-10-05', 'none', '2026-10-05'],
    [15, '2026-11-06', '2026-11-21', 'publicHoliday', '2026-11-21'],
    [15, '2026-11-06', '2026-11-21', 'anyNonWorkingDay', '2026-11-23'],
    [15, '2026-09-25', '2026-10-10', 'anyNonWorkingDay', '2026-10-10'],
    [15, '2026-11-05', '2026-11-20', 'anyNonWorkingDay', '2026-11-20'],
  ] as const)('%i from %s end on %s, with roll %s on %s', (...row) => {
    const [length, from, unrolled, roll, due] = row;
    expect(counted({ from, length, unit: 'd', roll })).toMatchObject({ unrolled, due, provisional: false });
  });

  it('count holidays and weekends, and name only those rolled over', () => {
    const { holidays, makeUpDays } = counted({
      from: '2026-09-20',
      length: 15,
      unit: 'd',
      roll: 'publicHoliday',
    });
    expect(holidays).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
    expect(makeUpDays).toEqual([]);
    expect(
      counted({ from: '2026-09-25', length: 15, unit: 'd', roll: 'anyNonWorkingDay' }).makeUpDays,
    ).toEqual(['2026-10-10']);
  });
});

describe('CAL-07 months and years', () => {
  it.each([
    ['2026-08-31', 6, 'mo', '2027-02-28'],
    ['2024-02-29', 2, 'y', '2026-02-28'],
    ['2026-06-15', 3, 'mo', '2026-09-15'],
  ] as const)('%s and %i %s end on %s', (from, length, unit, due) => {
    expect(counted({ from, length, unit })).toMatchObject({ due, unrolled: due });
  });

  it('roll like days', () => {
    expect(counted({ from: '2026-04-03', length: 6, unit: 'mo', roll: 'publicHoliday' })).toMatchObject({
      unrolled: '2026-10-03',
      due: '2026-10-08',
    });
  });

  it('go on by the days left out, also when that reaches another interval', () => {
    const excluded = [
      { from: '2026-07-01', to: '2026-07-10' },
      { from: '2026-09-20', to: '2026-09-21' },
    ];
    expect(counted({ from: '2026-06-15', length: 3, unit: 'mo', excluded })).toMatchObject({
      due: '2026-09-27',
      excludedDays: 12,
    });
  });

  it('leave out nothing before the start or after the end', () => {
    const excluded = [
      { from: '2026-05-01', to: '2026-06-15' },
      { from: '2026-09-16', to: '2026-09-30' },
    ];
    expect(counted({ from: '2026-06-15', length: 3, unit: 'mo', excluded })).toMatchObject({
      due: '2026-09-15',
      excludedDays: 0,
    });
  });
});

describe('backwards: clear days before a day', () => {
  it.each([
    [7, '2026-10-20', '2026-10-09'],
    [7, '2026-05-22', '2026-05-12'],
    [3, '2026-05-22', '2026-05-18'],
    [3, '2026-10-09', '2026-09-28'],
  ])('%i working days before %s: no later than %s', (length, from, due) => {
    expect(counted({ from, length, unit: 'wd', direction: 'before' })).toMatchObject({ due, unrolled: due });
    expect(clearWorkingDaysBetween(due, from, chinaCalendar)).toBe(length);
  });

  it('rolls further back, off a weekend', () => {
    const period = { from: '2026-11-23', length: 5, unit: 'wd', direction: 'before' } as const;
    expect(counted(period).due).toBe('2026-11-15');
    expect(counted({ ...period, roll: 'anyNonWorkingDay' })).toMatchObject({
      unrolled: '2026-11-15',
      due: '2026-11-13',
    });
  });

  it('counts calendar days the same way', () => {
    expect(counted({ from: '2026-05-22', length: 3, unit: 'd', direction: 'before' }).due).toBe('2026-05-18');
  });

  it('clear days are strictly between', () => {
    expect(clearWorkingDaysBetween('2026-10-09', '2026-10-20', chinaCalendar)).toBe(7);
    expect(clearWorkingDaysBetween('2026-10-10', '2026-10-20', chinaCalendar)).toBe(6);
    expect(clearWorkingDaysBetween('2026-10-20', '2026-10-20', chinaCalendar)).toBe(0);
    expect(clearWorkingDaysBetween('2026-10-20', '2026-10-09', chinaCalendar)).toBe(0);
  });
});

describe('CAL-09 days left out', () => {
  it('are merged where intervals overlap, not added twice', () => {
    const excluded = [
      { from: '2026-07-20', to: '2026-07-31' },
      { from: '2026-07-11', to: '2026-07-24' },
      { from: '2026-07-12', to: '2026-07-13' },
    ];
    expect(counted({ from: '2026-07-04', length: 30, unit: 'd', excluded })).toMatchObject({
      due: '2026-08-24',
      excludedDays: 21,
    });
    expect(mergeIntervals(excluded)).toEqual([{ from: '2026-07-11', to: '2026-07-31' }]);
  });

  it('touching intervals become one, separate ones stay', () => {
    expect(
      mergeIntervals([
        { from: '2026-07-05', to: '2026-07-06' },
        { from: '2026-07-01', to: '2026-07-02' },
        { from: '2026-07-03', to: '2026-07-03' },
      ]),
    ).toEqual([
      { from: '2026-07-01', to: '2026-07-03' },
      { from: '2026-07-05', to: '2026-07-06' },
    ]);
  });

  it('stop working days too', () => {
    const excluded = [{ from: '2026-11-24', to: '2026-11-25' }];
    expect(counted({ from: '2026-11-23', length: 3, unit: 'wd', excluded })).toMatchObject({
      due: '2026-11-30',
      excludedDays: 2,
    });
  });

  it('an interval that ends before it begins is refused', () => {
    const excluded = [{ from: '2026-07-20', to: '2026-07-19' }];
    expect(() => counted({ from: '2026-07-04', length: 30, unit: 'd', excluded })).toThrow(PeriodImpossible);
  });
});

describe('CAL-10 a year without a table', () => {
  it('makes working days provisional, Monday to Friday', () => {
    expect(counted({ from: '2026-12-28', length: 5, unit: 'wd' })).toMatchObject({
      due: '2027-01-04',
      provisional: true,
    });
  });

  it('makes a rolling period provisional, a rigid one not', () => {
    const period = { from: '2026-12-01', length: 60, unit: 'd' } as const;
    expect(counted({ ...period, roll: 'publicHoliday' })).toMatchObject({
      due: '2027-01-30',
      provisional: true,
    });
    expect(counted({ ...period, roll: 'anyNonWorkingDay' })).toMatchObject({
      due: '2027-02-01',
      provisional: true,
    });
    expect(counted(period)).toMatchObject({ due: '2027-01-30', provisional: false });
  });

  it('is settled when the table comes', () => {
    const holidays2027 = {
      year: 2027,
      source: '测试用；for this test',
      off: [{ zh: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      makeUp: [],
    };
    const calendar = calendarOf('test', [holidays2027, holidays2026, holidays2025, holidays2024]);
    expect(calendar.years).toEqual([2024, 2025, 2026, 2027]);
    expect(count({ from: '2026-12-28', length: 5, unit: 'wd', roll: 'none' }, calendar)).toMatchObject({
      due: '2027-01-05',
      provisional: false,
      holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
    });
  });
});

describe('a period that cannot be counted', () => {
  it.each([-1, 1.5, Number.NaN, Infinity])('has the length %s', (length) => {
    expect(() => counted({ from: '2026-07-04', length, unit: 'd' })).toThrow(PeriodImpossible);
  });

  it.each(['wd', 'd', 'mo', 'y'] as const)('is longer than any in %s', (unit) => {
    const longest = longestPeriod[unit];
    expect(() => counted({ from: '2026-07-04', length: longest, unit })).not.toThrow();
    expect(() => counted({ from: '2026-07-04', length: longest + 1, unit })).toThrow(PeriodImpossible);
    expect(() => counted({ from: '2026-07-04', length: Number.MAX_SAFE_INTEGER, unit })).toThrow(
      PeriodImpossible,
    );
  });

  it.each(['mo', 'y'] as const)('goes backwards in %s', (unit) => {
    expect(() => counted({ from: '2026-07-04', length: 1, unit, direction: 'before' })).toThrow(
      PeriodImpossible,
    );
  });
});
