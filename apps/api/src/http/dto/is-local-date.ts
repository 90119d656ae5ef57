import { isLocalDate } from '@anjuan/law';
import { Shaped } from './shaped.js';

/** A day that exists, YYYY-MM-DD. */
export const IsLocalDate = (): PropertyDecorator =>
  Shaped({
    name: 'isLocalDate',
    holds: (value) => typeof value === 'string' && isLocalDate(value),
    says: '须为真实存在的日期 YYYY-MM-DD；an existing day as YYYY-MM-DD',
    shown: { type: 'string', format: 'date' },
  });
