import { isTypedDate, typedDateFault } from '@anjuan/law';
import { Shaped } from './shaped.js';

/** A day that exists, YYYY-MM-DD, between 1949 and 2200. */
export const IsLocalDate = (): PropertyDecorator =>
  Shaped({
    name: 'isLocalDate',
    holds: (value) => typeof value === 'string' && isTypedDate(value),
    says: (value) => {
      const { zh, en } = typedDateFault(value);
      return `${zh}；${en}`;
    },
    shown: { type: 'string', format: 'date' },
    bytes: () => 62,
  });
