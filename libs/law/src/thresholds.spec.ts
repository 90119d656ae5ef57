import { shortCite } from './citation.js';
import { NoVersionInForce } from './dated.js';
import { fenFromYuan, surcharge } from './money.js';
import { nationalConstantsOn, reaches } from './thresholds.js';
import { timeLimit } from './time-limits.js';

const today = nationalConstantsOn('2026-11-23');

describe('a threshold', () => {
  it.each([
    ['>=', 999_999, false],
    ['>=', 1_000_000, true],
    ['>=', 1_000_001, true],
    ['>', 1_000_000, false],
    ['>', 1_000_001, true],
  ] as const)('%s 10,000.00 yuan by %i fen: %s', (comparator, fen, reached) => {
    expect(reaches({ comparator, fen: fenFromYuan('10000') }, fen)).toBe(reached);
  });
});

describe('what the national law fixes', () => {
  it('APL 51: 200 and 3,000 yuan in the summary procedure', () => {
    expect(today.summaryFine.naturalPersonMax).toBe(fenFromYuan('200'));
    expect(today.summaryFine.entityMax).toBe(fenFromYuan('3000'));
    expect(shortCite(today.summaryFine.cites)).toBe('APL 51');
  });

  it('APL 68: 100 yuan collected on the spot', () => {
    expect(today.onTheSpotCollection.max).toBe(fenFromYuan('100'));
    expect(shortCite(today.onTheSpotCollection.cites)).toBe('APL 68(1)');
  });

  it('APL 72: the surcharge is the one that is calculated', () => {
    expect(today.surcharge).toMatchObject({ percentPerDay: 3, capPercent: 100 });
    expect(surcharge(100_00, 1)).toBe(today.surcharge.percentPerDay * 100);
    expect(surcharge(100_00, 10_000)).toBe(today.surcharge.capPercent * 100);
    expect(shortCite(today.surcharge.cites)).toBe('APL 72(1)(1)');
  });

  it('APL 36: limitation as in the clocks', () => {
    expect(today.limitation.years).toBe(timeLimit('limitation', '2026-11-23').length);
    expect(today.limitation.seriousYears).toBe(timeLimit('limitation-with-harm', '2026-11-23').length);
    expect([today.limitation.years, today.limitation.seriousYears]).toEqual([2, 5]);
    expect(shortCite(today.limitation.cites)).toBe('APL 36(1)');
  });

  it('is not known before the revised law', () => {
    expect(() => nationalConstantsOn('2021-07-14')).toThrow(NoVersionInForce);
  });
});
