import fc from 'fast-check';
import { chinaCalendar, isWorkingDay } from './calendar.js';
import { clearWorkingDaysBetween, count, type Period, type Roll } from './counting.js';
import { addDays, daysBetween } from './dates.js';

const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-01-01', days));
const workingDay = day.filter((date) => isWorkingDay(date, chinaCalendar));
const length = fc.integer({ min: 1, max: 60 });
const roll = fc.constantFrom<Roll>('none', 'publicHoliday', 'anyNonWorkingDay');
const interval = fc.tuple(day, fc.nat(40)).map(([from, days]) => ({ from, to: addDays(from, days) }));
const counted = (period: Omit<Period, 'roll'> & { roll?: Roll }) =>
  count({ roll: 'none', ...period }, chinaCalendar);

describe('CAL-01 to CAL-09 for any day', () => {
  it('working days end on a working day', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const { due } = counted({ from, length: n, unit: 'wd' });
        expect(isWorkingDay(due, chinaCalendar)).toBe(true);
        expect(clearWorkingDaysBetween(from, due, chinaCalendar)).toBe(n - 1);
      }),
    );
  });

  it('counting forward in two parts is counting once', () => {
    fc.assert(
      fc.property(day, length, length, (from, n, m) => {
        const middle = counted({ from, length: n, unit: 'wd' }).due;
        expect(counted({ from: middle, length: m, unit: 'wd' }).due).toBe(
          counted({ from, length: n + m, unit: 'wd' }).due,
        );
      }),
    );
  });

  it('before and after are inverse between working days', () => {
    fc.assert(
      fc.property(workingDay, length, (from, n) => {
        const { due } = counted({ from, length: n, unit: 'wd' });
        const back = counted({
          from: due,
          length: n - 1,
          unit: 'wd',
          direction: 'before',
          roll: 'anyNonWorkingDay',
        });
        expect(back.due).toBe(from);
      }),
    );
  });

  it('the latest day before leaves exactly the clear days, the next day too few', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const { due } = counted({ from, length: n, unit: 'wd', direction: 'before' });
        expect(clearWorkingDaysBetween(due, from, chinaCalendar)).toBe(n);
        expect(clearWorkingDaysBetween(addDays(due, 1), from, chinaCalendar)).toBe(n - 1);
      }),
    );
  });

  it('a roll never shortens and ends on a day of its kind', () => {
    fc.assert(
      fc.property(day, length, roll, (from, n, how) => {
        const { due, unrolled } = counted({ from, length: n, unit: 'd', roll: how });
        expect(daysBetween(from, unrolled)).toBe(n);
        expect(due >= unrolled).toBe(true);
        if (how === 'none') expect(due).toBe(unrolled);
        if (how === 'anyNonWorkingDay') expect(isWorkingDay(due, chinaCalendar)).toBe(true);
      }),
    );
  });

  it('days left out are added once, in whatever order and overlap they come', () => {
    fc.assert(
      fc.property(day, length, fc.array(interval, { maxLength: 5 }), (from, n, excluded) => {
        const result = counted({ from, length: n, unit: 'd', excluded });
        expect(daysBetween(from, result.due)).toBe(n + result.excludedDays);
        const mirrored = [...excluded, ...excluded].reverse();
        expect(counted({ from, length: n, unit: 'd', excluded: mirrored })).toEqual(result);
      }),
    );
  });

  it('months with days left out end as many days later', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 12 }),
        fc.array(interval, { maxLength: 4 }),
        (from, n, excluded) => {
          const plain = counted({ from, length: n, unit: 'mo' });
          const longer = counted({ from, length: n, unit: 'mo', excluded });
          expect(daysBetween(plain.due, longer.due)).toBe(longer.excludedDays);
          expect(excluded.some((out) => out.from <= longer.due && longer.due <= out.to)).toBe(false);
        },
      ),
    );
  });

  it('an answer is provisional exactly when a day of 2027 or later was asked about', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const { due, provisional } = counted({ from, length: n, unit: 'wd' });
        expect(provisional).toBe(due > '2026-12-31');
      }),
    );
  });
});
