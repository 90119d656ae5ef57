import fc from 'fast-check';
import { NoVersionInForce } from './dated.js';
import {
  discretionGrades,
  discretionRange,
  discretionShareOn,
  fenRange,
  isFineRange,
  RangeImpossible,
  withinFen,
  type DiscretionGrade,
  type FineRange,
} from './discretion.js';

/** 50,000 to 100,000 yuan: 食品安全法 124. */
const yuan50to100: FineRange = { min: 5_000_000, max: 10_000_000 };

describe('the range of a grade', () => {
  it.each<[DiscretionGrade, number, number]>([
    ['mitigated', 0, 4_999_999],
    ['lighter', 5_000_000, 6_500_000],
    ['ordinary', 6_500_000, 8_500_000],
    ['heavier', 8_500_000, 10_000_000],
  ])('%s', (grade, min, max) => {
    expect(discretionRange(yuan50to100, grade, 30)).toStrictEqual({ min, max });
  });

  it('of multiples: ten to twenty times goods worth 18,400 yuan', () => {
    const range = { min: 1000, max: 2000, timesFen: 1_840_000 };
    expect(fenRange(range)).toStrictEqual({ min: 18_400_000, max: 36_800_000 });
    expect(discretionRange(range, 'lighter', 30)).toStrictEqual({ min: 18_400_000, max: 23_920_000 });
  });

  it('drops parts of a fen towards the inside of the range', () => {
    expect(fenRange({ min: 50, max: 250, timesFen: 333 })).toStrictEqual({ min: 167, max: 832 });
    expect(discretionRange({ min: 0, max: 7 }, 'lighter', 30)).toStrictEqual({ min: 0, max: 2 });
    expect(discretionRange({ min: 0, max: 7 }, 'ordinary', 30)).toStrictEqual({ min: 3, max: 4 });
    expect(discretionRange({ min: 0, max: 7 }, 'heavier', 30)).toStrictEqual({ min: 5, max: 7 });
  });

  it('is exact where a float would not be', () => {
    const max = Number.MAX_SAFE_INTEGER;
    expect(discretionRange({ min: 0, max }, 'lighter', 30).max).toBe(2_702_159_776_422_297);
  });

  it('has nothing below a minimum of nothing', () => {
    expect(withinFen(discretionRange({ min: 0, max: 100 }, 'mitigated', 30), 0)).toBe(false);
    expect(withinFen(discretionRange({ min: 1, max: 100 }, 'mitigated', 30), 0)).toBe(true);
  });

  it('every whole fen of the range is of some grade, and of none outside it', () => {
    const range = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(range, fc.nat(2_100_000), ([min, width, percent], fen) => {
        const grades = discretionGrades.filter((grade) =>
          withinFen(discretionRange({ min, max: min + width }, grade, percent), fen),
        );
        expect(grades.length > 0).toBe(fen <= min + width);
        expect(grades.includes('mitigated')).toBe(fen < min);
      }),
    );
  });
});

describe('what is no range', () => {
  it.each<FineRange>([
    { min: 2, max: 1 },
    { min: -1, max: 1 },
    { min: 0.5, max: 1 },
    { min: 0, max: Number.MAX_SAFE_INTEGER + 1 },
    { min: 0, max: 1, timesFen: -1 },
    { min: 0, max: 200_000, timesFen: Number.MAX_SAFE_INTEGER },
  ])('%j', (range) => {
    expect(isFineRange(range)).toBe(false);
    expect(() => fenRange(range)).toThrow(RangeImpossible);
  });

  it('unless all of it can be counted in fen', () => {
    expect(isFineRange({ min: 0, max: 100, timesFen: Number.MAX_SAFE_INTEGER })).toBe(true);
    expect(isFineRange({ min: 0, max: 101, timesFen: Number.MAX_SAFE_INTEGER })).toBe(false);
  });

  it('a share of more than half of it from either end', () => {
    expect(() => discretionRange(yuan50to100, 'lighter', 51)).toThrow(RangeImpossible);
    expect(() => discretionRange(yuan50to100, 'lighter', 29.5)).toThrow(RangeImpossible);
  });
});

it('the share is dated, and is a policy: its text was not read again', () => {
  expect(discretionShareOn('2026-06-05')).toMatchObject({ percent: 30 });
  expect(discretionShareOn('2026-06-05').cites).toHaveProperty('policy');
  expect(() => discretionShareOn('2019-12-23')).toThrow(NoVersionInForce);
});
