import fc from 'fast-check';
import { fenFromYuan, MoneyUnreadable, surcharge, yuan } from './money.js';

describe('reading yuan', () => {
  it.each([
    ['184000.00', 18_400_000],
    ['15260', 1_526_000],
    ['0.5', 50],
    ['0.05', 5],
    ['0', 0],
    ['1.1', 110],
    ['4.35', 435],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %i fen', (text, fen) => {
    expect(fenFromYuan(text)).toBe(fen);
  });

  it.each([
    '',
    ' 1',
    '-1',
    '+1',
    '1e3',
    '1.234',
    '1.',
    '.5',
    '1,000',
    '007',
    'NaN',
    'Infinity',
    '0x10',
    '一百',
    '１',
  ])('"%s" is refused by name', (text) => {
    expect(() => fenFromYuan(text)).toThrow(MoneyUnreadable);
  });

  it.each(['90071992547409.92', '9999999999999999.99', '99999999999999999999'])(
    '%s is beyond what is counted exactly',
    (text) => {
      expect(() => fenFromYuan(text)).toThrow(MoneyUnreadable);
    },
  );
});

describe('showing yuan', () => {
  it.each([
    [18_400_000, '184,000.00'],
    [0, '0.00'],
    [5, '0.05'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [123_456_789_012, '1,234,567,890.12'],
    [-5, '-0.05'],
  ])('%i fen is %s', (fen, text) => {
    expect(yuan(fen)).toBe(text);
  });

  it('refuses what is no whole number of fen', () => {
    expect(() => yuan(0.5)).toThrow(MoneyUnreadable);
    expect(() => yuan(Number.MAX_SAFE_INTEGER + 1)).toThrow(MoneyUnreadable);
  });

  it('is read back to the same fen', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (fen) => {
        expect(fenFromYuan(yuan(fen).replaceAll(',', ''))).toBe(fen);
      }),
    );
  });
});

describe('APL 72 surcharge', () => {
  it.each([
    [0, '0.00'],
    [1, '300.00'],
    [33, '9,900.00'],
    [34, '10,000.00'],
    [1000, '10,000.00'],
  ])('of 10,000.00 yuan after %i days is %s', (days, amount) => {
    expect(yuan(surcharge(fenFromYuan('10000.00'), days))).toBe(amount);
  });

  it('drops less than one fen', () => {
    expect(surcharge(33, 1)).toBe(0);
    expect(surcharge(34, 1)).toBe(1);
  });

  it('stays exact and capped for the largest fine and the longest delay', () => {
    expect(surcharge(Number.MAX_SAFE_INTEGER, 1_000_000)).toBe(Number.MAX_SAFE_INTEGER);
    expect(surcharge(Number.MAX_SAFE_INTEGER, 1)).toBe(270_215_977_642_229);
  });

  it('never falls with time and never passes the fine', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(100), (fine, days) => {
        expect(surcharge(fine, days)).toBeLessThanOrEqual(surcharge(fine, days + 1));
        expect(surcharge(fine, days)).toBeLessThanOrEqual(fine);
      }),
    );
  });

  it('refuses a negative fine and days that are no whole number', () => {
    expect(() => surcharge(-1, 1)).toThrow(MoneyUnreadable);
    expect(() => surcharge(1.5, 1)).toThrow(MoneyUnreadable);
    expect(() => surcharge(100, -1)).toThrow(RangeError);
    expect(() => surcharge(100, 1.5)).toThrow(RangeError);
  });
});
