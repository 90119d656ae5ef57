import { bytesOfText } from './text.js';
import { Shaped } from './shaped.js';

/** A text of one form, such as a code or a cursor; `says` in Chinese；English. */
export const ShapedText = (form: RegExp, says: string, longest: number): PropertyDecorator =>
  Shaped({
    name: 'isShapedText',
    holds: (value) => typeof value === 'string' && value.length <= longest && form.test(value),
    says,
    shown: { type: 'string', pattern: form.source, maxLength: longest },
    bytes: () => bytesOfText(longest),
  });
