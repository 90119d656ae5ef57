import { emptyFile } from './steps.js';
import { minorPenalty } from './histories.testing.js';
import { numbersFor } from './numbering.js';

const onTheSpot = {
  officers: ['lin', 'gao'],
  cause: '未公示信息',
  party: { kind: 'natural-person' },
  basis: [],
  facts: '未公示',
  place: '管庄乡',
  penalties: [{ kind: 'fine', fen: 10_000 }],
  credentialShown: true,
  rightsTold: true,
  statement: '无异议',
  remedyTold: '先申请行政复议',
} as const;

describe('numbers', () => {
  it('a filing takes a case number', () => {
    expect(numbersFor('initiation/approve-filing', { approval: 1 }, emptyFile)).toStrictEqual({
      allot: ['case'],
    });
  });

  it('a decision claims the number of its paper, or is given one', () => {
    const number = '朝市监处罚〔2026〕217号';
    expect(numbersFor('decision/make', { outcome: minorPenalty }, emptyFile)).toStrictEqual({
      allot: ['document'],
    });
    expect(numbersFor('decision/make', { outcome: minorPenalty, number }, emptyFile)).toStrictEqual({
      claim: { kind: 'document', number },
    });
  });

  it('a decision on the spot takes both', () => {
    const number = '朝市监当罚〔2026〕88号';
    expect(numbersFor('summary-procedure/decide', onTheSpot, emptyFile)).toStrictEqual({
      allot: ['case', 'document'],
    });
    expect(numbersFor('summary-procedure/decide', { ...onTheSpot, number }, emptyFile)).toStrictEqual({
      allot: ['case'],
      claim: { kind: 'document', number },
    });
  });

  it('other acts take none', () => {
    expect(numbersFor('archive/archive', {}, emptyFile)).toStrictEqual({});
  });
});
