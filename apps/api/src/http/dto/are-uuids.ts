import { uuid } from '../path-ids.js';
import { bytesOfText } from './text.js';
import { uuidLength } from './is-uuid.js';
import { Shaped } from './shaped.js';

/** Ids that are entered as they are: nothing else is said in their place. */
export const AreUuids = (most: number): PropertyDecorator =>
  Shaped({
    name: 'areUuids',
    holds: (value) =>
      Array.isArray(value) &&
      value.length <= most &&
      value.every((item: unknown) => typeof item === 'string' && uuid.test(item)),
    says: () =>
      `须为至多${String(most)}个编号（UUID，小写）；at most ${String(most)} ids, UUIDs in lower case`,
    shown: { type: 'array', maxItems: most, items: { type: 'string', format: 'uuid' } },
    bytes: () => most * bytesOfText(uuidLength),
  });
