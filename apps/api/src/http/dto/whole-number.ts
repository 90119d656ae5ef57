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

/** At least one, each once. */
export const WholeNumbers = (from: number, to: number, most: number): PropertyDecorator =>
  Shaped({
    name: 'areWholeNumbers',
    holds: (value) =>
      Array.isArray(value) &&
      value.length >= 1 &&
      value.length <= most &&
      new Set(value).size === value.length &&
      value.every((one) => isWhole(one, from, to)),
    says: `须为1至${String(most)}个不重复的整数，每个为${String(from)}至${String(to)}；1 to ${String(most)} whole numbers from ${String(from)} to ${String(to)}, each once`,
    shown: {
      type: 'array',
      minItems: 1,
      maxItems: most,
      uniqueItems: true,
      items: { type: 'integer', minimum: from, maximum: to },
    },
    bytes: () => 16 * most,
  });
