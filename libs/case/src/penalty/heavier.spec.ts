import { fine, firstBreach, gains, goods, majorPenalty } from '../histories.testing.js';
import { heavierThan, heavierThanHeard, outcomeOf, sameOutcome, samePenalties } from './heavier.js';
import type { Outcome, Penalty } from './penalty.js';

const notified: readonly Penalty[] = [fine, gains, goods];
const suspension: Penalty = { kind: 'suspension', what: '腊肠车间', days: 30 };

describe('heavier than notified (APL 45(2)), on any axis', () => {
  it.each<[string, readonly Penalty[], readonly Penalty[], boolean]>([
    ['the same', notified, notified, false],
    ['nothing at all', [], notified, false],
    ['one of them left out', [fine], notified, false],
    ['a lower fine', [{ ...fine, fen: 1 }], notified, false],
    ['a fine higher by one fen', [{ ...fine, fen: 18_400_001 }], notified, true],
    ['a fine split in two that is higher together', [fine, { kind: 'fine', fen: 1 }], notified, true],
    ['more gains confiscated', [{ ...gains, fen: 1_526_001 }], notified, true],
    ['other goods', [{ ...goods, what: '腊肠原料33箱' }], notified, true],
    ['goods not named', [{ kind: 'confiscation-of-goods' }], notified, true],
    ['goods whose value is stated only now', [{ ...goods, fen: 1_840_000 }], notified, false],
    ['goods of a higher value', [{ ...goods, fen: 2 }], [{ ...goods, fen: 1 }], true],
    ['another kind, however light', [fine, { kind: 'warning' }], notified, true],
    ['another kind in place of the fine', [{ kind: 'permit-revocation' }], notified, true],
    ['a shorter term', [{ ...suspension, days: 29 }], [suspension], false],
    ['a longer term', [{ ...suspension, days: 31 }], [suspension], true],
    ['no end of the term', [{ kind: 'suspension', what: '腊肠车间' }], [suspension], true],
    ['a wider object', [{ kind: 'suspension', days: 30 }], [suspension], true],
    ['a narrower object', [suspension], [{ kind: 'suspension' }], false],
    ['the same twice', [suspension, suspension], [suspension], true],
    [
      'one of two terms twice, in the place of the shorter of another workshop',
      [suspension, suspension],
      [suspension, { kind: 'suspension', what: '包装车间', days: 10 }],
      true,
    ],
    [
      'two terms, whichever is listed first',
      [suspension, { ...suspension, days: 40 }],
      [
        { ...suspension, days: 40 },
        { ...suspension, days: 30 },
      ],
      false,
    ],
    [
      'goods of a higher value, where another has none',
      [{ ...goods, fen: 2 }],
      [
        { ...goods, fen: 1 },
        { ...goods, what: '香料' },
      ],
      true,
    ],
    ['a fine where a warning was notified', [fine], [{ kind: 'warning' }], true],
  ])('%s', (_, decided, afterNotice, expected) => {
    expect(heavierThan(decided, afterNotice)).toBe(expected);
  });
});

describe('heavier than the party was heard on (fault 27: APL 9, 45)', () => {
  const fined = { kind: 'fine', fen: 100_000 } as const;
  const warned = { kind: 'warning' } as const;
  const criticised = { kind: 'public-criticism' } as const;
  it.each<[string, readonly Penalty[], readonly Penalty[], boolean]>([
    ['a warning in the place of a fine', [warned], [fined], false],
    ['a warning and the confiscation, without the fine', [warned, gains], [fined, gains], false],
    ['a warning beside the fine', [warned, fined], [fined], true],
    ['a warning in the place of a criticism in public', [warned], [criticised], true],
    ['a criticism in public in the place of a fine', [criticised], [fined], true],
    ['a fine in the place of a warning', [fined], [warned], true],
  ])('%s', (_, decided, heard, expected) => {
    expect(heavierThanHeard(decided, heard)).toBe(expected);
  });
});

describe('the same outcome', () => {
  it('whatever the order of the penalties', () => {
    expect(samePenalties([goods, fine, gains], notified)).toBe(true);
    expect(samePenalties([fine, gains], notified)).toBe(false);
    expect(samePenalties([fine, fine, gains], [fine, gains, gains])).toBe(false);
  });

  it.each<[Outcome, Outcome, boolean]>([
    [majorPenalty, majorPenalty, true],
    [majorPenalty, { kind: 'penalty', penalties: [fine] }, false],
    [firstBreach, { kind: 'no-penalty', ground: 'first-breach', reason: '另一理由' }, true],
    [firstBreach, { kind: 'no-penalty', ground: 'minor', reason: '轻微' }, false],
    [firstBreach, { kind: 'facts-not-established', reason: '轻微' }, false],
    [{ kind: 'transfer', to: '公安', reason: '…' }, { kind: 'transfer', to: '公安', reason: '' }, true],
    [{ kind: 'transfer', to: '公安', reason: '…' }, { kind: 'transfer', to: '税务', reason: '…' }, false],
  ])('%j and %j', (one, other, expected) => {
    expect(sameOutcome(one, other)).toBe(expected);
    expect(sameOutcome(other, one)).toBe(expected);
  });

  it('is copied field by field', () => {
    const stray = { ...firstBreach, stray: true };
    expect(outcomeOf(stray)).toStrictEqual(firstBreach);
    expect(outcomeOf({ kind: 'penalty', penalties: [{ ...suspension, fen: 1 }] })).toStrictEqual({
      kind: 'penalty',
      penalties: [{ ...suspension, fen: 1 }],
    });
    expect(outcomeOf({ kind: 'transfer', to: '公安', reason: '…' })).toHaveProperty('to', '公安');
    expect(outcomeOf({ kind: 'facts-not-established', reason: '…' })).toHaveProperty('reason', '…');
  });
});
