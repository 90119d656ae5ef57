import { type Citation, policy } from './citation.js';
import { type Dated, versionOn } from './dated.js';
import { type LocalDate } from './dates.js';
import { type Fen } from './money.js';

/** How heavy a fine is within the range of the law (裁量档次), from the lightest. */
export const discretionGrades = [
  'mitigated', // 减轻
  'lighter', // 从轻
  'ordinary', // 一般
  'heavier', // 从重
] as const;
export type DiscretionGrade = (typeof discretionGrades)[number];

/**
 * The range an article gives for a fine, both ends included: in fen; with `timesFen`, in hundredths of multiples
 * of that amount (five times the value of the goods: 500).
 */
export type FineRange = Readonly<{ min: number; max: number; timesFen?: Fen }>;

/** Both ends included; empty where min is above max. */
export type FenRange = Readonly<{ min: Fen; max: Fen }>;

/** Which part of the range, from either end, is lighter and heavier; the rest is ordinary. */
export type DiscretionShare = Dated & Readonly<{ version: string; percent: number; cites: Citation }>;

export const discretionShares: readonly DiscretionShare[] = [
  {
    version: 'SAMR-2022',
    // The opinion is of 2022; the one of 2019 before it had the same share. Both from memory.
    validFrom: '2019-12-24',
    percent: 30,
    cites: policy(
      '国市监法规〔2022〕2号：从轻为幅度下部30%，从重为上部30%（未经核对原文）；' +
        'SAMR opinion of 2022: lighter is the lower, heavier the upper 30 % (not read again)',
    ),
  },
];

/** Throws NoVersionInForce before 2019-12-24. */
export const discretionShareOn = (day: LocalDate): DiscretionShare =>
  versionOn(discretionShares, day, '裁量幅度；discretion share');

/** A range that is no range, or a share that is no part of one. */
export class RangeImpossible extends Error {
  override readonly name = 'RangeImpossible';
  constructor(readonly what: string) {
    super(
      `罚款幅度无效（${what}）：上下限须为不小于零的整数且下限不大于上限，比例为0至50；` +
        `impossible range of fines (${what}): both ends are whole numbers from 0, min not above max, the share 0 to 50`,
    );
  }
}

const whole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

const up = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor;

const inFen = ({ min, max, timesFen }: FineRange): Readonly<{ min: bigint; max: bigint }> => {
  if (timesFen === undefined) return { min: BigInt(min), max: BigInt(max) };
  const times = BigInt(timesFen);
  return { min: up(BigInt(min) * times, 100n), max: (BigInt(max) * times) / 100n };
};

/** Whether the numbers make a range at all, of fines that can be counted. */
export const isFineRange = (range: FineRange): boolean => {
  const { min, max, timesFen = 0 } = range;
  return (
    [min, max, timesFen].every(whole) && min <= max && inFen(range).max <= BigInt(Number.MAX_SAFE_INTEGER)
  );
};

/** The range of the law in fen; parts of a fen fall out of it. Throws RangeImpossible. */
export const fenRange = (range: FineRange): FenRange => {
  if (!isFineRange(range)) throw new RangeImpossible(JSON.stringify(range));
  const { min, max } = inFen(range);
  return { min: Number(min), max: Number(max) };
};

/**
 * Fines of one grade, in whole fen. Mitigated is below the minimum of the law. An amount on the border of two
 * grades belongs to both. Throws RangeImpossible.
 */
export const discretionRange = (range: FineRange, grade: DiscretionGrade, percent: number): FenRange => {
  if (!whole(percent) || percent > 50) throw new RangeImpossible(`${String(percent)} %`);
  const { min, max } = fenRange(range);
  const part = BigInt(max - min) * BigInt(percent);
  const lower = { floor: min + Number(part / 100n), ceil: min + Number(up(part, 100n)) };
  const upper = { floor: max - Number(up(part, 100n)), ceil: max - Number(part / 100n) };
  switch (grade) {
    case 'mitigated':
      return { min: 0, max: min - 1 };
    case 'lighter':
      return { min, max: lower.floor };
    case 'ordinary':
      return { min: lower.ceil, max: upper.floor };
    case 'heavier':
      return { min: upper.ceil, max };
  }
};

export const withinFen = ({ min, max }: FenRange, fen: Fen): boolean => min <= fen && fen <= max;
