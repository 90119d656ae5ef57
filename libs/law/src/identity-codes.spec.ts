import fc from 'fast-check';
import { citizenIdOk, usccOk } from './identity-codes.js';

describe('GB 32100 unified social credit code', () => {
  it.each([
    '91350100M000100Y43',
    '91110000101623741K',
    '911101066976941872',
    '11320000MB151840XJ',
    '91230500MA1B3N1N2M',
    '11110105000067897H',
  ])('%s passes', (code) => {
    expect(usccOk(code)).toBe(true);
  });

  it('remainder 0 gives the check character 0', () => {
    expect(usccOk('91110000MA00000240')).toBe(true);
  });

  it.each([
    ['91350100M000100Y4Z', 'the text-book wrong example'],
    ['91350211M0000XUF46', 'a real code that fails the standard'],
    ['91350100m000100y43', 'lower case'],
    ['91350100M000100Y4', 'one character short'],
    ['91350100M000100Y433', 'one too many'],
    ['91350100I000100Y43', 'a letter outside the set'],
    ['9135010OM000100Y43', 'a letter in the division'],
    ['', 'nothing'],
  ])('%s fails: %s', (code) => {
    expect(usccOk(code)).toBe(false);
  });

  it('one wrong digit never passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const code = '91350100M000100Y43';
        const wrong = String((Number(code[place]) + change) % 10);
        expect(usccOk(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false);
      }),
    );
  });
});

const checks = Array.from('0123456789X');

describe('GB 11643 citizen identity number', () => {
  it.each(['11010519491231002X', '11010519491231002x', '440524188001010014'])('%s passes', (id) => {
    expect(citizenIdOk(id)).toBe(true);
  });

  it.each([
    ['110105194912310021', 'a wrong check digit'],
    ['110105194902300020', '30 February'],
    ['01010519491231002X', 'a division that begins with 0'],
    ['1101051949123100X2', 'an X in the middle'],
    ['110105491231002', 'the old form of 15'],
    ['', 'nothing'],
  ])('%s fails: %s', (id) => {
    expect(citizenIdOk(id)).toBe(false);
  });

  it('a date that does not exist fails even with the right check digit', () => {
    const passing = checks.filter((check) => citizenIdOk(`11010519490230002${check}`));
    expect(passing).toEqual([]);
  });

  it('exactly one check digit fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (sequence) => {
        const start = `11010519900307${String(sequence).padStart(3, '0')}`;
        expect(checks.filter((check) => citizenIdOk(start + check))).toHaveLength(1);
      }),
    );
  });
});
