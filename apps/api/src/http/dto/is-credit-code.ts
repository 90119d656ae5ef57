import { usccOk } from '@anjuan/law';
import { Shaped } from './shaped.js';
import { bytesOfText } from './text.js';

/** A unified social credit code (统一社会信用代码) with its check character. */
export const IsCreditCode = (): PropertyDecorator =>
  Shaped({
    name: 'isCreditCode',
    holds: (value) => typeof value === 'string' && usccOk(value),
    says: '须为18位统一社会信用代码，校验码无误；a credit code of 18 characters with its check character',
    shown: { type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', maxLength: 18 },
    bytes: () => bytesOfText(18),
  });
