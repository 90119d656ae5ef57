import { Shaped } from './shaped.js';
import { isWhole, WholeNumber } from './whole-number.js';

const last = 1_000_000;

/** Number of an entry of the case file. */
export const IsEntryNumber = (): PropertyDecorator => WholeNumber(0, last, 'isEntryNumber');

export const AreEntryNumbers = (most: number): PropertyDecorator =>
  Shaped({
    name: 'areEntryNumbers',
    holds: (value) =>
      Array.isArray(value) && value.length <= most && value.every((item: unknown) => isWhole(item, 0, last)),
    says: `须为至多${String(most)}个案卷记录编号；at most ${String(most)} entry numbers`,
    shown: { type: 'array', maxItems: most, items: { type: 'integer', minimum: 0, maximum: last } },
    bytes: () => most * 8,
  });
