import { Shaped } from './shaped.js';

export const isWhole = (value: unknown, from: number, to: number): value is number =>
  Number.isSafeInteger(value) &&
  typeof value === 'number' &&
  value >= from &&
  value <= to &&
  !Object.is(value, -0);

export const WholeNumber = (from: number, to: number, name = 'isWholeNumber'): PropertyDecorator =>
  Shaped({
    name,
    holds: (value) => isWhole(value, from, to),
    says: `须为${String(from)}至${String(to)}的整数；a whole number from ${String(from)} to ${String(to)}`,
    shown: { type: 'integer', minimum: from, maximum: to },
    bytes: () => 16,
  });
